package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever writes an ordinance in an editor reads nothing but the schema. */
class SchemaForLawyersTest {

    private final RegulationSchema published = new RegulationSchema();
    private final JsonNode schema = RegulationText.tree(published.text());

    @Test
    void each_property_has_a_name_in_english_and_spanish_a_description_and_an_article() {
        var lacks = new ArrayList<String>();

        walk(schema, "", "", lacks);

        assertThat(lacks).isEmpty();
    }

    @Test
    void a_property_that_lacks_one_is_named() {
        ((ObjectNode) schema.at("/properties/quorum/properties/plusOne")).remove("description");
        ((ObjectNode) schema.at("/properties/convocation")).remove("x-law");
        var lacks = new ArrayList<String>();

        walk(schema, "", "", lacks);

        assertThat(lacks)
                .contains("/quorum/plusOne: description", "/convocation: article", "/convocation/noticeDays: article");
    }

    private void walk(JsonNode node, String pointer, String law, List<String> lacks) {
        node.path("properties").fields().forEachRemaining(property -> {
            var rule = resolved(property.getValue());
            var place = pointer + "/" + property.getKey();
            var article = rule.path("x-law").asText(law);
            for (String wanted : List.of("title", "x-title-es", "description")) {
                if (rule.path(wanted).asText().isBlank()) {
                    lacks.add(place + ": " + wanted);
                }
            }
            if (article.isBlank()) {
                lacks.add(place + ": article");
            }
            walk(rule, place, article, lacks);
            walk(resolved(rule.path("items")), place, article, lacks);
            walk(resolved(rule.path("additionalProperties")), place + "/*", article, lacks);
        });
    }

    private JsonNode resolved(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        var whole =
                (ObjectNode) schema.at(node.path("$ref").asText().substring(1)).deepCopy();
        whole.setAll((ObjectNode) node);
        return whole;
    }

    @Test
    void what_is_called_stricter_is_one_of_the_ways_that_are_known() {
        var ways = new HashSet<>(schema.findValuesAsText("x-stricter"));

        ways.removeAll(Set.of("higher", "lower", "true", "false", "more", "fewer"));
        assertThat(ways)
                .containsExactlyInAnyOrder(
                        "NONE,WARN,BLOCK",
                        "WARN,BLOCK",
                        "REASON_AND_HANDOVER,NOT_ALLOWED",
                        "DOWN,UP",
                        "LIGHT,SERIOUS",
                        "LETTER,REPLACEMENT,DISQUALIFICATION",
                        "AGENT,ORGANISATION");
    }

    @Test
    void the_same_schema_speaks_spanish() {
        var spanish = RegulationText.tree(published.named("es"));

        assertThat(spanish.at("/properties/convocation/properties/noticeDays/title")
                        .asText())
                .isEqualTo("Anticipación");
        assertThat(spanish.at("/properties/title/title").asText()).isEqualTo("Título");
        assertThat(RegulationText.tree(published.named("qu"))
                        .at("/properties/workshops/title")
                        .asText())
                .isEqualTo("Yachay huñunakuykuna");
    }
}
