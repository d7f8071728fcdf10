package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

/** One person who went through the whole registry asks for everything that is kept, and then to be forgotten. */
@QuarkusTest
@WithMinkaStack
class WholePersonIT {

    private static final String NAME = "Fortunata Zzyzxquispe Ñahuiraccchi";
    private static final String ADDRESS = "Jirón Zzyzxaddress 9f3b7";
    private static final String PROOF = "Partida Zzyzxproof 4471";
    private static final String REPRESENTATIVE = "Presidenta Zzyzxlegal Huamán";

    private static final AtomicInteger YEAR = new AtomicInteger(2031);

    private final String document = Town.document();

    @Inject
    EntityManager database;

    @Inject
    KeyedIndex index;

    private Town town;
    private String process;
    private String agent;
    private String organisation;

    @BeforeEach
    void a_person_who_went_through_everything() {
        town = Town.of("301411");
        process = town.process(
                town.regulation("coyllurqui-2016.v1", rules -> {
                    rules.withObject("/accreditation")
                            .putArray("particulars")
                            .add("ADDRESS")
                            .add("POSITION");
                    rules.path("phases").forEach(phase -> ((ObjectNode) phase).putArray("closing"));
                }),
                YEAR.getAndIncrement());
        organisation = post(
                        "/organisations",
                        Map.of(
                                "name",
                                "Comunidad de Fortunata " + UUID.randomUUID(),
                                "kind",
                                "PEASANT_COMMUNITY",
                                "legalRepresentative",
                                REPRESENTATIVE),
                        201)
                .extract()
                .path("organisation");
        agent = captured();
        var training = post(
                        "/trainings",
                        Map.of(
                                "title",
                                "Conceptos y fases",
                                "topics",
                                List.of("PROJECT_CYCLE"),
                                "heldOn",
                                "2016-03-28",
                                "audience",
                                "AGENTS",
                                "agents",
                                List.of(agent)),
                        201)
                .extract()
                .path("training");
        post(
                "/trainings/" + training + "/quiz-results",
                Map.of("results", List.of(Map.of("agent", agent, "asked", 10, "correct", 9))),
                200);
        post(
                "/agents/" + agent + "/personal-data/rectification",
                Map.of(
                        "birthDate",
                        "1950-02-03",
                        "particulars",
                        Map.of("position", "Presidenta"),
                        "proof",
                        PROOF,
                        "cause",
                        "CHANGED"),
                200);
        post(
                "/evaluators",
                Map.of(
                        "documentKind",
                        "DNI",
                        "documentNumber",
                        document,
                        "names",
                        NAME,
                        "account",
                        "evaluator-" + UUID.randomUUID(),
                        "post",
                        "Ingeniera evaluadora",
                        "unit",
                        "Unidad Formuladora",
                        "engagement",
                        "CAREER",
                        "act",
                        "Resolución 040-2016"),
                201);
        String challenge = post(
                        "/challenges",
                        Map.of("agent", agent, "grounds", "No representa", "evidence", "Acta de asamblea"),
                        201)
                .extract()
                .path("challenge");
        post(
                "/challenges/" + challenge + "/decision",
                Map.of("decision", "DISMISSED", "reason", "El acta la nombra"),
                200);
    }

    @Test
    void everything_that_is_kept_is_handed_over() {
        data().body("names", equalTo(NAME))
                .body("birthDate", equalTo("1950-02-03"))
                .body("address", equalTo(ADDRESS))
                .body("position", equalTo("Presidenta"))
                .body("rectifications[0].fields", contains("birthDate", "position"))
                .body("rectifications[0].proof", equalTo(PROOF))
                .body("rectifications[0].by", equalTo("registrar"))
                .body("trainings.title", contains("Conceptos y fases"))
                .body("records.accreditations[0].id", equalTo(agent))
                .body("records.accreditations[0].ageBand", equalTo("60+"))
                .body("records.challenges.grounds", contains("No representa"))
                .body("records.challenges.decision", contains("DISMISSED"))
                .body("records.evaluatorPosts.post", contains("Ingeniera evaluadora"))
                .body("records.quizzes.correct", contains("9"))
                .body("records.offlineCaptures.device", contains("tablet-07"))
                .body("records.interests", hasSize(0))
                .body("readings.purpose", hasItem("rectify-personal-data"));
    }

    @Test
    void what_quotas_rest_on_is_corrected_with_a_proof_and_what_the_ordinance_does_not_ask_for_is_not_taken() {
        var path = "/agents/" + agent + "/personal-data/rectification";

        post(path, Map.of("sex", "MALE", "cause", "MISSPELT"), 422).body("code", equalTo("rectification-unproven"));
        post(path, Map.of("particulars", Map.of("phone", "984000000"), "cause", "CHANGED"), 422)
                .body("code", equalTo("particulars-not-asked"));
        post(path, Map.of("sex", "MALE", "proof", "DNI exhibido", "cause", "MISSPELT"), 200)
                .body("fields", contains("sex"));

        town.registrar()
                .get("/v1/processes/" + process + "/agents/" + agent)
                .then()
                .body("sex", equalTo("MALE"))
                .body("ageBand", equalTo("60+"));
        Events.await(
                "registry",
                "agent-accredited",
                body -> body.path("agent").asText().equals(agent)
                        && body.path("sex").asText().equals("MALE")
                        && body.path("ageBand").asText().equals("60+"));
    }

    @Test
    void a_roll_that_was_published_stays_as_it_was() {
        post("/roll/publication", Map.of(), 201);

        post(
                "/agents/" + agent + "/personal-data/rectification",
                Map.of("sex", "MALE", "proof", "DNI exhibido", "cause", "MISSPELT"),
                200);

        town.registrar()
                .get("/v1/processes/" + process + "/agents/" + agent)
                .then()
                .body("sex", equalTo("FEMALE"));
    }

    @Test
    void whoever_evaluates_and_is_no_agent_sees_all_and_is_erased_once_the_process_is_over() {
        var other = Town.document();
        String evaluator = post(
                        "/evaluators",
                        Map.of(
                                "documentKind", "DNI",
                                "documentNumber", other,
                                "names", "Evaluador de Fuera",
                                "account", "evaluator-" + UUID.randomUUID(),
                                "post", "Ingeniero evaluador",
                                "unit", "Unidad Formuladora",
                                "engagement", "CAREER",
                                "act", "Resolución 041-2016"),
                        201)
                .extract()
                .path("evaluator");
        var path = "/evaluators/" + evaluator + "/personal-data";
        var data = "/v1/processes/" + process + path;

        town.registrar()
                .get(data)
                .then()
                .statusCode(200)
                .body("documentNumber", equalTo(other))
                .body("names", equalTo("Evaluador de Fuera"))
                .body("participations", empty())
                .body("records.evaluatorPosts.unit", contains("Unidad Formuladora"));
        Town.of("300699").registrar().get(data).then().statusCode(404);
        post(path + "/erasure", Map.of(), 409)
                .body("code", equalTo("person-in-office"))
                .body("processes", contains(process));

        close();
        post(path + "/erasure", Map.of(), 200).body("erased", equalTo(true));

        town.registrar().get(data).then().statusCode(404);
    }

    @Test
    void after_the_erasure_nothing_of_the_person_is_left_and_every_figure_stands() {
        post("/roll/publication", Map.of(), 201);
        post("/agents/" + agent + "/revocation", Map.of("because", "RESIGNED"), 200);
        Events.await(
                "registry", "agent-revoked", body -> body.path("agent").asText().equals(agent));
        close();
        var before = standing();
        assertThat(people()).isEqualTo(1);

        post("/agents/" + agent + "/personal-data/erasure", Map.of(), 200);
        var representative = "/v1/processes/" + process + "/organisations/" + organisation + "/legal-representative";
        town.registrar()
                .header("If-Match", "\"v0\"")
                .delete(representative)
                .then()
                .statusCode(200);
        town.registrar().get(representative).then().statusCode(404);

        assertThat(standing()).isEqualTo(before);
        assertThat(people()).isZero();
        town.registrar()
                .get("/v1/processes/" + process + "/agents/" + agent + "/personal-data")
                .then()
                .statusCode(404);
        var tables = tables();
        for (String value : List.of(document, NAME, ADDRESS, PROOF, REPRESENTATIVE)) {
            for (String form : forms(value)) {
                assertThat(tables).noneMatch(row -> row.contains(form));
            }
        }
        assertThat(
                        sealed(
                                "select wrapped_key is null and document is null and names is null and address is null"
                                        + " and likeness is null from person where id = (select person from agent where id = cast(:id as uuid))"))
                .isTrue();
        assertThat(sealed("select bool_and(proof is null) from rectification"
                        + " where person = (select person from agent where id = cast(:id as uuid))"))
                .isTrue();
        assertThat(
                        sealed(
                                "select bool_and(trim(fingerprint) = '') from offline_registration where agent = cast(:id as uuid)"))
                .isTrue();
        assertThat(sealed("select wrapped_key is null and legal_representative is null from organisation"
                        + " where id = (select organisation from agent where id = cast(:id as uuid))"))
                .isTrue();
    }

    /** Who stood on the published roll is kept until the process is over. */
    private void close() {
        var phases = List.of("PREPARATION", "CONCERTATION", "COORDINATION", "FORMALISATION");
        for (String phase : phases) {
            if (!phase.equals(phases.get(0))) {
                town.phase(process, phase, "opening").statusCode(200);
            }
            town.phase(process, phase, "closing").statusCode(200);
        }
    }

    private boolean sealed(String question) {
        return (Boolean) database.createNativeQuery(question, Boolean.class)
                .setParameter("id", agent)
                .getSingleResult();
    }

    /** What others rest on: the roll, the training, and each event as it went out. */
    private List<String> standing() {
        var standing = new ArrayList<String>();
        for (String path : List.of("/roll", "/trainings", "/challenges", "/evaluators")) {
            standing.add(town.registrar().get("/v1/processes/" + process + path).asString());
        }
        database.createNativeQuery(
                        "select event_id || event_type || body from outbox where body like :process order by position",
                        String.class)
                .setParameter("process", "%" + process + "%")
                .getResultList()
                .forEach(event -> standing.add(Hashes.sha256Hex(String.valueOf(event))));
        assertThat(standing).hasSizeGreaterThan(6);
        return standing;
    }

    /** How many the exact search finds. */
    private long people() {
        return ((Number) database.createNativeQuery("select count(*) from person where document_index = :index")
                        .setParameter("index", index.of("DNI", document))
                        .getSingleResult())
                .longValue();
    }

    private String captured() {
        return town.registrar()
                .body(Map.of(
                        "device",
                        "tablet-07",
                        "items",
                        List.of(Map.ofEntries(
                                Map.entry("id", UUID.randomUUID().toString()),
                                Map.entry("capturedAt", "2016-03-23T16:20:00Z"),
                                Map.entry("channel", "DEVICE"),
                                Map.entry("organisation", Map.of("id", organisation)),
                                Map.entry("role", "PRINCIPAL"),
                                Map.entry("documentKind", "DNI"),
                                Map.entry("documentNumber", document),
                                Map.entry("names", NAME),
                                Map.entry("sex", "FEMALE"),
                                Map.entry("birthDate", "1990-02-03"),
                                Map.entry("language", "qu"),
                                Map.entry("particulars", Map.of("address", ADDRESS))))))
                .post("/v1/processes/" + process + "/offline-registrations")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("ACCREDITED"))
                .extract()
                .path("items[0].agent");
    }

    private ValidatableResponse post(String path, Map<String, ?> body, int status) {
        var request = town.counted();
        return (body.isEmpty() ? request : request.body(body))
                .post("/v1/processes/" + process + path)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(status);
    }

    private ValidatableResponse data() {
        return town.registrar()
                .get("/v1/processes/" + process + "/agents/" + agent + "/personal-data")
                .then()
                .statusCode(200);
    }

    private static List<String> forms(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        return List.of(
                value,
                value.toUpperCase(java.util.Locale.ROOT),
                Base64.getEncoder().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                Hashes.sha256Hex(value));
    }

    /** Every row of every table, as text. */
    private List<String> tables() {
        var rows = new ArrayList<String>();
        List<?> names = database.createNativeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .getResultList();
        assertThat(names).asList().contains("person", "agent", "outbox", "idempotency_key", "offline_registration");
        names.forEach(name -> database.createNativeQuery("select t::text from \"" + name + "\" t")
                .getResultList()
                .forEach(row -> rows.add(String.valueOf(row))));
        return rows;
    }
}
