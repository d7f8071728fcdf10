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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    void indicators_that_no_event_could_tell_whole_are_refused_and_not_stored() {
        var zones = IntStream.range(0, 500)
                .mapToObj(zone -> "{\"code\":\"Z" + zone + "\",\"name\":\"Zona " + zone + "\"}")
                .collect(Collectors.joining(","));
        var values = IntStream.range(0, 20_000)
                .mapToObj(value -> "{\"zone\":\"Z" + value % 500 + "\",\"indicator\":\"INDICATOR_" + value / 500
                        + "\",\"unit\":\"inhabitants\",\"value\":\"" + value + "\"}")
                .collect(Collectors.joining(","));
        var path = "/v1/entities/300305/indicators/zones-2016/2018";

        coyllurqui
                .registrar()
                .body("{\"source\":\"Padrón\",\"zones\":[" + zones + "],\"values\":[" + values + "]}")
                .put(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("indicators-too-large"));
        given().get(path).then().statusCode(404);
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

    @Test
    void the_94_922_populated_centres_load_within_seconds_and_a_later_list_shows_what_it_changes() {
        var admin = Tokens.as("platform-admin").token();
        var districts = districts();
        var before = Instant.now();
        loaded(admin, UUID.randomUUID().toString(), null);
        var first = loaded(admin, "centres-" + UUID.randomUUID(), directory(districts, 94_922, -1));
        var took = Duration.between(before, Instant.now());

        assertThat(first.job().getInt("rowsAccepted")).isEqualTo(94_922);
        // the promise is 20 seconds; three times that, so that a busy machine does not fail the build
        assertThat(took).as("with the municipalities").isLessThan(Duration.ofSeconds(60));
        org.jboss.logging.Logger.getLogger(TerritoriesIT.class)
                .infof("94,922 populated centres and the municipalities in %d ms", took.toMillis());
        given().queryParam("limit", 2)
                .get("/v1/territories/010101/populated-centres")
                .then()
                .statusCode(200)
                .body("items.code", contains("0101010001", "0101010002"))
                .body("items[0].area", equalTo("RURAL"))
                .body("next", org.hamcrest.Matchers.notNullValue());

        var second = loaded(admin, "centres-" + UUID.randomUUID(), directory(districts.subList(0, 2), 60, 7));
        var differences = given().auth()
                .oauth2(admin)
                .get(second.differences())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(differences.getList("items.findAll { it.kind == 'CHANGED' }.code", String.class))
                .containsExactly("0101020004");
        assertThat(differences.getString("items.find { it.kind == 'CHANGED' }.after"))
                .startsWith("Otro nombre");
        assertThat(differences.getInt("gone"))
                .isEqualTo(differences.getList("goneCodes").size())
                .isPositive();
        assertThat(given().auth()
                        .oauth2(admin)
                        .get(first.differences())
                        .jsonPath()
                        .getInt("added"))
                .isLessThanOrEqualTo(94_922);
    }

    @Test
    void a_centre_of_an_unknown_district_or_without_its_leading_zero_is_refused_with_a_hint() {
        var admin = Tokens.as("platform-admin").token();
        var refused = loaded(
                        admin,
                        "faulty-" + UUID.randomUUID(),
                        "\uFEFFUBIGEO;CODCCPP;CEN_POB;POB\n;9901010001;Nowhere;3\n;803060001;Limatambo;1830,0\n080306;0803070001;Otro;-1\n")
                .job();

        assertThat(refused.getInt("rowsRefused")).isEqualTo(3);
        var rows = given().auth()
                .oauth2(admin)
                .get("/v1/imports/" + refused.getString("id") + "/rows")
                .jsonPath();
        assertThat(rows.getList("items.errors[0].code", String.class).stream()
                        .map(String::valueOf)
                        .toList())
                .isNotEmpty();
        assertThat(rows.getString("items[0].errors[0].code")).isEqualTo("district-unknown");
        assertThat(rows.getString("items[1].errors[0].code")).isEqualTo("code-leading-zero-lost");
        assertThat(rows.getString("items[2].errors[0].column")).isEqualTo("pob");
    }

    @Test
    void codes_are_translated_and_never_taken_for_each_other() {
        given().get("/v1/territory-codes/RENIEC/030502")
                .then()
                .statusCode(200)
                .body("inei", equalTo("030503"))
                .body("name", equalTo("Coyllurqui"));
        given().get("/v1/territory-codes/INEI/030503").then().body("reniec", equalTo("030502"));
        given().get("/v1/territory-codes/RENIEC/140136").then().body("inei", equalTo("150133"));
        given().get("/v1/territory-codes/RENIEC/999999").then().statusCode(404);
        given().get("/v1/territory-codes/RENIEC/15013").then().statusCode(400);
    }

    private record Loaded(io.restassured.path.json.JsonPath job, String differences) {}

    private static Loaded loaded(String admin, String key, @org.jspecify.annotations.Nullable String centres) {
        var request = given().auth().oauth2(admin).header("Idempotency-Key", key);
        var started = (centres == null
                        ? request.queryParam("source", "built-in").post("/v1/imports/municipalities")
                        : request.contentType("text/csv; charset=UTF-8")
                                .body(centres.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .post("/v1/imports/populated-centres"))
                .then()
                .statusCode(202)
                .extract();
        var link = String.valueOf(started.header("Link"));
        return new Loaded(
                Town.followed(started.header("Location"), admin),
                link.startsWith("<") ? link.substring(1, link.indexOf('>')) : "");
    }

    private static java.util.List<String> districts() {
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(
                java.util.Objects.requireNonNull(
                        TerritoriesIT.class.getClassLoader().getResourceAsStream("municipalities/municipalities.csv")),
                java.nio.charset.StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1)[3])
                    .sorted()
                    .toList();
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** @param renamed number of the line whose name is another; none where negative */
    private static String directory(java.util.List<String> districts, int rows, int renamed) {
        var csv = new StringBuilder("ubigeo;codccpp;nombdep;cen_pob;categoria;area;pob;altitud;x;y\n");
        for (int i = 0; i < rows; i++) {
            var district = districts.get(i % districts.size());
            csv.append(district)
                    .append(';')
                    .append(district)
                    .append(String.format("%04d", i / districts.size() + 1))
                    .append(";IGNORADO;")
                    .append(i == renamed ? "Otro nombre" : "Centro poblado " + (i / districts.size() + 1))
                    .append(";CASERÍO;RURAL;120.0;3184,4;-72,43;-13,86\n");
        }
        return csv.toString();
    }
}
