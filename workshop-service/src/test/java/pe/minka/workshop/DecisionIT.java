package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.as;

/** A decision says who took it and how; what the executive decided alone is counted. */
@QuarkusTest
@WithMinkaStack
class DecisionIT {

    private static ValidatableResponse record(RunningProcess process, String body, String method, String rest) {
        return as("facilitator")
                .body("""
                        {"matter":"Se prioriza el agua","body":"%s","method":"%s","decidedOn":"2016-04-23",\
                        "document":"Acta 3"%s}""".formatted(body, method, rest))
                .post("/v1/processes/{process}/decisions", process.id)
                .then();
    }

    @Test
    @Tag("NAT-23")
    void a_consensus_is_recorded_with_the_objections_that_stand_beside_it() throws Exception {
        var process = RunningProcess.withAgents(1);

        record(process, "AGENTS_ASSEMBLY", "CONSENSUS", "")
                .statusCode(422)
                .body("code", equalTo("decision-incomplete"))
                .body("errors.code", contains("objections-not-asked"))
                .body("errors[0].pointer", equalTo("/objections"));
        record(process, "AGENTS_ASSEMBLY", "CONSENSUS", ",\"objections\":[],\"against\":1")
                .statusCode(422)
                .body("errors.code", contains("consensus-with-votes-against"));
        record(process, "AGENTS_ASSEMBLY", "CONSENSUS", ",\"objections\":[\"El barrio alto pide salud.\"]")
                .statusCode(201)
                .body("method", equalTo("CONSENSUS"))
                .body("objections", contains("El barrio alto pide salud."));
        record(process, "AGENTS_ASSEMBLY", "SHOW_OF_HANDS", ",\"inFavour\":12,\"against\":12,\"abstained\":1")
                .statusCode(201)
                .body("outcome", equalTo("REJECTED"))
                .body("objections", empty());
        record(process, "AGENTS_ASSEMBLY", "SHOW_OF_HANDS", "")
                .statusCode(422)
                .body("errors.code", contains("hands-not-counted"));

        RestAssured.get("/v1/processes/{p}/decisions", process.id)
                .then()
                .body("items.number", contains(1, 2))
                .body("items.method", contains("CONSENSUS", "SHOW_OF_HANDS"));
        Events.await(
                "workshop",
                "decision-recorded",
                event -> event.path("process").asText().equals(process.id.toString())
                        && event.path("objections").asInt() == 1
                        && !event.toString().contains("barrio"));
    }

    @Test
    @Tag("VES-48")
    void decisions_of_the_executive_alone_are_counted_beside_those_that_were_voted() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        var ballot = ",\"round\":\"%s\"".formatted(round);

        record(process, "AGENTS_ASSEMBLY", "BALLOT", ballot)
                .statusCode(422)
                .body("errors.code", contains("round-not-counted-here"));
        RunningProcess.act(round, "closing").statusCode(200);
        RunningProcess.act(round, "tally").statusCode(200);
        record(process, "AGENTS_ASSEMBLY", "BALLOT", ballot).statusCode(201);
        record(process, "EXECUTIVE", "RESOLUTION", "").statusCode(201);
        record(process, "EXECUTIVE", "RESOLUTION", "").statusCode(201);
        record(process, "EXECUTIVE", "CONSENSUS", ",\"objections\":[]")
                .statusCode(422)
                .body("errors.code", contains("executive-decides-by-resolution"));
        record(process, "MUNICIPAL_COUNCIL", "RESOLUTION", ballot)
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder("executive-decides-by-resolution", "round-and-ballot-belong-together"));

        RestAssured.get("/v1/processes/{p}/decisions", process.id)
                .then()
                .body("items.body", contains("AGENTS_ASSEMBLY", "EXECUTIVE", "EXECUTIVE"))
                .body("items[0].round", equalTo(round.toString()))
                .body("total", equalTo(3))
                .body("byVoteOrConsensus", equalTo(1))
                .body("byExecutiveAlone", equalTo(2));
    }
}
