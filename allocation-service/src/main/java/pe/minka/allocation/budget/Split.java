package pe.minka.allocation.budget;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Regulation;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.Optional;

/**
 * How a budget divides between current spending and investment.
 *
 * @param currentShare rounded down to four decimals
 */
record Split(Soles current, Soles investment, Percent currentShare, Percent investmentShare) {

    enum SpendingClass {
        CURRENT,
        INVESTMENT
    }

    record Line(String line, SpendingClass spendingClass, Soles amount) {}

    /** The ordinance lets less go to current spending. */
    record OverCeiling(Percent maximum, Soles most, Soles current, String law) {}

    /** Empty where the lines add to nothing. */
    static Optional<Split> of(List<Line> lines) {
        var current = sum(lines, SpendingClass.CURRENT);
        var investment = sum(lines, SpendingClass.INVESTMENT);
        var total = current.plus(investment);
        if (total.equals(Soles.ZERO)) {
            return Optional.empty();
        }
        var share = Percent.share(current, total);
        return Optional.of(new Split(
                current, investment, share, new Percent(Percent.HUNDRED.value().subtract(share.value()))));
    }

    Soles total() {
        return current.plus(investment);
    }

    /** Compared exactly: one centimo over the ceiling is over it. */
    Optional<OverCeiling> breaches(Regulation.@Nullable CurrentExpenditure ceiling) {
        if (ceiling == null || !ceiling.maximumPercent().isExceededBy(current, total())) {
            return Optional.empty();
        }
        return Optional.of(new OverCeiling(
                ceiling.maximumPercent(),
                ceiling.maximumPercent().atMost(total()),
                current,
                Regulation.article(ceiling.law())));
    }

    private static Soles sum(List<Line> lines, SpendingClass wanted) {
        return lines.stream()
                .filter(line -> line.spendingClass() == wanted)
                .map(Line::amount)
                .reduce(Soles.ZERO, Soles::plus);
    }
}
