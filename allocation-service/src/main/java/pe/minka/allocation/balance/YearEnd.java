package pe.minka.allocation.balance;

import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.Agreement.YearAmount;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.Optional;

/**
 * The end of a fiscal year for one agreement: what was there for it and was not spent is carried into the next year for
 * the same project and for no other.
 *
 * @param carried the years that are closed, in their order
 */
record YearEnd(Agreement agreement, List<Carried> carried) {

    /**
     * @param available what was scheduled in the year and what came from the year before
     * @param balance what goes into the year after
     */
    record Carried(FiscalYear fromYear, Soles available, Soles spent, Soles balance, String document) {}

    /** What came of closing a year. A refusal wrote nothing. */
    sealed interface Outcome {

        record Closed(Carried carried) implements Outcome {}

        /** An earlier year is not closed yet, or nothing is scheduled before. */
        record OutOfOrder(FiscalYear expected) implements Outcome {}

        record AlreadyClosed() implements Outcome {}

        record OverAvailable(Soles available) implements Outcome {}

        /** All of it is spent or none is left. */
        record NothingLeft() implements Outcome {}
    }

    Outcome close(FiscalYear year, Soles spent, String document) {
        if (carried.stream().anyMatch(each -> each.fromYear().equals(year))) {
            return new Outcome.AlreadyClosed();
        }
        var expected = next();
        if (expected.isEmpty()) {
            return new Outcome.NothingLeft();
        }
        if (!expected.get().equals(year)) {
            return new Outcome.OutOfOrder(expected.get());
        }
        var available = available(year);
        return spent.exceeds(available)
                ? new Outcome.OverAvailable(available)
                : new Outcome.Closed(new Carried(year, available, spent, available.minus(spent), document));
    }

    /** The first scheduled year; after a closed year the one after it, while there is money. */
    private Optional<FiscalYear> next() {
        var scheduled = agreement.schedule().stream().map(YearAmount::year);
        if (carried.isEmpty()) {
            return scheduled.min(FiscalYear::compareTo);
        }
        var last = carried.get(carried.size() - 1);
        return last.balance().equals(Soles.ZERO)
                ? scheduled.filter(year -> year.compareTo(last.fromYear()) > 0).min(FiscalYear::compareTo)
                : Optional.of(last.fromYear().plus(1));
    }

    /** Never more than what stands of the agreement after its modifications. */
    private Soles available(FiscalYear year) {
        var scheduled = agreement.schedule().stream()
                .filter(each -> each.year().equals(year))
                .map(YearAmount::amount)
                .reduce(Soles.ZERO, Soles::plus);
        var brought =
                carried.isEmpty() ? Soles.ZERO : carried.get(carried.size() - 1).balance();
        var spent = carried.stream().map(Carried::spent).reduce(Soles.ZERO, Soles::plus);
        var left = agreement.amount().exceeds(spent) ? agreement.amount().minus(spent) : Soles.ZERO;
        var wanted = scheduled.plus(brought);
        return wanted.exceeds(left) ? left : wanted;
    }
}
