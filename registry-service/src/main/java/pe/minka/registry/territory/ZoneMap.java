package pe.minka.registry.territory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a territory is divided from a day on: units within units, each in exactly one larger one.
 *
 * @param act what divides it so
 */
@Schema(name = "ZoneMap")
record ZoneMap(
        @NotNull LocalDate effectiveFrom,
        @NotBlank @Size(max = 200) String act,
        @NotEmpty @Size(max = 20000) List<@Valid @NotNull Unit> units) {

    /**
     * @param level what it is: {@code SECTION}, {@code SECTOR}, {@code BLOCK}, {@code NEIGHBOURHOOD}
     * @param parent the larger unit it lies in; absent for the largest, which is never a block or neighbourhood
     * @param delegates whom it elects into the council of the larger unit
     */
    @Schema(name = "ZoneUnit")
    record Unit(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
            String code,

            @NotBlank @Size(max = 160) String name,
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String level,
            @Nullable String parent,
            @Min(0) @Max(1000) int delegates) {}

    /** Units that are parts of a larger one by what they are: a map never lets one stand alone. */
    private static final Set<String> PARTS = Set.of("BLOCK", "NEIGHBOURHOOD");

    /** Each code once, each parent there, no unit inside itself, and no block or neighbourhood outside a larger unit. */
    void mustBeCoherent() {
        var problem = Problem.unprocessable("zone-map-incoherent");
        var parents = new HashMap<String, @Nullable String>();
        for (int i = 0; i < units.size(); i++) {
            if (parents.containsKey(units.get(i).code())) {
                problem.error(
                        "/units/" + i + "/code",
                        "zone-twice",
                        "zone",
                        units.get(i).code());
            }
            parents.put(units.get(i).code(), units.get(i).parent());
        }
        for (int i = 0; i < units.size(); i++) {
            var parent = units.get(i).parent();
            if (parent == null && PARTS.contains(units.get(i).level())) {
                problem.error(
                        "/units/" + i + "/parent",
                        "zone-stands-alone",
                        "zone",
                        units.get(i).code(),
                        "level",
                        units.get(i).level());
            } else if (parent != null && !parents.containsKey(parent)) {
                problem.error("/units/" + i + "/parent", "zone-unknown", "zone", parent);
            } else if (circular(units.get(i).code(), parents)) {
                problem.error(
                        "/units/" + i + "/parent",
                        "zone-in-itself",
                        "zone",
                        units.get(i).code());
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private static boolean circular(String code, Map<String, @Nullable String> parents) {
        var seen = new HashSet<String>();
        @Nullable String current = code;
        while (current != null) {
            if (!seen.add(current)) {
                return true;
            }
            current = parents.get(current);
        }
        return false;
    }

    /** Who elects the council of each unit: the delegates of the units directly in it. */
    Map<String, Integer> electors() {
        var electors = new TreeMap<String, Integer>();
        for (Unit unit : units) {
            var parent = unit.parent();
            if (parent != null) {
                electors.merge(parent, unit.delegates(), Integer::sum);
            }
        }
        return electors;
    }

    /** Delegates by level, of all units of it. */
    Map<String, Integer> delegatesByLevel() {
        var byLevel = new TreeMap<String, Integer>();
        units.forEach(unit -> byLevel.merge(unit.level(), unit.delegates(), Integer::sum));
        return byLevel;
    }
}
