package pe.minka.registry.agent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageUseTest {

    @Test
    @Tag("ANT-46")
    void each_language_is_reported_by_sex() {
        assertThat(LanguageUse.suppressed(Map.of(
                        "qu", Map.of(Sex.FEMALE, 63, Sex.MALE, 30),
                        "es", Map.of(Sex.FEMALE, 12, Sex.MALE, 41))))
                .containsExactly(new LanguageUse("es", 12, 41), new LanguageUse("qu", 63, 30));
    }

    @Test
    void a_group_of_four_hides_its_language_and_the_next_smallest_or_the_totals_would_tell() {
        assertThat(LanguageUse.suppressed(Map.of(
                        "qu", Map.of(Sex.FEMALE, 63, Sex.MALE, 30),
                        "es", Map.of(Sex.FEMALE, 12, Sex.MALE, 41),
                        "ay", Map.of(Sex.FEMALE, 9, Sex.MALE, 4))))
                .containsExactly(
                        new LanguageUse("ay", null, null),
                        new LanguageUse("es", null, null),
                        new LanguageUse("qu", 63, 30));
    }

    @Test
    void a_group_of_five_and_an_empty_one_are_shown() {
        assertThat(LanguageUse.suppressed(Map.of("qu", Map.of(Sex.FEMALE, 5))))
                .containsExactly(new LanguageUse("qu", 5, 0));
    }
}
