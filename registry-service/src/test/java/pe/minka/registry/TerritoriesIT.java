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

    /** Changed and changed back by one of the tests. */
    private static final String PUERTO_MALDONADO = municipalitiesOf("17").get(0).substring(0, 6);

    private static final String HEADER =
            "entity,kind,name,ubigeo,region,province,district,capital,reniec,population,altitude,poverty_percent,valid_from\n";

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
        var loaded = loaded(admin, UUID.randomUUID().toString(), null);

        assertThat(loaded.job().getInt("rowsAccepted")).isEqualTo(1891);
        assertThat(differences(admin, loaded.differences()).getList("items")).isEmpty();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
        var registered = Events.published("registry", "entity-registered");
        assertThat(registered)
                .extracting(Events.Heard::subject)
                .filteredOn(subject -> !subject.equals(PUERTO_MALDONADO))
                .doesNotHaveDuplicates();
        assertThat(registered).anySatisfy(event -> {
            assertThat(event.key()).isEqualTo("300305");
            assertThat(event.body().at("/governs/0").asText()).isEqualTo("030503");
        });
    }

    @Test
    void a_list_of_municipalities_tells_once_and_for_good_what_it_changes_and_what_it_leaves_out() {
        var admin = Tokens.as("platform-admin").token();
        var known = municipalitiesOf("17");
        var first = known.get(0).split(",", -1);
        var reniec = first[8];
        var population = first[9];
        first[8] = "";
        first[9] = String.valueOf(Long.parseLong(population) + 1);
        var later = HEADER
                + String.join(",", first)
                + ",\n"
                + String.join(",\n", known.subList(1, known.size() - 1))
                + ",\n";
        var founded = later
                + "399999,DISTRICT_MUNICIPALITY,Municipalidad Nueva,170199,Madre de Dios,Tambopata,Nuevo,Nuevo,,12,200,,2026-01-01\n";

        var rehearsed = differences(admin, brought(admin, founded, true));
        assertThat(rehearsed.getBoolean("dryRun")).isTrue();
        assertThat(rehearsed.getBoolean("complete")).isTrue();
        assertThat(rehearsed.getString("items.find { it.kind == 'NEW' }.entity"))
                .isEqualTo("399999");
        given().get("/v1/entities/399999").then().statusCode(404);

        var second = brought(admin, later, false);
        var changed = differences(admin, second);
        assertThat(changed.getInt("added")).isZero();
        assertThat(changed.getList("items.findAll { it.kind == 'CHANGED' }.entity", String.class))
                .containsExactly(PUERTO_MALDONADO);
        assertThat(changed.getString("items.find { it.kind == 'CHANGED' }.before"))
                .contains(population);
        assertThat(changed.getString("items.find { it.kind == 'CHANGED' }.after"))
                .contains(first[9])
                .contains(reniec);
        assertThat(changed.getList("items.findAll { it.kind == 'GONE' }.entity", String.class))
                .containsExactly(known.get(known.size() - 1).substring(0, 6));

        var third = brought(admin, HEADER + String.join(",\n", known) + ",\n", false);
        assertThat(differences(admin, third).getInt("changed")).isEqualTo(1);
        assertThat(differences(admin, third).getInt("gone")).isZero();
        assertThat(differences(admin, second).getInt("gone")).isEqualTo(1);
        given().auth()
                .oauth2(admin)
                .get("/v1/territory-differences/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void a_value_of_the_list_of_municipalities_that_cannot_be_read_is_told_with_its_column() {
        var admin = Tokens.as("platform-admin").token();
        var line =
                "300305,DISTRICT_MUNICIPALITY,Municipalidad Distrital de Coyllurqui,030503,Apurímac,Cotabambas,Coyllurqui,Coyllurqui,030502,6427,3184,53.77,\n";
        var job = loaded(
                        admin,
                        UUID.randomUUID().toString(),
                        "/v1/imports/municipalities",
                        HEADER
                                + line.replace(",030503,", ",30503,").replace(",030502,", ",30502,")
                                + line.replace("DISTRICT_M", "TOWN_M").replace("6427", "6427.5")
                                + line.replace("53.77", "153"))
                .job();

        var rows = given().auth()
                .oauth2(admin)
                .get("/v1/imports/" + job.getString("id") + "/rows")
                .jsonPath();
        assertThat(rows.getList("items[0].errors.column", String.class)).containsExactly("ubigeo", "reniec");
        assertThat(rows.getString("items[0].errors[0].code")).isEqualTo("code-leading-zero-lost");
        assertThat(rows.getString("items[0].errors[0].detail")).contains("6");
        assertThat(rows.getList("items[1].errors.column", String.class)).containsExactly("kind", "population");
        assertThat(rows.getList("items[2].errors.column", String.class)).containsExactly("poverty_percent");
    }

    @Test
    void a_regional_government_is_registered_by_its_code_and_calls_its_process_under_a_regional_regulation() {
        var admin = Tokens.as("platform-admin").token();
        registered(admin, "990301", "030101").statusCode(201).body("governs", contains("03"));
        registered(admin, "990301", "030101").statusCode(409).body("code", equalTo("entity-exists"));
        registered(admin, "990302", "039999").statusCode(422).body("code", equalTo("seat-unknown"));
        registered(coyllurqui.token(), "990302", "030101").statusCode(403);
        registered(admin, "991501", "150101")
                .statusCode(201)
                .body("governs", contains("1501"))
                .body("validFrom", equalTo("2003-01-01"));
        given().get("/v1/territories/03").then().body("governedBy.entity", contains("990301"));
        Events.await(
                "registry",
                "entity-registered",
                body -> body.path("entity").asText().equals("990301")
                        && body.path("region").asText().equals("Apurímac"));

        var region = Town.of("990301");
        var regulation = region.regulation(
                "coyllurqui-2016.v1",
                document -> document.put("level", "REGION").remove("approvals"));
        region.call(regulation, 2027, java.util.Map.of())
                .statusCode(201)
                .body("territory", equalTo("03"))
                .body("level", equalTo("REGION"));
    }

    @Test
    void an_entity_calls_its_process_from_its_first_day_to_its_last_as_the_list_has_them() {
        var admin = Tokens.as("platform-admin").token();
        var list = HEADER.replace("valid_from", "valid_from,valid_until")
                + municipalitiesOf("17").get(0) + ",2016-04-01,2016-04-10\n";
        brought(admin, list, false);
        given().get("/v1/entities/" + PUERTO_MALDONADO)
                .then()
                .body("validFrom", equalTo("2016-04-01"))
                .body("validUntil", equalTo("2016-04-10"));
        var town = Town.of(PUERTO_MALDONADO);
        var regulation = town.regulation("coyllurqui-2016.v1");

        called(town, regulation, 2041, "2016-03-31").statusCode(422).body("code", equalTo("entity-not-valid"));
        called(town, regulation, 2041, "2016-04-01").statusCode(201);
        called(town, regulation, 2042, "2016-04-10").statusCode(201);
        called(town, regulation, 2043, "2016-04-11").statusCode(422).body("calledOn", equalTo("2016-04-11"));
    }

    private static io.restassured.response.ValidatableResponse called(
            Town town, String regulation, int year, String day) {
        return town.call(regulation, year, java.util.Map.of("calledOn", day, "territory", "170101"));
    }

    private static io.restassured.response.ValidatableResponse registered(String token, String code, String seat) {
        return given().auth()
                .oauth2(token)
                .contentType(io.restassured.http.ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(java.util.Map.of(
                        "entity",
                        code,
                        "kind",
                        "REGIONAL_GOVERNMENT",
                        "name",
                        "Gobierno Regional " + code,
                        "ubigeo",
                        seat,
                        "validFrom",
                        "2003-01-01"))
                .post("/v1/entities")
                .then();
    }

    private static String brought(String admin, String list, boolean dryRun) {
        return loaded(admin, UUID.randomUUID().toString(), "/v1/imports/municipalities?dryRun=" + dryRun, list)
                .differences();
    }

    private static io.restassured.path.json.JsonPath differences(String admin, String address) {
        return given().auth()
                .oauth2(admin)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The lines of the list that comes with the service. */
    private static java.util.List<String> municipalitiesOf(String region) {
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(
                java.util.Objects.requireNonNull(
                        TerritoriesIT.class.getClassLoader().getResourceAsStream("municipalities/municipalities.csv")),
                java.nio.charset.StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.split(",", -1)[3].startsWith(region))
                    .toList();
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
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
        given().queryParam("version", 1)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("version", equalTo(1))
                .body("values.value", hasItems("4200", "2227"));
        given().queryParam("version", 3).get(path).then().statusCode(404);
        given().queryParam("version", 0).get(path).then().statusCode(400);
        given().get(path + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items.source", contains("Padrón 2016", "Padrón 2016"));
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
        coyllurqui
                .counted()
                .body(first.replace("2001-06-15", "2005-01-01")
                        .replace(
                                "\"level\":\"BLOCK\",\"parent\":\"G1\",\"delegates\":1}]",
                                "\"level\":\"BLOCK\",\"delegates\":1}]"))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.code", contains("zone-stands-alone"))
                .body("errors[0].pointer", equalTo("/units/6/parent"))
                .body("errors[0].zone", equalTo("M3"));

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
        var gone = differences.getInt("gone");
        loaded(admin, "centres-" + UUID.randomUUID(), directory(districts.subList(0, 2), 98, -1));
        assertThat(differences(admin, second.differences()).getInt("gone")).isEqualTo(gone);
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
        return loaded(admin, key, "/v1/imports/populated-centres", centres);
    }

    private static Loaded loaded(
            String admin, String key, String address, @org.jspecify.annotations.Nullable String centres) {
        var request = given().auth().oauth2(admin).header("Idempotency-Key", key);
        var started = (centres == null
                        ? request.queryParam("source", "built-in").post("/v1/imports/municipalities")
                        : request.contentType("text/csv; charset=UTF-8")
                                .body(centres.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .post(address))
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
