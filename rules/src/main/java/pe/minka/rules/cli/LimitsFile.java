package pe.minka.rules.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import pe.minka.rules.Denomination;
import pe.minka.rules.Election;
import pe.minka.rules.Limits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Limits as a JSON file: amounts are in the currency, projects are ids. */
final class LimitsFile {
    private LimitsFile() {}

    static Election applied(Path file, Election election) throws IOException {
        var tree = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(file.toFile());
        var money = election.denomination();
        var groups = new ArrayList<Limits.Group>();
        for (var group : tree.path("groups")) {
            groups.add(new Limits.Group(
                    group.path("label").asText(),
                    members(group, election),
                    group.has("atLeast") ? amount(group.get("atLeast"), money) : 0,
                    group.has("atMost") ? amount(group.get("atMost"), money) : Long.MAX_VALUE,
                    group.path("mostProjects").asInt(Integer.MAX_VALUE)));
        }
        var sources = new HashMap<String, Long>();
        tree.path("sources")
                .fields()
                .forEachRemaining(entry -> sources.put(entry.getKey(), amount(entry.getValue(), money)));
        var years = new ArrayList<Long>();
        tree.path("years").forEach(year -> years.add(amount(year, money)));
        var schedule = new HashMap<String, List<Long>>();
        tree.path("schedule").fields().forEachRemaining(entry -> {
            var amounts = new ArrayList<Long>();
            entry.getValue().forEach(year -> amounts.add(amount(year, money)));
            schedule.put(entry.getKey(), amounts);
        });
        return election.within(new Limits(
                groups,
                sets(tree.path("exclusive")),
                sets(tree.path("together")),
                named(tree.path("after")),
                sources,
                named(tree.path("payableFrom")),
                years,
                schedule));
    }

    private static Set<String> members(JsonNode group, Election election) {
        var members = ids(group.path("projects"));
        for (var project : election.projects()) {
            boolean inTerritory =
                    group.has("territory") && group.get("territory").asText().equals(project.territory());
            boolean inCategory = group.has("category")
                    && project.categories().contains(group.get("category").asText());
            if (inTerritory || inCategory) {
                members.add(project.id());
            }
        }
        return members;
    }

    private static long amount(JsonNode node, Denomination money) {
        return money.amountOf(node.decimalValue());
    }

    private static Set<String> ids(JsonNode list) {
        var ids = new LinkedHashSet<String>();
        list.forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static List<Set<String>> sets(JsonNode lists) {
        var sets = new ArrayList<Set<String>>();
        lists.forEach(list -> sets.add(ids(list)));
        return sets;
    }

    private static Map<String, Set<String>> named(JsonNode object) {
        var named = new HashMap<String, Set<String>>();
        object.fields().forEachRemaining(entry -> named.put(entry.getKey(), ids(entry.getValue())));
        return named;
    }
}
