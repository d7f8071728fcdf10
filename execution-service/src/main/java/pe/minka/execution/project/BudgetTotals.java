package pe.minka.execution.project;

import pe.minka.platform.core.Soles;

/** Public money of one work, summed by budget phase. */
public record BudgetTotals(Soles certified, Soles committed, Soles accrued, Soles disbursed) {

    public static final BudgetTotals NONE = new BudgetTotals(Soles.ZERO, Soles.ZERO, Soles.ZERO, Soles.ZERO);

    public Soles of(BudgetPhase phase) {
        return switch (phase) {
            case CERTIFIED -> certified;
            case COMMITTED -> committed;
            case ACCRUED -> accrued;
            case DISBURSED -> disbursed;
        };
    }

    public BudgetTotals plus(BudgetPhase phase, Soles amount) {
        return switch (phase) {
            case CERTIFIED -> new BudgetTotals(certified.plus(amount), committed, accrued, disbursed);
            case COMMITTED -> new BudgetTotals(certified, committed.plus(amount), accrued, disbursed);
            case ACCRUED -> new BudgetTotals(certified, committed, accrued.plus(amount), disbursed);
            case DISBURSED -> new BudgetTotals(certified, committed, accrued, disbursed.plus(amount));
        };
    }
}
