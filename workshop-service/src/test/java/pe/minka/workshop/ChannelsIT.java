package pe.minka.workshop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.PollingPlace.admit;
import static pe.minka.workshop.PollingPlace.assisted;
import static pe.minka.workshop.PollingPlace.bring;
import static pe.minka.workshop.PollingPlace.decide;
import static pe.minka.workshop.PollingPlace.device;
import static pe.minka.workshop.PollingPlace.giveBack;
import static pe.minka.workshop.PollingPlace.offlineRound;
import static pe.minka.workshop.PollingPlace.register;
import static pe.minka.workshop.PollingPlace.turnout;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.credential;
import static pe.minka.workshop.RunningProcess.freshKey;

/** Whatever the channel, one roll: assisted and offline votes, and the same voter over several channels at once. */
@QuarkusTest
@WithMinkaStack
class ChannelsIT {

    @Test
    void a_helped_voter_casts_at_a_terminal_and_the_officer_learns_no_choice() throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        var terminal = register(round, Map.of("kind", "TERMINAL", "label", "Mesa 4"));
        var voter = process.agents.get(0);
        String pass = admit(round, terminal, credential(voter))
                .statusCode(201)
                .extract()
                .path("pass");
        var key = freshKey();

        var printed = assisted(round, key, pass, proposals.subList(0, 1))
                .statusCode(201)
                .extract();
        String receipt = printed.path("commitment");
        assisted(round, key, pass, proposals.subList(0, 1)).statusCode(201).body("commitment", equalTo(receipt));
        assertProblem(assisted(round, key, pass, proposals), 422, "idempotency-key-reused");
        assertProblem(assisted(round, freshKey(), pass, proposals), 409, "already-voted");
        assertProblem(admit(round, terminal, credential(voter)), 409, "already-voted");
        assertProblem(admit(round, terminal, "0000-0000-0000"), 422, "credential-unknown");
        assertProblem(assisted(round, freshKey(), pass + "x", proposals), 422, "voting-pass-invalid");
        assertProblem(assisted(round, freshKey(), "no pass", proposals), 422, "voting-pass-invalid");
        assertProblem(cast(round, voter, freshKey(), proposals), 409, "already-voted");

        assertThat(Database.rows("select t::text from idempotency_key t").toString())
                .as("nothing of an assisted vote lies among the answers kept by account")
                .doesNotContain(pass)
                .doesNotContain(receipt);
        RestAssured.get("/v1/rounds/{round}/turnout", round)
                .then()
                .body("voters", equalTo(1))
                .body("byChannel", empty())
                .body("byHour", empty());
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("options.votes", contains(1, 0));
        RestAssured.get("/v1/rounds/{round}/commitments", round).then().body("items", contains(receipt));
        var record =
                PublicRecord.verified(round).withReceipts(new ObjectMapper().readTree("[" + printed.asString() + "]"));
        assertThat(record.outcome()).containsEntry("V09", "PASS");
        record.with("receipts.json", text -> text.replaceAll("[0-9a-f]{8}(?=\"}])", "00000000"))
                .isRefusedBy("V09");
    }

    @Test
    void a_pass_of_one_terminal_is_worth_nothing_at_another_round_and_a_revoked_terminal_takes_no_vote()
            throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        var other = process.openRound(proposals);
        var terminal = register(round, Map.of("kind", "TERMINAL", "label", "Mesa 1"));
        String pass = admit(round, terminal, credential(process.agents.get(0)))
                .statusCode(201)
                .extract()
                .path("pass");

        assertProblem(assisted(other, freshKey(), pass, proposals), 422, "terminal-not-in-use");
        as("polling-officer")
                .body("{\"document\":\"Acta 5\"}")
                .post("/v1/devices/{device}/revocation", terminal)
                .then()
                .statusCode(200)
                .body("revoked", equalTo(true));
        assertProblem(assisted(round, freshKey(), pass, proposals), 422, "terminal-not-in-use");
        assertProblem(admit(round, terminal, credential(process.agents.get(1))), 422, "terminal-not-in-use");
    }

    @Test
    void offline_ballots_arrive_in_any_order_as_often_as_one_likes_and_conflicts_wait_for_an_act() throws Exception {
        var process = RunningProcess.withAgents(8);
        var proposals = process.viableProposals(2);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var first = proposals.subList(0, 1);
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);
        var envelopes = new ArrayList<Map<String, Object>>();
        for (int voter = 0; voter < 5; voter++) {
            envelopes.add(device.envelope(List.of(credential(process.agents.get(voter))), List.of(first)));
        }
        envelopes.add(device.envelope(List.of("AAAA-BBBB-CCCC"), List.of(first)));
        envelopes.add(device.envelope(List.of(credential(process.agents.get(5))), List.of(List.of(freshKey()))));
        var forged = new HashMap<>(device.envelope(List.of(credential(process.agents.get(6))), List.of(first)));
        forged.put("sealedAt", Instant.now().plusSeconds(1).toString());
        envelopes.add(forged);
        envelopes.add(envelopes.get(1));
        Collections.reverse(envelopes);

        bring(round, envelopes.subList(0, 4)).statusCode(200);
        bring(round, envelopes).statusCode(200);
        bring(round, envelopes)
                .statusCode(200)
                .body("items.counted.sum()", equalTo(5))
                .body("items.findAll { it.aside.size() > 0 }.size()", equalTo(4));
        assertThat(turnout(round)).isEqualTo(5);

        var waiting = as("polling-officer")
                .get("/v1/rounds/{round}/offline-conflicts", round)
                .then();
        waiting.body(
                "items.because",
                containsInAnyOrder("ALREADY_VOTED", "VOTER_UNKNOWN", "MARK_NOT_ADMITTED", "SIGNATURE_WRONG"));
        RunningProcess.endEarly(round);
        assertThat(act(round, "closing").statusCode(409).extract().<List<String>>path("errors.code"))
                .containsExactlyInAnyOrder("devices-away", "envelopes-undecided");
        Map<String, String> ids = new HashMap<>();
        List<Map<String, Object>> items = waiting.extract().path("items");
        items.forEach(item -> ids.put(String.valueOf(item.get("because")), String.valueOf(item.get("conflict"))));
        assertProblem(decide(round, ids.get("ALREADY_VOTED"), "COUNTED", ""), 409, "envelope-not-countable");
        assertProblem(decide(round, ids.get("VOTER_UNKNOWN"), "COUNTED", ""), 422, "voter-missing");
        assertProblem(
                decide(round, ids.get("VOTER_UNKNOWN"), "COUNTED", ",\"voter\":\"" + process.agents.get(1) + "\""),
                409,
                "already-voted");
        var named = ",\"voter\":\"" + process.agents.get(7) + "\"";
        decide(round, ids.get("VOTER_UNKNOWN"), "COUNTED", named).statusCode(200);
        decide("luis", round, ids.get("VOTER_UNKNOWN"), "COUNTED", named)
                .statusCode(200)
                .body("decision", equalTo("COUNTED"));
        for (String reason : List.of("ALREADY_VOTED", "MARK_NOT_ADMITTED", "SIGNATURE_WRONG")) {
            decide(round, ids.get(reason), "SET_ASIDE", "").statusCode(200);
        }
        assertProblem(decide(round, ids.get("ALREADY_VOTED"), "SET_ASIDE", ""), 409, "envelope-already-decided");
        assertProblem(giveBack(device, 8), 409, "envelopes-missing");
        giveBack(device, 7).statusCode(200).body("returned", equalTo(true));

        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(6)).body("options.votes", contains(6, 1));
        assertProblem(bring(round, envelopes), 409, "vote-not-open");
        RestAssured.get(
                        "/v1/rounds/{r}/offline-envelopes/{e}",
                        round,
                        envelopes.get(6).get("envelope"))
                .then()
                .body("counted", equalTo(1));
        assertThat(Database.count("select count(*) from offline_voting where private_key is not null and round = '"
                        + round + "'"))
                .as("the key that devices sealed to is gone with the close")
                .isZero();
        assertThat(Database.count("select count(*) from ballot_aside where round = '" + round + "'"))
                .isZero();
        PublicRecord.verified(round);
    }

    @Test
    void what_was_sealed_before_the_end_is_taken_until_the_synchronisation_ends_and_the_count_waits() throws Exception {
        var process = RunningProcess.withAgents(4);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var inTime = device.envelope(List.of(credential(process.agents.get(0))), List.of(proposals));
        var late = device.envelope(List.of(credential(process.agents.get(1))), List.of(proposals));
        Database.execute("update round set deadline = clock_timestamp() where round = '" + round + "'");
        var afterwards = device.envelope(
                UUID.randomUUID(),
                Instant.now().plusMillis(5).truncatedTo(ChronoUnit.MILLIS),
                List.of(credential(process.agents.get(2))),
                List.of(proposals));

        assertProblem(cast(round, process.agents.get(3), freshKey(), proposals), 409, "vote-not-open");
        bring(round, List.of(inTime)).statusCode(200).body("items.counted", contains(1));
        bring(round, List.of(afterwards))
                .statusCode(200)
                .body("items[0].aside.because", contains("SEALED_OUTSIDE_THE_VOTE"));
        assertThat(act(round, "closing").statusCode(409).extract().<List<String>>path("errors.code"))
                .containsExactlyInAnyOrder("devices-away", "envelopes-undecided");
        Database.execute("update round set deadline = deadline - interval '31 minutes', opened_at = opened_at"
                + " - interval '1 hour' where round = '" + round + "'");
        late = device.envelope(
                UUID.fromString(String.valueOf(late.get("envelope"))),
                Instant.now().minusSeconds(45 * 60).truncatedTo(ChronoUnit.MILLIS),
                List.of(credential(process.agents.get(1))),
                List.of(proposals));
        String conflict = bring(round, List.of(late))
                .statusCode(200)
                .body("items[0].aside.because", contains("SYNCED_LATE"))
                .extract()
                .path("items[0].aside[0].conflict");
        decide(round, conflict, "COUNTED", "").statusCode(200);
        decide("luis", round, conflict, "COUNTED", "").statusCode(200);
        List<String> undecided = as("polling-officer")
                .get("/v1/rounds/{round}/offline-conflicts", round)
                .then()
                .extract()
                .path("items.findAll { it.decision == null }.conflict");
        undecided.forEach(each -> decide(round, each, "SET_ASIDE", "").statusCode(200));

        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(2));
    }

    @Test
    void where_ballots_are_replaceable_one_on_paper_is_not_for_it_lies_with_others_in_a_box() throws Exception {
        var process = RunningProcess.withAgents(2);
        var announced = as("polling-officer")
                .body("""
                        {"kind":"PRIORITISE_THEMES","title":"Temas","options":[{"title":"Agua"},{"title":"Caminos"}]}""")
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract();
        var round = UUID.fromString(announced.path("round"));
        String water = announced.path("options[0].option");
        act(round, "opening").statusCode(200);
        String table = as("polling-officer")
                .body("{\"label\":\"Mesa 1\",\"issued\":1}")
                .post("/v1/rounds/{round}/paper-tables", round)
                .then()
                .statusCode(201)
                .extract()
                .path("table");
        as("polling-officer")
                .body(Map.of("credential", credential(process.agents.get(0))))
                .post("/v1/paper-tables/{table}/voters", table)
                .then()
                .statusCode(200);
        var points = "{\"points\":{\"" + water + "\":5}}";

        assertProblem(RunningProcess.castRaw(round, process.agents.get(0), freshKey(), points), 409, "already-voted");
        var replaced = RunningProcess.castRaw(round, process.agents.get(1), freshKey(), points)
                .statusCode(201)
                .extract();
        RunningProcess.castRaw(round, process.agents.get(1), freshKey(), points).statusCode(201);
        assertThat(Database.count("select count(*) from sealed_ballot where round = '" + round + "'"))
                .isEqualTo(1);
        as("polling-officer")
                .body("{\"used\":1,\"spoiled\":0,\"returned\":0}")
                .post("/v1/paper-tables/{table}/reconciliation", table)
                .then()
                .statusCode(200);
        for (String account : List.of("ana", "luis")) {
            RunningProcess.officer(account)
                    .body("{\"ballots\":[],\"invalid\":1}")
                    .post("/v1/paper-tables/{table}/entries", table)
                    .then()
                    .statusCode(200);
        }
        PaperIT.attach(table, PaperIT.JPEG).statusCode(201);
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);
        var record =
                PublicRecord.verified(round).withReceipts(new ObjectMapper().readTree("[" + replaced.asString() + "]"));
        assertThat(record.outcome().get("V09")).startsWith("WARN replaced or dropped");
        record.withDeclaration(declared -> ((ObjectNode) declared.get("ballot")).put("replaceable", false))
                .isRefusedBy("V09");
    }

    @Test
    void the_same_voters_over_four_channels_at_once_leave_one_counted_ballot_each() throws Exception {
        int voters = 24;
        var process = RunningProcess.withAgents(voters);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var terminal = register(round, Map.of("kind", "TERMINAL", "label", "Mesa 1"));
        String table = as("polling-officer")
                .body("{\"label\":\"Mesa 9\",\"issued\":24}")
                .post("/v1/rounds/{round}/paper-tables", round)
                .then()
                .statusCode(201)
                .extract()
                .path("table");
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (UUID voter : process.agents) {
            String pass = admit(round, terminal, credential(voter))
                    .statusCode(201)
                    .extract()
                    .path("pass");
            var envelope = device.envelope(List.of(credential(voter)), List.of(proposals));
            attempts.add(() -> status(cast(round, voter, freshKey(), proposals)));
            attempts.add(() -> status(assisted(round, freshKey(), pass, proposals)));
            attempts.add(() -> status(bring(round, List.of(envelope))));
            attempts.add(() -> status(as("polling-officer")
                    .body(Map.of("credential", credential(voter)))
                    .post("/v1/paper-tables/{table}/voters", table)
                    .then()));
        }
        Collections.shuffle(attempts);
        var pool = Executors.newFixedThreadPool(16);
        try {
            for (var each : pool.invokeAll(attempts)) {
                assertThat(each.get()).isIn(200, 201, 409);
            }
        } finally {
            pool.shutdown();
        }

        assertThat(turnout(round)).isEqualTo(voters);
        int onPaper =
                Database.count("select count(*) from strike_off where channel = 'PAPER' and round = '" + round + "'");
        settleTable(table, onPaper, 24 - onPaper, proposals);
        List<String> conflicts = as("polling-officer")
                .get("/v1/rounds/{round}/offline-conflicts?limit=200", round)
                .then()
                .extract()
                .path("items.conflict");
        conflicts.forEach(each -> decide(round, each, "SET_ASIDE", "").statusCode(200));
        giveBack(device, voters).statusCode(200);
        RunningProcess.endEarly(round);
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(voters)).body("options[0].votes", equalTo(voters));
    }

    private static void settleTable(String table, int used, int returned, List<String> choices) {
        as("polling-officer")
                .body(Map.of("used", used, "spoiled", 0, "returned", returned))
                .post("/v1/paper-tables/{table}/reconciliation", table)
                .then()
                .statusCode(200)
                .body("state", equalTo("RECONCILED"));
        var ballots = used == 0 ? List.of() : List.of(Map.of("choices", choices, "times", used));
        for (String account : List.of("ana", "luis")) {
            RunningProcess.officer(account)
                    .body(Map.of("ballots", ballots, "invalid", 0))
                    .post("/v1/paper-tables/{table}/entries", table)
                    .then()
                    .statusCode(200);
        }
        PaperIT.attach(table, PaperIT.JPEG).statusCode(201);
    }

    private static int status(ValidatableResponse response) {
        return response.extract().statusCode();
    }
}
