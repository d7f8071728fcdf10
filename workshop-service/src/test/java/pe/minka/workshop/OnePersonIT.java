package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;
import static pe.minka.workshop.RunningProcess.pseudonym;

/** One person has one place on a roll, and one seat one vote, however often an accreditation ends and begins anew. */
@QuarkusTest
@WithMinkaStack
class OnePersonIT {

    private static ValidatableResponse rollAct(UUID round, String act, UUID agent) {
        return as("polling-officer")
                .body(Map.of("act", act, "agent", agent, "document", "Acta 2", "reason", "Nueva acreditación"))
                .post("/v1/rounds/{round}/roll-acts", round)
                .then();
    }

    private static UUID accreditedAgain(RunningProcess process, UUID before) throws Exception {
        var again = UUID.randomUUID();
        process.revoke(before);
        process.accredit(again, told -> told.put("personPseudonym", pseudonym(before)));
        process.train(List.of(again));
        process.await("select count(*) from training_attendance where agent = '" + again + "'");
        return again;
    }

    @Test
    void who_voted_and_is_accredited_anew_is_not_added_to_the_roll_and_never_votes_twice() throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        var voter = process.agents.get(0);
        cast(round, voter, freshKey(), proposals).statusCode(201);
        var again = accreditedAgain(process, voter);

        rollAct(round, "ADDITION", again)
                .statusCode(409)
                .body("code", equalTo("person-on-roll"))
                .body("agent", equalTo(voter.toString()));
        assertProblem(cast(round, again, freshKey(), proposals), 403, "not-on-roll");
        assertProblem(rollAct(round, "OBJECTION_UPHELD", voter), 409, "objection-too-late");
        assertThatThrownBy(() -> Database.execute("insert into roll_entry (round, agent, seat, person)"
                        + " select round, '" + again + "', '" + again + "', person from roll_entry where round = '"
                        + round + "' and agent = '" + voter + "'"))
                .rootCause()
                .hasMessageContaining("roll_entry_person");
        RestAssured.get("/v1/rounds/{round}", round).then().body("roll", equalTo(3));
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(1));
    }

    @Test
    void who_did_not_vote_is_added_under_the_new_accreditation_once_the_old_one_is_off_the_roll() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        var before = process.agents.get(0);
        var again = accreditedAgain(process, before);

        assertProblem(rollAct(round, "ADDITION", again), 409, "person-on-roll");
        rollAct(round, "OBJECTION_UPHELD", before).statusCode(201);
        rollAct(round, "ADDITION", again).statusCode(201);
        cast(round, again, freshKey(), proposals).statusCode(201);
        assertProblem(cast(round, before, freshKey(), proposals), 403, "not-on-roll");
        RestAssured.get("/v1/rounds/{round}", round).then().body("roll", equalTo(2));
    }

    @Test
    void who_comes_in_for_somebody_on_the_roll_takes_that_seat_and_not_another() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        var before = process.agents.get(0);
        cast(round, before, freshKey(), proposals).statusCode(201);
        var between = UUID.randomUUID();
        var successor = UUID.randomUUID();
        process.accredit(between, told -> {});
        process.replace(before, between);
        process.accredit(successor, told -> {});
        process.replace(between, successor);
        process.train(List.of(successor));
        process.await("select count(*) from training_attendance where agent = '" + successor + "'");

        rollAct(round, "ADDITION", successor).statusCode(201);
        assertProblem(cast(round, successor, freshKey(), proposals), 409, "already-voted");
        RestAssured.get("/v1/rounds/{round}", round).then().body("roll", equalTo(2));
    }

    @Test
    void a_roll_that_is_frozen_holds_a_person_once_whatever_the_registry_told() throws Exception {
        var process = RunningProcess.withAgents(2);
        var twice = UUID.randomUUID();
        process.accredit(twice, told -> told.put("personPseudonym", pseudonym(process.agents.get(0))));
        process.train(List.of(twice));
        process.await("select count(*) from training_attendance where agent = '" + twice + "'");

        var round = process.openRound(process.viableProposals(1));

        RestAssured.get("/v1/rounds/{round}", round).then().body("roll", equalTo(2));
    }
}
