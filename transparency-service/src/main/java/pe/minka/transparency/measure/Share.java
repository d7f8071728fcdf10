package pe.minka.transparency.measure;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole in percent, exact and then rounded half up to one decimal: 105 of 300 is {@code 35.0}. */
public final class Share {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Share() {}

    /** Null where the whole is nothing: there is no share of nothing. */
    public static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }

    public static @Nullable BigDecimal percent(long part, long whole) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** Null too where the part is not told. */
    public static @Nullable BigDecimal percentOrNone(@Nullable Integer part, long whole) {
        return part == null ? null : percent(part.longValue(), whole);
    }

    /** By how many percent it grew, negative where it fell: 83 then 47 is {@code -43.4}. */
    public static @Nullable BigDecimal growth(BigDecimal before, BigDecimal after) {
        return percent(after.subtract(before), before);
    }
}
