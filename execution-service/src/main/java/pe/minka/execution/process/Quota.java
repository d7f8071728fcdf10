package pe.minka.execution.process;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The least part of a group among the members of a committee.
 *
 * @param group WOMEN, MEN, PEASANT_AND_NATIVE_COMMUNITIES …
 * @param blocks whether a committee short of it is refused, or only told
 */
public record Quota(
        String group,
        @Nullable BigDecimal minimumPercent,
        @Nullable Integer minimumCount,
        boolean blocks,
        String law) {

    /** How many of the group it takes among so many members; a percentage is rounded up. */
    public int neededOf(int members) {
        int needed = minimumCount == null ? 0 : minimumCount;
        if (minimumPercent != null) {
            int byPercent = minimumPercent
                    .multiply(BigDecimal.valueOf(members))
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
                    .intValueExact();
            needed = Math.max(needed, byPercent);
        }
        return needed;
    }
}
