package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import pe.minka.registry.regulation.Change.Kind;
import pe.minka.registry.regulation.Change.Step;
import pe.minka.registry.regulation.RuleVocabulary.Rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which rules two texts differ, rule by rule in the order of the schema. */
final class Comparison {

    /** What tells texts apart and is no rule. */
    private static final Set<String> NO_RULES = Set.of("$schema", "identifier", "version", "basedOnVersion", "notes");

    private final List<Change> changes = new ArrayList<>();

    private Comparison() {}

    static List<Change> between(RuleVocabulary vocabulary, JsonNode before, JsonNode after) {
        var comparison = new Comparison();
        comparison.members(new Place(vocabulary.root(), "", List.of(), "", ""), before, after);
        return List.copyOf(comparison.changes);
    }

    /** Where in the two texts the comparison is, and the articles that hold there. */
    private record Place(Rule rule, String pointer, List<Step> steps, String lawBefore, String lawAfter) {

        Place member(String name) {
            return down(rule.member(name), name, MissingNode.getInstance(), List.of());
        }

        Place item(int index, JsonNode item) {
            return down(rule.item(), String.valueOf(index), item, rule.keys());
        }

        private Place down(Rule next, String name, JsonNode item, List<String> keys) {
            var way = new ArrayList<>(steps);
            way.add(new Step(next, item, keys));
            return new Place(
                    next, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), way, lawBefore, lawAfter);
        }

        Place under(JsonNode before, JsonNode after) {
            return new Place(
                    rule,
                    pointer,
                    steps,
                    before.path("law").asText(lawBefore),
                    after.path("law").asText(lawAfter));
        }

        Change change(Kind kind, JsonNode from, JsonNode to, Strictness stricter) {
            return new Change(pointer, kind, steps, rule, from, to, lawBefore, lawAfter, stricter);
        }
    }

    private void compare(Place place, JsonNode before, JsonNode after) {
        if (before.equals(after) || sameNumber(before, after)) {
            return;
        }
        if (isSection(before) || isSection(after)) {
            members(place.under(before, after), before, after);
        } else if (!place.rule().keys().isEmpty()) {
            items(place, before, after);
        } else if (sameItems(before, after)) {
            if (place.rule().ordered()) {
                changes.add(place.change(Kind.REORDERED, before, after, Strictness.NEITHER));
            }
        } else {
            changes.add(place.change(
                    Kind.CHANGED, before, after, Strictness.of(place.rule().stricter(), before, after)));
        }
    }

    private static boolean isSection(JsonNode value) {
        return value.isObject() && !value.has("es") && !value.has("amount");
    }

    private void members(Place place, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<>(place.rule().members());
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeAll(NO_RULES);
        for (String name : names) {
            compare(place.member(name), before.path(name), after.path(name));
        }
    }

    private void items(Place place, JsonNode before, JsonNode after) {
        var earlier = byKey(place.rule(), before);
        var later = byKey(place.rule(), after);
        earlier.forEach((key, found) -> {
            if (!later.containsKey(key)) {
                changes.add(place.under(found.node(), MissingNode.getInstance())
                        .change(
                                Kind.REMOVED,
                                one(found),
                                none(),
                                place.rule().stricter().equals("more") ? Strictness.BEFORE : Strictness.NEITHER));
            }
        });
        later.forEach((key, found) -> {
            var known = earlier.get(key);
            if (known == null) {
                changes.add(place.under(MissingNode.getInstance(), found.node())
                        .change(
                                Kind.ADDED,
                                none(),
                                one(found),
                                place.rule().stricter().equals("more") ? Strictness.AFTER : Strictness.NEITHER));
            } else {
                compare(place.item(found.index(), found.node()), known.node(), found.node());
            }
        });
        if (place.rule().ordered() && !common(earlier, later).equals(common(later, earlier))) {
            changes.add(place.change(Kind.REORDERED, before, after, Strictness.NEITHER));
        }
    }

    private static JsonNode one(Found found) {
        return JsonNodeFactory.instance.arrayNode().add(found.node());
    }

    private static JsonNode none() {
        return MissingNode.getInstance();
    }

    private record Found(int index, JsonNode node) {}

    private static Map<String, Found> byKey(Rule rule, JsonNode list) {
        var found = new LinkedHashMap<String, Found>();
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            var key = new StringBuilder();
            rule.keys().forEach(name -> key.append(item.path(name)).append('|'));
            while (found.containsKey(key.toString())) {
                key.append('+');
            }
            found.put(key.toString(), new Found(i, item));
        }
        return found;
    }

    private static List<String> common(Map<String, Found> of, Map<String, Found> with) {
        return of.keySet().stream().filter(with::containsKey).toList();
    }

    private static boolean sameItems(JsonNode before, JsonNode after) {
        return before.isArray() && after.isArray() && sorted(before).equals(sorted(after));
    }

    private static List<String> sorted(JsonNode list) {
        var items = new ArrayList<String>();
        list.forEach(item -> items.add(item.toString()));
        items.sort(null);
        return items;
    }

    /** {@code "30"} and {@code "30.0"} are one percentage. */
    private static boolean sameNumber(JsonNode before, JsonNode after) {
        try {
            return before.isTextual()
                    && after.isTextual()
                    && new BigDecimal(before.textValue()).compareTo(new BigDecimal(after.textValue())) == 0;
        } catch (NumberFormatException noNumbers) {
            return false;
        }
    }
}
