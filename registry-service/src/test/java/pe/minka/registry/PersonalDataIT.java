package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.registry.agent.Addressees;
import pe.minka.registry.agent.Erasures;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** The rights of a person (Ley 29733). */
@QuarkusTest
@WithMinkaStack
class PersonalDataIT {

    private Town town;

    @Inject
    EntityManager database;

    @Inject
    Addressees addressees;

    @Inject
    Erasures erasures;

    @BeforeEach
    void town() {
        town = Town.of("300314");
    }

    @Test
    void consent_is_given_for_a_purpose_and_a_wording_and_taken_back_as_easily() {
        var process = process(2031);
        var agent = agent(process, "DNI", Town.document(), "Rosa Quispe", "1981-05-14");
        var path = "/v1/processes/" + process + "/agents/" + agent + "/consents";
        assertThat(email(agent)).isEqualTo("persona@correo.example");

        give(path, "2016-1").statusCode(201);
        give(path, "2016-2")
                .statusCode(201)
                .body("items.version", contains("2016-1", "2016-2"))
                .body("items.inForce", contains(false, true))
                .body("items[0].endedBecause", equalTo("NEW_VERSION"));
        withdraw(path).statusCode(200).body("items.inForce", everyItem(equalTo(false)));
        withdraw(path).statusCode(409).body("code", equalTo("consent-not-in-force"));
        assertThat(email(agent)).isNull();
        give(path, "2016-2").statusCode(201);
        assertThat(email(agent)).isEqualTo("persona@correo.example");
        given().auth()
                .oauth2(Tokens.as("participant").agent(UUID.randomUUID()).token())
                .get(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.as("participant").agent(agent).token())
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
    }

    @Test
    void a_person_learns_who_saw_the_own_data_and_not_who_saw_others() {
        var process = process(2032);
        var seen = agent(process, "DNI", Town.document(), "Vista Quispe", "1981-05-14");
        var unseen = agent(process, "DNI", Town.document(), "Oculta Quispe", "1982-05-14");
        town.registrar()
                .get("/v1/processes/" + process + "/agents/" + seen)
                .then()
                .statusCode(200);

        data(process, seen).body("readings.purpose", hasItem("get-agent")).body("readings.by", hasItem("registrar"));
        data(process, unseen).body("readings.purpose", not(hasItem("get-agent")));
    }

    @Test
    void who_stood_on_a_printed_list_learns_of_it_and_who_was_told_otherwise_or_came_later_does_not() {
        var process = process(2040);
        var path = "/v1/processes/" + process;
        var printed = agent(process, "DNI", Town.document(), "Impresa Quispe", "1981-05-14");
        var visited = agent(process, "DNI", Town.document(), "Visitada Quispe", "1982-05-14");
        String notice = town.counted()
                .body(Map.of(
                        "kind",
                        "NOTICE",
                        "titles",
                        Map.of("es", "Aviso"),
                        "texts",
                        Map.of("es", "Texto"),
                        "channels",
                        List.of("LETTER")))
                .post(path + "/notices")
                .then()
                .statusCode(201)
                .extract()
                .path("notice");
        town.counted()
                .body(Map.of(
                        "agent", visited, "channel", "VISIT", "deliveredOn", "2026-01-02", "evidence", "Cargo firmado"))
                .post(path + "/notices/" + notice + "/deliveries")
                .then()
                .statusCode(204);
        for (String list : List.of("/print-list", "/letters")) {
            town.registrar().get(path + "/notices/" + notice + list).then().statusCode(200);
        }
        town.registrar().get(path + "/credentials").then().statusCode(200);
        var later = agent(process, "DNI", Town.document(), "Tardía Quispe", "1983-05-14");

        data(process, printed)
                .body("readings.purpose", hasItem("print-notices"))
                .body("readings.purpose", hasItem("print-letters"))
                .body("readings.purpose", hasItem("list-credentials"));
        data(process, visited)
                .body("readings.purpose", not(hasItem("print-notices")))
                .body("readings.purpose", not(hasItem("print-letters")))
                .body("readings.purpose", hasItem("list-credentials"));
        data(process, later).body("readings.purpose", contains("export-personal-data"));
    }

    @Test
    void who_watches_over_the_readers_sees_each_reading_page_by_page() {
        var process = process(2041);
        var path = "/v1/processes/" + process;
        var agent = agent(process, "DNI", Town.document(), "Leída Quispe", "1981-05-14");
        town.registrar().get(path + "/agents/" + agent).then().statusCode(200);
        town.registrar().get(path + "/credentials").then().statusCode(200);
        for (String role : List.of("entity-admin", "auditor")) {
            var watcher = Tokens.as(role).entity(town.entity()).token();
            String next = given().auth()
                    .oauth2(watcher)
                    .queryParam("limit", 1)
                    .get(path + "/personal-readings")
                    .then()
                    .statusCode(200)
                    .body("items.purpose", contains("get-agent"))
                    .body("items.by", contains("registrar"))
                    .extract()
                    .path("next");
            given().auth()
                    .oauth2(watcher)
                    .queryParam("cursor", next)
                    .get(path + "/personal-readings")
                    .then()
                    .statusCode(200)
                    .body("items.purpose", contains("list-credentials"))
                    .body("items.agents", contains(1));
            given().auth()
                    .oauth2(Tokens.as(role).entity("300305").token())
                    .get(path + "/personal-readings")
                    .then()
                    .statusCode(404);
        }
        town.registrar().get(path + "/personal-readings").then().statusCode(403);
    }

    @Test
    void what_is_wrong_is_corrected_once_for_all_and_a_document_of_another_person_is_refused() {
        var process = process(2033);
        var documentOfOther = Town.document();
        var agent = agent(process, "DNI", Town.document(), "Roza Quispe", "1981-05-14");
        agent(process, "DNI", documentOfOther, "Otra Persona", "1983-05-14");
        var path = "/v1/processes/" + process + "/agents/" + agent + "/personal-data/rectification";

        town.counted()
                .body(Map.of("names", "Rosa Quispe Huamán", "cause", "MISSPELT"))
                .post(path)
                .then()
                .statusCode(200)
                .body("fields", contains("names"));
        town.counted()
                .body(Map.of("documentNumber", documentOfOther, "cause", "WRONG_DOCUMENT"))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("document-of-another"));
        town.counted()
                .body(Map.of("documentNumber", "1234567", "cause", "WRONG_DOCUMENT"))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.code", contains("document-leading-zero-lost"));
        town.counted().body(Map.of("cause", "CHANGED")).post(path).then().statusCode(422);
        var right = Town.document();
        town.counted()
                .body(Map.of("documentNumber", right, "cause", "WRONG_DOCUMENT"))
                .post(path)
                .then()
                .statusCode(200);

        data(process, agent)
                .body("names", equalTo("Rosa Quispe Huamán"))
                .body("documentNumber", equalTo(right))
                .body("birthDate", equalTo("1981-05-14"))
                .body("rectifications.fields.flatten()", contains("names", "documentNumber"));
    }

    @Test
    void of_two_people_corrected_to_one_document_at_once_one_has_it_and_the_other_is_told() {
        var process = process(2037);
        for (int round = 0; round < 6; round++) {
            var agents = List.of(
                    agent(process, "DNI", Town.document(), "Una Persona", "1981-05-14"),
                    agent(process, "DNI", Town.document(), "Otra Persona", "1981-05-15"));
            var document = Town.document();
            var answers = IntStream.range(0, 2)
                    .parallel()
                    .mapToObj(i -> town.counted()
                            .body(Map.of("documentNumber", document, "cause", "WRONG_DOCUMENT"))
                            .post("/v1/processes/" + process + "/agents/" + agents.get(i)
                                    + "/personal-data/rectification")
                            .statusCode())
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void who_is_erased_while_an_accreditation_rests_on_them_is_accredited_as_somebody_new() throws Exception {
        var before = process(2038);
        var document = Town.document();
        var old = agent(before, "DNI", document, "Persona Conocida", "1981-05-14");
        var process = process(2039);
        var desk = Executors.newSingleThreadExecutor();
        try {
            var accredited = QuarkusTransaction.requiringNew().call(() -> {
                var person = (UUID)
                        database.createNativeQuery("select person from agent where id = cast(:id as uuid)", UUID.class)
                                .setParameter("id", old)
                                .getSingleResult();
                erasures.erase(person);
                var waiting = desk.submit(() -> agent(process, "DNI", document, "Persona Conocida", "1981-05-14"));
                Thread.sleep(1_500);
                assertThat(waiting.isDone()).isFalse();
                return waiting;
            });

            data(process, accredited.get()).body("documentNumber", equalTo(document));
        } finally {
            desk.shutdownNow();
        }
    }

    @Test
    void one_person_behind_a_dni_and_a_foreign_card_is_found() {
        var process = process(2034);
        var first = agent(process, "DNI", Town.document(), "María José Ñahui Pérez", "1990-01-31");
        var second = agent(process, "FOREIGN_CARD", "00" + Town.document(), "PEREZ ÑAHUI, Maria Jose", "1990-01-31");
        agent(process, "DNI", Town.document(), "María José Ñahui Pérez", "1990-02-01");

        town.registrar()
                .get("/v1/processes/" + process + "/possible-duplicates")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].agents.agent", containsInAnyOrder(first, second))
                .body("items[0].agents.documentKind", containsInAnyOrder("DNI", "FOREIGN_CARD"));
    }

    @Test
    void who_has_no_open_process_goes_when_the_term_is_over_and_every_proof_stays() {
        var over = closed(process(2035, 12));
        var open = process(2036, 12);
        for (int i = 0; i < 6; i++) {
            agent(over, "DNI", Town.document(), "Persona " + (char) ('A' + i), "1980-01-01");
        }
        var staying = Town.document();
        var stays = agent(over, "DNI", staying, "Persona Que Sigue", "1980-01-02");
        agent(open, "DNI", staying, "Persona Que Sigue", "1980-01-02");
        town.counted()
                .post("/v1/processes/" + over + "/roll/publication")
                .then()
                .statusCode(201);

        retention(true).body("due", equalTo(0));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update phase set closed_at = closed_at - interval '13 months', opened_at = opened_at - interval '13 months'"
                                        + " where process = cast(:process as uuid)")
                        .setParameter("process", over)
                        .executeUpdate());
        retention(true).body("due", equalTo(6)).body("erased", equalTo(0));
        var erased = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> retention(false).extract().<Integer>path("erased"))
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(erased).isEqualTo(6);
        retention(true).body("due", equalTo(0));
        data(over, stays).body("names", equalTo("Persona Que Sigue"));
        given().get("/v1/processes/" + over + "/roll").then().body("agents", equalTo(7));
        town.registrar()
                .get("/v1/entities/" + town.entity() + "/retention-runs")
                .then()
                .statusCode(200)
                .body("items.erased.sum()", equalTo(6));
    }

    private ValidatableResponse retention(boolean dryRun) {
        return given().auth()
                .oauth2(Tokens.as("entity-admin").entity(town.entity()).token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("dryRun", dryRun))
                .post("/v1/entities/" + town.entity() + "/retention-runs")
                .then()
                .statusCode(201);
    }

    private String process(int fiscalYear) {
        return town.process(town.regulation("coyllurqui-2016.v1"), fiscalYear);
    }

    private String process(int fiscalYear, int months) {
        return town.process(
                town.regulation("coyllurqui-2016.v1", document -> {
                    document.putObject("personalData").put("retentionMonths", months);
                    document.path("phases").forEach(phase -> ((ObjectNode) phase).putArray("closing"));
                }),
                fiscalYear);
    }

    private String closed(String process) {
        var phases = List.of("PREPARATION", "CONCERTATION", "COORDINATION", "FORMALISATION");
        for (int i = 0; i < phases.size(); i++) {
            if (i > 0) {
                town.phase(process, phases.get(i), "opening").statusCode(200);
            }
            town.phase(process, phases.get(i), "closing").statusCode(200);
        }
        return process;
    }

    private String agent(String process, String kind, String document, String names, String birthDate) {
        var organisation = UUID.randomUUID().toString().substring(0, 8);
        var application = new HashMap<String, Object>(Map.of(
                "role",
                "PRINCIPAL",
                "organisation",
                town.organisation(process, "Comunidad " + organisation, "PEASANT_COMMUNITY"),
                "documentKind",
                kind,
                "documentNumber",
                document,
                "names",
                names,
                "sex",
                "FEMALE",
                "birthDate",
                birthDate));
        application.put("contact", "persona@correo.example");
        return town.counted()
                .body(application)
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("agent");
    }

    private String email(String agent) {
        return QuarkusTransaction.requiringNew()
                .call(() -> addressees
                        .of((UUID) database.createNativeQuery("select person from agent where id = cast(:id as uuid)")
                                .setParameter("id", agent)
                                .getSingleResult())
                        .orElseThrow()
                        .email());
    }

    private ValidatableResponse data(String process, String agent) {
        return town.registrar()
                .get("/v1/processes/" + process + "/agents/" + agent + "/personal-data")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse give(String path, String version) {
        return town.counted()
                .body(Map.of("purpose", "NOTICES", "version", version, "channel", "PAPER"))
                .post(path)
                .then();
    }

    private ValidatableResponse withdraw(String path) {
        return town.counted()
                .body(Map.of("purpose", "NOTICES", "channel", "TELEPHONE"))
                .post(path + "/withdrawals")
                .then();
    }
}
