package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    private final RuleVocabulary vocabulary = RuleVocabulary.published();
    private final JsonNode before = Ordinances.coyllurqui().document();
    private final ObjectNode after = before.deepCopy();

    @Test
    void a_longer_notice_is_told_with_its_figures_its_article_and_who_is_stricter() {
        ((ObjectNode) after.path("convocation")).put("noticeDays", 10).put("law", "Ordenanza 002-2017 art. 8");

        assertThat(told("es"))
                .containsExactly(
                        "Convocatoria a las sesiones › Anticipación: pasa de 7 días a 10 días (Ordenanza 002-2017 art. 8)."
                                + " Es más exigente el texto nuevo.",
                        "Convocatoria a las sesiones › Base legal: pasa de Ordenanza 001-2016-MDC-PC/RA a Ordenanza 002-2017 art. 8"
                                + " (Ordenanza 002-2017 art. 8).");
        assertThat(told("en").get(0))
                .isEqualTo("Convocation of a workshop › Notice: from 7 days to 10 days (Ordenanza 002-2017 art. 8)."
                        + " The new text is stricter.");
        assertThat(told("qu").get(0)).startsWith("Huñunakuykunapaq waqyay › Anticipación: 7 p'unchaw nisqamanta 10");
    }

    @Test
    void a_gate_that_becomes_a_warning_leaves_the_older_text_stricter() {
        var women = quota("VIGILANCE_COMMITTEE", "WOMEN");
        assertThat(women.path("effect").asText()).isEqualTo("BLOCK");
        women.put("effect", "WARN");

        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.stricter()).isEqualTo(Strictness.BEFORE);
            assertThat(change.pointer()).matches("/quotas/\\d+/effect");
            assertThat(change.sentence(new PlainWords("es")))
                    .startsWith(
                            "Metas y cuotas › comité de vigilancia · mujeres › Efecto: pasa de obligatorio a solo advertencia");
        });
    }

    private ObjectNode quota(String of, String group) {
        for (JsonNode quota : after.path("quotas")) {
            if (quota.path("of").asText().equals(of)
                    && quota.path("group").asText().equals(group)) {
                return (ObjectNode) quota;
            }
        }
        throw new AssertionError("no quota of " + group);
    }

    @Test
    void items_of_lists_are_matched_by_what_they_are_and_not_by_their_place() {
        var phases = (ArrayNode) after.path("phases");
        var first = phases.remove(0);
        phases.add(first);

        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.REORDERED);
            assertThat(change.pointer()).isEqualTo("/phases");
        });
    }

    @Test
    void an_approval_more_and_a_tie_break_the_other_way_round() {
        ((ArrayNode) after.path("approvals")).addObject().put("approval", "MEF").put("law", "Directiva");
        var ties = (ArrayNode) after.at("/selection/tieBreak");
        ties.insert(0, ties.remove(ties.size() - 1));

        assertThat(changes()).extracting(Change::kind).containsExactly(Change.Kind.REORDERED, Change.Kind.ADDED);
        assertThat(told("es").get(1))
                .isEqualTo("Aprobaciones: se agrega MEF (Directiva). Es más exigente el texto nuevo.");
    }

    @Test
    void a_fault_that_is_named_and_one_that_is_judged_harder_are_told_in_plain_words() {
        var faults = ((ObjectNode) after)
                .putObject("sanctions")
                .put("law", "Ordenanza 012-2017")
                .putArray("faults");
        faults.addObject().put("fault", "DRUNKENNESS").put("gravity", "SERIOUS").put("measure", "REPLACEMENT");
        ((ObjectNode) before)
                .putObject("sanctions")
                .put("law", "Ordenanza 012-2017")
                .putArray("faults")
                .addObject()
                .put("fault", "ABSENCE")
                .put("gravity", "LIGHT")
                .put("measure", "LETTER");

        assertThat(told("es"))
                .containsExactly(
                        "Faltas y sanciones › Faltas: se quita inasistencia · leve · carta (Ordenanza 012-2017)."
                                + " Es más exigente el texto anterior.",
                        "Faltas y sanciones › Faltas: se agrega ebriedad · grave · reemplazo (Ordenanza 012-2017)."
                                + " Es más exigente el texto nuevo.");
    }

    @Test
    void supporters_that_are_rounded_up_and_must_be_listed_are_stricter() {
        var unorganised = ((ObjectNode) after.at("/accreditation/unorganisedCitizens"));
        unorganised.put("supportersListed", true).put("adults", 706_004).put("supportersPercentOfAdults", "0.02");
        ((ObjectNode) after.path("accreditation")).put("alternatesPerOrganisation", 1);

        assertThat(told("es"))
                .allSatisfy(sentence -> assertThat(sentence).endsWith("Es más exigente el texto nuevo."))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith(
                                "Inscripción y acreditación › Ciudadanos no organizados › Adherentes entre los adultos:"
                                        + " pasa de nada a 0.02 %"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Inscripción y acreditación › Suplentes por organización: pasa de nada a 1"));
    }

    @Test
    void equal_numbers_in_another_spelling_are_no_change() {
        ((ObjectNode) after.path("share")).put("percent", "100.0");

        assertThat(changes()).isEmpty();
    }

    @Test
    void what_villa_el_salvador_changed_between_2001_and_2004_is_told_item_by_item() {
        var changes = Comparison.between(
                vocabulary,
                Ordinances.document("villa-el-salvador-2001.v1"),
                Ordinances.document("villa-el-salvador-2001.v2"));

        assertThat(changes)
                .extracting(change -> change.sentence(new PlainWords("en")))
                .contains("What a call needs › Required before the call: technical team constituted added"
                        + " (Decreto de alcaldía de junio de 2001). The new text is stricter.");
    }

    static Stream<Path> files() {
        return Ordinances.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_rule_of_each_shipped_text_has_a_name_in_each_language(Path file) throws IOException {
        var document = RegulationText.tree(Files.readString(file));
        var nothing = document.deepCopy();
        ((ObjectNode) nothing).removeAll();

        for (String language : List.of("es", "qu", "en")) {
            var words = new PlainWords(language);
            assertThat(Comparison.between(vocabulary, nothing, document))
                    .isNotEmpty()
                    .allSatisfy(change -> {
                        assertThat(change.placeIn(words))
                                .doesNotContain("›  ›")
                                .doesNotEndWith("› ")
                                .isNotBlank();
                        assertThat(change.sentence(words)).doesNotContain("{").doesNotContain("_");
                    });
        }
    }

    private List<Change> changes() {
        return Comparison.between(vocabulary, before, after);
    }

    private List<String> told(String language) {
        return changes().stream()
                .map(change -> change.sentence(new PlainWords(language)))
                .toList();
    }
}
