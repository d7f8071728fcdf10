package pe.minka.allocation.bank;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectBankTest {

    @Test
    void accents_capitals_small_words_and_order_do_not_tell_two_names_apart() {
        assertThat(Subject.of("Ampliación del SISTEMA de agua, Pfaco"))
                .isEqualTo(Subject.of("pfaco: ampliacion sistema agua"));
    }

    @Test
    void a_letter_more_is_suspected_and_another_place_is_not() {
        var one = Subject.of("Mejoramiento del canal de riego Huancacalla");

        assertThat(one.similarity(Subject.of("Mejoramiento canal de riego Huancacallla"), 90))
                .isGreaterThanOrEqualTo(97);
        assertThat(one.similarity(Subject.of("Mejoramiento del canal de riego Pfaco"), 90))
                .isEqualTo(-1);
        assertThat(Subject.of("de la").similarity(Subject.of("y"), 90)).isEqualTo(-1);
    }
}
