package pe.minka.execution.project;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A work: what an approved agreement became. It knows its sums; the entries behind them are kept by the features that
 * record them. Whoever changes it holds its lock.
 */
public interface Project {

    ProjectState state();

    /** Takes a step that the state admitted; refuses as the problem that the refusal stands for. */
    void take(Step step);

    /** Refuses a record of a work that is closed. */
    void mustBeOpen();

    /** Refuses a record of works that have not begun or are over. */
    void mustBeUnderWay();

    /** From now on the work may spend so much. */
    void agree(Soles amount);

    void spend(BudgetTotals totals);

    void contribute(Soles value);

    void receiveFromCommunity(Soles amount);

    /** Spent or given back. */
    void payFromCommunity(Soles amount);

    void progressTo(BigDecimal percent);

    UUID id();

    ProcessId process();

    EntityCode entity();

    UUID agreement();

    String title();

    Soles agreed();

    @Nullable
    String zone();

    @Nullable
    LocalDate plannedEnd();

    BudgetTotals totals();

    Soles contributed();

    Soles communityReceived();

    Soles communitySpent();

    Soles communityBalance();

    BigDecimal physicalPercent();

    /** Accrued money as a percentage of the agreed amount, two decimals; 0 where nothing was agreed. */
    BigDecimal financialPercent();
}
