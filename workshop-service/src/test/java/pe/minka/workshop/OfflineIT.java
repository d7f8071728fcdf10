package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.workshop.PollingPlace.admit;
import static pe.minka.workshop.PollingPlace.assisted;
import static pe.minka.workshop.PollingPlace.bring;
import static pe.minka.workshop.PollingPlace.decide;
import static pe.minka.workshop.PollingPlace.device;
import static pe.minka.workshop.PollingPlace.offlineRound;
import static pe.minka.workshop.PollingPlace.register;
import static pe.minka.workshop.PollingPlace.turnout;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.credential;
import static pe.minka.workshop.RunningProcess.freshKey;

/** Envelopes of devices: what is wrong with one concerns it alone, and what is kept aside needs two accounts to count. */
@QuarkusTest
@WithMinkaStack
class OfflineIT {

    @Test
    void one_bad_envelope_is_refused_or_kept_aside_alone_and_the_others_of_its_batch_count() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var voter = List.of(credential(process.agents.get(0)));
        var bad = new LinkedHashMap<Map<String, Object>, String>();
        unreadable(device, voter, proposals).forEach(content -> bad.put(sealing(device, voter, content), "UNREADABLE"));
        marksThatAreNone().forEach(content -> bad.put(sealing(device, voter, content), "MARK_NOT_ADMITTED"));
        Map.of(
                        "+999999999-12-31T23:59:59Z", "MALFORMED",
                        "-999999999-01-01T00:00:00Z", "MALFORMED",
                        "9999-12-31T23:59:59Z", "SEALED_OUTSIDE_THE_VOTE",
                        "0001-01-01T00:00:00Z", "SEALED_OUTSIDE_THE_VOTE")
                .forEach((when, because) -> bad.put(
                        device.envelope(UUID.randomUUID(), Instant.parse(when), voter, List.of(proposals)), because));
        bad.put(device.envelope(List.of("NUL\u0000 in it"), List.of(proposals)), "MALFORMED");
        bad.put(changed(device.envelope(voter, List.of(proposals)), "signature", "AAAA"), "SIGNATURE_WRONG");
        bad.put(changed(device.envelope(voter, List.of(proposals)), "sealed", "AAAA"), "SIGNATURE_WRONG");
        bad.put(changed(device.envelope(voter, List.of(proposals)), "device", freshKey()), "DEVICE_UNKNOWN");
        for (byte[] sealed : List.of(new byte[1], new byte[32], new byte[33], new byte[48], new byte[200])) {
            bad.put(device.signed(UUID.randomUUID(), now(), voter, sealed), "UNREADABLE");
        }
        bad.put(changed(device.envelope(voter, List.of(proposals)), "signature", "%%%"), "NOT_BASE64");
        bad.put(changed(device.envelope(voter, List.of(proposals)), "sealed", "no base64!"), "NOT_BASE64");
        malformed(device.envelope(voter, List.of(proposals))).forEach(each -> bad.put(each, "MALFORMED"));
        var good = device.envelope(List.of(credential(process.agents.get(1))), List.of(proposals));
        var batch = new ArrayList<>(bad.keySet());
        batch.add(batch.size() / 2, good);

        for (int time = 0; time < 2; time++) {
            List<Map<String, Object>> items =
                    bring(round, batch).statusCode(200).extract().path("items");
            assertThat(items).hasSize(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                assertThat(outcome(items.get(i)))
                        .as("%s", batch.get(i))
                        .isEqualTo(batch.get(i).equals(good) ? "COUNTED" : bad.get(batch.get(i)));
            }
        }
        assertThat(turnout(round)).isEqualTo(1);
    }

    private static String outcome(Map<String, Object> item) {
        if (item.get("refused") != null) {
            return String.valueOf(item.get("refused"));
        }
        var aside = (List<?>) item.get("aside");
        return aside.isEmpty() ? "COUNTED" : String.valueOf(((Map<?, ?>) aside.get(0)).get("because"));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Map<String, Object> sealing(OfflineDevice device, List<String> voters, byte[] content) {
        return device.sealing(UUID.randomUUID(), now(), voters, content);
    }

    private static List<byte[]> unreadable(OfflineDevice device, List<String> voters, List<String> proposals) {
        var contents = new ArrayList<byte[]>();
        for (String text : List.of(
                "null",
                " ",
                "",
                "5",
                "[]",
                "{}",
                "\"ballots\"",
                "{\"ballots\":null}",
                "{\"ballots\":[]}",
                "{\"ballots\":[null]}",
                "{\"ballots\":[5]}",
                "{\"ballots\":[{},{}]}",
                "{\"ballots\":[{\"choices\":[\"no id\"]}]}",
                "{\"ballots\":[{\"choices\":5}]}",
                "{\"ballots\":[{\"points\":{\"" + proposals.get(0) + "\":99999999999999999999}}]}",
                "{\"ballots\":[{\"points\":{\"" + proposals.get(0) + "\":1e400}}]}",
                "{\"ballots\":[{\"points\":{\"no id\":1}}]}",
                "{\"ballots\":[{\"other\":1}]}",
                "{\"ballots\":[{\"choices\":[]}",
                "\u0000",
                "{\"ballots\":" + "[".repeat(100_000),
                "{\"ballots\":[{\"choices\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]}")) {
            contents.add(text.getBytes(StandardCharsets.UTF_8));
        }
        contents.add(new byte[] {(byte) 0xc3, 0x28});
        contents.add(new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'});
        return contents;
    }

    private static List<byte[]> marksThatAreNone() {
        return List.of(
                "{\"ballots\":[{\"choices\":[null]}]}".getBytes(StandardCharsets.UTF_8),
                ("{\"ballots\":[{\"choices\":[\"" + UUID.randomUUID() + "\"]}]}").getBytes(StandardCharsets.UTF_8),
                ("{\"ballots\":[{\"points\":{\"" + UUID.randomUUID() + "\":null}}]}").getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, Object>> malformed(Map<String, Object> envelope) {
        var without = new HashMap<>(envelope);
        without.remove("voters");
        return List.of(
                without,
                Map.of(),
                changed(envelope, "envelope", "no id"),
                changed(envelope, "envelope", 5),
                changed(envelope, "device", List.of()),
                changed(envelope, "sealedAt", "yesterday"),
                changed(envelope, "sealedAt", "+9999999999-01-01T00:00:00Z"),
                changed(envelope, "voters", "one"),
                changed(envelope, "voters", List.of()),
                changed(envelope, "voters", Arrays.asList((String) null)),
                changed(envelope, "voters", List.of("two\nlines")),
                changed(envelope, "voters", List.of("x".repeat(61))),
                changed(envelope, "sealed", ""),
                changed(envelope, "other", "member"));
    }

    private static Map<String, Object> changed(Map<String, Object> envelope, String name, Object value) {
        var changed = new HashMap<>(envelope);
        changed.put(name, value);
        return changed;
    }

    @Test
    void an_altered_copy_that_comes_first_takes_nothing_from_the_right_envelope() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);
        var right = device.envelope(List.of(credential(process.agents.get(0))), List.of(proposals));
        var counted = device.envelope(List.of(credential(process.agents.get(1))), List.of(proposals));

        bring(
                        round,
                        List.of(
                                changed(right, "voters", List.of(credential(process.agents.get(1)))),
                                changed(
                                        counted,
                                        "sealedAt",
                                        now().minusSeconds(1).toString())))
                .body("items.aside.because.flatten()", contains("SIGNATURE_WRONG", "SIGNATURE_WRONG"));
        bring(round, List.of(right, counted))
                .statusCode(200)
                .body("items[0].aside.because", contains("ALREADY_VOTED"))
                .body("items[1].aside", hasSize(0))
                .body("items.counted", contains(0, 1));

        RestAssured.get("/v1/rounds/{round}/offline-envelopes/{envelope}", round, counted.get("envelope"))
                .then()
                .body("counted", equalTo(1))
                .body("waiting", equalTo(0));
    }

    @Test
    void nobody_alone_gives_a_ballot_kept_aside_to_a_voter_and_all_who_had_a_word_on_it_are_kept() throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        String conflict = bring(round, List.of(device.envelope(List.of("AAAA-BBBB-CCCC"), List.of(proposals))))
                .body("items[0].aside.because", contains("VOTER_UNKNOWN"))
                .body("items[0].aside[0].sealedAt", endsWith(":00:00Z"))
                .extract()
                .path("items[0].aside[0].conflict");
        var first = ",\"voter\":\"" + process.agents.get(0) + "\"";
        var second = ",\"voter\":\"" + process.agents.get(1) + "\"";

        decide("ana", round, conflict, "COUNTED", first)
                .statusCode(200)
                .body("decision", nullValue())
                .body("decidedBy", contains("ana"));
        assertProblem(decide("ana", round, conflict, "COUNTED", first), 409, "decided-by-the-same-person");
        decide("luis", round, conflict, "COUNTED", second).statusCode(200).body("decision", nullValue());
        assertThat(turnout(round)).isZero();
        assertThat(act(round, "closing").statusCode(409).extract().<List<String>>path("errors.code"))
                .contains("envelopes-undecided");
        decide("ana", round, conflict, "COUNTED", second)
                .statusCode(200)
                .body("decision", equalTo("COUNTED"))
                .body("decidedBy", contains("ana", "luis", "ana"));
        assertThat(turnout(round)).isEqualTo(1);
        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 409, "already-voted");
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);

        var told = Events.await(
                        "workshop",
                        "channel-act-recorded",
                        event -> event.path("thing").asText().equals(conflict))
                .body();
        assertThat(told.path("act").asText()).isEqualTo("BALLOT_COUNTED");
        assertThat(told.path("because").asText()).isEqualTo("VOTER_UNKNOWN");
        assertThat(told.path("accounts").asInt()).isEqualTo(2);
        assertThat(told.toString()).doesNotContain(process.agents.get(1).toString(), "ana", "luis");
        for (String watcher : List.of("auditor", "vigilance-member")) {
            as(watcher)
                    .get("/v1/rounds/{round}/offline-conflicts", round)
                    .then()
                    .statusCode(200)
                    .body("items[0].decidedBy", contains("ana", "luis", "ana"));
        }
        assertThat(Database.rows("select decided_by, voter from offline_decision where conflict = '" + conflict
                        + "' order by number"))
                .containsExactly(
                        List.of("ana", process.agents.get(0).toString()),
                        List.of("luis", process.agents.get(1).toString()),
                        List.of("ana", process.agents.get(1).toString()));
    }

    @Test
    void two_spellings_of_one_credential_are_one_voter() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var credential = credential(process.agents.get(0));
        var other = credential(process.agents.get(1));

        bring(
                        round,
                        List.of(
                                device.envelope(List.of(credential), List.of(proposals)),
                                device.envelope(
                                        List.of(credential.replace("-", "").toLowerCase(Locale.ROOT)),
                                        List.of(proposals)),
                                device.envelope(List.of(" " + other), List.of(proposals))))
                .statusCode(200)
                .body("items.counted", contains(1, 0, 1))
                .body("items[1].aside.because", contains("ALREADY_VOTED"));
    }

    @Test
    void what_was_sealed_while_the_vote_was_suspended_or_later_than_now_is_kept_aside() throws Exception {
        var process = RunningProcess.withAgents(4);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var before = now();
        record(round, "SUSPENSION");
        var during = now().plusMillis(1);
        Thread.sleep(20);
        record(round, "RESUMPTION");
        var after = now().plusMillis(1);

        String suspended = bring(
                        round,
                        List.of(
                                sealedAt(device, process, 0, before, proposals),
                                sealedAt(device, process, 1, during, proposals),
                                sealedAt(device, process, 2, after, proposals),
                                sealedAt(device, process, 3, after.plus(3, ChronoUnit.MINUTES), proposals)))
                .statusCode(200)
                .body("items.counted", contains(1, 0, 1, 0))
                .body("items[1].aside.because", contains("SEALED_OUTSIDE_THE_VOTE"))
                .body("items[1].aside.untimely", contains("DURING_A_SUSPENSION"))
                .body("items[1].aside.countable", contains(true))
                .body("items[3].aside.untimely", contains("IN_THE_FUTURE"))
                .body("items[3].aside.countable", contains(false))
                .extract()
                .path("items[1].aside[0].conflict");
        decide("ana", round, suspended, "COUNTED", "").statusCode(200);
        decide("luis", round, suspended, "COUNTED", "").statusCode(200);
        assertThat(turnout(round)).isEqualTo(3);
    }

    private static Map<String, Object> sealedAt(
            OfflineDevice device, RunningProcess process, int voter, Instant when, List<String> proposals) {
        return device.envelope(
                UUID.randomUUID(), when, List.of(credential(process.agents.get(voter))), List.of(proposals));
    }

    private static void record(UUID round, String act) {
        as("polling-officer")
                .body(Map.of("act", act, "document", "Acta 4", "reason", "Corte de luz"))
                .post("/v1/rounds/{round}/acts", round)
                .then()
                .statusCode(201);
    }

    @Test
    void an_accreditation_that_ends_after_the_opening_takes_nobody_off_the_roll_over_any_channel() throws Exception {
        var process = RunningProcess.withAgents(4);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var terminal = register(round, Map.of("kind", "TERMINAL", "label", "Mesa 1"));
        String table = PaperIT.table(round, "Mesa 2", 1);
        for (UUID agent : process.agents) {
            process.revoke(agent);
        }

        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);
        PaperIT.strike(table, process.agents.get(1)).statusCode(200);
        bring(round, List.of(device.envelope(List.of(credential(process.agents.get(2))), List.of(proposals))))
                .body("items.counted", contains(1));
        String pass = admitted(round, terminal, process.agents.get(3)).extract().path("pass");
        assisted(round, freshKey(), pass, proposals).statusCode(201);

        assertThat(turnout(round)).isEqualTo(4);
    }

    @Test
    void who_was_taken_off_the_roll_by_act_votes_over_no_channel() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(1);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var terminal = register(round, Map.of("kind", "TERMINAL", "label", "Mesa 1"));
        String table = PaperIT.table(round, "Mesa 2", 1);
        var objected = process.agents.get(0);
        as("polling-officer")
                .body(Map.of("act", "OBJECTION_UPHELD", "agent", objected, "document", "Acta 2", "reason", "Renunció"))
                .post("/v1/rounds/{round}/roll-acts", round)
                .then()
                .statusCode(201);

        assertProblem(cast(round, objected, freshKey(), proposals), 403, "not-on-roll");
        assertProblem(PaperIT.strike(table, objected), 422, "voter-not-on-roll");
        assertProblem(admit(round, terminal, credential(objected)), 422, "voter-not-on-roll");
        bring(round, List.of(device.envelope(List.of(credential(objected)), List.of(proposals))))
                .body("items[0].aside.because", contains("NOT_ON_ROLL"));
    }

    private static ValidatableResponse admitted(UUID round, String terminal, UUID agent) {
        return admit(round, terminal, credential(agent)).statusCode(201);
    }
}
