package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** How many voted is told, and never so that the channel or the hour of one person can be read from it. */
@QuarkusTest
@WithMinkaStack
class TurnoutIT {

    @Test
    void hours_of_few_are_told_together_and_channels_only_after_the_close_the_small_ones_kept_back() throws Exception {
        var process = RunningProcess.withAgents(15);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        process.agents
                .subList(0, 14)
                .forEach(agent -> cast(round, agent, freshKey(), proposals).statusCode(201));
        struckOff(round, process.agents.subList(0, 2), "hour = hour - interval '5 hours', channel = 'ASSISTED'");
        struckOff(round, process.agents.subList(2, 7), "hour = hour - interval '4 hours', channel = 'PAPER'");
        struckOff(round, process.agents.subList(7, 13), "hour = hour - interval '2 hours'");
        struckOff(round, process.agents.subList(13, 14), "hour = hour - interval '1 hour'");

        turnout(round)
                .body("voters", equalTo(14))
                .body("byHour.voters", contains(7, 6))
                .body("byChannel", empty());
        RestAssured.get("/v1/rounds/{round}", round)
                .then()
                .body("turnout", equalTo(14))
                .body("turnoutByHour.ballots", contains(7, 6));
        cast(round, process.agents.get(14), freshKey(), proposals).statusCode(201);
        turnout(round).body("voters", equalTo(15)).body("byHour.voters", contains(7, 6));
        act(round, "closing").statusCode(200);

        turnout(round)
                .body("voters", equalTo(15))
                .body("byHour.voters", contains(7, 8))
                .body("byChannel.channel", contains("OWN_DEVICE", "ASSISTED", "PAPER"))
                .body("byChannel.voters", contains(8, null, null));
    }

    private static void struckOff(UUID round, List<UUID> agents, String how) {
        Database.execute("update strike_off set " + how + " where round = '" + round + "' and agent in "
                + agents.stream().map(agent -> "'" + agent + "'").collect(Collectors.joining(",", "(", ")")));
    }

    private static ValidatableResponse turnout(UUID round) {
        return RestAssured.get("/v1/rounds/{round}/turnout", round).then().statusCode(200);
    }
}
