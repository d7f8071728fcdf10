package pe.minka.allocation.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A part of a hundred, exact.
 *
 * @param value from 0 to 100 with at most six decimals
 */
public record Percent(BigDecimal value) implements Comparable<Percent> {

    public static final Percent HUNDRED = new Percent(BigDecimal.valueOf(100));

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final Pattern FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?");

    public Percent {
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a percentage lies between 0 and 100: " + value);
        }
        value = plain(value);
    }

    /** @throws IllegalArgumentException for what is no plain decimal number of at most six decimals from 0 to 100 */
    @JsonCreator
    public static Percent of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a percentage with at most six decimals: " + text);
        }
        return new Percent(new BigDecimal(text));
    }

    /**
     * What part of the whole a part is, rounded down to four decimals: what is said to be reached is reached.
     *
     * @throws IllegalArgumentException where the part exceeds the whole or the whole is zero
     */
    public static Percent share(Soles part, Soles whole) {
        if (whole.centimos() == 0) {
            throw new IllegalArgumentException("no share of nothing");
        }
        return new Percent(BigDecimal.valueOf(part.centimos())
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(whole.centimos()), 4, RoundingMode.DOWN));
    }

    /** Whether a part is less than this percentage of the whole, compared exactly. */
    public boolean isMissedBy(Soles part, Soles whole) {
        return exactly(whole).compareTo(BigDecimal.valueOf(part.centimos())) > 0;
    }

    /** Whether a part is more than this percentage of the whole, compared exactly. */
    public boolean isExceededBy(Soles part, Soles whole) {
        return exactly(whole).compareTo(BigDecimal.valueOf(part.centimos())) < 0;
    }

    /** This percentage of an amount; a fraction of a centimo is rounded up, so that the share is never missed. */
    public Soles atLeast(Soles whole) {
        return new Soles(exactly(whole).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /** This percentage of an amount; a fraction of a centimo is rounded down, so that the share is never exceeded. */
    public Soles atMost(Soles whole) {
        return new Soles(exactly(whole).setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    private BigDecimal exactly(Soles whole) {
        return BigDecimal.valueOf(whole.centimos()).multiply(value).multiply(HUNDREDTH);
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
