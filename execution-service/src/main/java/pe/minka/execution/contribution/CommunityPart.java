package pe.minka.execution.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.execution.process.Regulation;
import pe.minka.execution.project.ClosureRequirement;
import pe.minka.execution.project.Missing;
import pe.minka.execution.project.Project;

import java.util.List;
import java.util.Map;

/** The part of the cost that the ordinance wants from the community, valued, delivered before the work is closed. */
@ApplicationScoped
class CommunityPart implements ClosureRequirement {

    @Override
    public List<Missing> missingAtClosure(Project project, Regulation regulation) {
        var rules = regulation.works();
        var needed = rules.contributionOf(project.agreed());
        return needed.exceeds(project.contributed())
                ? List.of(new Missing(
                        "community-part-not-delivered",
                        Map.of("needed", needed, "delivered", project.contributed(), "law", rules.law())))
                : List.of();
    }
}
