package pe.minka.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithMinkaStack
class AgentsIT {

    private Town limatambo;

    @BeforeEach
    void town() {
        limatambo = Town.of("300704");
    }

    @Inject
    EntityManager database;

    @Test
    @Tag("NAT-33")
    void an_agents_rights_are_those_that_the_regulation_gives_the_role() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2016);
        var community = limatambo.organisation(process, "Comunidad Campesina de Sauceda", "PEASANT_COMMUNITY");

        limatambo
                .accredit(process, community, Town.document(), "FEMALE")
                .statusCode(201)
                .body("credential", notNullValue())
                .body("rights", equalTo(Map.of("voice", true, "vote", true, "sign", true, "supervise", true)))
                .body("$", not(hasKey("names")));
        limatambo
                .counted()
                .body(Map.of(
                        "role", "TECHNICAL_TEAM",
                        "documentKind", "DNI",
                        "documentNumber", Town.document(),
                        "names", "Jefe de Planeamiento",
                        "sex", "MALE"))
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201)
                .body("rights", equalTo(Map.of("voice", true, "vote", false, "sign", false, "supervise", false)));
        var accredited = Events.await(
                "registry",
                "agent-accredited",
                body -> body.path("process").asText().equals(process)
                        && body.path("role").asText().equals("TECHNICAL_TEAM"));
        assertThat(accredited.body().path("vote").asBoolean()).isFalse();
    }

    @Test
    void a_person_is_accredited_once_in_a_process_whatever_arrives_at_once() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2017);
        var community = limatambo.organisation(process, "Comunidad Campesina de Pampaconga", "PEASANT_COMMUNITY");
        var document = Town.document();

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> limatambo
                        .accredit(process, community, document, "FEMALE")
                        .extract()
                        .statusCode())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
        limatambo
                .accredit(process, community, document.substring(0, 4) + " " + document.substring(4), "FEMALE")
                .statusCode(409)
                .body("errors.code", contains("agent-twice"));
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(1));
    }

    @Test
    void the_same_key_is_the_same_accreditation_and_another_body_is_refused() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2018);
        var community = limatambo.organisation(process, "Comunidad Campesina de Tarawasi", "PEASANT_COMMUNITY");
        var key = UUID.randomUUID().toString();
        var body = new java.util.HashMap<String, Object>(Map.of(
                "role",
                "PRINCIPAL",
                "organisation",
                community,
                "documentKind",
                "DNI",
                "documentNumber",
                Town.document(),
                "names",
                "Persona de Prueba",
                "sex",
                "FEMALE"));
        var path = "/v1/processes/" + process + "/agents";

        var first = limatambo
                .registrar()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("agent");
        var second = limatambo
                .registrar()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("agent");
        body.put("sex", "MALE");

        assertThat((String) second).isEqualTo(first);
        limatambo
                .registrar()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        limatambo
                .registrar()
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    @Tag("OCO-15")
    void where_each_organisation_has_one_vote_it_has_one_principal_and_its_alternate_may_act() {
        var process = limatambo.process(
                limatambo.regulation(
                        "ocongate-2020.v1",
                        document -> document.<com.fasterxml.jackson.databind.node.ObjectNode>without("ordinance")
                                .put("effectiveFrom", "2016-01-01")
                                .putObject("call")
                                .putArray("requires")),
                2019);
        var community = limatambo.organisation(process, "Comunidad Campesina de Zurite", "PEASANT_COMMUNITY");

        var statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> limatambo
                        .accredit(process, community, Town.document(), "MALE")
                        .extract()
                        .statusCode())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);

        limatambo
                .counted()
                .body(Map.of(
                        "role",
                        "ALTERNATE",
                        "organisation",
                        community,
                        "documentKind",
                        "DNI",
                        "documentNumber",
                        Town.document(),
                        "names",
                        "Suplente de Prueba",
                        "sex",
                        "FEMALE"))
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201)
                .body("rights.vote", equalTo(true));
    }

    @Test
    @Tag("LIM-17")
    void a_delegation_has_exactly_three_women_and_three_men() {
        var process = limatambo.process(limatambo.regulation("limatambo-1997.v1"), 2010);
        var community = limatambo.organisation(process, "Comunidad Campesina de Rimacpampa", "PEASANT_COMMUNITY");
        for (int i = 0; i < 3; i++) {
            limatambo.accredit(process, community, Town.document(), "MALE").statusCode(201);
        }
        limatambo
                .accredit(process, community, Town.document(), "MALE")
                .statusCode(422)
                .body("errors.code", contains("delegation-has-its-men"));
        limatambo.accredit(process, community, Town.document(), "FEMALE").statusCode(201);
        limatambo
                .counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(409)
                .body("code", equalTo("roll-against-quota"))
                .body("errors.code", contains("delegation-women"))
                .body("errors[0].expected", equalTo("1 ≠ 3"));
        limatambo.accredit(process, community, Town.document(), "FEMALE").statusCode(201);
        limatambo.accredit(process, community, Town.document(), "FEMALE").statusCode(201);
        limatambo
                .counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(201);
    }

    @Test
    @Tag("NAT-17")
    @Tag("COY-52")
    @Tag("COY-89")
    void a_quota_that_blocks_refuses_the_roll_and_one_that_warns_lets_it_pass() {
        var blocking = limatambo.regulation(
                "coyllurqui-2016.v1",
                document -> ((com.fasterxml.jackson.databind.node.ObjectNode) document.at("/quotas/0"))
                        .put("effect", "BLOCK"));
        var process = limatambo.process(blocking, 2011);
        var community = limatambo.organisation(process, "Comunidad Campesina de Chonta", "PEASANT_COMMUNITY");
        limatambo.accredit(process, community, Town.document(), "MALE").statusCode(201);
        limatambo.accredit(process, community, Town.document(), "MALE").statusCode(201);
        limatambo
                .registrar()
                .get("/v1/processes/" + process + "/composition")
                .then()
                .body("gaps.find { it.group == 'WOMEN' }.missing", equalTo(1))
                .body("gaps.find { it.group == 'WOMEN' }.blocks", equalTo(true));
        limatambo
                .counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(409)
                .body("errors.group", contains("WOMEN"));
        limatambo.accredit(process, community, Town.document(), "FEMALE").statusCode(201);
        limatambo
                .counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(201)
                .body("warnings.group", contains("YOUTH"));
    }

    @Test
    void after_the_publication_an_agent_comes_in_only_in_the_place_of_another() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2012);
        var community = limatambo.organisation(process, "Comunidad Campesina de Marcahuasi", "PEASANT_COMMUNITY");
        String agent = limatambo
                .accredit(process, community, Town.document(), "FEMALE")
                .extract()
                .path("agent");
        String other = limatambo
                .accredit(process, community, Town.document(), "FEMALE")
                .extract()
                .path("agent");
        limatambo
                .counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(201);

        limatambo
                .accredit(process, community, Town.document(), "FEMALE")
                .statusCode(409)
                .body("errors.code", contains("roll-is-published"));
        var replacement = Map.of(
                "because",
                "RESIGNED",
                "documentKind",
                "DNI",
                "documentNumber",
                Town.document(),
                "names",
                "Nueva Persona",
                "sex",
                "FEMALE");
        var path = "/v1/processes/" + process + "/agents/" + agent;
        String newcomer = limatambo
                .counted()
                .body(replacement)
                .post(path + "/replacement")
                .then()
                .statusCode(201)
                .extract()
                .path("agent");
        limatambo
                .counted()
                .body(replacement)
                .post(path + "/replacement")
                .then()
                .statusCode(409)
                .body("code", equalTo("agent-ended"));
        limatambo
                .counted()
                .body(Map.of("because", "DECEASED"))
                .post("/v1/processes/" + process + "/agents/" + other + "/revocation")
                .then()
                .statusCode(200);
        limatambo
                .registrar()
                .get(path)
                .then()
                .body("state", equalTo("REPLACED"))
                .body("replacedBy", equalTo(newcomer));
        var replaced = Events.await(
                "registry",
                "agent-replaced",
                body -> body.path("process").asText().equals(process));
        assertThat(replaced.body().path("by").asText()).isEqualTo(newcomer);
        Events.await(
                "registry", "agent-revoked", body -> body.path("agent").asText().equals(other));
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(1));
    }

    @Test
    void who_comes_in_the_place_of_another_brings_the_papers_and_supporters_that_the_ordinance_asks_for() {
        var process = limatambo.process(
                limatambo.regulation("coyllurqui-2016.v1", document -> {
                    var accreditation = document.withObject("/accreditation");
                    accreditation.put("papersEffect", "BLOCK");
                    accreditation
                            .putObject("unorganisedCitizens")
                            .put("allowed", true)
                            .put("minimumSupporters", 10);
                }),
                2025);
        var neighbours = limatambo.organisation(process, "Vecinos sin organización", "UNORGANISED_CITIZENS");
        var application = new java.util.HashMap<String, Object>(Map.of(
                "documentKind",
                "DNI",
                "documentNumber",
                Town.document(),
                "names",
                "Vecina de Prueba",
                "sex",
                "FEMALE",
                "papers",
                List.of("ASSEMBLY_MINUTES"),
                "supporters",
                10));
        application.putAll(Map.of("role", "PRINCIPAL", "organisation", neighbours));
        String agent = limatambo
                .counted()
                .body(application)
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("agent");
        application.keySet().removeAll(List.of("role", "organisation", "papers", "supporters"));
        application.putAll(Map.of("because", "RESIGNED", "documentNumber", Town.document()));
        var path = "/v1/processes/" + process + "/agents/" + agent + "/replacement";

        limatambo
                .counted()
                .body(application)
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("too-few-supporters", "paper-missing"));
        application.putAll(Map.of("papers", List.of("ASSEMBLY_MINUTES"), "supporters", 10));
        limatambo.counted().body(application).post(path).then().statusCode(201);
    }

    @Test
    void personal_fields_are_for_the_registrar_of_the_entity_and_each_reading_is_logged() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2013);
        var community = limatambo.organisation(process, "Comunidad Campesina de Pisacpata", "PEASANT_COMMUNITY");
        limatambo.accredit(process, community, Town.document(), "FEMALE").statusCode(201);
        var path = "/v1/processes/" + process + "/agents";

        limatambo.registrar().get(path).then().statusCode(200).body("items.names", contains("Persona de Prueba"));
        given().auth()
                .oauth2(Tokens.as("facilitator").entity("300704").token())
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("names")))
                .body("items[0]", not(hasKey("credential")))
                .body("items[0]", not(hasKey("document")));
        given().auth()
                .oauth2(Tokens.as("registrar").entity("300305").token())
                .get(path)
                .then()
                .statusCode(404);
        given().get(path).then().statusCode(401);
        limatambo
                .registrar()
                .get("/v1/processes/" + process + "/credentials")
                .then()
                .statusCode(200);

        List<?> readings = database.createNativeQuery(
                        "select purpose from access_log where process = :process order by id")
                .setParameter("process", UUID.fromString(process))
                .getResultList();
        assertThat(readings).asList().containsExactly("list-agents", "list-credentials");
    }

    @Test
    @Tag("VES-53")
    void citizens_without_organisation_have_a_path_of_their_own_and_their_share_is_reported() {
        var process = limatambo.process(
                limatambo.regulation("villa-el-salvador-2001.v1", document -> {
                    document.put("effectiveUntil", "2016-12-31");
                    document.remove("call");
                }),
                2014);
        var neighbours = limatambo.organisation(process, "Ciudadanos sin organización", "UNORGANISED_CITIZENS");
        limatambo
                .accredit(process, neighbours, Town.document(), "FEMALE")
                .statusCode(422)
                .body("errors.code", hasItem("too-few-supporters"));
        for (int i = 0; i < 6; i++) {
            limatambo
                    .counted()
                    .body(Map.of(
                            "role",
                            "PRINCIPAL",
                            "organisation",
                            neighbours,
                            "documentKind",
                            "DNI",
                            "supporters",
                            12,
                            "documentNumber",
                            Town.document(),
                            "names",
                            "Vecina de Prueba",
                            "sex",
                            "FEMALE"))
                    .post("/v1/processes/" + process + "/agents")
                    .then()
                    .statusCode(201);
        }
        given().get("/v1/processes/" + process + "/roll")
                .then()
                .body("byOrganisationKind.find { it.key == 'UNORGANISED_CITIZENS' }.agents", equalTo(6));
    }

    @Test
    @Tag("VES-30")
    void a_challenge_is_decided_within_its_term_and_the_agent_is_one_meanwhile() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2022);
        var community = limatambo.organisation(process, "Comunidad Campesina de Uratari", "PEASANT_COMMUNITY");
        String agent = limatambo
                .accredit(process, community, Town.document(), "FEMALE")
                .extract()
                .path("agent");
        var path = "/v1/processes/" + process + "/challenges";
        var filing = Map.of("agent", agent, "grounds", "No representa", "evidence", "Acta de asamblea");

        String challenge = limatambo
                .counted()
                .body(filing)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("challenge");
        limatambo.counted().body(filing).post(path).then().statusCode(409).body("code", equalTo("challenge-open"));
        limatambo
                .registrar()
                .get("/v1/processes/" + process + "/agents/" + agent)
                .then()
                .body("state", equalTo("ACCREDITED"));
        var decision = Map.of("decision", "UPHELD", "reason", "El acta nombra a otra persona");
        limatambo
                .counted()
                .body(decision)
                .post(path + "/" + challenge + "/decision")
                .then()
                .statusCode(200)
                .body("decision", equalTo("UPHELD"));
        limatambo
                .counted()
                .body(decision)
                .post(path + "/" + challenge + "/decision")
                .then()
                .statusCode(409);
        limatambo
                .registrar()
                .get("/v1/processes/" + process + "/agents/" + agent)
                .then()
                .body("state", equalTo("REVOKED"))
                .body("endedBecause", equalTo("CHALLENGE_UPHELD"));
        limatambo.registrar().get(path).then().body("items", hasSize(1));
    }

    @Test
    void challenges_filed_and_decided_at_once_are_one_and_one_against_who_left_is_decided_too() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2026);
        var community = limatambo.organisation(process, "Comunidad Campesina de Pivil", "PEASANT_COMMUNITY");
        var path = "/v1/processes/" + process + "/challenges";
        for (String end : List.of("stays", "leaves")) {
            String agent = limatambo
                    .accredit(process, community, Town.document(), "FEMALE")
                    .extract()
                    .path("agent");
            var filed = IntStream.range(0, 6)
                    .parallel()
                    .mapToObj(i -> limatambo
                            .counted()
                            .body(Map.of("agent", agent, "grounds", "No representa", "evidence", "Acta"))
                            .post(path)
                            .then()
                            .extract())
                    .toList();
            assertThat(filed)
                    .extracting(each -> each.statusCode())
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
            var challenge = filed.stream()
                    .filter(each -> each.statusCode() == 201)
                    .map(each -> each.<String>path("challenge"))
                    .findFirst()
                    .orElseThrow();
            if (end.equals("leaves")) {
                limatambo
                        .counted()
                        .body(Map.of("because", "RESIGNED"))
                        .post("/v1/processes/" + process + "/agents/" + agent + "/revocation")
                        .then()
                        .statusCode(200);
            }

            var decided = IntStream.range(0, 6)
                    .parallel()
                    .mapToObj(i -> limatambo
                            .counted()
                            .body(Map.of("decision", "UPHELD", "reason", "El acta es de otra persona"))
                            .post(path + "/" + challenge + "/decision")
                            .statusCode())
                    .toList();

            assertThat(decided).containsOnlyOnce(200).containsOnly(200, 409);
            limatambo
                    .registrar()
                    .get("/v1/processes/" + process + "/agents/" + agent)
                    .then()
                    .body("endedBecause", equalTo(end.equals("leaves") ? "RESIGNED" : "CHALLENGE_UPHELD"));
        }
    }

    @Test
    void who_is_threatened_later_is_protected_later_and_staff_sees_who_is() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2030);
        var community = limatambo.organisation(process, "Comunidad Campesina de Rumihuasi", "PEASANT_COMMUNITY");
        String agent = limatambo
                .accredit(process, community, Town.document(), "FEMALE")
                .extract()
                .path("agent");
        var path = "/v1/processes/" + process + "/agents/" + agent;
        limatambo.registrar().get(path).then().body("protectedIdentity", equalTo(false));

        Town.of("300305")
                .counted()
                .body(Map.of("protectedIdentity", true))
                .post(path + "/identity-protection")
                .then()
                .statusCode(404);
        for (boolean wanted : List.of(true, false)) {
            limatambo
                    .counted()
                    .body(Map.of("protectedIdentity", wanted))
                    .post(path + "/identity-protection")
                    .then()
                    .statusCode(200);
            given().auth()
                    .oauth2(Tokens.as("facilitator").entity(limatambo.entity()).token())
                    .get(path)
                    .then()
                    .body("protectedIdentity", equalTo(wanted))
                    .body("$", not(hasKey("names")));
        }
    }

    @Test
    void a_list_of_credentials_runs_no_formula_in_a_spreadsheet() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2027);
        var trick = limatambo.organisation(process, "=HYPERLINK(\"http://x\") Comunidad", "PEASANT_COMMUNITY");
        limatambo
                .counted()
                .body(Map.of(
                        "role", "PRINCIPAL",
                        "organisation", trick,
                        "documentKind", "DNI",
                        "documentNumber", Town.document(),
                        "names", "@SUM(1+1) Quispe",
                        "sex", "FEMALE"))
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201);

        assertThat(limatambo
                        .registrar()
                        .get("/v1/processes/" + process + "/credentials")
                        .asString())
                .contains("'=HYPERLINK", "'@SUM(1+1) Quispe")
                .doesNotContain(",\"=", ",@");
    }

    @Test
    void a_sex_of_fewer_than_five_is_not_told_by_the_roll_nor_by_its_rest() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2028);
        var community = limatambo.organisation(process, "Comunidad Campesina de Sondor", "PEASANT_COMMUNITY");
        for (int i = 0; i < 10; i++) {
            limatambo
                    .accredit(process, community, Town.document(), i < 4 ? "FEMALE" : "MALE")
                    .statusCode(201);
        }
        var path = "/v1/processes/" + process + "/roll";

        given().get(path)
                .then()
                .body("agents", equalTo(10))
                .body("$", not(hasKey("women")))
                .body("$", not(hasKey("men")))
                .body("$", not(hasKey("womenPercent")));
        limatambo.accredit(process, community, Town.document(), "FEMALE").statusCode(201);
        given().get(path).then().body("women", equalTo(5)).body("men", equalTo(6));
    }

    @Test
    void the_event_of_a_published_roll_tells_no_sex_of_fewer_than_five_and_the_registrar_sees_it() {
        var told = published(2046, 6, 5);
        var hidden = published(2047, 6, 4);

        assertThat(told.path("women").asInt()).isEqualTo(6);
        assertThat(told.path("men").asInt()).isEqualTo(5);
        assertThat(hidden.path("agents").asInt()).isEqualTo(10);
        assertThat(hidden.path("women").isNull()).isTrue();
        assertThat(hidden.path("men").isNull()).isTrue();
    }

    private JsonNode published(int fiscalYear, int women, int men) {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), fiscalYear);
        var community = limatambo.organisation(process, "Comunidad Campesina " + fiscalYear, "PEASANT_COMMUNITY");
        for (int i = 0; i < women + men; i++) {
            limatambo
                    .accredit(process, community, Town.document(), i < women ? "FEMALE" : "MALE")
                    .statusCode(201);
        }
        limatambo
                .counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(201)
                .body("women", equalTo(women));
        return Events.await(
                        "registry",
                        "roll-published",
                        body -> body.path("process").asText().equals(process))
                .body();
    }

    @Test
    void an_auditor_reads_the_own_entities_and_a_reader_of_the_region_its_figures() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2029);
        var path = "/v1/processes/" + process;
        String territory = given().get(path).path("territory");
        var own = Tokens.as("auditor").entity(limatambo.entity()).token();
        var foreign = Tokens.as("auditor").entity("300305").token();
        var region = Tokens.as("regional-reader")
                .territory(territory.substring(0, 2))
                .token();
        var otherRegion = Tokens.as("regional-reader").territory("03").token();
        for (String part : List.of("/composition", "/application-report", "/agents", "/rotation/exceptions")) {
            status(own, path + part, 200);
            status(foreign, path + part, 404);
        }
        for (String figures : List.of("/composition", "/application-report")) {
            status(region, path + figures, 200);
            status(otherRegion, path + figures, 404);
        }
        status(region, path + "/agents", 403);
        status(foreign, "/v1/entities/" + limatambo.entity() + "/retention-runs", 404);
    }

    private static void status(String token, String path, int expected) {
        given().auth().oauth2(token).get(path).then().statusCode(expected);
    }

    @Test
    void a_person_is_erased_once_no_open_process_counts_on_them_and_the_agent_stays() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2023);
        var community = limatambo.organisation(process, "Comunidad Campesina de Huertahuayco", "PEASANT_COMMUNITY");
        var document = Town.document();
        String agent = limatambo
                .accredit(process, community, document, "FEMALE")
                .extract()
                .path("agent");
        var path = "/v1/processes/" + process + "/agents/" + agent;

        limatambo
                .registrar()
                .get(path + "/personal-data")
                .then()
                .statusCode(200)
                .body("documentNumber", equalTo(document))
                .body("participations.agent", contains(agent))
                .body("readings.purpose", hasItem("export-personal-data"));
        limatambo
                .counted()
                .post(path + "/personal-data/erasure")
                .then()
                .statusCode(409)
                .body("code", equalTo("person-accredited"))
                .body("processes", contains(process));
        limatambo.accredit(process, community, document, "FEMALE").statusCode(409);
        limatambo
                .counted()
                .body(Map.of("because", "RESIGNED"))
                .post(path + "/revocation")
                .then()
                .statusCode(200);
        limatambo.counted().post(path + "/personal-data/erasure").then().statusCode(200);

        limatambo.registrar().get(path + "/personal-data").then().statusCode(404);
        limatambo
                .registrar()
                .get(path)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("names")))
                .body("state", equalTo("REVOKED"));
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(0));
    }

    @Test
    @Tag("NAT-04")
    @Tag("NAT-26")
    @Tag("VES-17")
    @Tag("NAT-15")
    void an_application_is_answered_with_reasons_and_time_to_cure_and_an_agent_accepts_the_duties() {
        var process = limatambo.process(limatambo.regulation("coyllurqui-2016.v1"), 2024);
        var company = limatambo.organisation(process, "Empresa de Transportes", "BUSINESS");
        var community = limatambo.organisation(process, "Comunidad Campesina de Chinchaypucyo", "PEASANT_COMMUNITY");
        limatambo
                .accredit(process, company, "1234567", "MALE")
                .statusCode(422)
                .body("errors.code", contains("document-leading-zero-lost", "organisation-kind-not-called"))
                .body("errors.law", everyItem(containsString("001-2016-MDC-PC/RA")))
                .body("cureUntil", notNullValue());
        String agent = limatambo
                .accredit(process, community, Town.document(), "FEMALE")
                .statusCode(201)
                .extract()
                .path("agent");
        for (int i = 0; i < 5; i++) {
            limatambo.accredit(process, community, Town.document(), "MALE").statusCode(201);
        }
        limatambo
                .registrar()
                .get("/v1/processes/" + process + "/application-report")
                .then()
                .statusCode(200)
                .body("accredited", equalTo(6))
                .body("unmet", equalTo(Map.of("document-leading-zero-lost", 1, "organisation-kind-not-called", 1)))
                .body("cureDays", equalTo(2));
        given().get("/v1/processes/" + process + "/roll")
                .then()
                .body("bySector", equalTo(List.of(Map.of("key", "CIVIL_SOCIETY", "agents", 6, "percent", "100.0"))));

        var duties = Map.of("duties", List.of("ATTEND", "INFORM_BASE", "SIGN_MINUTES"));
        var path = "/v1/processes/" + process + "/agents/" + agent + "/duties";
        given().auth()
                .oauth2(Tokens.as("participant").agent(agent).token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(duties)
                .post(path)
                .then()
                .statusCode(200)
                .body("acceptedAt", notNullValue());
        given().auth()
                .oauth2(Tokens.as("participant").agent(UUID.randomUUID()).token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(duties)
                .post(path)
                .then()
                .statusCode(404);
    }
}
