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
import pe.minka.workshop.process.Regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Something that somebody wants built or done with the money of the process. */
@Entity
public class Proposal {

    /** Whether one zone decides on it or the whole district. */
    public enum Extent {
        ZONE,
        DISTRICT
    }

    /** Who brings it. The entity's own go through the same vote as all others. */
    public enum Origin {
        AGENTS,
        PROGRAMME,
        ENTITY
    }

    /** What the technical opinions came to. */
    public enum Status {
        SUBMITTED,
        VIABLE,
        OBSERVED,
        NOT_VIABLE
    }

    /** What a proposal lacks for the ballot, by the regulation. */
    public enum Lack {
        OBJECTIVE,
        COST,
        VIABLE_OPINION
    }

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
    Extent extent;

    @Enumerated(EnumType.STRING)
    Origin origin;

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
    Status status;

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
        proposal.status = Status.SUBMITTED;
        proposal.version = 1;
        return proposal;
    }

    /** The technical opinions so far came to this; the last evaluated cost counts. */
    public void evaluated(Status outcome, @Nullable Soles evaluatedCost) {
        status = outcome;
        if (evaluatedCost != null) {
            cost = evaluatedCost;
        }
    }

    /**
     * What it lacks to be put to the vote.
     *
     * @law DS 142-2009-EF art. 8.2
     */
    public List<Lack> lacksFor(Regulation.Proposals rule) {
        var lacks = new ArrayList<Lack>();
        if (rule.requireObjective() && objective == null) {
            lacks.add(Lack.OBJECTIVE);
        }
        if (rule.requireCost() && cost == null) {
            lacks.add(Lack.COST);
        }
        if (rule.requireViableOpinion() && status != Status.VIABLE) {
            lacks.add(Lack.VIABLE_OPINION);
        }
        return lacks;
    }

    public UUID id() {
        return proposal;
    }

    public ProcessId process() {
        return process;
    }

    public EntityCode entity() {
        return entity;
    }

    public String title() {
        return title;
    }

    public @Nullable UUID objective() {
        return objective;
    }

    public @Nullable String zone() {
        return zone;
    }

    public Extent extent() {
        return extent;
    }

    public Origin origin() {
        return origin;
    }

    public Status status() {
        return status;
    }

    public @Nullable Soles cost() {
        return cost;
    }

    public @Nullable String uniqueInvestmentCode() {
        return uniqueInvestmentCode;
    }
}
