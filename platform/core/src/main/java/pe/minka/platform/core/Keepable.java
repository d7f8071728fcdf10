package pe.minka.platform.core;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * What can be kept as it came. A text is made of characters that a page, a file and a database can all hold: no control
 * characters but tab and the ends of lines, and no half of a pair of UTF-16. A day or an instant lies in the years 1 to
 * 9999.
 */
public final class Keepable {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Keepable() {}

    /** The first character that cannot be kept, as {@code U+0000}; null where all can. */
    public static @Nullable String refusedIn(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each >= ' ' && each < '\u007f') {
                continue;
            }
            if (Character.isHighSurrogate(each)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(each)
                    || Character.isISOControl(each) && each != '\t' && each != '\n' && each != '\r') {
                return String.format(Locale.ROOT, "U+%04X", (int) each);
            }
        }
        return null;
    }

    /** Whether a day or an instant can be kept; anything else can. */
    public static boolean isInRange(TemporalAccessor time) {
        if (time instanceof Instant instant) {
            return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
        }
        return !(time instanceof LocalDate day) || !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }
}
