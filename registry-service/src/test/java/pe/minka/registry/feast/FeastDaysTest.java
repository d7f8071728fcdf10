package pe.minka.registry.feast;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.registry.regulation.Regulation;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class FeastDaysTest {

    private final FeastDays national = FeastDays.national();

    @ParameterizedTest
    @CsvSource({
        "1818, 1818-03-22", "1961, 1961-04-02", "2000, 2000-04-23", "2016, 2016-03-27", "2024, 2024-03-31",
        "2025, 2025-04-20", "2026, 2026-04-05", "2038, 2038-04-25", "2049, 2049-04-18", "2076, 2076-04-19"
    })
    void easter_falls_on_the_first_sunday_after_the_full_moon_of_spring(int year, LocalDate easter) {
        assertThat(Easter.of(year)).isEqualTo(easter);
    }

    @Test
    void a_term_passes_over_maundy_thursday_good_friday_and_the_weekend() {
        assertThat(national.termAfter(LocalDate.of(2016, 3, 22), 2)).isEqualTo(LocalDate.of(2016, 3, 28));
        assertThat(national.termAfter(LocalDate.of(2026, 4, 1), 1)).isEqualTo(LocalDate.of(2026, 4, 6));
    }

    @Test
    void a_term_of_no_days_ends_on_its_day_and_one_over_the_national_feast_is_two_days_longer() {
        assertThat(national.termAfter(LocalDate.of(2025, 7, 27), 0)).isEqualTo(LocalDate.of(2025, 7, 27));
        assertThat(national.termAfter(LocalDate.of(2025, 7, 25), 1)).isEqualTo(LocalDate.of(2025, 7, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-08-06, true",
        "2022-08-05, true",
        "2024-08-06, false",
        "2021-12-09, true",
        "2022-12-09, false",
        "2023-06-07, true",
        "2024-06-07, false",
        "2024-07-23, false",
        "2020-07-23, true"
    })
    void a_holiday_is_kept_from_the_year_its_law_begins(LocalDate day, boolean working) {
        assertThat(national.isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void a_year_has_its_sixteen_holidays_since_2024_and_had_twelve_before_2022() {
        assertThat(national.of(2026))
                .hasSize(16)
                .extracting(FeastDays.Kept::law)
                .doesNotContain("");
        assertThat(national.of(2016)).hasSize(12);
    }

    @Test
    void a_regulation_adds_the_feast_of_its_place_for_every_year_or_for_one() {
        var cusco = Ordinances.document("ocongate-2020.v1");
        var feasts = cusco.putObject("calendar").put("law", "Ordenanza local").putArray("feastDays");
        feasts.addObject().put("day", "06-24").set("title", text("Inti Raymi"));
        feasts.addObject().put("day", "2019-05-20").set("title", text("Duelo"));
        feasts.addObject().put("easter", 60).set("title", text("Corpus Christi"));
        var local = FeastDays.under(new Regulation(cusco));

        assertThat(local.isWorkingDay(LocalDate.of(2026, 6, 24))).isFalse();
        assertThat(local.isWorkingDay(LocalDate.of(2026, 6, 4))).isFalse();
        assertThat(local.isWorkingDay(LocalDate.of(2019, 5, 20))).isFalse();
        assertThat(local.isWorkingDay(LocalDate.of(2020, 5, 20))).isTrue();
        assertThat(national.isWorkingDay(LocalDate.of(2026, 6, 24))).isTrue();
        assertThat(local.termAfter(LocalDate.of(2026, 6, 23), 1)).isEqualTo(LocalDate.of(2026, 6, 25));
        assertThat(local.of(2026))
                .filteredOn(kept -> kept.title("es").equals("Inti Raymi"))
                .extracting(FeastDays.Kept::law)
                .containsExactly("Ordenanza local");
    }

    private static ObjectNode text(String spanish) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("es", spanish);
    }
}
