package pe.minka.registry.feast;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * A day of rest by law, the same each year or at its distance from Easter.
 *
 * @param day month and day; absent for a movable feast and for a single one
 * @param easter days after Easter Sunday, before it where negative
 * @param once a single date
 * @param from first year; 0 where it always was
 * @param until last year; 9999 where it has no end
 */
record FeastDay(
        @Nullable MonthDay day,
        @Nullable Integer easter,
        @Nullable LocalDate once,
        int from,
        int until,
        JsonNode title,
        String law) {

    private static final int FOR_EVER = 9999;

    /** As the data of the law and the regulations write it: {@code MM-DD}, {@code YYYY-MM-DD}, or days from Easter. */
    static FeastDay read(JsonNode feast, String law) {
        var day = feast.path("day").asText("");
        return new FeastDay(
                day.length() == 5 ? MonthDay.parse("--" + day) : null,
                feast.has("easter") ? feast.path("easter").asInt() : null,
                day.length() == 10 ? LocalDate.parse(day) : null,
                feast.path("from").asInt(0),
                feast.path("until").asInt(FOR_EVER),
                feast.path("title"),
                feast.path("law").asText(law));
    }

    /** The date in a year; none where it is not kept that year. */
    Optional<LocalDate> in(int year) {
        if (year < from || year > until) {
            return Optional.empty();
        }
        if (once != null) {
            return once.getYear() == year ? Optional.of(once) : Optional.empty();
        }
        if (easter != null) {
            return Optional.of(Easter.of(year).plusDays(easter));
        }
        return day == null ? Optional.empty() : Optional.of(day.atYear(year));
    }
}
