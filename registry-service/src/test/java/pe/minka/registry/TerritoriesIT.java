package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithMinkaStack
class TerritoriesIT {

    private Town coyllurqui;

    @BeforeEach
    void town() {
        coyllurqui = Town.of("300305");
    }

    @Test
    void peru_has_196_provincial_and_1695_district_municipalities() {
        assertThat(count("PROVINCIAL_MUNICIPALITY")).isEqualTo(196);
        assertThat(count("DISTRICT_MUNICIPALITY")).isEqualTo(1695);
    }

    private static int count(String kind) {
        var codes = new HashSet<String>();
        String cursor = null;
        do {
            var request = given().queryParam("kind", kind).queryParam("limit", 200);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/entities")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            codes.addAll(page.getList("items.entity", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        return codes.size();
    }

    @Test
    @Tag("ANT-01")
    void the_province_of_anta_has_nine_districts_and_its_capital_is_governed_by_the_provincial_municipality() {
        given().get("/v1/territories/0803")
                .then()
                .statusCode(200)
                .body("name", equalTo("Anta"))
                .body("governedBy.entity", contains("300699"))
                .body("parts", hasSize(9))
                .body("parts.findAll { it.capitalDistrict }.ubigeo", contains("080301"));
        given().get("/v1/territories/080301")
                .then()
                .body("governedBy.name", contains("Municipalidad Provincial de Anta"));
        given().queryParam("ubigeo", "0803")
                .get("/v1/entities")
                .then()
                .body("items", hasSize(9))
                .body("items.find { it.entity == '300699' }.governs", contains("0803", "080301"));
    }

    @Test
    void names_repeat_and_codes_do_not() {
        given().get("/v1/territories/020604").then().body("name", equalTo("Anta"));
        given().get("/v1/territories/080301").then().body("name", equalTo("Anta"));
        given().get("/v1/territories/030503")
                .then()
                .body("reniec", equalTo("030502"))
                .body("population", equalTo(6427))
                .body("governedBy.entity", contains("300305"));
        given().get("/v1/territories/990101").then().statusCode(404);
        given().get("/v1/territories/3").then().statusCode(404);
    }

    @Test
    void loading_the_municipalities_again_takes_seconds_and_changes_nothing() {
        var admin = Tokens.as("platform-admin").token();
        var before = Instant.now();
        var job = Town.followed(
                given().auth()
                        .oauth2(admin)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .queryParam("source", "built-in")
                        .post("/v1/imports/municipalities")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"),
                admin);

        assertThat(job.getInt("rowsAccepted")).isEqualTo(1891);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
        var registered = Events.published("registry", "entity-registered");
        assertThat(registered).extracting(Events.Heard::subject).doesNotHaveDuplicates();
        assertThat(registered).anySatisfy(event -> {
            assertThat(event.key()).isEqualTo("300305");
            assertThat(event.body().at("/governs/0").asText()).isEqualTo("030503");
        });
    }

    @Test
    void only_a_platform_admin_loads_municipalities() {
        given().auth()
                .oauth2(coyllurqui.token())
                .header("Idempotency-Key", "x")
                .queryParam("source", "built-in")
                .post("/v1/imports/municipalities")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }

    @Test
    @Tag("ANT-02")
    void indicators_have_value_unit_source_and_year_and_each_publication_is_a_version() {
        var path = "/v1/entities/300305/indicators/zones-2016/2016";
        var sheet = """
                {"source":"Padrón 2016","zones":[{"code":"Z1","name":"Coyllurqui"},{"code":"Z2","name":"Pfaco"}],
                 "values":[{"zone":"Z1","indicator":"POPULATION","unit":"inhabitants","value":"4200"},
                           {"zone":"Z2","indicator":"POPULATION","unit":"inhabitants","value":"2227"}]}""";

        coyllurqui
                .registrar()
                .body(sheet)
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .header("ETag", "\"v1\"");
        coyllurqui.registrar().body(sheet).put(path).then().statusCode(428);
        coyllurqui
                .registrar()
                .header("If-Match", "\"v1\"")
                .body(sheet.replace("2227", "2230"))
                .put(path)
                .then()
                .body("version", equalTo(2));
        coyllurqui
                .registrar()
                .header("If-Match", "\"v1\"")
                .body(sheet)
                .put(path)
                .then()
                .statusCode(412);
        given().get(path).then().body("values.value", hasItems("4200", "2230")).body("source", equalTo("Padrón 2016"));
        var published = Events.await(
                "registry",
                "indicators-published",
                body -> body.path("entity").asText().equals("300305")
                        && body.path("version").asInt() == 2);
        assertThat(published.body().at("/values/1/value").asText()).isEqualTo("2230");

        coyllurqui
                .registrar()
                .body(sheet.replace("\"zone\":\"Z2\"", "\"zone\":\"Z9\""))
                .put("/v1/entities/300305/indicators/zones-2016/2017")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/values/1/zone"));
        coyllurqui
                .registrar()
                .body(sheet)
                .put("/v1/entities/300306/indicators/zones-2016/2016")
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("VES-08")
    @Tag("VES-59")
    void each_neighbourhood_lies_in_one_section_on_each_date_and_electors_follow_from_the_levels() {
        var path = "/v1/entities/300305/zone-maps/sections";
        var first = """
                {"effectiveFrom":"2001-06-15","act":"Ordenanza 1","units":[
                 {"code":"S1","name":"Sección 1","level":"SECTION","delegates":0},{"code":"S2","name":"Sección 2","level":"SECTION","delegates":0},
                 {"code":"G1","name":"Grupo 1","level":"SECTOR","parent":"S1","delegates":2},{"code":"G2","name":"Grupo 2","level":"SECTOR","parent":"S1","delegates":2},
                 {"code":"M1","name":"Manzana 1","level":"BLOCK","parent":"G1","delegates":1},{"code":"M2","name":"Manzana 2","level":"BLOCK","parent":"G1","delegates":1},
                 {"code":"M3","name":"Manzana 3","level":"BLOCK","parent":"G1","delegates":1}]}""";
        var second = first.replace("2001-06-15", "2004-01-01")
                .replace(
                        "\"code\":\"G2\",\"name\":\"Grupo 2\",\"level\":\"SECTOR\",\"parent\":\"S1\"",
                        "\"code\":\"G2\",\"name\":\"Grupo 2\",\"level\":\"SECTOR\",\"parent\":\"S2\"");

        coyllurqui
                .counted()
                .body(first)
                .post(path)
                .then()
                .statusCode(201)
                .body("electors", equalTo(java.util.Map.of("S1", 4, "G1", 3)));
        coyllurqui.counted().body(first).post(path).then().statusCode(409).body("code", equalTo("zone-map-exists"));
        coyllurqui.counted().body(second).post(path).then().statusCode(201);
        coyllurqui
                .counted()
                .body(first.replace("2001-06-15", "2005-01-01").replace("\"code\":\"M3\"", "\"code\":\"M1\""))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.code", contains("zone-twice"));

        given().queryParam("on", "2003-12-31")
                .get(path)
                .then()
                .body("map.units.find { it.code == 'G2' }.parent", equalTo("S1"));
        given().queryParam("on", "2004-01-01")
                .get(path)
                .then()
                .body("map.units.find { it.code == 'G2' }.parent", equalTo("S2"))
                .body("electors", equalTo(java.util.Map.of("S1", 2, "S2", 2, "G1", 3)))
                .body("delegatesByLevel.BLOCK", equalTo(3));
        given().queryParam("on", "2000-01-01").get(path).then().statusCode(404);
    }
}
