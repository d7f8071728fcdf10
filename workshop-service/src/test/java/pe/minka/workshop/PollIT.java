package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.ballot;
import static pe.minka.workshop.RunningProcess.freshKey;

/**
 * Polls of citizens. The sheets of the poll from door to door come in batches with repetitions, in no order. The whole
 * number is taken with {@code -Dminka.poll.pollsters=2000}.
 */
@QuarkusTest
@WithMinkaStack
class PollIT {

    private static final int SHEET = 24;
    private static final int BATCH = 25;

    @Test
    @Tag("VES-04")
    void pollsters_gather_answers_offline_one_of_each_respondent_and_they_are_tallied_exactly() throws Exception {
        int pollsters = ConfigProvider.getConfig()
                .getOptionalValue("minka.poll.pollsters", Integer.class)
                .orElse(2000);
        var poll = poll("RESPONDENTS");
        var round = poll.round();
        var devices = pollsters(round, pollsters);
        List<Map<String, Object>> sheets = new ArrayList<>();
        var expected = new int[poll.options().size()];
        for (int i = 0; i < pollsters; i++) {
            List<String> respondents = new ArrayList<>();
            List<List<String>> answers = new ArrayList<>();
            for (int j = 0; j < SHEET; j++) {
                int choice = (i * 7 + j) % expected.length;
                respondents.add("DNI:%08d".formatted(10_000_000 + i * SHEET + j));
                answers.add(List.of(poll.options().get(choice)));
                expected[choice]++;
            }
            sheets.add(devices.get(i).envelope(respondents, answers));
        }
        var again = devices.get(0)
                .envelope(
                        List.of("DNI:10000030", "DNI:99999999x", "DNI:70000001"),
                        Collections.nCopies(3, List.of(poll.options().get(0))));
        expected[0]++;
        List<Map<String, Object>> brought = new ArrayList<>(sheets);
        brought.addAll(sheets.subList(0, pollsters / 10));
        Collections.shuffle(brought, new Random(4));
        bringAll(round, brought);
        bring(round, List.of(again));

        List<String> reasons = as("polling-officer")
                .get("/v1/rounds/{round}/offline-conflicts", round)
                .then()
                .extract()
                .path("items.because");
        assertThat(reasons).containsExactlyInAnyOrder("ALREADY_VOTED", "VOTER_UNKNOWN");
        assertThat(Database.count("select count(*) from offline_envelope where round = '" + round + "'"))
                .isEqualTo(pollsters + 1);
        List<String> conflicts = as("polling-officer")
                .get("/v1/rounds/{round}/offline-conflicts", round)
                .then()
                .extract()
                .path("items.conflict");
        conflicts.forEach(each -> as("polling-officer")
                .body("{\"decision\":\"SET_ASIDE\",\"document\":\"Acta 6\",\"reason\":\"Repetida\"}")
                .post("/v1/rounds/{round}/offline-conflicts/{conflict}/decision", round, each)
                .then()
                .statusCode(200));
        Database.execute(
                "update round set deadline = clock_timestamp() - interval '31 minutes' where round = '" + round + "'");
        act(round, "closing").statusCode(200).body("roll", equalTo(pollsters * SHEET + 1));
        var tallied = act(round, "tally").statusCode(200).body("turnout", equalTo(pollsters * SHEET + 1));

        List<Integer> votes = tallied.extract().path("options.votes");
        for (int i = 0; i < expected.length; i++) {
            assertThat(votes.get(i)).isEqualTo(expected[i]);
        }
        noDocumentIsKept(round);
        var record = PublicRecord.verified(round);
        assertThat(record.declaration().path("rollOf").asText()).isEqualTo("RESPONDENTS");
        record.withAct(act -> act.put("roll", 1)).isRefusedBy("V04");
    }

    private static void noDocumentIsKept(UUID round) {
        for (String table : List.of("roll_entry", "strike_off", "offline_conflict", "idempotency_key")) {
            var rows = Database.rows("select t::text from " + table + " t limit 2000")
                    .toString();
            assertThat(rows).doesNotContain("10000030");
            assertThat(rows).doesNotContain(Hashes.sha256Hex("10000030"));
            assertThat(rows).doesNotContain(Hashes.sha256Hex("DNI:10000030"));
        }
        assertProblem(RestAssured.get("/v1/rounds/{round}/roll", round).then(), 409, "roll-of-citizens");
    }

    @Test
    void verified_residents_vote_once_each_and_who_was_not_verified_does_not() throws Exception {
        var poll = poll("RESIDENTS", """
                {"residents":[{"document":"DNI:41234567","zone":"S3"},{"document":"DNI:41234568"},
                 {"document":"DNI:41234567"}]}""");
        var device = pollsters(poll.round(), 1).get(0);

        var answers = Collections.nCopies(3, List.of(poll.options().get(1)));
        bring(poll.round(), List.of(device.envelope(List.of("DNI:41234567", "DNI:41234569", "DNI:41234567"), answers)));

        List<String> reasons = as("polling-officer")
                .get("/v1/rounds/{round}/offline-conflicts", poll.round())
                .then()
                .extract()
                .path("items.because");
        assertThat(reasons).containsExactlyInAnyOrder("NOT_ON_ROLL", "ALREADY_VOTED");
        RestAssured.get("/v1/rounds/{round}", poll.round())
                .then()
                .body("roll", equalTo(2))
                .body("turnout", equalTo(1));
    }

    @Test
    @Tag("VES-04")
    void citizens_answer_on_paper_each_once_whichever_the_table_and_their_documents_are_kept_nowhere()
            throws Exception {
        var poll = poll("RESPONDENTS", null, "\"PAPER\",\"OFFLINE_DEVICE\",\"ASSISTED\"");
        var round = poll.round();
        var device = pollsters(round, 1).get(0);
        var first = poll.options().subList(0, 1);
        bring(round, List.of(device.envelope(List.of("DNI:20000001"), List.of(first))));
        var terminal = PollingPlace.register(round, Map.of("kind", "TERMINAL", "label", "Mesa 0"));
        String pass = PollingPlace.admit(round, terminal, "DNI:20000002")
                .statusCode(201)
                .extract()
                .path("pass");
        PollingPlace.assisted(round, freshKey(), pass, first).statusCode(201);
        String table = PaperIT.table(round, "Sector 1", 3);
        var sheet =
                List.of("DNI:20000003", "DNI:20000001", "dni: 20000004", "DNI:20000004", "no document", "DNI:20000002");

        var answersKept = "select count(*) from idempotency_key";
        int before = Database.count(answersKept);
        sheet(table, sheet)
                .statusCode(200)
                .body("voters", equalTo(2))
                .body(
                        "outcomes",
                        contains(
                                "STRUCK_OFF",
                                "ALREADY_VOTED",
                                "STRUCK_OFF",
                                "ALREADY_VOTED",
                                "DOCUMENT_UNREADABLE",
                                "ALREADY_VOTED"));
        sheet(table, sheet)
                .statusCode(200)
                .body("voters", equalTo(2))
                .body("outcomes[0]", equalTo("STRUCK_OFF_HERE_BEFORE"))
                .body("outcomes[1]", equalTo("ALREADY_VOTED"));
        assertThat(Database.count(answersKept))
                .as("a fingerprint of the request would be a bare hash of documents")
                .isEqualTo(before);
        assertProblem(sheet(table, List.of("DNI:20000005", "DNI:20000006")), 409, "ballots-used-up");
        assertProblem(
                as("polling-officer")
                        .body("{\"credential\":\"DNI:20000007\"}")
                        .post("/v1/paper-tables/{table}/voters", table)
                        .then(),
                409,
                "roll-of-documents");
        bring(round, List.of(device.envelope(List.of("DNI:20000003"), List.of(first))));
        assertThat(PollingPlace.turnout(round)).isEqualTo(4);

        PaperIT.reconcile(table, 2, 0, 1).statusCode(200).body("state", equalTo("RECONCILED"));
        for (String account : List.of("ana", "luis")) {
            PaperIT.enter(table, account, List.of(PaperIT.ballots(first, 2)), 0).statusCode(200);
        }
        PaperIT.attach(table, PaperIT.JPEG).statusCode(201);
        String conflict = as("polling-officer")
                .get("/v1/rounds/{round}/offline-conflicts", round)
                .then()
                .extract()
                .path("items[0].conflict");
        PollingPlace.decide(round, conflict, "SET_ASIDE", "").statusCode(200);
        PollingPlace.giveBack(device, 2).statusCode(200);
        RunningProcess.endEarly(round);
        act(round, "closing").statusCode(200).body("roll", equalTo(4));
        act(round, "tally").statusCode(200).body("turnout", equalTo(4)).body("options[0].votes", equalTo(4));
        for (String name : List.of(
                "roll_entry",
                "strike_off",
                "paper_voter",
                "paper_table",
                "paper_entry",
                "offline_conflict",
                "offline_envelope",
                "idempotency_key",
                "outbox")) {
            var rows = Database.rows("select t::text from " + name + " t").toString();
            for (String number : List.of("20000001", "20000002", "20000003", "20000004")) {
                assertThat(rows)
                        .as(name)
                        .doesNotContain("DNI:" + number)
                        .doesNotContain(Hashes.sha256Hex(number))
                        .doesNotContain(Hashes.sha256Hex("DNI:" + number));
            }
        }
    }

    private static ValidatableResponse sheet(String table, List<String> documents) {
        return as("polling-officer")
                .body(Map.of("documents", documents))
                .post("/v1/paper-tables/{table}/respondents", table)
                .then();
    }

    @Test
    void in_a_second_round_the_verified_residents_of_the_first_vote_again_and_nobody_is_added() throws Exception {
        var poll = poll("RESIDENTS", """
                {"residents":[{"document":"DNI:41234567","zone":"S3"},{"document":"DNI:41234568"}]}""", "\"PAPER\"");
        var tied = poll.options().subList(0, 2);
        onPaper(poll.round(), List.of("DNI:41234567", "DNI:41234568"), List.of(tied.subList(0, 1), tied.subList(1, 2)));
        var second = UUID.fromString(as("polling-officer")
                .body(Map.of("options", tied))
                .post("/v1/rounds/{round}/second-rounds", poll.round())
                .then()
                .statusCode(201)
                .extract()
                .path("round"));

        assertProblem(
                as("registrar")
                        .body("{\"residents\":[{\"document\":\"DNI:41234569\"}]}")
                        .post("/v1/rounds/{round}/residents", second)
                        .then(),
                409,
                "roll-of-first-round");
        act(second, "opening").statusCode(200).body("roll", equalTo(2));
        onPaper(second, List.of("DNI:41234567", "DNI:41234568"), List.of(tied.subList(0, 1), tied.subList(0, 1)));
        RestAssured.get("/v1/rounds/{round}", second)
                .then()
                .body("turnout", equalTo(2))
                .body("options[0].votes", equalTo(2));
    }

    private static void onPaper(UUID round, List<String> documents, List<List<String>> answers) {
        String table = PaperIT.table(round, "Mesa 1", documents.size());
        sheet(table, documents).statusCode(200).body("voters", equalTo(documents.size()));
        sheet(table, List.of("DNI:41234569")).statusCode(200).body("outcomes", contains("NOT_ON_ROLL"));
        PaperIT.reconcile(table, documents.size(), 0, 0).statusCode(200);
        var ballots = answers.stream().map(each -> PaperIT.ballots(each, 1)).toList();
        for (String account : List.of("ana", "luis")) {
            PaperIT.enter(table, account, ballots, 0).statusCode(200);
        }
        PaperIT.attach(table, PaperIT.JPEG).statusCode(201);
        RunningProcess.endEarly(round);
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);
    }

    record Poll(UUID round, List<String> options) {}

    private static Poll poll(String roll) throws Exception {
        return poll(roll, null);
    }

    private static Poll poll(String roll, @Nullable String residents) throws Exception {
        return poll(roll, residents, "\"OFFLINE_DEVICE\"");
    }

    private static Poll poll(String roll, @Nullable String residents, String channels) throws Exception {
        var process = RunningProcess.withAgents(
                1,
                regulation -> ballot(
                        regulation,
                        "CITIZENS_POLL",
                        "{\"kind\":\"CHOOSE_ONE\",\"secret\":true,\"replaceable\":false,\"blankAllowed\":false,\"roll\":\""
                                + roll + "\",\"channels\":[" + channels + "],\"law\":\"art. 30\"}"));
        var announced = as("polling-officer")
                .body("""
                        {"kind":"CITIZENS_POLL","title":"Visión","options":[{"title":"Saludable"},
                         {"title":"Productiva"},{"title":"Educadora"},{"title":"Segura"},{"title":"Solidaria"}]}""")
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract();
        var round = UUID.fromString(announced.path("round"));
        if (channels.contains("OFFLINE_DEVICE")) {
            as("polling-officer")
                    .body("{\"syncMinutes\":30}")
                    .put("/v1/rounds/{round}/offline-voting", round)
                    .then()
                    .statusCode(200);
        }
        if (residents != null) {
            as("registrar")
                    .body(residents)
                    .post("/v1/rounds/{round}/residents", round)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(2));
        }
        as("polling-officer")
                .body("{\"deadline\":\"2090-01-01T00:00:00Z\"}")
                .post("/v1/rounds/{round}/opening", round)
                .then()
                .statusCode(200);
        return new Poll(round, announced.path("options.option"));
    }

    private static List<OfflineDevice> pollsters(UUID round, int count) {
        String key = RestAssured.get("/v1/rounds/{round}/offline-voting", round)
                .then()
                .extract()
                .path("publicKey");
        List<OfflineDevice> devices = new ArrayList<>();
        List<Map<String, Object>> registrations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var device = new OfflineDevice(round, key);
            devices.add(device);
            registrations.add(Map.of(
                    "kind",
                    "OFFLINE_DEVICE",
                    "label",
                    "Encuestador " + i,
                    "publicKey",
                    device.publicKey(),
                    "zone",
                    "S" + i % 8,
                    "assigned",
                    SHEET));
        }
        List<String> ids = as("polling-officer")
                .body(Map.of("devices", registrations))
                .post("/v1/rounds/{round}/devices", round)
                .then()
                .statusCode(201)
                .extract()
                .path("devices.device");
        for (int i = 0; i < count; i++) {
            devices.get(i).id = UUID.fromString(ids.get(i));
        }
        return devices;
    }

    private static void bringAll(UUID round, List<Map<String, Object>> sheets) throws Exception {
        List<Callable<Boolean>> batches = new ArrayList<>();
        for (int from = 0; from < sheets.size(); from += BATCH) {
            var batch = sheets.subList(from, Math.min(sheets.size(), from + BATCH));
            batches.add(() -> {
                bring(round, batch);
                return true;
            });
        }
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var each : pool.invokeAll(batches)) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void bring(UUID round, List<Map<String, Object>> sheets) {
        as("polling-officer")
                .body(Map.of("envelopes", sheets))
                .post("/v1/rounds/{round}/offline-envelopes", round)
                .then()
                .statusCode(200);
    }
}
