package pe.minka.allocation.compliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.plan.Objective;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which objectives of a plan got money that was really executed.
 *
 * @param executed objectives with money executed
 * @param agreedOnly objectives with agreements and nothing executed
 * @param untouched objectives that nothing was agreed for
 */
record ObjectivesReport(List<ObjectiveLine> objectives, int executed, int agreedOnly, int untouched) {

    /** One objective: what was agreed for it, and what of that was executed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectiveLine(
            UUID objective, @Nullable String code, String name, int agreements, Soles agreed, Soles executed) {}

    /** @param accrued by agreement */
    static ObjectivesReport of(List<Objective> plan, List<Agreement> all, Map<UUID, Soles> accrued) {
        var lines =
                plan.stream().map(objective -> line(objective, all, accrued)).toList();
        int executed = (int) lines.stream()
                .filter(line -> line.executed().exceeds(Soles.ZERO))
                .count();
        int untouched = (int) lines.stream()
                .filter(line -> line.agreements() == 0 && line.executed().equals(Soles.ZERO))
                .count();
        return new ObjectivesReport(lines, executed, lines.size() - executed - untouched, untouched);
    }

    private static ObjectiveLine line(Objective objective, List<Agreement> all, Map<UUID, Soles> accrued) {
        var own = all.stream()
                .filter(agreement -> objective.objective().equals(agreement.objective()))
                .toList();
        var standing = own.stream()
                .filter(agreement -> agreement.state() != AgreementState.WITHDRAWN)
                .toList();
        return new ObjectiveLine(
                objective.objective(),
                objective.code(),
                objective.name(),
                standing.size(),
                standing.stream().map(Agreement::amount).reduce(Soles.ZERO, Soles::plus),
                own.stream()
                        .map(agreement -> accrued.getOrDefault(agreement.id(), Soles.ZERO))
                        .reduce(Soles.ZERO, Soles::plus));
    }
}
