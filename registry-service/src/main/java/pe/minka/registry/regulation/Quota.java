package pe.minka.registry.regulation;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A target or gate of composition.
 *
 * @param minimumPercent of all people counted; absent where a count is asked
 * @param blocks whether it refuses (true) or only shows the gap (false)
 */
public record Quota(
        String of,
        String group,
        @Nullable BigDecimal minimumPercent,
        @Nullable Integer minimumCount,
        boolean blocks,
        String law) {

    /** How many people of the group a whole of that size needs; a fraction of a person counts as one. */
    public int neededOf(int whole) {
        int needed = minimumCount == null ? 0 : minimumCount;
        if (minimumPercent != null) {
            needed = Math.max(
                    needed,
                    minimumPercent
                            .multiply(BigDecimal.valueOf(whole))
                            .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
                            .intValueExact());
        }
        return needed;
    }
}
