package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import pe.minka.registry.regulation.RuleVocabulary.Rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule in which two texts differ.
 *
 * @param pointer into the later text; into the earlier one where the later has it no more
 * @param place from the section down to the rule
 * @param from what the earlier text says; missing where it says nothing
 * @param lawBefore the article of the earlier text; empty where it names none
 */
record Change(
        String pointer,
        Kind kind,
        List<Step> place,
        Rule rule,
        JsonNode from,
        JsonNode to,
        String lawBefore,
        String lawAfter,
        Strictness stricter) {

    enum Kind {
        CHANGED,
        ADDED,
        REMOVED,
        REORDERED
    }

    /**
     * A rule on the way, or one item of a list of them.
     *
     * @param keys what tells the items of the list apart; none where the step is no item
     */
    record Step(Rule rule, JsonNode item, List<String> keys) {

        String words(PlainWords words) {
            return keys.isEmpty() ? words.title(rule) : words.named(rule, item, keys);
        }
    }

    String section(PlainWords words) {
        return place.get(0).words(words);
    }

    String placeIn(PlainWords words) {
        return place.stream().map(step -> step.words(words)).collect(Collectors.joining(" › "));
    }

    /** The article that stands behind the rule now, or stood there. */
    String law() {
        return lawAfter.isEmpty() ? lawBefore : lawAfter;
    }

    /** One sentence: what changes, from what to what, by which article, and which text is stricter. */
    String sentence(PlainWords words) {
        var law = law().isEmpty() ? "" : " " + words.text("law", Map.of("law", law()));
        var whoIsStricter = stricter == Strictness.NEITHER ? "" : " " + words.text("stricter" + stricter, Map.of());
        return statement(words) + law + "." + whoIsStricter;
    }

    private String statement(PlainWords words) {
        var place = placeIn(words);
        if (kind == Kind.CHANGED && from.isArray() && to.isArray()) {
            return words.text("items", Map.of("place", place, "items", items(words)));
        }
        return words.text(
                switch (kind) {
                    case CHANGED -> "changed";
                    case ADDED -> "added";
                    case REMOVED -> "removed";
                    case REORDERED -> "reordered";
                },
                Map.of("place", place, "from", words.value(rule, from), "to", words.value(rule, to)));
    }

    private String items(PlainWords words) {
        var added = without(to, from);
        var removed = without(from, to);
        return Stream.of(
                        added.isEmpty() ? "" : words.text("itemsAdded", Map.of("items", words.value(rule, added))),
                        removed.isEmpty()
                                ? ""
                                : words.text("itemsRemoved", Map.of("items", words.value(rule, removed))))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static ArrayNode without(JsonNode list, JsonNode others) {
        var left = JsonNodeFactory.instance.arrayNode();
        var taken = JsonNodeFactory.instance.arrayNode().addAll((ArrayNode) others);
        for (JsonNode item : list) {
            int at = indexOf(taken, item);
            if (at < 0) {
                left.add(item);
            } else {
                taken.remove(at);
            }
        }
        return left;
    }

    private static int indexOf(ArrayNode list, JsonNode wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
