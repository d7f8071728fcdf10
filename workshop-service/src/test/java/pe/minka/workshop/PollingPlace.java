package pe.minka.workshop;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import pe.minka.testkit.Tokens;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.officer;

/** What officers, terminals and devices of a polling place ask for. */
final class PollingPlace {

    private PollingPlace() {}

    static int turnout(UUID round) {
        return RestAssured.get("/v1/rounds/{round}/turnout", round)
                .then()
                .extract()
                .path("voters");
    }

    static UUID offlineRound(RunningProcess process, List<String> proposals) {
        process.rankThemes();
        var round = process.announce("PRIORITISE_PROJECTS", proposals);
        as("polling-officer")
                .body("{\"syncMinutes\":30}")
                .put("/v1/rounds/{round}/offline-voting", round)
                .then()
                .statusCode(200);
        as("polling-officer")
                .body("{\"deadline\":\"2090-01-01T00:00:00Z\"}")
                .post("/v1/rounds/{round}/opening", round)
                .then()
                .statusCode(200);
        return round;
    }

    static OfflineDevice device(UUID round) {
        var device = new OfflineDevice(
                round,
                RestAssured.get("/v1/rounds/{round}/offline-voting", round)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("publicKey"));
        device.id = UUID.fromString(register(
                round, Map.of("kind", "OFFLINE_DEVICE", "label", "Equipo 1", "publicKey", device.publicKey())));
        return device;
    }

    static String register(UUID round, Map<String, Object> device) {
        return as("polling-officer")
                .body(Map.of("devices", List.of(device)))
                .post("/v1/rounds/{round}/devices", round)
                .then()
                .statusCode(201)
                .extract()
                .path("devices[0].device");
    }

    static ValidatableResponse admit(UUID round, String terminal, String credential) {
        return as("polling-officer")
                .body(Map.of("terminal", terminal, "credential", credential))
                .post("/v1/rounds/{round}/voting-passes", round)
                .then();
    }

    static ValidatableResponse assisted(UUID round, String key, String pass, List<String> choices) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as("polling-officer")
                        .entity(RunningProcess.ENTITY)
                        .token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("pass", pass, "choices", choices))
                .post("/v1/rounds/{round}/assisted-ballots", round)
                .then();
    }

    static ValidatableResponse bring(UUID round, List<Map<String, Object>> envelopes) {
        return as("polling-officer")
                .body(Map.of("envelopes", envelopes))
                .post("/v1/rounds/{round}/offline-envelopes", round)
                .then();
    }

    static ValidatableResponse decide(UUID round, String conflict, String decision, String more) {
        return decide("polling-officer", round, conflict, decision, more);
    }

    static ValidatableResponse decide(String account, UUID round, String conflict, String decision, String more) {
        return officer(account)
                .body("{\"decision\":\"" + decision + "\",\"document\":\"Acta 6\",\"reason\":\"Visto\"" + more + "}")
                .post("/v1/rounds/{round}/offline-conflicts/{conflict}/decision", round, conflict)
                .then();
    }

    static ValidatableResponse giveBack(OfflineDevice device, int envelopes) {
        return as("polling-officer")
                .body("{\"envelopes\":" + envelopes + "}")
                .post("/v1/devices/{device}/return", device.id)
                .then();
    }
}
