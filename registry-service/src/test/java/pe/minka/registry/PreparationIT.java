package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** The preparation of Coyllurqui's process of 2016, from the ordinance to the closed phase. */
@QuarkusTest
@WithMinkaStack
class PreparationIT {

    private static final String[] KINDS = {"PEASANT_COMMUNITY", "NEIGHBOURHOOD_BOARD", "GLASS_OF_MILK_COMMITTEE"};

    private Town coyllurqui;

    @BeforeEach
    void town() {
        coyllurqui = Town.of("300305");
    }

    @Test
    @Tag("NAT-02")
    @Tag("COY-75")
    @Tag("NAT-06")
    void a_whole_preparation_from_the_ordinance_to_the_closed_phase() {
        coyllurqui
                .registrar()
                .header("If-None-Match", "*")
                .body(Ordinances.document("coyllurqui-2016.v1").toString())
                .put("/v1/regulations/coyllurqui-2016")
                .then()
                .statusCode(201);
        var process = coyllurqui.process("coyllurqui-2016", 2017);
        var called = Events.await(
                "registry",
                "process-called",
                body -> body.path("process").asText().equals(process));
        assertThat(called.key()).isEqualTo(process);
        assertThat(called.body().at("/regulation/document/horizon/years").asInt())
                .isEqualTo(3);
        assertThat(called.body().at("/regulation/document/coordination/chain/0").asText())
                .as("a default of the national norm")
                .isEqualTo("DISTRICT");

        closingIsRefusedWithAllThatIsMissing(process);

        var job = coyllurqui.importRoll(process, roll(), Map.of("mode", "all-or-nothing"));
        assertThat(job.getString("status")).isEqualTo("FINISHED");
        assertThat(job.getInt("rowsAccepted")).isEqualTo(300);
        coyllurqui.constitute(process, "TECHNICAL_TEAM");
        train(process);
        publish(process);

        coyllurqui.phase(process, "PREPARATION", "closing").statusCode(200).body("phases[0].state", equalTo("CLOSED"));
        coyllurqui.phase(process, "CONCERTATION", "opening").statusCode(200).body("phases[1].state", equalTo("OPEN"));
        Events.await(
                "registry",
                "phase-closed",
                body -> body.path("process").asText().equals(process));
        Events.await(
                "registry",
                "phase-opened",
                body -> body.path("process").asText().equals(process)
                        && body.path("phase").asText().equals("CONCERTATION"));
    }

    private void closingIsRefusedWithAllThatIsMissing(String process) {
        coyllurqui
                .phase(process, "PREPARATION", "closing")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("phase-not-complete"))
                .body("errors.requires", contains("TECHNICAL_TEAM_CONSTITUTED", "ROLL_PUBLISHED", "TRAINING_HELD"))
                .body("errors[1].law", equalTo("DS 142-2009-EF art. 7.4"))
                .body("errors[1].detail", startsWith("Falta"));
    }

    private void train(String process) {
        var agents = coyllurqui
                .registrar()
                .queryParam("limit", 200)
                .get("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var ids = agents.getList("items.agent", String.class);
        var credential = agents.getString("items[0].credential").toLowerCase();
        coyllurqui
                .counted()
                .body(Map.of(
                        "title", "Conceptos y fases",
                        "topics", List.of("PB_CONCEPT_AND_PHASES", "PROJECT_CYCLE"),
                        "heldOn", "2016-03-30",
                        "agents", ids.subList(1, 200),
                        "credentials", List.of(credential, credential)))
                .post("/v1/processes/" + process + "/trainings")
                .then()
                .statusCode(201)
                .body("attended", equalTo(200));
        given().get("/v1/processes/" + process + "/trainings")
                .then()
                .statusCode(200)
                .body("trainedAgents", equalTo(200))
                .body("topicsMissing", hasItems("AGREEMENTS", "VIGILANCE_COMMITTEE"))
                .body("topicsMissing", not(hasItems("PROJECT_CYCLE")));
        var held = Events.await(
                "registry",
                "training-held",
                body -> body.path("process").asText().equals(process));
        assertThat(held.body().path("attended")).hasSize(200);
    }

    private void publish(String process) {
        coyllurqui
                .counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(201)
                .body("agents", equalTo(300))
                .body("women", equalTo(105))
                .body("womenPercent", equalTo("35.0"))
                .body("warnings.group", contains("YOUTH"));
        given().get("/v1/processes/" + process + "/roll")
                .then()
                .statusCode(200)
                .body("agents", equalTo(300))
                .body("men", equalTo(195))
                .body("organisations", equalTo(60))
                .body(
                        "byOrganisationKind.key",
                        contains("GLASS_OF_MILK_COMMITTEE", "NEIGHBOURHOOD_BOARD", "PEASANT_COMMUNITY"))
                .body("byLanguage.find { it.key == 'qu' }.agents", equalTo(300))
                .body("items", nullValue());
        var published = Events.await(
                "registry",
                "roll-published",
                body -> body.path("process").asText().equals(process));
        assertThat(published.body().path("women").asInt()).isEqualTo(105);
        var accredited = Events.published("registry", "agent-accredited").stream()
                .filter(event -> event.key().equals(process))
                .toList();
        assertThat(accredited).hasSize(300);
        assertThat(accredited)
                .allSatisfy(event ->
                        assertThat(event.body().path("vote").asBoolean()).isTrue());
    }

    /** 300 agents of 60 organisations, 105 of them women; names and numbers are made up. */
    private static String roll() {
        return "organisation;organisation_kind;document_number;names;sex;birth_date;language;zone\n"
                + IntStream.range(0, 300)
                        .mapToObj(i -> String.join(
                                ";",
                                "Organización " + i % 60,
                                KINDS[i % 60 % 3],
                                Town.document(),
                                "Agente Número " + i,
                                i < 105 ? "F" : "M",
                                "15/0" + (1 + i % 9) + "/" + (1950 + i % 40),
                                "qu",
                                "Z" + (1 + i % 2)))
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void who_has_no_token_no_role_or_no_reach_is_turned_away() {
        var process = coyllurqui.process(coyllurqui.regulation("coyllurqui-2016.v1"), 2020);
        var path = "/v1/processes/" + process + "/phases/PREPARATION/closing";

        given().post(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
        given().auth()
                .oauth2(Tokens.as("evaluator").entity("300305").token())
                .post(path)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.as("registrar").entity("300306").token())
                .header("If-Match", "\"v0\"")
                .post(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        coyllurqui.registrar().post(path).then().statusCode(428);
        coyllurqui
                .registrar()
                .header("If-Match", "\"v7\"")
                .post(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));
        coyllurqui.phase(process, "CARNIVAL", "closing").statusCode(404);
    }

    @Test
    void one_process_for_each_entity_and_fiscal_year_whatever_arrives_at_once() {
        var regulation = coyllurqui.regulation("coyllurqui-2016.v1");

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i ->
                        coyllurqui.call(regulation, 2021, Map.of()).extract().statusCode())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(5);
    }
}
