package pe.minka.allocation.envelope;

import pe.minka.platform.core.Soles;

import java.util.UUID;

/**
 * The cash behind an envelope, as last stated, and whether a shortage was explained in public.
 *
 * @param statement the newest
 * @param explained whether every statement in which agreements exceeded the cash has its published explanation
 */
record CashPosition(UUID statement, Soles cash, boolean explained) {

    /** Whether a new commitment may be made. */
    enum Verdict {
        FREE,
        /** A shortage was never explained. */
        EXPLANATION_OWED,
        /** There is no cash for it. */
        OVER_CASH
    }

    /**
     * Decides on a new commitment.
     *
     * @param committed what agreements have taken already
     */
    Verdict judge(Soles committed, Soles more) {
        if (!explained) {
            return Verdict.EXPLANATION_OWED;
        }
        return committed.plus(more).exceeds(cash) ? Verdict.OVER_CASH : Verdict.FREE;
    }
}
