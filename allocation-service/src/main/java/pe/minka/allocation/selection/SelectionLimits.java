package pe.minka.allocation.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Regulation.GroupLimit;
import pe.minka.allocation.process.Regulation.SelectionMethod;
import pe.minka.allocation.round.ProjectTally;
import pe.minka.platform.core.Soles;
import pe.minka.rules.Denomination;
import pe.minka.rules.Election;
import pe.minka.rules.Limits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a count has to respect besides the budget, as a document that the command line of the rules reads: whoever has
 * it and the input file gets the same selection.
 *
 * @param document JSON, amounts in soles; null where only the budget limits
 */
record SelectionLimits(@Nullable String document) {

    static final SelectionLimits NONE = new SelectionLimits(null);

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /**
     * From what the regulation says of territories and categories, and what was declared for the round.
     *
     * @param categories the main class of each project
     * @param lines money of each funding line of the envelope
     */
    static SelectionLimits of(
            SelectionMethod set,
            Conditions conditions,
            List<ProjectTally> projects,
            Map<UUID, String> categories,
            Soles budget,
            Map<String, Soles> lines) {
        var document = JSON.createObjectNode();
        var groups = JSON.createArrayNode();
        var coin = Coin.of(projects, budget);
        territories(set.perTerritory(), projects, budget, coin, groups);
        Objects.requireNonNullElse(set.perCategory(), List.<GroupLimit>of()).forEach(limit -> {
            var label = Objects.requireNonNullElse(limit.category(), "");
            var members = projects.stream()
                    .map(ProjectTally::proposal)
                    .filter(project -> label.equals(categories.get(project)))
                    .toList();
            group(label, members, limit, budget, coin, groups);
        });
        put(document, "groups", groups);
        var known = projects.stream().map(ProjectTally::proposal).collect(Collectors.toSet());
        put(document, "exclusive", sets(conditions.exclusive(), known));
        put(document, "together", sets(conditions.together(), known));
        put(document, "after", after(conditions.after(), known));
        sources(document, conditions, known, lines, coin);
        schedule(document, conditions, projects, coin);
        return document.isEmpty() ? NONE : new SelectionLimits(document.toString());
    }

    private static void territories(
            @Nullable GroupLimit limit, List<ProjectTally> projects, Soles budget, Coin coin, ArrayNode groups) {
        if (limit == null) {
            return;
        }
        var zones = new TreeMap<String, List<UUID>>();
        projects.forEach(project -> {
            if (project.zone() != null) {
                zones.computeIfAbsent(project.zone(), zone -> new ArrayList<>()).add(project.proposal());
            }
        });
        zones.forEach((zone, members) -> group(zone, members, limit, budget, coin, groups));
    }

    private static void group(
            String label, List<UUID> members, GroupLimit limit, Soles budget, Coin coin, ArrayNode groups) {
        if (members.isEmpty()) {
            return;
        }
        var group = groups.addObject().put("label", label);
        var ids = group.putArray("projects");
        members.forEach(member -> ids.add(member.toString()));
        if (limit.atLeastPercent() != null) {
            group.put("atLeast", coin.up(limit.atLeastPercent().atLeast(budget)));
        }
        if (limit.atMostPercent() != null) {
            group.put("atMost", coin.down(limit.atMostPercent().atMost(budget)));
        }
        if (limit.mostProjects() != null) {
            group.put("mostProjects", limit.mostProjects());
        }
    }

    private static ArrayNode sets(List<Set<UUID>> sets, Set<UUID> known) {
        var array = JSON.createArrayNode();
        sets.forEach(set -> {
            var members = set.stream().filter(known::contains).sorted().toList();
            if (members.size() > 1) {
                var ids = array.addArray();
                members.forEach(member -> ids.add(member.toString()));
            }
        });
        return array;
    }

    private static ObjectNode after(Map<UUID, Set<UUID>> after, Set<UUID> known) {
        var object = JSON.createObjectNode();
        after.forEach((project, before) -> {
            var first = before.stream().filter(known::contains).sorted().toList();
            if (known.contains(project) && !first.isEmpty()) {
                var ids = object.putArray(project.toString());
                first.forEach(each -> ids.add(each.toString()));
            }
        });
        return object;
    }

    private static void sources(
            ObjectNode document, Conditions conditions, Set<UUID> known, Map<String, Soles> lines, Coin coin) {
        var payable = JSON.createObjectNode();
        conditions.payableFrom().forEach((project, allowed) -> {
            if (known.contains(project)) {
                var codes = payable.putArray(project.toString());
                allowed.stream().filter(lines::containsKey).sorted().forEach(codes::add);
            }
        });
        if (!payable.isEmpty()) {
            var sources = document.putObject("sources");
            lines.forEach((line, amount) -> sources.put(line, coin.down(amount)));
            document.set("payableFrom", payable);
        }
    }

    private static void schedule(ObjectNode document, Conditions conditions, List<ProjectTally> projects, Coin coin) {
        if (conditions.ceilings().isEmpty()) {
            return;
        }
        var years = document.putArray("years");
        conditions.ceilings().forEach(ceiling -> years.add(coin.down(ceiling)));
        var schedule = JSON.createObjectNode();
        for (var project : projects) {
            var parts = conditions.schedule().get(project.proposal());
            if (parts != null) {
                var amounts = schedule.putArray(project.proposal().toString());
                spread(project.cost(), parts, coin).forEach(amounts::add);
            }
        }
        put(document, "schedule", schedule);
    }

    /** The cost by years, exactly: what rounding leaves is paid in the last. */
    private static List<BigDecimal> spread(Soles cost, List<Percent> parts, Coin coin) {
        var amounts = new ArrayList<BigDecimal>();
        var left = new BigDecimal(cost.toString());
        for (int year = 0; year < parts.size(); year++) {
            var amount =
                    year == parts.size() - 1 ? left : coin.down(parts.get(year).atMost(cost));
            amounts.add(amount);
            left = left.subtract(amount);
        }
        return amounts;
    }

    /**
     * The smallest money of a count: the greatest of a sol, ten centimos and one centimo that divides its budget and all
     * costs. A limit between two coins binds as the coin below it does, and a minimum as the one above.
     *
     * @param centimos that it is worth
     */
    private record Coin(long centimos) {

        static Coin of(List<ProjectTally> projects, Soles budget) {
            return LongStream.of(100, 10)
                    .filter(coin -> budget.centimos() % coin == 0
                            && projects.stream()
                                    .allMatch(project -> project.cost().centimos() % coin == 0))
                    .mapToObj(Coin::new)
                    .findFirst()
                    .orElseGet(() -> new Coin(1));
        }

        BigDecimal down(Soles amount) {
            return decimal(amount.centimos() / centimos * centimos);
        }

        BigDecimal up(Soles amount) {
            return decimal((amount.centimos() + centimos - 1) / centimos * centimos);
        }

        private static BigDecimal decimal(long centimos) {
            return new BigDecimal(new Soles(centimos).toString());
        }
    }

    private static void put(ObjectNode document, String member, JsonNode value) {
        if (!value.isEmpty()) {
            document.set(member, value);
        }
    }

    boolean isNone() {
        return document == null;
    }

    /**
     * The election under these limits.
     *
     * @throws IllegalArgumentException where they contradict each other or the election
     */
    Election applied(Election election) {
        if (document == null) {
            return election;
        }
        var tree = tree(document);
        var money = election.denomination();
        var groups = new ArrayList<Limits.Group>();
        for (var group : tree.path("groups")) {
            groups.add(new Limits.Group(
                    group.path("label").asText(),
                    ids(group.path("projects")),
                    group.has("atLeast") ? money.amountOf(group.get("atLeast").decimalValue()) : 0,
                    group.has("atMost") ? money.amountOf(group.get("atMost").decimalValue()) : Long.MAX_VALUE,
                    group.path("mostProjects").asInt(Integer.MAX_VALUE)));
        }
        var sources = new HashMap<String, Long>();
        tree.path("sources")
                .properties()
                .forEach(line -> sources.put(
                        line.getKey(), money.amountOf(line.getValue().decimalValue())));
        var schedule = new HashMap<String, List<Long>>();
        tree.path("schedule")
                .properties()
                .forEach(project -> schedule.put(project.getKey(), amounts(project.getValue(), money)));
        return election.within(new Limits(
                groups,
                sets(tree.path("exclusive")),
                sets(tree.path("together")),
                named(tree.path("after")),
                sources,
                named(tree.path("payableFrom")),
                amounts(tree.path("years"), money),
                schedule));
    }

    private static JsonNode tree(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("stored limits cannot be read", damaged);
        }
    }

    private static List<Long> amounts(JsonNode list, Denomination money) {
        var amounts = new ArrayList<Long>();
        list.forEach(each -> amounts.add(money.amountOf(each.decimalValue())));
        return amounts;
    }

    private static Set<String> ids(JsonNode list) {
        var ids = new HashSet<String>();
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
        object.properties().forEach(entry -> named.put(entry.getKey(), ids(entry.getValue())));
        return named;
    }
}
