package pe.minka.registry.territory;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as spreadsheets write them: {@code 1234.0}, and {@code 1234,0} in Peru. */
final class ListNumbers {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private ListNumbers() {}

    /** @throws IllegalArgumentException where it is no whole number from zero */
    static Long count(String text) {
        try {
            long count = decimal(text).longValueExact();
            if (count < 0) {
                throw new IllegalArgumentException("negative");
            }
            return count;
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException("no whole number", fraction);
        }
    }

    /** @throws IllegalArgumentException where it is no height */
    static Integer metres(String text) {
        try {
            return decimal(text).setScale(0, RoundingMode.HALF_UP).intValueExact();
        } catch (ArithmeticException tooHigh) {
            throw new IllegalArgumentException("no height", tooHigh);
        }
    }

    /** @throws IllegalArgumentException where it is not from 0 to 100 */
    static BigDecimal percent(String text) {
        var percent = decimal(text);
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("no part of a hundred");
        }
        return percent;
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
