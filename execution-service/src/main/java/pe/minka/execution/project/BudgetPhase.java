package pe.minka.execution.project;

/**
 * How far public money has gone: reserved, bound, owed, paid. No phase passes the one before it.
 *
 * @law DLeg 1440 art. 40
 */
public enum BudgetPhase {
    CERTIFIED,
    COMMITTED,
    ACCRUED,
    DISBURSED
}
