package pe.minka.execution.ledger;

import pe.minka.execution.ledger.EntryDecision.Admitted;
import pe.minka.execution.ledger.EntryDecision.Refused;
import pe.minka.execution.project.BudgetPhase;
import pe.minka.execution.project.BudgetTotals;
import pe.minka.platform.core.Soles;

import java.util.EnumSet;

import static pe.minka.execution.ledger.Flag.OVER_AGREED_AMOUNT;
import static pe.minka.execution.ledger.Flag.OVER_EARLIER_PHASE;

/**
 * Public money of one work.
 *
 * @param agreed what the agreement reserves for the work
 */
record Ledger(Soles agreed, BudgetTotals totals) {

    /**
     * Decides on one entry and changes nothing.
     *
     * @law DLeg 1440 art. 40: certification, commitment, accrual, payment
     */
    EntryDecision admit(BudgetPhase phase, Soles amount, Origin origin) {
        var after = totals.plus(phase, amount);
        var ceiling = ceilingOf(phase);
        var broken = EnumSet.noneOf(Flag.class);
        if (after.of(phase).exceeds(agreed)) {
            broken.add(OVER_AGREED_AMOUNT);
        }
        if (phase != BudgetPhase.CERTIFIED && after.of(phase).exceeds(ceiling)) {
            broken.add(OVER_EARLIER_PHASE);
        }
        if (origin == Origin.IMPORTED || broken.isEmpty()) {
            return new Admitted(after, ceiling, broken);
        }
        return broken.contains(OVER_AGREED_AMOUNT)
                ? new Refused(OVER_AGREED_AMOUNT, left(agreed, phase))
                : new Refused(OVER_EARLIER_PHASE, left(ceiling, phase));
    }

    /** Certified money stays under the agreed amount, each later phase under the one before. */
    private Soles ceilingOf(BudgetPhase phase) {
        return switch (phase) {
            case CERTIFIED -> agreed;
            case COMMITTED -> least(totals.certified());
            case ACCRUED -> least(totals.committed());
            case DISBURSED -> least(totals.accrued());
        };
    }

    private Soles least(Soles before) {
        return before.exceeds(agreed) ? agreed : before;
    }

    private Soles left(Soles limit, BudgetPhase phase) {
        return totals.of(phase).exceeds(limit) ? Soles.ZERO : limit.minus(totals.of(phase));
    }
}
