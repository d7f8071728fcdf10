package pe.minka.allocation.selection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import pe.minka.allocation.Scene;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Examples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A small vote over five projects, with whole ballots or only its sums. */
final class Poll {

    static final UUID TANK = project(1);
    static final UUID BRIDGE = project(2);
    static final UUID ROAD = project(3);
    static final UUID PARK = project(4);
    static final UUID LAMP = project(5);

    private static final List<UUID> ORDER = List.of(TANK, BRIDGE, ROAD, PARK, LAMP);
    private static final Map<UUID, Integer> COSTS = Map.of(TANK, 60, BRIDGE, 40, ROAD, 40, PARK, 30, LAMP, 15);
    /** How many cast each ballot. */
    private static final Map<List<UUID>, Integer> BALLOTS = Map.of(
            List.of(TANK, BRIDGE), 6,
            List.of(BRIDGE), 3,
            List.of(ROAD, PARK), 5,
            List.of(PARK), 2,
            List.of(TANK), 1,
            List.of(LAMP), 3);

    private Poll() {}

    private static UUID project(int number) {
        return UUID.fromString("b5c9d3e7-1f40-4e81-96ca-405f6e7d88%02d".formatted(number));
    }

    /** The ballots as a workshop publishes them. */
    static String ballots() {
        var text =
                new StringBuilder("META\nkey;value\nnum_projects;5\nnum_votes;20\nbudget;100.00\nvote_type;approval\n"
                        + "rule;greedy\ncurrency;PEN\nPROJECTS\nproject_id;cost;votes;name\n");
        ORDER.forEach(project -> text.append(project)
                .append(';')
                .append(COSTS.get(project))
                .append(".00;")
                .append(votes(project))
                .append(";Proyecto\n"));
        text.append("VOTES\nvoter_id;vote\n");
        int voter = 0;
        for (var ballot : new TreeMap<>(BALLOTS.entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().toString(), each -> each)))
                .values()) {
            for (int cast = 0; cast < ballot.getValue(); cast++) {
                text.append(++voter)
                        .append(';')
                        .append(ballot.getKey().stream().map(UUID::toString).collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** What the workshop tells of the vote. */
    static ObjectNode tallied() {
        var event = Examples.event("workshop", "round-tallied");
        var model = (ObjectNode) event.at("/tallies/0").deepCopy();
        var tallies = event.putArray("tallies");
        ORDER.forEach(project -> {
            var tally = model.deepCopy();
            tally.put("proposal", project.toString()).put("title", "Proyecto").put("votes", votes(project));
            tally.put("score", String.valueOf(votes(project)));
            tally.put("zone", project.equals(PARK) || project.equals(LAMP) ? "Z2" : "Z1");
            ((ObjectNode) tally.get("cost")).put("amount", COSTS.get(project) + ".00");
            tally.putNull("uniqueInvestmentCode");
            tallies.add(tally);
        });
        return event.put("ballotsSha256", Hashes.sha256Hex(ballots()));
    }

    private static int votes(UUID project) {
        return BALLOTS.entrySet().stream()
                .filter(ballot -> ballot.getKey().contains(project))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Hands the ballots of a tallied round in. */
    static ValidatableResponse hand(UUID round, String ballots) {
        return Scene.budgetOfficer()
                .contentType("text/plain")
                .body(ballots)
                .put("/v1/rounds/" + round + "/ballots")
                .then();
    }
}
