package pe.minka.platform.core;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of public money, never negative. On the wire {@code {"amount":"12.50","currency":"PEN"}}.
 *
 * @param centimos hundredths of a sol: {@code 12_50} is S/ 12.50
 */
public record Soles(long centimos) implements Comparable<Soles> {

    public static final Soles ZERO = new Soles(0);

    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9]\\d{0,15})(\\.\\d{1,2})?");

    public Soles {
        if (centimos < 0) {
            throw new IllegalArgumentException("negative amount: " + centimos);
        }
    }

    /**
     * Reads an amount of at most two decimals, without sign, exponent or grouping.
     *
     * @throws IllegalArgumentException for anything else: an amount is never rounded in silence
     */
    public static Soles of(String amount) {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("not an amount in soles with at most two decimals: " + amount);
        }
        return new Soles(new BigDecimal(amount).movePointRight(2).longValueExact());
    }

    /** @throws ArithmeticException past {@link Long#MAX_VALUE}: better no total than a wrong one */
    public Soles plus(Soles other) {
        return new Soles(Math.addExact(centimos, other.centimos));
    }

    /** @throws IllegalArgumentException where more is taken than there is */
    public Soles minus(Soles other) {
        return new Soles(centimos - other.centimos);
    }

    public boolean exceeds(Soles other) {
        return centimos > other.centimos;
    }

    @Override
    public int compareTo(Soles other) {
        return Long.compare(centimos, other.centimos);
    }

    /** The amount as it goes over the wire: {@code 12.50}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(centimos, 2).toPlainString();
    }
}
