package pe.minka.allocation.compliance;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How one agreement is kept, until it is done or lawfully changed.
 *
 * @param accrued money that was executed for it
 * @param physicalPercent of the work
 * @param overdue whether its last year is over and it is neither done nor given up
 */
record Keeping(Agreement agreement, Standing standing, Soles accrued, BigDecimal physicalPercent, boolean overdue) {

    /** Where an agreement stands. */
    enum Standing {
        NOT_BEGUN,
        BEGUN,
        SUSPENDED,
        DONE,
        /** Lawfully, by a modification. */
        GIVEN_UP
    }

    static Keeping of(Agreement agreement, @Nullable FulfilmentRow fulfilment, LocalDate today) {
        var standing = standing(agreement, fulfilment);
        boolean open = standing != Standing.DONE && standing != Standing.GIVEN_UP;
        boolean over =
                agreement.schedule().stream().allMatch(year -> year.year().value() < today.getYear());
        return new Keeping(
                agreement,
                standing,
                fulfilment == null ? Soles.ZERO : fulfilment.accrued,
                fulfilment == null ? BigDecimal.ZERO : fulfilment.physicalPercent,
                open && over);
    }

    private static Standing standing(Agreement agreement, @Nullable FulfilmentRow fulfilment) {
        return switch (agreement.state()) {
            case DONE -> Standing.DONE;
            case WITHDRAWN -> Standing.GIVEN_UP;
            case OPEN ->
                fulfilment == null
                        ? Standing.NOT_BEGUN
                        : fulfilment.stage == Stage.SUSPENDED ? Standing.SUSPENDED : Standing.BEGUN;
        };
    }

    /** Whether an act changed what was signed. */
    boolean lawfullyChanged() {
        return agreement.modifications() > 0;
    }
}
