package pe.minka.workshop.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/** Something that somebody wants built or done with the money of the process. */
@Entity
class Proposal {

    @Id
    UUID proposal;

    ProcessId process;
    EntityCode entity;
    String title;

    @Nullable
    String problem;

    @Nullable
    String description;

    @Nullable
    UUID objective;

    @Nullable
    String zone;

    @Enumerated(EnumType.STRING)
    @Column(name = "scope")
    ProposedProject.Extent extent;

    @Enumerated(EnumType.STRING)
    ProposedProject.Origin origin;

    @Nullable
    UUID organisation;

    @Nullable
    AgentId proposer;

    @Nullable
    Integer beneficiaries;

    @Nullable
    Soles cost;

    @Column(name = "unique_investment_code")
    @Nullable
    String uniqueInvestmentCode;

    @Enumerated(EnumType.STRING)
    ProposedProject.Status status;

    @Column(insertable = false, updatable = false)
    long position;

    @Version
    long version;

    protected Proposal() {}

    static Proposal submitted(ProcessId process, EntityCode entity, Submission submission) {
        var proposal = new Proposal();
        proposal.proposal = UUID.randomUUID();
        proposal.process = process;
        proposal.entity = entity;
        proposal.title = submission.title();
        proposal.problem = submission.problem();
        proposal.description = submission.description();
        proposal.objective = submission.objective();
        proposal.zone = submission.zone();
        proposal.extent = submission.extent();
        proposal.origin = submission.origin();
        proposal.organisation = submission.organisation();
        proposal.proposer = submission.proposer();
        proposal.beneficiaries = submission.beneficiaries();
        proposal.cost = submission.cost();
        proposal.uniqueInvestmentCode = submission.uniqueInvestmentCode();
        proposal.status = ProposedProject.Status.SUBMITTED;
        proposal.version = 1;
        return proposal;
    }

    /** The technical opinions so far came to this; the last evaluated cost counts. */
    void evaluated(ProposedProject.Status outcome, @Nullable Soles evaluatedCost) {
        status = outcome;
        if (evaluatedCost != null) {
            cost = evaluatedCost;
        }
    }

    ProposedProject facts() {
        return new ProposedProject(
                proposal, process, entity, title, objective, zone, extent, origin, status, cost, uniqueInvestmentCode);
    }
}
