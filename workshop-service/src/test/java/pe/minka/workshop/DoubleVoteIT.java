package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** One voter, one ballot: under parallel casts, repeated requests, other bodies, and after the close. */
@QuarkusTest
@WithMinkaStack
class DoubleVoteIT {

    private static final int VOTERS = 200;
    private static final int CASTS = 20;

    private final HttpClient http = HttpClient.newHttpClient();

    private record Answer(int voter, int status, String body) {}

    @Test
    void two_hundred_voters_casting_twenty_times_in_parallel_leave_two_hundred_ballots() throws Exception {
        var process = RunningProcess.withAgents(VOTERS);
        var proposals = process.viableProposals(3);
        var round = process.openRound(proposals);
        var body = "{\"choices\":[\"" + proposals.get(0) + "\"]}";
        List<Callable<Answer>> casts = new ArrayList<>();
        for (int turn = 0; turn < CASTS; turn++) {
            for (int voter = 0; voter < VOTERS; voter++) {
                casts.add(castOf(process, round, voter, turn, body));
            }
        }
        var answers = new ArrayList<Answer>();
        var pool = Executors.newFixedThreadPool(32);
        try {
            for (var answer : pool.invokeAll(casts)) {
                answers.add(answer.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        Set<Integer> voters = new HashSet<>();
        Set<String> receipts = new HashSet<>();
        answers.stream().filter(answer -> answer.status() == 201).forEach(answer -> {
            voters.add(answer.voter());
            receipts.add(answer.voter() + " " + answer.body());
        });
        assertThat(voters).hasSize(VOTERS);
        assertThat(receipts).as("every 201 of a voter has the same receipt").hasSize(VOTERS);
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(VOTERS)).body("options[0].votes", equalTo(VOTERS));
    }

    /** Every other turn with the voter's own key, the rest with a new one. */
    private Callable<Answer> castOf(RunningProcess process, UUID round, int voter, int turn, String body) {
        var agent = process.agents.get(voter);
        var key = turn % 2 == 0 ? "own-" + agent : freshKey();
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/rounds/" + round + "/ballots"))
                .header(
                        "Authorization",
                        "Bearer " + Tokens.as("participant").agent(agent).token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return () -> {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(voter, response.statusCode(), response.body());
        };
    }

    @Test
    void the_same_request_gets_the_same_receipt_after_the_close_too_and_another_body_is_refused() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        var agent = process.agents.get(0);
        var key = freshKey();
        String receipt =
                cast(round, agent, key, proposals).statusCode(201).extract().path("commitment");

        cast(round, agent, key, proposals).statusCode(201).body("commitment", equalTo(receipt));
        assertProblem(cast(round, agent, key, proposals.subList(0, 1)), 422, "idempotency-key-reused");
        act(round, "closing").statusCode(200);

        cast(round, agent, key, proposals).statusCode(201).body("commitment", equalTo(receipt));
        assertProblem(cast(round, agent, key, proposals.subList(0, 1)), 422, "idempotency-key-reused");
        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 409, "vote-not-open");
    }

    @Test
    void a_deadline_of_the_database_clock_ends_the_vote_by_itself() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);

        Database.execute("update round set deadline = clock_timestamp() where round = '" + round + "'");

        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 409, "vote-not-open");
    }

    @Test
    @Tag("VES-32")
    @Tag("VES-06")
    void a_vote_is_suspended_resumed_and_extended_by_recorded_act_and_keeps_what_is_in_the_box() throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(1);
        process.rankThemes();
        var round = process.announce("PRIORITISE_PROJECTS", proposals);
        RunningProcess.as("polling-officer")
                .body("{\"deadline\":\"2090-01-01T00:00:00Z\"}")
                .post("/v1/rounds/{round}/opening", round)
                .then()
                .statusCode(200);
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);

        assertProblem(record(round, "RESUMPTION", ""), 409, "act-not-possible");
        record(round, "SUSPENSION", "").statusCode(201);
        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 409, "vote-not-open");
        record(round, "RESUMPTION", "").statusCode(201);
        cast(round, process.agents.get(1), freshKey(), proposals).statusCode(201);
        assertProblem(record(round, "EXTENSION", ",\"deadline\":\"2089-01-01T00:00:00Z\""), 422, "deadline-not-later");
        record(round, "EXTENSION", ",\"deadline\":\"2091-01-01T00:00:00Z\"").statusCode(201);
        record(round, "INCIDENT", "").statusCode(201);

        RestAssured.get("/v1/rounds/{round}", round)
                .then()
                .body("deadline", equalTo("2091-01-01T00:00:00Z"))
                .body("turnout", equalTo(2));
        RestAssured.get("/v1/rounds/{round}/acts", round)
                .then()
                .body("items.act", contains("SUSPENSION", "RESUMPTION", "EXTENSION", "INCIDENT"));
        RunningProcess.endEarly(round);
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(2));
    }

    private static ValidatableResponse record(UUID round, String act, String more) {
        return RunningProcess.as("polling-officer")
                .body("{\"act\":\"" + act + "\",\"document\":\"Acta 3\",\"reason\":\"Reparto de víveres\"" + more + "}")
                .post("/v1/rounds/{round}/acts", round)
                .then();
    }

    @Test
    void where_ballots_are_replaceable_the_last_one_counts() throws Exception {
        var process = RunningProcess.withAgents(1);
        var round = themes(process);
        var id = UUID.fromString(round.path("round"));
        String water = round.path("options[0].option");
        String roads = round.path("options[1].option");
        act(id, "opening").statusCode(200);
        var agent = process.agents.get(0);

        assertProblem(
                RunningProcess.castRaw(id, agent, freshKey(), "{\"points\":{\"" + water + "\":6}}"),
                422,
                "points-out-of-range");
        var first = freshKey();
        var last = freshKey();
        var early = "{\"points\":{\"" + water + "\":5}}";
        var late = "{\"points\":{\"" + water + "\":1,\"" + roads + "\":4}}";
        RunningProcess.castRaw(id, agent, first, early).statusCode(201);
        String counted = RunningProcess.castRaw(id, agent, last, late)
                .statusCode(201)
                .extract()
                .path("commitment");
        act(id, "closing").statusCode(200);
        assertProblem(RunningProcess.castRaw(id, agent, first, early), 409, "ballot-superseded");
        RunningProcess.castRaw(id, agent, last, late).statusCode(201).body("commitment", equalTo(counted));
        assertProblem(RunningProcess.castRaw(id, agent, freshKey(), late), 409, "vote-not-open");

        act(id, "tally")
                .statusCode(200)
                .body("turnout", equalTo(1))
                .body("options[0].score", equalTo("1"))
                .body("options[1].score", equalTo("4"));
    }

    @Test
    void who_replaces_her_ballot_many_times_at_once_has_one_in_the_box_and_is_never_told_that_she_voted_before()
            throws Exception {
        var process = RunningProcess.withAgents(1);
        var round = themes(process);
        var id = UUID.fromString(round.path("round"));
        act(id, "opening").statusCode(200);
        var body = "{\"points\":{\"" + round.path("options[0].option") + "\":5}}";
        var casts = IntStream.range(0, 48)
                .mapToObj(each -> castOf(process, id, 0, 1, body))
                .toList();
        var pool = Executors.newFixedThreadPool(24);
        try {
            for (var answer : pool.invokeAll(casts)) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        } finally {
            pool.shutdown();
        }

        act(id, "closing").statusCode(200);
        act(id, "tally").statusCode(200).body("turnout", equalTo(1)).body("options[0].score", equalTo("5"));
    }

    private static ExtractableResponse<Response> themes(RunningProcess process) {
        return RunningProcess.as("polling-officer")
                .body("""
                        {"kind":"PRIORITISE_THEMES","title":"Temas","options":[{"title":"Agua"},{"title":"Caminos"}]}""")
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract();
    }
}
