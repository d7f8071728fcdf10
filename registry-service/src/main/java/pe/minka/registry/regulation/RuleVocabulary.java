package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;

/** What the schema says of each rule: its name, its article, its unit, and which way it is stricter. */
@Singleton
public class RuleVocabulary {

    private final JsonNode schema;

    RuleVocabulary(RegulationSchema published) {
        this.schema = RegulationText.tree(published.text());
    }

    /** As the service has it, for those who are no bean. */
    public static RuleVocabulary published() {
        return new RuleVocabulary(new RegulationSchema());
    }

    /** The regulation as a whole. */
    public Rule root() {
        return new Rule(schema);
    }

    /** The rule that a pointer into a document names; positions in lists may be left out or not. */
    public Rule at(String pointer) {
        var rule = root();
        for (String step : pointer.substring(1).split("/", -1)) {
            if (!rule.keys().isEmpty()) {
                rule = rule.item();
                if (step.matches("\\d+")) {
                    continue;
                }
            }
            rule = rule.member(step);
        }
        return rule;
    }

    private JsonNode resolved(JsonNode node) {
        if (!node.path("$ref").isTextual()) {
            return node;
        }
        var definition = (ObjectNode) schema.at(node.get("$ref").asText().substring(1));
        var whole = definition.deepCopy();
        node.fields().forEachRemaining(member -> whole.set(member.getKey(), member.getValue()));
        return whole;
    }

    /** One rule of the schema. */
    public final class Rule {

        private final JsonNode node;

        private Rule(JsonNode node) {
            this.node = node;
        }

        /** What stands under a name; a difference by level has the members of the whole. */
        Rule member(String name) {
            for (JsonNode place : List.of(
                    node.path("properties").path(name),
                    node.path("additionalProperties"),
                    schema.path("properties").path(name))) {
                if (place.isObject()) {
                    return new Rule(resolved(place));
                }
            }
            return new Rule(MissingNode.getInstance());
        }

        Rule item() {
            return new Rule(resolved(node.path("items")));
        }

        /** Its name in a language, in Spanish where there is none in Quechua. */
        String title(String language) {
            var english = node.path("title").asText("");
            if (language.equals("en")) {
                return english;
            }
            var spanish = node.path("x-title-es").asText(english);
            return language.equals("qu") ? node.path("x-title-qu").asText(spanish) : spanish;
        }

        /** How its value is measured: {@code percent}, {@code days}, …; empty where it has no unit. */
        String unit() {
            return node.path("x-unit").asText("");
        }

        /** Which way it is stricter: higher, lower, true, false, more, fewer, or its values from lax to strict. */
        String stricter() {
            return node.path("x-stricter").asText("");
        }

        /** The members that tell the items of a list apart; none where the items are plain values. */
        List<String> keys() {
            var keys = new ArrayList<String>();
            node.path("x-key").forEach(key -> keys.add(key.asText()));
            return keys;
        }

        boolean ordered() {
            return node.path("x-ordered").asBoolean();
        }

        /** Names of its members, in the order of the schema. */
        List<String> members() {
            var names = new ArrayList<String>();
            node.path("properties").fieldNames().forEachRemaining(names::add);
            return names;
        }
    }
}
