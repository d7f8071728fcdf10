package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** A process beside the census, an entity beside others, agreements beside the budget. */
@QuarkusTest
@WithMinkaStack
class ComparisonsIT {

    @Test
    @Tag("NAT-29")
    void those_who_registered_are_shown_beside_those_who_live_there() {
        var town = Town.of("300302");
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2016);
        var community = town.organisation(process, "Comunidad del Censo", "PEASANT_COMMUNITY");
        for (int i = 0; i < 20; i++) {
            town.accredit(process, community, Town.document(), i < 5 ? "FEMALE" : "MALE")
                    .statusCode(201);
        }
        var path = "/v1/processes/" + process + "/representativeness?year=2017";
        given().get(path).then().statusCode(409).body("code", equalTo("census-unknown"));
        String territory = given().get("/v1/processes/" + process).path("territory");
        indicators(town, "census", territory, Map.of("WOMEN", "49.7", "MEN", "75", "YOUTH", "20"));

        given().get(path)
                .then()
                .statusCode(200)
                .body("agents", equalTo(20))
                .body("source", equalTo("INEI, Censos Nacionales 2017"))
                .body("groups.find { it.group == 'WOMEN' }.percent", equalTo("25.0"))
                .body("groups.find { it.group == 'WOMEN' }.differencePoints", equalTo("-24.7"))
                .body("groups.find { it.group == 'WOMEN' }.standing", equalTo("BELOW"))
                .body("groups.find { it.group == 'MEN' }.standing", equalTo("EQUAL"))
                .body("groups.find { it.group == 'YOUTH' }.agents", equalTo(0))
                .body("groups.find { it.group == 'YOUTH' }.standing", equalTo("BELOW"))
                .body("withoutCensus", hasItem("NEIGHBOURHOODS"));
    }

    @Test
    void a_group_whose_rest_is_fewer_than_five_is_hidden_with_it() {
        var town = Town.of("300783");
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2019);
        var community = town.organisation(process, "Comunidad del Resto", "PEASANT_COMMUNITY");
        for (int i = 0; i < 12; i++) {
            town.accredit(process, community, Town.document(), i < 3 ? "FEMALE" : "MALE")
                    .statusCode(201);
        }
        String territory = given().get("/v1/processes/" + process).path("territory");
        indicators(town, "census", territory, Map.of("WOMEN", "49.7", "MEN", "50.3", "YOUTH", "20"));

        given().get("/v1/processes/" + process + "/representativeness?year=2017")
                .then()
                .statusCode(200)
                .body("groups.find { it.group == 'WOMEN' }.standing", equalTo("HIDDEN"))
                .body("groups.find { it.group == 'MEN' }.standing", equalTo("HIDDEN"))
                .body("groups.find { it.group == 'MEN' }.agents", nullValue())
                .body("groups.find { it.group == 'YOUTH' }.agents", equalTo(0));
    }

    @Test
    @Tag("COY-03")
    void seven_municipalities_keep_their_data_apart_and_their_indicators_are_compared() {
        var tenants = List.of("300277", "300285", "300294", "300305", "300301", "300306", "300304").stream()
                .map(Town::of)
                .toList();
        var owners = new java.util.LinkedHashMap<Town, String>();
        for (var town : tenants) {
            owners.put(town, town.process(town.regulation("coyllurqui-2016.v1"), 2030));
        }
        owners.forEach((owner, process) -> {
            for (var other : tenants) {
                boolean own = other == owner;
                other.registrar()
                        .get("/v1/processes/" + process + "/stakeholders")
                        .then()
                        .statusCode(own ? 200 : 404);
                if (!own) {
                    other.counted()
                            .body(Map.of("name", "Intrusa", "kind", "OTHER"))
                            .post("/v1/processes/" + process + "/organisations")
                            .then()
                            .statusCode(404);
                    other.registrar()
                            .body(sheet("000000", Map.of("POVERTY", "1")))
                            .put("/v1/entities/" + owner.entity() + "/indicators/poverty/2018")
                            .then()
                            .statusCode(404);
                }
            }
        });
        var values = List.of("53.77", "12.5", "53.770", "40");
        for (int i = 0; i < values.size(); i++) {
            String zone =
                    given().get("/v1/processes/" + owners.get(tenants.get(i))).path("territory");
            indicators(tenants.get(i), "poverty", zone, Map.of("POVERTY", values.get(i)));
        }

        var request = given();
        tenants.forEach(town -> request.queryParam("entity", town.entity()));
        request.queryParam("scheme", "poverty")
                .queryParam("year", 2017)
                .queryParam("indicator", "POVERTY")
                .get("/v1/indicator-comparisons")
                .then()
                .statusCode(200)
                .body("items.entity", contains("300277", "300294", "300305", "300285"))
                .body("items.value", contains("53.77", "53.770", "40", "12.5"))
                .body("without", containsInAnyOrder("300301", "300306", "300304"))
                .body("units", contains("%"));
        given().queryParam("entity", "300305")
                .queryParam("scheme", "poverty")
                .queryParam("year", 2017)
                .queryParam("indicator", "POVERTY")
                .get("/v1/indicator-comparisons")
                .then()
                .statusCode(400);
    }

    @Test
    @Tag("COY-01")
    void a_process_led_by_a_consultant_needs_a_unit_of_the_entity_and_agreements_left_in_a_drawer_are_flagged() {
        var town = Town.of("300299");
        var withoutUnits = town.regulation(
                "coyllurqui-2016.v1",
                document -> document.path("phases").forEach(phase -> ((ObjectNode) phase).remove("responsibleUnit")));
        town.call(withoutUnits, 2015, Map.of("ledBy", "CONSULTANT"))
                .statusCode(409)
                .body("code", equalTo("call-incomplete"))
                .body("errors.requires", contains("RESPONSIBLE_UNIT_NAMED"));
        var process = town.call(town.regulation("coyllurqui-2016.v1"), 2015, Map.of("ledBy", "CONSULTANT"))
                .statusCode(201)
                .extract()
                .<String>path("process");
        var used = town.process(town.regulation("coyllurqui-2016.v1"), 2016);
        var ahead = town.process(town.regulation("coyllurqui-2016.v1"), 2099);

        tell("agreements-act-signed", process);
        tell("agreements-act-signed", used);
        tell("agreements-act-signed", ahead);
        Events.publish(
                "allocation",
                "approval-recorded",
                ((ObjectNode) Examples.event("allocation", "approval-recorded"))
                        .put("process", used)
                        .put("approval", "COUNCIL"));

        Eventually.that(() -> assertThat(unused(town).extract().jsonPath().getList("items.process", String.class))
                .containsExactly(process));
        unused(town).body("items[0].ledBy", equalTo("CONSULTANT"));
    }

    @Test
    void the_record_of_registration_and_the_ministrys_form_come_with_what_is_missing() {
        var town = Town.of("300298");
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2016);
        var community = town.organisation(process, "Comunidad de la Exportación, \"Alta\"", "PEASANT_COMMUNITY");
        var principal = Town.document();
        town.accredit(process, community, principal, "FEMALE").statusCode(201);
        town.counted()
                .body(Map.of(
                        "role", "ALTERNATE",
                        "organisation", community,
                        "documentKind", "DNI",
                        "documentNumber", Town.document(),
                        "names", "Suplente de Prueba",
                        "sex", "MALE",
                        "language", "qu"))
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201);
        var path = "/v1/processes/" + process + "/registration-record";

        var csv = town.registrar()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\\R");
        assertThat(csv).hasSize(2);
        assertThat(csv[1])
                .startsWith("Persona de Prueba,DNI," + principal + ",F,")
                .contains("\"Comunidad de la Exportación, \"\"Alta\"\"\",ORGANIZADA")
                .contains("Suplente de Prueba,DNI,")
                .endsWith("suplente_direccion suplente_cargo suplente_grado_instruccion");
        var line = town.registrar().get(path + "?as=ndjson").asString();
        assertThat(Town.tree(line).path("pp_anteriores").asText()).isEqualTo("0");
        Town.of("300302").registrar().get(path).then().statusCode(404);

        given().get("/v1/processes/" + process + "/mef-application")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("groups.find { it.group == 'ENTITY' }.status", equalTo("COMPLETE"))
                .body("groups.find { it.group == 'ORDINANCE' }.fields.numero", equalTo("001-2016-MDC-PC/RA"))
                .body("groups.find { it.group == 'AGENTS' }.fields.agentes", equalTo("2"))
                .body("groups.find { it.group == 'AGENTS' }.missing", contains("padron_publicado"))
                .body("groups.find { it.group == 'TECHNICAL_TEAM' }.status", equalTo("MISSING"));
        town.constitute(process, "TECHNICAL_TEAM");
        given().get("/v1/processes/" + process + "/mef-application")
                .then()
                .body("groups.find { it.group == 'TECHNICAL_TEAM' }.fields.integrantes", equalTo("1"));
    }

    @Test
    void the_record_of_registration_is_whole_where_the_ordinance_asks_for_its_fields() {
        var town = Town.of("300405");
        var rules = town.regulation("coyllurqui-2016.v1", document -> {
            var accreditation = (ObjectNode) document.at("/accreditation");
            accreditation.remove("organisationKinds");
            accreditation
                    .putArray("particulars")
                    .add("PHONE")
                    .add("EMAIL")
                    .add("ADDRESS")
                    .add("POSITION")
                    .add("EDUCATION_LEVEL");
        });
        var earlier = town.process(rules, 2015);
        var process = town.process(rules, 2016);
        String region = town.counted()
                .body(Map.of(
                        "name", "Gobierno Regional de Prueba",
                        "kind", "STATE_BODY",
                        "governmentLevel", "REGIONAL",
                        "scope", "DEPARTMENTAL",
                        "foundedOn", "2003-01-01",
                        "members", 12,
                        "registryEntry", "P-1",
                        "legalRepresentative", "Representante Legal de Prueba"))
                .post("/v1/processes/" + process + "/organisations")
                .then()
                .statusCode(201)
                .body("scope", equalTo("DEPARTMENTAL"))
                .body("legalRepresentative", org.hamcrest.Matchers.nullValue())
                .extract()
                .path("organisation");
        var document = Town.document();
        for (String year : java.util.List.of(earlier, process)) {
            applied(town, year, region, document, "PRINCIPAL", "=Persona de Prueba");
            applied(town, year, region, Town.document(), "ALTERNATE", "Suplente de Prueba");
        }

        var fields = Town.tree(record(town, process));
        assertThat(fields.path("tipo").asText()).isEqualTo("GR");
        assertThat(fields.path("ambito").asText()).isEqualTo("DEPARTAMENTAL");
        assertThat(fields.path("telefono").asText()).isEqualTo("984000000");
        assertThat(fields.path("correo").asText()).isEqualTo("persona@example.org");
        assertThat(fields.path("direccion").asText()).isEqualTo("Plaza de Armas 1");
        assertThat(fields.path("cargo").asText()).isEqualTo("Presidenta");
        assertThat(fields.path("grado_instruccion").asText()).isEqualTo("SECUNDARIA");
        assertThat(fields.path("representante_legal").asText()).isEqualTo("Representante Legal de Prueba");
        assertThat(fields.path("pp_anteriores").asText()).isEqualTo("1");
        assertThat(fields.path("suplente_cargo").asText()).isEqualTo("Presidenta");
        assertThat(fields.path("suplente_pp_anteriores").asText()).isEqualTo("0");
        assertThat(fields.path("faltan").asText()).isEmpty();
        assertThat(Town.tree(record(town, earlier)).path("pp_anteriores").asText())
                .isEqualTo("0");
        assertThat(town.registrar()
                        .get("/v1/processes/" + process + "/registration-record")
                        .asString())
                .contains("'=Persona de Prueba");
        given().get("/v1/processes/" + process + "/application-form")
                .then()
                .body("particulars.size()", equalTo(5))
                .body("asked.member", org.hamcrest.Matchers.hasItem("particulars"));
    }

    @Test
    void what_an_ordinance_does_not_ask_of_a_person_is_not_kept() {
        var town = Town.of("300406");
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2016);
        var community = town.organisation(process, "Comunidad sin Preguntas", "PEASANT_COMMUNITY");
        applied(town, process, community, Town.document(), "PRINCIPAL", "Persona de Prueba");

        assertThat(Town.tree(record(town, process)).path("faltan").asText())
                .contains("telefono correo direccion cargo")
                .contains("grado_instruccion");
    }

    private static void applied(
            Town town, String process, String organisation, String document, String role, String names) {
        town.counted()
                .body(Map.ofEntries(
                        Map.entry("role", role),
                        Map.entry("organisation", organisation),
                        Map.entry("documentKind", "DNI"),
                        Map.entry("documentNumber", document),
                        Map.entry("names", names),
                        Map.entry("sex", "FEMALE"),
                        Map.entry("birthDate", "1980-05-17"),
                        Map.entry("language", "qu"),
                        Map.entry(
                                "particulars",
                                Map.of(
                                        "phone", "984000000",
                                        "email", "persona@example.org",
                                        "address", "Plaza de Armas 1",
                                        "position", "Presidenta",
                                        "educationLevel", "SECONDARY"))))
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201);
    }

    private static String record(Town town, String process) {
        return town.registrar()
                .get("/v1/processes/" + process + "/registration-record?as=ndjson")
                .asString();
    }

    @Test
    void organisations_come_from_a_spreadsheet_with_its_habits() {
        var town = Town.of("300297");
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2016);
        var csv = "\uFEFFNAME;KIND;FOUNDED_ON;RUC;MEMBERS\n"
                + "Comunidad Uno;peasant community;15/06/1987;;120,0\n"
                + "COMUNIDAD  UNO;PEASANT_COMMUNITY;;;\n"
                + "Comunidad Dos;PEASANT_COMMUNITY;;2,01314E+10;3\n"
                + "Comunidad Tres;PEASANT_COMMUNITY;;20131380952;3\n"
                + "Comunidad Cuatro;PEASANT_COMMUNITY;31/02/2001;20131380951;3,5\n"
                + "Comunidad Cinco;PEASANT_COMMUNITY;;20131380951;3\n"
                + "Comunidad Seis;PEASANT_COMMUNITY;;20131380951;3\n";
        var path = "/v1/processes/" + process + "/organisation-imports";

        assertThat(sent(town, path + "?dryRun=true", csv).getInt("rowsAccepted"))
                .isEqualTo(2);
        var job = sent(town, path, csv);

        assertThat(job.getInt("rowsAccepted")).isEqualTo(2);
        var rows = town.registrar()
                .queryParam("refused", true)
                .get("/v1/imports/" + job.getString("id") + "/rows")
                .jsonPath();
        assertThat(rows.getList("items.line", Integer.class)).containsExactly(3, 4, 5, 6, 8);
        assertThat(rows.getString("items[0].errors[0].code")).isEqualTo("organisation-twice");
        assertThat(rows.getString("items[1].errors[0].code")).isEqualTo("number-rounded-by-spreadsheet");
        assertThat(rows.getString("items[2].errors[0].code")).isEqualTo("ruc-check-digit");
        assertThat(rows.getList("items[3].errors.column", String.class))
                .containsExactlyInAnyOrder("founded_on", "members");
        assertThat(rows.getString("items[4].errors[0].column")).isEqualTo("ruc");
        given().get("/v1/processes/" + process + "/organisations")
                .then()
                .body("items.name", containsInAnyOrder("Comunidad Uno", "Comunidad Cinco"))
                .body("items.find { it.name == 'Comunidad Uno' }.members", equalTo(120));
    }

    private static io.restassured.path.json.JsonPath sent(Town town, String path, String csv) {
        return Town.followed(
                given().auth()
                        .oauth2(town.token())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("text/csv; charset=UTF-8")
                        .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .post(path)
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"),
                town.token());
    }

    private static ValidatableResponse unused(Town town) {
        return given().get("/v1/entities/" + town.entity() + "/unused-agreements")
                .then()
                .statusCode(200);
    }

    private static void tell(String type, String process) {
        Events.publish(
                "allocation",
                type,
                ((ObjectNode) Examples.event("allocation", type))
                        .put("process", process)
                        .put("agreement", UUID.randomUUID().toString()));
    }

    private static void indicators(Town town, String scheme, String zone, Map<String, String> values) {
        town.registrar()
                .body(sheet(zone, values))
                .put("/v1/entities/" + town.entity() + "/indicators/" + scheme + "/2017")
                .then()
                .statusCode(200);
    }

    private static Map<String, ?> sheet(String zone, Map<String, String> values) {
        return Map.of(
                "source", "INEI, Censos Nacionales 2017",
                "zones", List.of(Map.of("code", zone, "name", "Todo el territorio")),
                "values",
                        values.entrySet().stream()
                                .map(value -> Map.of(
                                        "zone",
                                        zone,
                                        "indicator",
                                        value.getKey(),
                                        "unit",
                                        "%",
                                        "value",
                                        value.getValue()))
                                .toList());
    }
}
