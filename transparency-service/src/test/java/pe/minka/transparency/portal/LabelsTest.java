package pe.minka.transparency.portal;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class LabelsTest {

    private static final Pattern USED = Pattern.compile("words\\.of\\('([\\w.]+)'\\)");

    @Test
    void the_three_languages_have_the_same_words() {
        assertThat(Labels.read("qu").stringPropertyNames())
                .isEqualTo(Labels.read("es").stringPropertyNames());
        assertThat(Labels.read("en").stringPropertyNames())
                .isEqualTo(Labels.read("es").stringPropertyNames());
    }

    @Test
    void every_word_that_a_page_says_is_there() throws IOException {
        var used = new TreeSet<String>();
        for (String page :
                new String[] {"layout", "PortalResource/home", "PortalResource/process", "PortalResource/absent"}) {
            try (var file = LabelsTest.class.getResourceAsStream("/templates/" + page + ".html")) {
                assertThat(file).as(page).isNotNull();
                var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                USED.matcher(text).results().forEach(match -> used.add(match.group(1)));
            }
        }
        assertThat(Labels.read("es").stringPropertyNames()).containsAll(used);
    }

    @Test
    void days_are_those_of_lima_and_money_has_its_centimos() {
        var words = new Words("es", Labels.read("es"));

        assertThat(words.day(java.time.Instant.parse("2016-04-03T03:00:00Z"))).isEqualTo("2 de abril de 2016");
        assertThat(words.money(new pe.minka.platform.core.Soles(48_000_000))).isEqualTo("S/\u00a0480,000.00");
        assertThat(words.code("cause", "SOMETHING_NEW")).isEqualTo("something new");
    }
}
