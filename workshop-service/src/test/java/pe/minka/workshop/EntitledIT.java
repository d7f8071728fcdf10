package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.ballot;
import static pe.minka.workshop.RunningProcess.credential;
import static pe.minka.workshop.RunningProcess.officer;

/** Who may be recorded as present at a session when the registry ended the accreditation since. */
@QuarkusTest
@WithMinkaStack
class EntitledIT {

    @Test
    void who_is_revoked_after_the_roll_was_frozen_comes_to_the_assembly_and_votes_by_hand_with_the_rights_of_that_day()
            throws Exception {
        var process = RunningProcess.withAgents(4, regulation -> ballot(regulation, "DECIDE_MOTION", """
                {"kind":"SHOW_OF_HANDS","maximumChoices":1,"secret":false,"replaceable":false,"blankAllowed":true,
                 "law":"art. 20"}"""));
        var official = UUID.randomUUID();
        process.accredit(official, told -> told.put("role", "OFFICIAL").put("vote", false));
        var motion = as("polling-officer")
                .body("""
                        {"kind":"DECIDE_MOTION","title":"Moción","options":[{"title":"Sí"},{"title":"No"}]}""")
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract();
        var round = UUID.fromString(motion.path("round"));
        act(round, "opening").statusCode(200);
        var revoked = process.agents.get(0);
        process.revoke(revoked);
        process.revoke(official);
        var assembly = convene(process, Instant.now().plus(1, ChronoUnit.HOURS));

        attend(
                        assembly,
                        List.of(
                                Map.of("credential", credential(revoked)),
                                Map.of("agent", official),
                                Map.of("agent", process.agents.get(1)),
                                Map.of("agent", process.agents.get(2)),
                                Map.of("agent", process.agents.get(3))))
                .statusCode(200)
                .body("recorded", equalTo(4))
                .body("unknown", contains(1))
                .body("ended", contains(0));
        assertThat(Database.rows("select voice, vote from attendance where workshop = '" + assembly + "' and agent = '"
                        + revoked + "'"))
                .containsExactly(List.of("t", "t"));
        open(assembly);
        var hands = Map.of(motion.path("options[0].option"), 3, motion.path("options[1].option"), 1);
        hands(round, "ana", assembly, hands).statusCode(200);
        hands(round, "luis", assembly, hands)
                .statusCode(200)
                .body("state", equalTo("AGREED"))
                .body("present", equalTo(4));
        act(round, "closing").statusCode(200);
        assertThat(Database.count(
                        "select count(*) from strike_off where round = '" + round + "' and agent = '" + revoked + "'"))
                .isEqualTo(1);
    }

    @Test
    void who_was_accredited_when_they_came_is_recorded_and_who_was_not_any_more_is_not() throws Exception {
        var process = RunningProcess.withAgents(3);
        var official = UUID.randomUUID();
        process.accredit(official, told -> told.put("role", "OFFICIAL").put("vote", false));
        process.revoke(official);
        var ended = Database.rows("select to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " from agent where agent = '" + official + "'")
                .get(0)
                .get(0);
        var session = convene(process, Instant.parse(ended).minus(1, ChronoUnit.HOURS));

        attend(
                        session,
                        List.of(Map.of(
                                "agent",
                                official,
                                "arrivedAt",
                                Instant.parse(ended).plus(1, ChronoUnit.MICROS).toString())))
                .body("recorded", equalTo(0))
                .body("unknown", contains(0));
        attend(session, List.of(Map.of("agent", official, "arrivedAt", ended)))
                .body("recorded", equalTo(1))
                .body("unknown", empty())
                .body("ended", contains(0));
        assertThat(Database.rows("select voice, vote from attendance where workshop = '" + session + "'"))
                .as("an official has a voice and no vote")
                .containsExactly(List.of("t", "f"));
        assertProblem(opening(session), 409, "quorum-not-reached");
    }

    private static UUID convene(RunningProcess process, Instant startsAt) {
        return UUID.fromString(as("facilitator")
                .body(Map.of(
                        "title",
                        "Asamblea",
                        "startsAt",
                        startsAt.toString(),
                        "place",
                        "Local comunal",
                        "convenedAt",
                        startsAt.minus(20, ChronoUnit.DAYS).toString()))
                .post("/v1/processes/{process}/workshops", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("workshop"));
    }

    private static ValidatableResponse attend(UUID workshop, List<?> attended) {
        return as("facilitator")
                .body(Map.of("attended", attended))
                .post("/v1/workshops/{workshop}/attendance", workshop)
                .then();
    }

    private static void open(UUID workshop) {
        opening(workshop).statusCode(200);
    }

    private static ValidatableResponse opening(UUID workshop) {
        return as("facilitator")
                .post("/v1/workshops/{workshop}/opening", workshop)
                .then();
    }

    private static ValidatableResponse hands(UUID round, String teller, UUID assembly, Map<?, Integer> hands) {
        return officer(teller)
                .body(Map.of("workshop", assembly, "hands", hands))
                .post("/v1/rounds/{round}/hand-counts", round)
                .then();
    }
}
