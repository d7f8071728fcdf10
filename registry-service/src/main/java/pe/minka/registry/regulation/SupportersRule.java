package pe.minka.registry.regulation;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * How many people must sign for citizens without organisation.
 *
 * @param minimum the number that the ordinance writes; 0: it writes none
 * @param percentOfAdults a part of the adults of the territory; asked only where no number is written
 * @param adults how many adults the ordinance itself counts; absent: the published indicator counts
 * @param roundsUp whether a fraction of a person counts as one, or as none
 * @param listed whether supporters count only as rows of a list
 */
public record SupportersRule(
        int minimum,
        @Nullable BigDecimal percentOfAdults,
        @Nullable Integer adults,
        boolean roundsUp,
        boolean listed,
        String law) {

    /** Whether the number cannot be told without a published count of adults. */
    public boolean asksForAdults() {
        return minimum == 0 && percentOfAdults != null && adults == null;
    }

    /** Whether it asks for any supporter. */
    public boolean asks() {
        return minimum > 0 || percentOfAdults != null;
    }

    /**
     * Exact: 0.02 % of 706,004 are 141.2008, so 142 or, rounded down, 141.
     *
     * @param published adults of the territory; counts only where the ordinance counts none
     * @return empty where the adults are not known
     */
    public OptionalInt needed(@Nullable BigDecimal published) {
        if (minimum > 0 || percentOfAdults == null) {
            return OptionalInt.of(minimum);
        }
        var counted = adults == null ? published : BigDecimal.valueOf(adults);
        return counted == null
                ? OptionalInt.empty()
                : OptionalInt.of(percentOfAdults
                        .multiply(counted)
                        .movePointLeft(2)
                        .setScale(0, roundsUp ? RoundingMode.CEILING : RoundingMode.FLOOR)
                        .intValueExact());
    }
}
