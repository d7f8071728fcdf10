package pe.minka.allocation.modification;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How far changes have carried something away from what was signed.
 *
 * @param agreed what was signed
 * @param now what stands after all changes
 * @param moved the sum of all changes, each counted as much whether up or down: going there and back is not nothing
 */
record Drift(Soles agreed, Soles now, Soles moved) {

    record Change(Soles before, Soles after) {

        Soles size() {
            return after.exceeds(before) ? after.minus(before) : before.minus(after);
        }
    }

    static Drift of(Soles agreed, List<Change> changes) {
        var now = changes.isEmpty() ? agreed : changes.get(changes.size() - 1).after();
        var moved = changes.stream().map(Change::size).reduce(Soles.ZERO, Soles::plus);
        return new Drift(agreed, now, moved);
    }

    Drift plus(Drift other) {
        return new Drift(agreed.plus(other.agreed), now.plus(other.now), moved.plus(other.moved));
    }

    /** What was moved as a percentage of what was signed, two decimals; null where nothing was signed. */
    @Nullable
    String percent() {
        return agreed.equals(Soles.ZERO)
                ? null
                : BigDecimal.valueOf(moved.centimos())
                        .scaleByPowerOfTen(2)
                        .divide(BigDecimal.valueOf(agreed.centimos()), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
