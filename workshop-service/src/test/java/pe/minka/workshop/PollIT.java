package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.ballot;

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

    record Poll(UUID round, List<String> options) {}

    private static Poll poll(String roll) throws Exception {
        return poll(roll, null);
    }

    private static Poll poll(String roll, @Nullable String residents) throws Exception {
        var process = RunningProcess.withAgents(
                1,
                regulation -> ballot(
                        regulation,
                        "CITIZENS_POLL",
                        "{\"kind\":\"CHOOSE_ONE\",\"secret\":true,\"replaceable\":false,\"blankAllowed\":false,\"roll\":\""
                                + roll + "\",\"channels\":[\"OFFLINE_DEVICE\"],\"law\":\"art. 30\"}"));
        var announced = as("polling-officer")
                .body("""
                        {"kind":"CITIZENS_POLL","title":"Visión","options":[{"title":"Saludable"},
                         {"title":"Productiva"},{"title":"Educadora"},{"title":"Segura"},{"title":"Solidaria"}]}""")
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract();
        var round = UUID.fromString(announced.path("round"));
        as("polling-officer")
                .body("{\"syncMinutes\":30}")
                .put("/v1/rounds/{round}/offline-voting", round)
                .then()
                .statusCode(200);
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
