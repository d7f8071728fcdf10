package pe.minka.registry.simulation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.registry.process.CallRules;
import pe.minka.registry.regulation.Regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The call of a process as it is planned.
 *
 * @param technicalTeams technical teams named by act
 * @param responsibleUnits by phase, where the call names other units than the regulation
 */
@Schema(name = "PlannedCall")
record PlannedCall(
        @NotNull LocalDate calledOn,
        @Nullable @Pattern(regexp = "ENTITY|CONSULTANT") String ledBy,
        @Nullable @Size(max = 20) List<String> channels,
        @Min(0) @Max(100) int technicalTeams,
        @Nullable @Size(max = 30) Map<String, String> responsibleUnits)
        implements Part {

    @Override
    public List<Finding> under(Regulation rules) {
        var findings = new Findings("call");
        findings.on("/effectiveFrom", Regulation.law(rules.document()))
                .note(
                        rules.inForceOn(calledOn),
                        Findings.text(calledOn.toString()),
                        Findings.text(rules.effectiveFrom()
                                + rules.effectiveUntil()
                                        .map(last -> " – " + last)
                                        .orElse("")));
        var announced = new CallRules.Announced(
                calledOn,
                Objects.requireNonNullElse(ledBy, "ENTITY"),
                channels == null ? 0 : CallRules.different(channels),
                responsibleUnits == null ? Map.of() : responsibleUnits);
        CallRules.checked(announced, rules, technicalTeams)
                .forEach(check -> findings.on(
                                "/call/requires", check.requirement().law())
                        .of(check.requirement().key())
                        .atLeast(check.found(), check.requirement().minimum()));
        return findings.list();
    }
}
