package pe.minka.execution.ledger;

import pe.minka.execution.project.BudgetTotals;
import pe.minka.platform.core.Soles;

import java.util.Set;

/** What came of an entry offered to a ledger. */
sealed interface EntryDecision {

    /**
     * @param totals the sums with the entry
     * @param ceiling what its phase may not pass
     * @param flags the rules that an imported entry breaks
     */
    record Admitted(BudgetTotals totals, Soles ceiling, Set<Flag> flags) implements EntryDecision {}

    /** @param available what the phase may still take */
    record Refused(Flag because, Soles available) implements EntryDecision {}
}
