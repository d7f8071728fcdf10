package pe.minka.registry.territory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.platform.runtime.problem.Problem;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Indicators by zone with their unit and source.
 *
 * @param source who measured, what, and when
 */
@Schema(name = "IndicatorSheet")
record IndicatorSheet(
        @NotBlank @Size(max = 300) String source,
        @NotEmpty @Size(max = 500) List<@Valid @NotNull Zone> zones,
        @NotEmpty @Size(max = 20000) List<@Valid @NotNull Value> values) {

    record Zone(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
            String code,

            @NotBlank @Size(max = 160) String name) {}

    /** @param value an exact decimal as text */
    record Value(
            @NotNull String zone,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String indicator,

            @NotBlank @Size(max = 60) String unit,

            @NotNull @Pattern(regexp = "\\d{1,18}(\\.\\d{1,9})?")
            String value) {}

    /** Each zone once, each value for a known zone and once. */
    void mustBeCoherent() {
        var problem = Problem.unprocessable("indicators-incoherent");
        var codes = new HashSet<String>();
        for (int i = 0; i < zones.size(); i++) {
            if (!codes.add(zones.get(i).code())) {
                problem.error(
                        "/zones/" + i + "/code",
                        "zone-twice",
                        "zone",
                        zones.get(i).code());
            }
        }
        var known = zones.stream().map(Zone::code).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (!known.contains(value.zone())) {
                problem.error("/values/" + i + "/zone", "zone-unknown", "zone", value.zone());
            }
            if (!seen.add(value.zone() + " " + value.indicator())) {
                problem.error("/values/" + i + "/indicator", "value-twice", "indicator", value.indicator());
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }
}
