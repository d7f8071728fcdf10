package pe.minka.rules.pabulib;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as real files write them: 1250, 1250.5, 1250,50, 1 250 000, 1.25E6. */
final class Decimals {
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{0,12})?([eE][+-]?\\d{1,2})?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d{1,18},\\d{1,2}");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([ \\u00a0\\u202f]\\d{3})+([.,]\\d{1,2})?");

    private Decimals() {}

    /** The number, or null where it is none or could mean two things, as 1,000 does. */
    static @Nullable BigDecimal parse(String text) {
        if (PLAIN.matcher(text).matches()) {
            return shortest(new BigDecimal(text));
        }
        if (WITH_COMMA.matcher(text).matches()) {
            return shortest(new BigDecimal(text.replace(',', '.')));
        }
        if (GROUPED.matcher(text).matches()) {
            return shortest(
                    new BigDecimal(text.replaceAll("[ \\u00a0\\u202f]", "").replace(',', '.')));
        }
        return null;
    }

    /** Whether it was read in spite of its notation. */
    static boolean isBent(String text) {
        return !PLAIN.matcher(text).matches();
    }

    private static BigDecimal shortest(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
