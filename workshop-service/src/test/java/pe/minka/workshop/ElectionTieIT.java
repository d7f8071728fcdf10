package pe.minka.workshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** Equal votes for the last seat go to a second round, and who wins it is seated. */
@QuarkusTest
@WithMinkaStack
class ElectionTieIT {

    private static String text(UUID agent) {
        return agent.toString();
    }

    private static UUID voted(UUID round, RunningProcess process, int... choices) {
        act(round, "opening").statusCode(200);
        for (int voter = 0; voter < choices.length; voter++) {
            cast(round, process.agents.get(voter), freshKey(), List.of(text(process.agents.get(choices[voter]))))
                    .statusCode(201);
        }
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);
        return round;
    }

    private static ValidatableResponse proclaim(String election, UUID round, List<UUID> seats) {
        return as("polling-officer")
                .body(Map.of(
                        "round",
                        round,
                        "elected",
                        List.of(
                                Map.of("agent", seats.get(0), "post", "PRESIDENT"),
                                Map.of("agent", seats.get(1), "post", "SECRETARY"),
                                Map.of("agent", seats.get(2), "post", "MEMBER"))))
                .post("/v1/elections/{election}/proclamation", election)
                .then();
    }

    @Test
    void the_last_seat_of_a_committee_is_not_given_before_the_tie_is_settled() throws Exception {
        var process = RunningProcess.withAgents(6);
        var agents = process.agents;
        String election = as("polling-officer")
                .body("{\"kind\":\"VIGILANCE_COMMITTEE\",\"title\":\"Comité\"}")
                .post("/v1/processes/{process}/elections", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("election");
        agents.subList(0, 4)
                .forEach(agent -> as("polling-officer")
                        .body(Map.of("agent", agent, "publicOffice", false, "outgoingMember", false))
                        .post("/v1/elections/{election}/candidates", election)
                        .then()
                        .statusCode(201));
        String announced = as("polling-officer")
                .body(Map.of(
                        "kind",
                        "ELECT_VIGILANCE_COMMITTEE",
                        "title",
                        "Comité",
                        "options",
                        agents.subList(0, 4).stream()
                                .map(agent -> Map.of("option", text(agent), "title", "Candidatura"))
                                .toList()))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round");
        var round = voted(UUID.fromString(announced), process, 0, 0, 3, 3, 1, 2);
        var first = List.of(agents.get(0), agents.get(3), agents.get(1));
        var second = List.of(agents.get(0), agents.get(3), agents.get(2));

        proclaim(election, round, first)
                .statusCode(409)
                .body("code", equalTo("tie-not-settled"))
                .body("tied", hasSize(2))
                .body("tied", hasItem(text(agents.get(2))));
        String again = as("polling-officer")
                .body(Map.of("options", List.of(text(agents.get(1)), text(agents.get(2)))))
                .post("/v1/rounds/{round}/second-rounds", round)
                .then()
                .statusCode(201)
                .extract()
                .path("round");
        voted(UUID.fromString(again), process, 2, 2, 2, 1);

        proclaim(election, round, first).statusCode(422).body("errors.code", hasItem("not-the-most-voted"));
        proclaim(election, round, second).statusCode(200).body("candidates.findAll { it.post }", hasSize(3));
    }

    private static Map<String, Object> byHand(List<UUID> seats, List<UUID> tellers, Map<UUID, Integer> votes) {
        return new HashMap<>(Map.of(
                "elected",
                List.of(
                        Map.of("agent", seats.get(0), "post", "PRESIDENT"),
                        Map.of("agent", seats.get(1), "post", "SECRETARY"),
                        Map.of("agent", seats.get(2), "post", "MEMBER")),
                "count",
                votes.entrySet().stream()
                        .map(each -> Map.of("agent", each.getKey(), "votes", each.getValue()))
                        .toList(),
                "handCount",
                new HashMap<>(Map.of("minutes", "Acta 7", "tellers", tellers))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> settledBy(Map<String, Object> outcome, UUID tieRound) {
        ((Map<String, Object>) outcome.get("handCount")).put("tieRound", tieRound);
        return outcome;
    }

    private static ValidatableResponse proclaim(String election, Map<String, Object> outcome) {
        return as("polling-officer")
                .body(outcome)
                .post("/v1/elections/{election}/proclamation", election)
                .then();
    }

    private static String electionOf(RunningProcess process, List<UUID> candidates) {
        String election = as("polling-officer")
                .body("{\"kind\":\"VIGILANCE_COMMITTEE\",\"title\":\"Comité\"}")
                .post("/v1/processes/{process}/elections", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("election");
        candidates.forEach(agent -> as("polling-officer")
                .body(Map.of("agent", agent, "publicOffice", false, "outgoingMember", false))
                .post("/v1/elections/{election}/candidates", election)
                .then()
                .statusCode(201));
        return election;
    }

    private static UUID roundAmong(RunningProcess process, List<UUID> candidates) {
        return UUID.fromString(as("polling-officer")
                .body(Map.of(
                        "kind",
                        "ELECT_VIGILANCE_COMMITTEE",
                        "title",
                        "Desempate",
                        "options",
                        candidates.stream()
                                .map(agent -> Map.of("option", text(agent), "title", "Candidatura"))
                                .toList()))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round"));
    }

    @Test
    void a_tie_of_hands_about_the_last_seat_is_settled_by_a_round_among_the_equal_ones() throws Exception {
        var process = RunningProcess.withAgents(8);
        var agents = process.agents;
        var election = electionOf(process, agents.subList(0, 5));
        var tellers = List.of(agents.get(6), agents.get(7));
        var votes = Map.of(agents.get(0), 9, agents.get(3), 8, agents.get(1), 4, agents.get(2), 4, agents.get(4), 1);
        var first = byHand(List.of(agents.get(0), agents.get(3), agents.get(1)), tellers, votes);
        var second = byHand(List.of(agents.get(0), agents.get(3), agents.get(2)), tellers, votes);

        proclaim(election, first)
                .statusCode(409)
                .body("code", equalTo("tie-not-settled"))
                .body("tied", containsInAnyOrder(text(agents.get(1)), text(agents.get(2))));
        var round = voted(roundAmong(process, agents.subList(1, 3)), process, 2, 2, 1);

        proclaim(election, settledBy(first, round)).statusCode(422).body("errors.code", hasItem("not-the-most-voted"));
        proclaim(election, settledBy(second, round))
                .statusCode(200)
                .body("handCount.tieRound", equalTo(round.toString()))
                .body("candidates.findAll { it.post }", hasSize(3));
    }

    @Test
    void a_round_among_more_than_the_equal_ones_settles_no_tie() throws Exception {
        var process = RunningProcess.withAgents(8);
        var agents = process.agents;
        var election = electionOf(process, agents.subList(0, 4));
        var votes = Map.of(agents.get(0), 9, agents.get(3), 8, agents.get(1), 4, agents.get(2), 4);
        var outcome = byHand(
                List.of(agents.get(0), agents.get(3), agents.get(1)), List.of(agents.get(6), agents.get(7)), votes);
        var more = voted(roundAmong(process, agents.subList(1, 4)), process, 1);

        proclaim(election, settledBy(outcome, more)).statusCode(409).body("code", equalTo("tie-not-settled"));
    }

    @Test
    void what_the_round_leaves_equal_too_is_drawn_with_its_seed() throws Exception {
        var process = RunningProcess.withAgents(
                8,
                regulation -> ((ObjectNode) regulation.get("selection"))
                        .putArray("tieBreak")
                        .add("DRAW"));
        var agents = process.agents;
        var election = electionOf(process, agents.subList(0, 4));
        var tellers = List.of(agents.get(6), agents.get(7));
        var votes = Map.of(agents.get(0), 9, agents.get(3), 8, agents.get(1), 4, agents.get(2), 4);
        var round = voted(roundAmong(process, agents.subList(1, 3)), process);
        var outcomes = Stream.of(1, 2)
                .map(third -> settledBy(
                        byHand(List.of(agents.get(0), agents.get(3), agents.get(third)), tellers, votes), round))
                .toList();

        proclaim(election, outcomes.get(0)).statusCode(409).body("code", equalTo("tie-not-settled"));
        RunningProcess.tossWhereADrawWaits(round);
        String drawn = RestAssured.get("/v1/rounds/{round}/result", round)
                .then()
                .extract()
                .path("places[0].option");
        int winner = drawn.equals(text(agents.get(1))) ? 0 : 1;

        proclaim(election, outcomes.get(1 - winner)).statusCode(422).body("errors.code", hasItem("not-the-most-voted"));
        proclaim(election, outcomes.get(winner)).statusCode(200);
    }

    @Test
    void no_round_is_named_where_hands_left_no_tie_about_a_seat() throws Exception {
        var process = RunningProcess.withAgents(8);
        var agents = process.agents;
        var election = electionOf(process, agents.subList(0, 4));
        var votes = Map.of(agents.get(0), 9, agents.get(3), 9, agents.get(1), 4, agents.get(2), 3);
        var outcome = byHand(
                List.of(agents.get(0), agents.get(3), agents.get(1)), List.of(agents.get(6), agents.get(7)), votes);
        var round = voted(roundAmong(process, agents.subList(1, 3)), process, 1);

        proclaim(election, settledBy(outcome, round)).statusCode(422).body("code", equalTo("round-of-no-tie"));
    }
}
