package pe.minka.execution.committee;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.execution.process.Regulation;
import pe.minka.execution.project.ClosureRequirement;
import pe.minka.execution.project.Missing;
import pe.minka.execution.project.Project;
import pe.minka.execution.project.StartRequirement;

import java.util.List;
import java.util.Map;

/** Where the ordinance gives each work its management committee, none starts or is closed without one in office. */
@ApplicationScoped
class CommitteeRequirement implements StartRequirement, ClosureRequirement {

    private final Committees committees;

    CommitteeRequirement(Committees committees) {
        this.committees = committees;
    }

    @Override
    public List<Missing> missingAtStart(Project project, Regulation regulation) {
        var rules = regulation.works();
        return rules.committeePerProject() && !committees.hasActiveManagement(project.id())
                ? List.of(new Missing("management-committee", Map.of("law", rules.law())))
                : List.of();
    }

    @Override
    public List<Missing> missingAtClosure(Project project, Regulation regulation) {
        return missingAtStart(project, regulation);
    }
}
