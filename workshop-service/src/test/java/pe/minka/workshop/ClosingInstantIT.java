package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** One clock ends a vote, the database's; only an act on record moves the end, and none brings back what is over. */
@QuarkusTest
@WithMinkaStack
class ClosingInstantIT {

    private static final String LATER = "2099-04-23T23:00:00Z";

    private static void deadline(UUID round, String when) {
        Database.execute("update round set deadline = " + when + " where round = '" + round + "'");
    }

    private static ValidatableResponse record(UUID round, String act, String deadline) {
        var recorded = new HashMap<String, Object>(Map.of("act", act, "document", "Acta 3", "reason", "Corte de luz"));
        if (!deadline.isEmpty()) {
            recorded.put("deadline", deadline);
        }
        return as("polling-officer")
                .body(recorded)
                .post("/v1/rounds/{round}/acts", round)
                .then();
    }

    @Test
    @Tag("VES-06")
    void a_ballot_before_the_deadline_counts_and_none_after_it_and_no_act_brings_the_vote_back() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        deadline(round, "clock_timestamp() + interval '1 minute'");
        var key = freshKey();
        String receipt = cast(round, process.agents.get(0), key, proposals)
                .statusCode(201)
                .extract()
                .path("commitment");

        deadline(round, "clock_timestamp()");
        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 409, "vote-not-open");
        cast(round, process.agents.get(0), key, proposals).statusCode(201).body("commitment", equalTo(receipt));
        assertProblem(record(round, "EXTENSION", LATER), 409, "vote-is-over");
        assertProblem(record(round, "SUSPENSION", ""), 409, "vote-is-over");
        record(round, "INCIDENT", "").statusCode(201);
        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 409, "vote-not-open");
        act(round, "closing").statusCode(200).body("turnout", equalTo(1));
    }

    @Test
    @Tag("VES-06")
    void a_suspension_declared_before_the_deadline_stops_the_clock_until_an_extension_gives_the_time_back()
            throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        deadline(round, "clock_timestamp() + interval '1 hour'");
        record(round, "SUSPENSION", "").statusCode(201);
        deadline(round, "clock_timestamp()");

        assertProblem(record(round, "RESUMPTION", ""), 409, "vote-is-over");
        record(round, "EXTENSION", "2016-04-23T23:00:00Z").statusCode(422).body("code", equalTo("deadline-not-later"));
        record(round, "EXTENSION", LATER).statusCode(201).body("act", equalTo("EXTENSION"));
        assertProblem(cast(round, process.agents.get(0), freshKey(), proposals), 409, "vote-not-open");
        record(round, "RESUMPTION", "").statusCode(201);
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);
    }

    @Test
    void a_vote_ends_before_the_time_that_was_told_by_a_recorded_act_alone_and_then_for_good() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        deadline(round, "clock_timestamp() + interval '1 hour'");
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);

        act(round, "closing")
                .statusCode(409)
                .body("code", equalTo("round-not-closable"))
                .body("errors.code", contains("deadline-not-reached"));
        record(round, "SUSPENSION", "").statusCode(201);
        act(round, "closing").statusCode(409).body("errors.code", contains("deadline-not-reached"));
        record(round, "EARLY_CLOSE", "").statusCode(201).body("reason", equalTo("Corte de luz"));
        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 409, "vote-not-open");
        assertProblem(record(round, "EXTENSION", LATER), 409, "vote-is-over");
        act(round, "closing").statusCode(200).body("turnout", equalTo(1));
    }

    @Test
    void the_end_that_was_announced_is_the_end_that_was_told() throws Exception {
        var process = RunningProcess.withAgents(1);
        process.rankThemes();
        String announced = as("polling-officer")
                .body(Map.of(
                        "kind",
                        "PRIORITISE_PROJECTS",
                        "title",
                        "R",
                        "proposals",
                        process.viableProposals(1),
                        "closesAt",
                        LATER))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round");
        var round = UUID.fromString(announced);
        act(round, "opening").statusCode(200);

        act(round, "closing").statusCode(409).body("errors.code", contains("deadline-not-reached"));
        record(round, "EARLY_CLOSE", "").statusCode(201);
        act(round, "closing").statusCode(200);
    }

    @Test
    void a_deadline_that_has_come_already_opens_no_vote() throws Exception {
        var process = RunningProcess.withAgents(1);
        process.rankThemes();
        var round = process.announce("PRIORITISE_PROJECTS", process.viableProposals(1));

        assertProblem(open(round, "2016-04-23T23:00:00Z"), 422, "deadline-past");
        open(round, LATER).statusCode(200).body("deadline", equalTo(LATER));
    }

    private static ValidatableResponse open(UUID round, String deadline) {
        return as("polling-officer")
                .body(Map.of("deadline", deadline))
                .post("/v1/rounds/{round}/opening", round)
                .then();
    }

    @Test
    void acts_are_told_to_all_with_the_hash_of_their_words_and_never_changed() throws Exception {
        var process = RunningProcess.withAgents(1);
        var round = process.openRound(process.viableProposals(1));
        record(round, "INCIDENT", "").statusCode(201);
        Map<String, Object> shown = RestAssured.get("/v1/rounds/{round}/acts", round)
                .then()
                .extract()
                .path("items[0]");

        var told = Events.await(
                "workshop",
                "round-act-recorded",
                event -> event.path("round").asText().equals(round.toString()));
        assertThat(told.body().path("act").asText()).isEqualTo("INCIDENT");
        assertThat(told.body().toString()).doesNotContain("Corte de luz");
        assertThat(told.body().path("sha256").asText())
                .isEqualTo(Hashes.sha256Hex("""
                                {"act":"INCIDENT","at":"%s","document":"Acta 3","number":1,"reason":"Corte de luz","round":"%s"}""".formatted(shown.get("at"), round)));
        for (String change : List.of("update round_act set reason = 'Otra'", "delete from round_act")) {
            assertThatThrownBy(() -> Database.execute(change + " where round = '" + round + "'"))
                    .rootCause()
                    .hasMessageContaining("an act on a vote is never changed nor removed");
        }
    }
}
