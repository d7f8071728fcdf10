package pe.minka.allocation.programme;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Whether every investment of a year stands both in the investment programme and in the budget.
 *
 * @param investments each that stands in at least one
 * @param dueOn by when they must agree; null where no directive was recorded
 */
record Consistency(List<Investment> investments, @Nullable LocalDate dueOn) {

    /**
     * @param programmed null where the programme does not have it
     * @param budgeted null where the budget does not have it
     */
    record Investment(
            String code,
            String title,
            @Nullable Soles programmed,
            @Nullable Soles budgeted) {}

    enum State {
        CONSISTENT,
        GAPS,
        /** Programme or budget is not known: nothing can be said. */
        INCOMPLETE
    }

    enum Gap {
        NOT_IN_BUDGET,
        NOT_IN_PROGRAMME,
        /** In both, with another amount. */
        AMOUNT_DIFFERS
    }

    /** An investment of no code stands in no programme. */
    static Optional<Gap> gap(Investment investment) {
        if (investment.budgeted() == null) {
            return Optional.of(Gap.NOT_IN_BUDGET);
        }
        if (investment.programmed() == null) {
            return Optional.of(Gap.NOT_IN_PROGRAMME);
        }
        return investment.programmed().equals(investment.budgeted())
                ? Optional.empty()
                : Optional.of(Gap.AMOUNT_DIFFERS);
    }

    List<Investment> gaps() {
        return investments.stream().filter(each -> gap(each).isPresent()).toList();
    }

    State state() {
        boolean programme = investments.stream().anyMatch(each -> each.programmed() != null);
        boolean budget = investments.stream().anyMatch(each -> each.budgeted() != null);
        if (!programme || !budget) {
            return State.INCOMPLETE;
        }
        boolean missing =
                investments.stream().flatMap(each -> gap(each).stream()).anyMatch(gap -> gap != Gap.AMOUNT_DIFFERS);
        return missing ? State.GAPS : State.CONSISTENT;
    }

    /** Days that are left; negative when it is too late; empty where no deadline is known. */
    Optional<Long> daysLeft(LocalDate today) {
        return Optional.ofNullable(dueOn).map(due -> ChronoUnit.DAYS.between(today, due));
    }
}
