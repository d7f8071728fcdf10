package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;
import java.util.UUID;

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
}
