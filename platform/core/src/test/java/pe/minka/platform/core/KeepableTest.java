package pe.minka.platform.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class KeepableTest {

    @ParameterizedTest
    @CsvSource({
        "0,U+0000",
        "7,U+0007",
        "11,U+000B",
        "27,U+001B",
        "127,U+007F",
        "133,U+0085",
        "55296,U+D800",
        "57343,U+DFFF"
    })
    void a_control_character_or_half_a_pair_is_named(int character, String named) {
        assertThat(Keepable.refusedIn("agua" + (char) character + "potable")).isEqualTo(named);
        assertThat(Keepable.refusedIn("agua" + (char) character)).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Riego de Ñahuiraccchi",
                "dos\tcolumnas\ny dos líneas\r\n",
                "q'uñi unu 💧",
                "\ufeffa",
                "e\u0301\u202e"
            })
    void what_people_write_is_kept(String text) {
        assertThat(Keepable.refusedIn(text)).isNull();
    }

    @Test
    void the_halves_of_a_pair_in_the_wrong_order_are_none() {
        assertThat(Keepable.refusedIn("\udca7\ud83d")).isEqualTo("U+DCA7");
    }

    @Test
    void days_and_instants_are_of_the_years_1_to_9999() {
        assertThat(Keepable.isInRange(LocalDate.of(1, 1, 1))).isTrue();
        assertThat(Keepable.isInRange(LocalDate.of(0, 12, 31))).isFalse();
        assertThat(Keepable.isInRange(LocalDate.of(9999, 12, 31))).isTrue();
        assertThat(Keepable.isInRange(LocalDate.of(10_000, 1, 1))).isFalse();
        assertThat(Keepable.isInRange(Instant.parse("9999-12-31T23:59:59.999Z")))
                .isTrue();
        assertThat(Keepable.isInRange(Instant.MAX)).isFalse();
        assertThat(Keepable.isInRange(Instant.MIN)).isFalse();
    }
}
