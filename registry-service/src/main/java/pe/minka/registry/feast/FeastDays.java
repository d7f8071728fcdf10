package pe.minka.registry.feast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import pe.minka.registry.regulation.Regulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The feast days that hold for somebody: the nation's, and those of a place where its regulation names them. */
public final class FeastDays {

    private static final String FILE = "feast/national-holidays.json";
    private static final FeastDays NATIONAL = new FeastDays(read(holidays(), ""));

    private final List<FeastDay> feasts;

    private FeastDays(List<FeastDay> feasts) {
        this.feasts = List.copyOf(feasts);
    }

    /** @law DLeg 713 art. 6 with its later texts */
    public static FeastDays national() {
        return NATIONAL;
    }

    /** The nation's and those that the regulation adds for its territory. */
    public static FeastDays under(Regulation regulation) {
        var local = regulation.document().path("calendar");
        return local.path("feastDays").isEmpty()
                ? NATIONAL
                : new FeastDays(Stream.concat(
                                NATIONAL.feasts.stream(), read(local.path("feastDays"), Regulation.law(local)).stream())
                        .toList());
    }

    /** A feast on its date. */
    public record Kept(LocalDate date, JsonNode titles, String law) {

        /** In that language, or in Spanish. */
        public String title(String language) {
            return titles.path(language).asText(titles.path("es").asText());
        }
    }

    /** All of a year, by date. */
    List<Kept> of(int year) {
        return feasts.stream()
                .flatMap(feast -> feast.in(year).map(date -> new Kept(date, feast.title(), feast.law())).stream())
                .sorted(Comparator.comparing(Kept::date))
                .toList();
    }

    /** All from one day to another, both included, by date. */
    public List<Kept> between(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .boxed()
                .flatMap(year -> of(year).stream())
                .filter(kept -> !kept.date().isBefore(first) && !kept.date().isAfter(last))
                .toList();
    }

    /** Monday to Friday, and no feast day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && feasts.stream()
                        .noneMatch(feast ->
                                feast.in(day.getYear()).filter(day::equals).isPresent());
    }

    /** The last day of a term of working days that begins the day after. */
    public LocalDate termAfter(LocalDate day, int workingDays) {
        var last = day;
        for (int left = workingDays; left > 0; ) {
            last = last.plusDays(1);
            if (isWorkingDay(last)) {
                left--;
            }
        }
        return last;
    }

    private static List<FeastDay> read(JsonNode list, String law) {
        var feasts = new ArrayList<FeastDay>();
        list.forEach(feast -> feasts.add(FeastDay.read(feast, law)));
        return feasts;
    }

    private static JsonNode holidays() {
        try (InputStream file = FeastDays.class.getClassLoader().getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file, FILE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
