package pe.minka.workshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.credential;
import static pe.minka.workshop.RunningProcess.freshKey;
import static pe.minka.workshop.RunningProcess.officer;

/** Ballots of paper: reconciled per table, entered by two, settled by a third, photographed, counted with all others. */
@QuarkusTest
@WithMinkaStack
class PaperIT {

    static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};

    @Test
    void a_table_that_two_people_read_alike_goes_in_the_box_with_all_others() throws Exception {
        var process = RunningProcess.withAgents(6);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        var table = table(round, "Mesa 1", 6);
        cast(round, process.agents.get(5), freshKey(), proposals).statusCode(201);
        for (UUID voter : process.agents.subList(0, 4)) {
            strike(table, voter).statusCode(200);
        }
        assertProblem(strike(table, process.agents.get(5)), 409, "already-voted");
        assertProblem(strike(table, UUID.randomUUID()), 422, "credential-unknown");
        assertProblem(cast(round, process.agents.get(0), freshKey(), proposals), 409, "already-voted");
        assertThat(act(round, "closing").statusCode(409).extract().<List<String>>path("errors.code"))
                .containsExactlyInAnyOrder("paper-table-not-counted", "paper-sheet-missing");
        assertProblem(reconcile(table, 5, 1, 1), 422, "more-ballots-than-issued");
        reconcile(table, 4, 1, 1).statusCode(200).body("state", equalTo("RECONCILED"));
        assertProblem(strike(table, process.agents.get(4)), 409, "table-in-other-state");

        var read = List.of(ballots(proposals.subList(0, 1), 2), ballots(List.of(), 1));
        assertProblem(enter(table, "ana", read, 0), 422, "entry-does-not-add-up");
        enter(table, "ana", read, 1).statusCode(200).body("entries", equalTo(1));
        assertProblem(enter(table, "ana", read, 1), 409, "entered-by-the-same-person");
        enter(table, "luis", List.of(read.get(1), read.get(0)), 1)
                .statusCode(200)
                .body("state", equalTo("COUNTED"))
                .body("invalid", nullValue());
        assertProblem(enter(table, "rosa", read, 1), 409, "table-in-other-state");
        photograph(table);
        assertProblem(
                as("auditor").get("/v1/paper-tables/{table}/entries", table).then(), 409, "round-not-closed");
        assertThat(Database.rows("select encode(tally, 'escape') from paper_entry where \"table\" = '" + table + "'")
                        .toString())
                .as("no partial result lies in the database")
                .doesNotContain("[0]=2");

        act(round, "closing").statusCode(200);
        act(round, "tally")
                .statusCode(200)
                .body("turnout", equalTo(4))
                .body("blank", equalTo(1))
                .body("options.votes", contains(3, 1));
        RestAssured.get("/v1/rounds/{round}/turnout", round)
                .then()
                .body("voters", equalTo(5))
                .body("byChannel.channel", containsInAnyOrder("OWN_DEVICE", "PAPER"));
        RestAssured.get("/v1/rounds/{round}/paper-tables", round)
                .then()
                .body("items[0].invalid", equalTo(1))
                .body("items[0].withoutBallot", equalTo(1));
        RestAssured.get("/v1/rounds/{round}/recount", round).then().body("same", equalTo(true));
        as("auditor")
                .get("/v1/paper-tables/{table}/entries", table)
                .then()
                .body("items.tally", contains("[]=1;[0]=2|1", "[]=1;[0]=2|1"));
        assertThat(Database.count("select count(*) from paper_voter where \"table\" = '" + table + "'"))
                .isZero();
        verify(round);
    }

    /** What strangers see of a table with four voters, of whom one marked nothing that counts. */
    private static void verify(UUID round) throws Exception {
        var record = PublicRecord.verified(round);
        assertThat(record.act().path("withoutBallot").asInt()).isEqualTo(1);
        for (String number : List.of("issued", "voters", "used", "returned", "invalid", "withoutBallot")) {
            record.withTree("result-act.json", act -> {
                        var table = (ObjectNode) act.at("/paperTables/0");
                        table.put(number, table.get(number).asInt() + 1);
                    })
                    .isRefusedBy("V03");
        }
    }

    private static void photograph(String table) {
        assertProblem(
                attach(table, "no photo".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                422,
                "sheet-not-a-photograph");
        assertProblem(attach(table, Arrays.copyOf(JPEG, (8 << 20) + 1)), 422, "sheet-too-large");
        String sheet = attach(table, JPEG)
                .statusCode(201)
                .body("sha256", equalTo(HexFormat.of().formatHex(Hashes.sha256(JPEG))))
                .body("mediaType", equalTo("image/jpeg"))
                .extract()
                .path("sheet");
        attach(table, JPEG).statusCode(201).body("sheet", equalTo(sheet));
        var kept = as("vigilance-member")
                .get("/v1/paper-sheets/{sheet}", sheet)
                .then()
                .statusCode(200);
        assertThat(kept.extract().asByteArray()).isEqualTo(JPEG);
        as("participant").get("/v1/paper-sheets/{sheet}", sheet).then().statusCode(403);
    }

    @Test
    void what_differs_is_settled_by_a_third_person_and_an_act_with_never_more_ballots_than_voters() throws Exception {
        var process = RunningProcess.withAgents(4);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        var table = table(round, "Mesa 2", 3);
        process.agents.subList(0, 3).forEach(voter -> strike(table, voter).statusCode(200));
        assertProblem(strike(table, process.agents.get(3)), 409, "ballots-used-up");
        reconcile(table, 2, 0, 0).statusCode(200).body("state", equalTo("DIFFERENT"));
        var one = List.of(ballots(proposals.subList(0, 1), 2));
        var other = List.of(ballots(proposals.subList(0, 1), 1), ballots(proposals.subList(1, 2), 1));
        assertProblem(settle(table, "rosa", one), 409, "table-in-other-state");
        enter(table, "ana", one, 0).statusCode(200);
        enter(table, "luis", other, 0).statusCode(200).body("state", equalTo("DIFFERENT"));

        assertProblem(settle(table, "ana", other), 409, "entered-by-the-same-person");
        assertProblem(settle(table, "rosa", List.of(ballots(proposals, 4))), 422, "more-ballots-than-voters");
        settle(table, "rosa", other).statusCode(200).body("state", equalTo("COUNTED"));
        attach(table, JPEG).statusCode(201);
        var told = Events.await(
                        "workshop",
                        "channel-act-recorded",
                        event -> event.path("thing").asText().equals(table))
                .body();
        assertThat(told.path("act").asText()).isEqualTo("TABLE_SETTLED");
        assertThat(told.path("figures").toString()).doesNotContain("invalid", "withoutBallot");

        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(2)).body("options.votes", contains(1, 1));
        RestAssured.get("/v1/rounds/{round}/turnout", round).then().body("voters", equalTo(3));
        var record = PublicRecord.verified(round);
        assertThat(record.act().at("/paperTables/0/document").asText()).isEqualTo("Acta 7");
        record.withTree("result-act.json", act -> ((ObjectNode) act.at("/paperTables/0")).remove("document"))
                .isRefusedBy("V03");
    }

    @Test
    void a_wrong_reconciliation_is_corrected_by_another_account_and_the_ballots_are_read_anew() throws Exception {
        var process = RunningProcess.withAgents(4);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        var table = table(round, "Mesa 3", 5);
        process.agents.forEach(voter -> strike(table, voter).statusCode(200));
        assertProblem(correct(table, "rosa", 4, 0, 1), 409, "table-in-other-state");
        reconcile(table, 3, 0, 1).statusCode(200).body("state", equalTo("DIFFERENT"));
        var read = List.of(ballots(proposals.subList(0, 1), 3), ballots(proposals.subList(1, 2), 1));
        enter(table, "ana", List.of(ballots(proposals.subList(0, 1), 3)), 0).statusCode(200);
        assertProblem(enter(table, "luis", read, 0), 422, "entry-does-not-add-up");

        assertProblem(correct(table, "polling-officer", 4, 0, 1), 409, "entered-by-the-same-person");
        assertProblem(correct(table, "rosa", 4, 1, 1), 422, "more-ballots-than-issued");
        correct(table, "rosa", 4, 1, 0).statusCode(200).body("state", equalTo("RECONCILED"));
        assertProblem(correct(table, "rosa", 4, 0, 1), 409, "entered-by-the-same-person");
        correct(table, "luis", 4, 0, 1)
                .statusCode(200)
                .body("state", equalTo("RECONCILED"))
                .body("entries", equalTo(0))
                .body("reconciliations.used", contains(3, 4, 4))
                .body("reconciliations.document", contains(nullValue(), equalTo("Acta 9"), equalTo("Acta 9")));
        enter(table, "ana", read, 0).statusCode(200);
        enter(table, "luis", read, 0).statusCode(200).body("state", equalTo("COUNTED"));
        assertProblem(correct(table, "rosa", 4, 0, 1), 409, "table-in-other-state");
        attach(table, JPEG).statusCode(201);

        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(4)).body("options.votes", contains(3, 1));
        as("auditor")
                .get("/v1/paper-tables/{table}/entries", table)
                .then()
                .body("items.reading", contains(1, 3, 3))
                .body("items.tally", contains("[0]=3|0", "[0]=3;[1]=1|0", "[0]=3;[1]=1|0"));
        var told = Events.await(
                        "workshop",
                        "channel-act-recorded",
                        event -> event.path("thing").asText().equals(table))
                .body();
        assertThat(told.path("act").asText()).isEqualTo("RECONCILIATION_CORRECTED");
        assertThat(told.at("/figures/used").asInt()).isEqualTo(4);
        assertThat(told.path("wordsSha256").asText())
                .isEqualTo(Hashes.sha256Hex("{\"document\":\"Acta 9\",\"reason\":\"Contada de nuevo\"}"));
        assertThat(told.toString()).doesNotContain("Contada de nuevo");
        assertThat(told.path("hour").asText()).endsWith(":00:00Z");
    }

    static ValidatableResponse correct(String table, String account, int used, int spoiled, int returned) {
        return officer(account)
                .body(Map.of(
                        "used",
                        used,
                        "spoiled",
                        spoiled,
                        "returned",
                        returned,
                        "document",
                        "Acta 9",
                        "reason",
                        "Contada de nuevo"))
                .post("/v1/paper-tables/{table}/corrections", table)
                .then();
    }

    static String table(UUID round, String label, int issued) {
        return as("polling-officer")
                .body(Map.of("label", label, "issued", issued))
                .post("/v1/rounds/{round}/paper-tables", round)
                .then()
                .statusCode(201)
                .extract()
                .path("table");
    }

    static ValidatableResponse strike(String table, UUID voter) {
        return as("polling-officer")
                .body(Map.of("credential", credential(voter)))
                .post("/v1/paper-tables/{table}/voters", table)
                .then();
    }

    static ValidatableResponse reconcile(String table, int used, int spoiled, int returned) {
        return as("polling-officer")
                .body(Map.of("used", used, "spoiled", spoiled, "returned", returned))
                .post("/v1/paper-tables/{table}/reconciliation", table)
                .then();
    }

    static Map<String, Object> ballots(List<String> choices, int times) {
        return Map.of("choices", choices, "times", times);
    }

    static ValidatableResponse enter(String table, String account, List<Map<String, Object>> ballots, int invalid) {
        return officer(account)
                .body(Map.of("ballots", ballots, "invalid", invalid))
                .post("/v1/paper-tables/{table}/entries", table)
                .then();
    }

    static ValidatableResponse settle(String table, String account, List<Map<String, Object>> ballots) {
        return officer(account)
                .body(Map.of("ballots", ballots, "invalid", 0, "document", "Acta 7", "reason", "Visto de nuevo"))
                .post("/v1/paper-tables/{table}/settlement", table)
                .then();
    }

    static ValidatableResponse attach(String table, byte[] content) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as("polling-officer")
                        .entity(RunningProcess.ENTITY)
                        .token())
                .contentType("image/jpeg")
                .body(content)
                .post("/v1/paper-tables/{table}/sheets", table)
                .then();
    }
}
