package pe.minka.execution.cooperation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.cooperation.CooperationAgreement.Pledge;
import pe.minka.execution.process.Party;
import pe.minka.execution.project.Projects;
import pe.minka.platform.runtime.events.Outbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Records a signed agreement of cooperation. */
@ApplicationScoped
class SignCooperationAgreement {

    private final Projects projects;
    private final CooperationAgreements agreements;
    private final Outbox outbox;

    SignCooperationAgreement(Projects projects, CooperationAgreements agreements, Outbox outbox) {
        this.projects = projects;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    @Transactional
    CooperationAgreement sign(
            UUID projectId, LocalDate signedOn, String document, Set<Party> parties, List<Pledge> pledges) {
        var project = projects.lockedForCaller(projectId);
        project.mustBeOpen();
        var agreement = new CooperationAgreement(projectId, signedOn, document, parties, pledges);
        agreements.persist(agreement);
        outbox.append(new CooperationAgreementSigned(
                project.process(),
                project.entity(),
                projectId,
                agreement.id,
                signedOn,
                parties.stream().sorted().toList()));
        return agreement;
    }
}
