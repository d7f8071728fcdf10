package pe.minka.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * In what an election's money is counted: amounts are whole numbers of its smallest unit.
 *
 * @param currency ISO 4217 code, or empty where a file names none
 * @param decimals digits after the point that amounts carry: 2 for centimos of a sol
 */
public record Denomination(String currency, int decimals) {

    /** Centimos of a Peruvian sol. */
    public static final Denomination CENTIMOS = new Denomination("PEN", 2);

    /** The largest amount: below it every whole number is also an exact {@code double}. */
    public static final long LARGEST_AMOUNT = 1L << 53;

    public Denomination {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("decimals must be between 0 and 6: " + decimals);
        }
    }

    /** How many of the smallest unit make one of the currency: 100 for a sol counted in centimos. */
    public long one() {
        return BigInteger.TEN.pow(decimals).longValueExact();
    }

    /** Amount in smallest units. @throws ArithmeticException where the amount has more decimals than there are units */
    public long amountOf(BigDecimal money) {
        return money.setScale(decimals, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    /** The amount as a plain decimal number, such as {@code 12.50}. */
    public String plain(long amount) {
        return BigDecimal.valueOf(amount, decimals).toPlainString();
    }

    /** The amount as a decimal number without zeros at its end, such as {@code 12.5}. */
    public BigDecimal decimal(long amount) {
        var stripped = BigDecimal.valueOf(amount, decimals).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
