package pe.minka.registry.body;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A seat changes hands, or becomes vacant, in the middle of a term.
 *
 * @param since first day of the new holder, or of the vacancy
 * @param act the minutes or the resolution behind it
 * @param before who held it; absent for a vacancy or a protected identity
 * @param holder who holds it from then on; the same
 */
record SeatSuccession(
        int seat,
        LocalDate since,
        Cause cause,
        String act,
        @Nullable String before,
        @Nullable String holder) {

    /** Why the seat changes hands. */
    enum Cause {
        RESIGNED,
        REMOVED,
        DIED,
        MANDATE_ENDED,
        VACANCY_FILLED
    }
}
