package pe.minka.execution.settlement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import pe.minka.execution.project.BudgetTotals;
import pe.minka.execution.project.Project;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Final accounts of a work: what was agreed, what public money was spent, what the community brought. */
@Entity
class Settlement {

    @Id
    @Column(name = "settlement")
    UUID id;

    UUID project;

    @Column(name = "settled_on")
    LocalDate settledOn;

    String document;
    Soles agreed;
    Soles certified;
    Soles committed;
    Soles accrued;
    Soles disbursed;
    Soles contributed;

    @Column(name = "community_received")
    Soles communityReceived;

    @Column(name = "community_spent")
    Soles communitySpent;

    @Column(name = "community_returned")
    Soles communityReturned;

    /** False once corrected accounts have taken its place. */
    boolean standing;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected Settlement() {}

    Settlement(Project project, LocalDate settledOn, String document, Soles communityReturned, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.project = project.id();
        this.settledOn = settledOn;
        this.document = document;
        this.agreed = project.agreed();
        this.certified = project.totals().certified();
        this.committed = project.totals().committed();
        this.accrued = project.totals().accrued();
        this.disbursed = project.totals().disbursed();
        this.contributed = project.contributed();
        this.communityReceived = project.communityReceived();
        this.communitySpent = project.communitySpent().minus(communityReturned);
        this.communityReturned = communityReturned;
        this.standing = true;
        this.recordedAt = recordedAt;
    }

    /** Whether the ledgers of a work still say what these accounts say. */
    boolean agreesWith(Project work) {
        return agreed.equals(work.agreed())
                && new BudgetTotals(certified, committed, accrued, disbursed).equals(work.totals())
                && contributed.equals(work.contributed())
                && communityReceived.equals(work.communityReceived())
                && communitySpent.plus(communityReturned).equals(work.communitySpent());
    }
}
