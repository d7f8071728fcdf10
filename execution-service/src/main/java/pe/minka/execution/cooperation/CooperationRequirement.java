package pe.minka.execution.cooperation;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.execution.process.Regulation;
import pe.minka.execution.project.Missing;
import pe.minka.execution.project.Project;
import pe.minka.execution.project.StartRequirement;
import pe.minka.platform.core.Soles;

import java.util.List;

/** Works start when the parties that the ordinance names have signed, and the community has promised its part. */
@ApplicationScoped
class CooperationRequirement implements StartRequirement {

    private final CooperationAgreements agreements;

    CooperationRequirement(CooperationAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public List<Missing> missingAtStart(Project project, Regulation regulation) {
        var signed = agreements.of(project.id());
        return new StartGate(regulation.works())
                .missing(
                        signed.stream().map(each -> each.parties).toList(),
                        project.agreed(),
                        signed.stream().map(CooperationAgreement::pledged).reduce(Soles.ZERO, Soles::plus),
                        project.contributed());
    }
}
