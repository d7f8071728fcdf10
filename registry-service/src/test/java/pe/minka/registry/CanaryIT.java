package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Unmistakable personal values are brought in by every door and then searched for wherever they must not be. */
@QuarkusTest
@WithMinkaStack
class CanaryIT {

    private static final String NAME = "Canariada Zzyzxquilla Ñahuiraccchi";
    private static final String CONTACT = "canary-9f3b7@example.invalid";

    private final List<String> logged = new ArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            synchronized (logged) {
                logged.add(entry.getMessage() + " " + java.util.Arrays.toString(entry.getParameters()) + " "
                        + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    EntityManager database;

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300306");
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void detach() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    @Tag("LIM-26")
    void no_personal_value_is_in_an_event_a_log_a_public_answer_or_a_table_in_the_clear() {
        var regulation = town.regulation(
                "coyllurqui-2016.v1",
                document ->
                        ((ObjectNode) document.at("/accreditation/unorganisedCitizens")).put("minimumSupporters", 2));
        var process = town.process(regulation, 2016);
        var community = town.organisation(process, "Comunidad del Canario", "PEASANT_COMMUNITY");
        var first = Town.document();
        var second = Town.document();
        var third = Town.document();
        var agent = person(first);
        agent.put("organisation", community);
        town.counted()
                .body(agent)
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201);
        town.counted()
                .body(agent)
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(409);
        agent.put("documentNumber", first + "-XYZ");
        town.counted()
                .body(agent)
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(422);
        bringThroughTheOtherDoors(process, first, third);
        var fourth = Town.document();
        var fifth = Town.document();
        // in a process of its own: no roll is published while somebody may still cure an application
        applyWithSupporters(town.process(regulation, 2029), fourth, fifth);
        town.importRoll(
                process,
                "organisation,document_number,names,sex,contact\nComunidad del Canario," + second + "," + NAME + ",F,"
                        + CONTACT + "\nComunidad del Canario," + second + "," + NAME + ",F," + CONTACT + "\n",
                Map.of());
        town.counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(201);
        Events.await(
                "registry",
                "roll-published",
                body -> body.path("process").asText().equals(process));

        var everywhere = new ArrayList<String>();
        Events.published("registry").forEach(event -> everywhere.add(event.toString()));
        for (String path : List.of(
                "",
                "/roll",
                "/organisations",
                "/trainings",
                "/bodies",
                "/notices",
                "/evaluators",
                "/interest-declarations",
                "/rotation",
                "/language-use",
                "/credential-revocations",
                "/sessions.ics")) {
            everywhere.add(given().get("/v1/processes/" + process + path).asString());
        }
        everywhere.addAll(tables());
        synchronized (logged) {
            everywhere.addAll(logged);
        }
        for (String value : List.of(first, second, third, fourth, fifth, NAME, CONTACT)) {
            for (String form : forms(value)) {
                assertThat(everywhere).noneMatch(text -> text.contains(form));
            }
        }
    }

    @Test
    void a_document_number_is_not_guessed_from_the_hash_of_the_request_that_asked_about_it() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2017);
        var path = "/v1/processes/" + process + "/interest-declarations/checks";
        var document = Town.document();
        town.counted()
                .body(Map.of("documentKind", "DNI", "documentNumber", document, "capacity", "SUPPLIER"))
                .post(path)
                .then()
                .statusCode(200);

        var asked = "checkInterest\n" + path + "\n\"" + process + "\"\n{\"documentKind\":\"DNI\",\"documentNumber\":\""
                + document + "\",\"capacity\":\"SUPPLIER\"";
        var guesses = Set.of(
                Hashes.sha256Hex(asked + "}"),
                Hashes.sha256Hex(asked + ",\"about\":null}"),
                new KeyedIndex(new byte[32]).exactly("REQUEST", asked + "}"),
                new KeyedIndex(new byte[32]).exactly("REQUEST", asked + ",\"about\":null}"));
        var stored = Set.copyOf(database.createNativeQuery("select fingerprint from idempotency_key", String.class)
                .getResultList());
        // the key of the tests is known here: that one of the guesses hits with it shows that they are right
        assertThat(guesses).filteredOn(stored::contains).hasSize(1);
        assertThat(stored).doesNotContain(Hashes.sha256Hex(asked + "}"), Hashes.sha256Hex(asked + ",\"about\":null}"));
    }

    /** An application of one without organisation, and a list of those who sign for it, sent and as a file. */
    private void applyWithSupporters(String process, String applicant, String supporter) {
        var path = "/v1/processes/" + process + "/applications";
        var application = person(applicant);
        application.put("organisation", town.organisation(process, "Vecinos del Canario", "UNORGANISED_CITIZENS"));
        String id = town.counted()
                .body(application)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("application");
        town.counted().body(application).post(path).then().statusCode(409);
        town.counted()
                .body(Map.of("contact", CONTACT))
                .post(path + "/" + id + "/cure")
                .then()
                .statusCode(200);
        var row = Map.of(
                "documentKind", "DNI", "documentNumber", supporter, "names", NAME, "address", CONTACT, "signed", true);
        town.counted()
                .body(Map.of("items", List.of(row, row)))
                .post(path + "/" + id + "/supporters")
                .then()
                .statusCode(200);
        var location = given().auth()
                .oauth2(town.token())
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .body(("document_number;names;address;signed\n" + supporter + ";" + NAME + ";" + CONTACT + ";si\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post(path + "/" + id + "/supporters/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Town.followed(location, town.token());
    }

    /** An evaluator, a registration captured in the field, a correction, and a notice to all of them. */
    private void bringThroughTheOtherDoors(String process, String first, String third) {
        var path = "/v1/processes/" + process;
        town.counted()
                .body(Map.of(
                        "documentKind",
                        "DNI",
                        "documentNumber",
                        first,
                        "names",
                        NAME,
                        "account",
                        "canary-account",
                        "post",
                        "Ingeniera evaluadora",
                        "unit",
                        "Unidad Formuladora",
                        "engagement",
                        "CAREER",
                        "act",
                        "Resolución 040-2016"))
                .post(path + "/evaluators")
                .then()
                .statusCode(201);
        var captured = person(third);
        captured.put("id", java.util.UUID.randomUUID().toString());
        captured.put("capturedAt", "2016-03-23T16:20:00Z");
        captured.put("channel", "TELEPHONE");
        captured.put("organisation", Map.of("name", "Comunidad del Canario", "kind", "PEASANT_COMMUNITY"));
        String agent = town.registrar()
                .body(Map.of("device", "tablet-03", "items", List.of(captured)))
                .post(path + "/offline-registrations")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].agent");
        town.counted()
                .body(Map.of("names", NAME, "contact", CONTACT, "cause", "MISSPELT"))
                .post(path + "/agents/" + agent + "/personal-data/rectification")
                .then()
                .statusCode(200);
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
        assertThat(town.registrar()
                        .get(path + "/notices/" + notice + "/print-list")
                        .asString())
                .contains(NAME, CONTACT);
    }

    private static Map<String, Object> person(String document) {
        return new java.util.HashMap<>(Map.of(
                "role", "PRINCIPAL",
                "documentKind", "DNI",
                "documentNumber", document,
                "names", NAME,
                "sex", "FEMALE",
                "birthDate", "1981-02-03",
                "contact", CONTACT));
    }

    private static List<String> forms(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return List.of(
                value,
                value.toUpperCase(Locale.ROOT),
                Base64.getEncoder().encodeToString(bytes),
                java.util.HexFormat.of().formatHex(bytes),
                Hashes.sha256Hex(value));
    }

    /** Every row of every table, as text. */
    private List<String> tables() {
        var rows = new ArrayList<String>();
        List<?> names = database.createNativeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .getResultList();
        assertThat(names).asList().contains("person", "agent", "outbox", "idempotency_key", "import_row");
        names.forEach(name -> database.createNativeQuery("select t::text from \"" + name + "\" t")
                .getResultList()
                .forEach(row -> rows.add(String.valueOf(row))));
        return rows;
    }
}
