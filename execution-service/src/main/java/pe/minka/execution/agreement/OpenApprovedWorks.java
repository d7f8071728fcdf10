package pe.minka.execution.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.execution.project.OpenProject;

/** Opens the works of an act once it is signed and approved, whichever is heard first. */
@ApplicationScoped
class OpenApprovedWorks {

    private final Agreements agreements;
    private final OpenProject openProject;

    OpenApprovedWorks(Agreements agreements, OpenProject openProject) {
        this.agreements = agreements;
        this.openProject = openProject;
    }

    void open(Act act) {
        if (!act.approved) {
            return;
        }
        for (Agreement agreement : agreements.of(act.act)) {
            openProject.open(
                    act.process,
                    act.entity,
                    new OpenProject.Agreed(
                            agreement.agreement,
                            agreement.title,
                            agreement.amount,
                            agreement.zone,
                            agreement.objective,
                            agreement.uniqueInvestmentCode));
        }
    }
}
