package pe.minka.registry.simulation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.regulation.Regulation;

import java.util.List;
import java.util.Map;

/**
 * A phase as it would be closed.
 *
 * @param records how many of each there are, by the name of the requirement: {@code ROLL_PUBLISHED}, {@code
 *     APPROVAL_RECORDED/COUNCIL}
 */
@Schema(name = "PlannedClosing")
record PlannedClosing(
        @NotNull @Size(max = 60) String phase,
        @NotNull @Size(max = 60) Map<String, @Min(0) Integer> records) implements Part {

    @Override
    public List<Finding> under(Regulation rules) {
        var rule = rules.phases().stream()
                .filter(each -> each.phase().equals(phase))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("simulation-unknown")
                        .with("what", phase)
                        .toException());
        var findings = new Findings("closing");
        rule.closing()
                .forEach(requirement -> findings.on("/phases/closing", requirement.law())
                        .of(requirement.key())
                        .atLeast(records.getOrDefault(requirement.key(), 0), requirement.minimum()));
        return findings.list();
    }
}
