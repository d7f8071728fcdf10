package pe.minka.execution.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A work as it is kept. */
@Entity
@Table(name = "project")
class ProjectRow implements Project {

    @Id
    @Column(name = "project")
    UUID id;

    ProcessId process;
    EntityCode entity;
    UUID agreement;
    String title;
    Soles agreed;

    @Nullable
    String zone;

    @Nullable
    UUID objective;

    @Column(name = "unique_investment_code")
    @Nullable
    String uniqueInvestmentCode;

    String state;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "started_on")
    @Nullable
    LocalDate startedOn;

    @Column(name = "planned_end")
    @Nullable
    LocalDate plannedEnd;

    @Column(name = "suspended_since")
    @Nullable
    LocalDate suspendedSince;

    @Column(name = "resumed_on")
    @Nullable
    LocalDate resumedOn;

    @Column(name = "settled_on")
    @Nullable
    LocalDate settledOn;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;

    Soles certified = Soles.ZERO;
    Soles committed = Soles.ZERO;
    Soles accrued = Soles.ZERO;
    Soles disbursed = Soles.ZERO;
    Soles contributed = Soles.ZERO;

    @Column(name = "community_received")
    Soles communityReceived = Soles.ZERO;

    @Column(name = "community_spent")
    Soles communitySpent = Soles.ZERO;

    @Column(name = "physical_percent")
    BigDecimal physicalPercent = new BigDecimal("0.00");

    @Version
    long version;

    protected ProjectRow() {}

    ProjectRow(UUID id, ProcessId process, EntityCode entity, OpenProject.Agreed agreed, Instant openedAt) {
        this.id = id;
        this.process = process;
        this.entity = entity;
        this.agreement = agreed.agreement();
        this.title = agreed.title();
        this.agreed = agreed.amount();
        this.zone = agreed.zone();
        this.objective = agreed.objective();
        this.uniqueInvestmentCode = agreed.uniqueInvestmentCode();
        this.openedAt = openedAt;
        this.state = new ProjectState.Opened().code();
    }

    @Override
    public ProjectState state() {
        return switch (state) {
            case "STARTED" -> new ProjectState.Started(works());
            case "SUSPENDED" -> new ProjectState.Suspended(works(), Objects.requireNonNull(suspendedSince));
            case "SETTLED" -> settled();
            case "CLOSED" -> new ProjectState.Closed(settled(), Objects.requireNonNull(closedOn));
            default -> new ProjectState.Opened();
        };
    }

    private ProjectState.Settled settled() {
        return new ProjectState.Settled(works(), Objects.requireNonNull(settledOn));
    }

    private ProjectState.Works works() {
        var start = Objects.requireNonNull(startedOn);
        var latest = suspendedSince != null ? suspendedSince : Objects.requireNonNullElse(resumedOn, start);
        return new ProjectState.Works(start, Objects.requireNonNull(plannedEnd), latest);
    }

    @Override
    public void take(Step step) {
        become(step.fold(next -> next, refusal -> {
            throw refusal.problem().with("state", state).toException();
        }));
    }

    private void become(ProjectState next) {
        state = next.code();
        suspendedSince = null;
        if (next instanceof ProjectState.Started started) {
            if (startedOn != null) {
                resumedOn = started.works().latest();
            }
            startedOn = started.works().startedOn();
            plannedEnd = started.works().plannedEnd();
        } else if (next instanceof ProjectState.Suspended suspended) {
            suspendedSince = suspended.since();
        } else if (next instanceof ProjectState.Settled accounts) {
            settledOn = accounts.settledOn();
        } else if (next instanceof ProjectState.Closed end) {
            closedOn = end.closedOn();
        }
    }

    @Override
    public void mustBeOpen() {
        if (state() instanceof ProjectState.Closed) {
            throw Refusal.PROJECT_CLOSED.problem().with("state", state).toException();
        }
    }

    @Override
    public void mustBeUnderWay() {
        var now = state();
        if (now instanceof ProjectState.Opened) {
            throw Refusal.WORKS_NOT_STARTED.problem().with("state", state).toException();
        }
        mustBeOpen();
    }

    @Override
    public void agree(Soles amount) {
        agreed = amount;
    }

    @Override
    public void spend(BudgetTotals totals) {
        certified = totals.certified();
        committed = totals.committed();
        accrued = totals.accrued();
        disbursed = totals.disbursed();
    }

    @Override
    public void contribute(Soles value) {
        contributed = contributed.plus(value);
    }

    @Override
    public void receiveFromCommunity(Soles amount) {
        communityReceived = communityReceived.plus(amount);
    }

    @Override
    public void payFromCommunity(Soles amount) {
        communitySpent = communitySpent.plus(amount);
    }

    @Override
    public void progressTo(BigDecimal percent) {
        physicalPercent = percent;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public ProcessId process() {
        return process;
    }

    @Override
    public EntityCode entity() {
        return entity;
    }

    @Override
    public UUID agreement() {
        return agreement;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Soles agreed() {
        return agreed;
    }

    @Override
    public @Nullable String zone() {
        return zone;
    }

    @Override
    public @Nullable LocalDate plannedEnd() {
        return plannedEnd;
    }

    @Override
    public BudgetTotals totals() {
        return new BudgetTotals(certified, committed, accrued, disbursed);
    }

    @Override
    public Soles contributed() {
        return contributed;
    }

    @Override
    public Soles communityReceived() {
        return communityReceived;
    }

    @Override
    public Soles communitySpent() {
        return communitySpent;
    }

    @Override
    public Soles communityBalance() {
        return communityReceived.minus(communitySpent);
    }

    @Override
    public BigDecimal physicalPercent() {
        return physicalPercent;
    }

    @Override
    public BigDecimal financialPercent() {
        return agreed.centimos() == 0
                ? new BigDecimal("0.00")
                : BigDecimal.valueOf(accrued.centimos())
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(agreed.centimos()), 2, RoundingMode.HALF_UP);
    }
}
