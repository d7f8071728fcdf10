package pe.minka.execution.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.contribution.CommunityEntry.Booking;
import pe.minka.execution.contribution.Contribution.Delivery;
import pe.minka.execution.cooperation.ContributionKind;
import pe.minka.execution.cooperation.CooperationAgreements;
import pe.minka.execution.project.Projects;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Records what a community brought; money goes to the community's own ledger. */
@ApplicationScoped
class DeliverContribution {

    private final Projects projects;
    private final CooperationAgreements agreements;
    private final Contributions contributions;
    private final CommunityMoney communityMoney;
    private final Outbox outbox;
    private final Clock clock;

    DeliverContribution(
            Projects projects,
            CooperationAgreements agreements,
            Contributions contributions,
            CommunityMoney communityMoney,
            Outbox outbox,
            Clock clock) {
        this.projects = projects;
        this.agreements = agreements;
        this.contributions = contributions;
        this.communityMoney = communityMoney;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Contribution deliver(UUID projectId, Delivery delivery) {
        var project = projects.lockedForCaller(projectId);
        project.mustBeOpen();
        if (delivery.cooperationAgreement() != null && !agreements.isOf(projectId, delivery.cooperationAgreement())) {
            throw Problem.unprocessable("agreement-of-another-work").toException();
        }
        var contribution = new Contribution(projectId, delivery, clock.instant());
        contributions.persist(contribution);
        project.contribute(delivery.value());
        if (delivery.kind() == ContributionKind.MONEY) {
            contributions.flush();
            communityMoney.receive(
                    project,
                    delivery.value(),
                    new Booking(
                            "Aporte de la comunidad",
                            Objects.requireNonNullElse(delivery.document(), "Aporte " + contribution.id),
                            delivery.deliveredOn(),
                            contribution.id));
        }
        outbox.append(new ContributionDelivered(
                project.process(),
                project.entity(),
                projectId,
                contribution.id,
                delivery.kind(),
                contribution.plainQuantity(),
                delivery.unit(),
                delivery.value(),
                delivery.deliveredOn()));
        return contribution;
    }

    /** Never more than there is. */
    @Transactional
    CommunityEntry spend(UUID projectId, Soles amount, Booking booking) {
        var project = projects.lockedForCaller(projectId);
        project.mustBeOpen();
        if (amount.exceeds(project.communityBalance())) {
            throw Problem.unprocessable("over-community-money")
                    .with("amount", amount)
                    .with("available", project.communityBalance())
                    .toException();
        }
        return communityMoney.spend(project, amount, booking);
    }
}
