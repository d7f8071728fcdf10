package pe.minka.transparency.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pe.minka.transparency.finding.FindingRule.Verdict;
import pe.minka.transparency.measure.Measured;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class FindingRuleTest {

    private static FindingRule rule(String kind) {
        return rules().stream()
                .filter(rule -> rule.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<FindingRule> rules() {
        try (var file = FindingRuleTest.class.getResourceAsStream("/findings/rules.json")) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Measured thing(String type, Map<String, String> figures) {
        var built = Measured.of(type, "1", "Plaza con esculturas");
        figures.forEach((name, figure) -> built.with(name, new BigDecimal(figure)));
        return built.build();
    }

    @Test
    void more_spent_than_agreed_by_one_centimo_is_found() {
        var rule = rule("SPENT_OVER_AGREED");

        assertThat(rule.of(thing("AGREEMENT", Map.of("spent", "480000.01", "agreed", "480000.00"))))
                .isEqualTo(Verdict.HOLDS);
        assertThat(rule.of(thing("AGREEMENT", Map.of("spent", "480000.00", "agreed", "480000.00"))))
                .isEqualTo(Verdict.HOLDS_NOT);
    }

    @Test
    void of_a_figure_that_is_not_known_nothing_is_concluded() {
        assertThat(rule("SPENT_OVER_AGREED").of(thing("AGREEMENT", Map.of("spent", "1.00"))))
                .isEqualTo(Verdict.NOT_KNOWN);
        assertThat(rule("NOT_IN_MINUTES").of(thing("EXPENDITURE", Map.of("amount", "1.00"))))
                .isEqualTo(Verdict.NOT_KNOWN);
    }

    @Test
    @Tag("ANT-13")
    void an_envelope_under_a_tenth_of_the_investment_is_found() {
        assertThat(rule("UNDER_TENTH_SUBMITTED").of(thing("ENVELOPE", Map.of("sharePercent", "9.9"))))
                .isEqualTo(Verdict.HOLDS);
        assertThat(rule("UNDER_TENTH_SUBMITTED").of(thing("ENVELOPE", Map.of("sharePercent", "10.0"))))
                .isEqualTo(Verdict.HOLDS_NOT);
    }

    @Test
    @Tag("VES-35")
    void a_finished_cycle_that_spent_under_half_of_its_promise_is_found() {
        var rule = rule("UNDER_HALF_SPENT");

        assertThat(rule.of(thing("PROCESS", Map.of("agreementsUnfinished", "0", "spentPercent", "49.9"))))
                .isEqualTo(Verdict.HOLDS);
        assertThat(rule.of(thing("PROCESS", Map.of("agreementsUnfinished", "3", "spentPercent", "49.9"))))
                .isEqualTo(Verdict.HOLDS_NOT);
    }

    @Test
    @Tag("NAT-16")
    @Tag("COY-43")
    void the_womens_share_is_held_against_the_quota_and_the_best_year_of_the_country() {
        assertThat(rule("WOMEN_BELOW_QUOTA")
                        .of(thing("ROLL", Map.of("womenPercent", "17.5", "womenQuotaPercent", "30"))))
                .isEqualTo(Verdict.HOLDS);
        assertThat(rule("WOMEN_BELOW_NATIONAL_PEAK").of(thing("ROLL", Map.of("womenPercent", "31.9"))))
                .isEqualTo(Verdict.HOLDS);
        assertThat(rule("WOMEN_BELOW_NATIONAL_PEAK").of(thing("ROLL", Map.of("womenPercent", "35.0"))))
                .isEqualTo(Verdict.HOLDS_NOT);
    }

    @Test
    void every_rule_speaks_three_languages_and_fills_all_its_places() {
        for (FindingRule rule : rules()) {
            assertThat(rule.title()).as(rule.kind()).containsOnlyKeys("es", "qu", "en");
            assertThat(rule.text()).as(rule.kind()).containsOnlyKeys("es", "qu", "en");
            var places = rule.text().values().stream()
                    .map(text -> java.util.regex.Pattern.compile("\\{(\\w+)}")
                            .matcher(text)
                            .results()
                            .map(match -> match.group(1))
                            .sorted()
                            .distinct()
                            .toList())
                    .distinct();
            assertThat(places).as(rule.kind()).hasSize(1);
        }
    }

    @Test
    void the_figures_are_put_into_the_words() {
        var words = Findings.explain(
                rule("NOT_IN_MINUTES"), new Findings.Details("Plaza con esculturas", Map.of("amount", "85000.00")));

        assertThat(words.get("es")).contains("S/ 85,000.00", "«Plaza con esculturas»");
    }

    @Test
    void a_text_for_the_public_names_no_person() {
        assertThat(PublicText.namesAPerson("Lo pidió el señor con DNI 17801146"))
                .isTrue();
        assertThat(PublicText.namesAPerson("Llame al 987 654 321")).isTrue();
        assertThat(PublicText.namesAPerson("escriba a alguien@correo.pe")).isTrue();
        assertThat(PublicText.namesAPerson("Factura F001-00231 del RUC 20131312955 por S/ 12345678.90"))
                .isFalse();
        assertThat(PublicText.namesAPerson("Acuerdo de Concejo 081-2016 del 20-05-2016"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1250000.00|1,250,000.00", "1250.00|1,250.00", "-12500|-12,500", "2016|2016", "35.0|35.0"})
    void long_numbers_are_told_with_thousands_apart_and_years_are_not(String figure, String told) {
        assertThat(Findings.readable(figure)).isEqualTo(told);
    }
}
