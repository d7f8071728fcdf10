package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithMinkaStack
class RegulationIT {

    private static final Map<String, String> IN_2019 = Map.of("calledOn", "2019-04-01");

    private Town villaElSalvador;

    @BeforeEach
    void town() {
        villaElSalvador = Town.of("301291");
    }

    @Test
    void of_those_who_publish_a_first_text_at_once_one_does_and_the_others_hear_that_it_exists() {
        for (int round = 0; round < 4; round++) {
            var document = Ordinances.document("coyllurqui-2016.v1");
            var identifier = "at-once-" + round + "-" + System.nanoTime();
            document.put("identifier", identifier).remove("version");
            var answers = IntStream.range(0, 6)
                    .parallel()
                    .mapToObj(i -> villaElSalvador
                            .registrar()
                            .header("If-None-Match", "*")
                            .body(document.toString())
                            .put("/v1/regulations/" + identifier)
                            .statusCode())
                    .toList();

            assertThat(answers)
                    .containsOnlyOnce(201)
                    .filteredOn(code -> code == 412)
                    .hasSize(5);
        }
    }

    @Test
    void a_channel_of_the_call_keeps_its_commas() {
        var regulation = villaElSalvador.regulation("coyllurqui-2016.v1");
        String process = villaElSalvador
                .call(regulation, 2027, Map.of("channels", List.of("Radio Stereo Villa, 101.7 FM", "Carta")))
                .statusCode(201)
                .extract()
                .path("process");

        given().get("/v1/processes/" + process)
                .then()
                .body("channels", contains("Radio Stereo Villa, 101.7 FM", "Carta"));
        villaElSalvador
                .call(regulation, 2028, Map.of("channels", List.of("Radio\nStereo")))
                .statusCode(201)
                .body("channels", contains("Radio Stereo"));
    }

    @Test
    @Tag("ANT-12")
    void a_process_keeps_the_text_it_was_called_under() {
        var regulation = villaElSalvador.regulation("ocongate-2020.v1", RegulationIT::withItsOrdinance);
        String first = villaElSalvador
                .call(regulation, 2020, IN_2019)
                .statusCode(201)
                .extract()
                .path("process");
        var changed = Ordinances.document("ocongate-2020.v1");
        withItsOrdinance(changed);
        changed.put("identifier", regulation).remove("version");
        ((ObjectNode) changed.path("participation")).put("alternatesVote", false);

        villaElSalvador
                .registrar()
                .body(changed.toString())
                .put("/v1/regulations/" + regulation)
                .then()
                .statusCode(428);
        villaElSalvador
                .registrar()
                .header("If-Match", "\"v1\"")
                .body(changed.toString())
                .put("/v1/regulations/" + regulation)
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("versions", contains(1, 2));
        villaElSalvador
                .registrar()
                .header("If-Match", "\"v2\"")
                .body(changed.toString())
                .put("/v1/regulations/" + regulation)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        String second = villaElSalvador
                .call(regulation, 2021, IN_2019)
                .statusCode(201)
                .extract()
                .path("process");

        given().get("/v1/processes/" + first).then().body("regulation.version", equalTo(1));
        given().get("/v1/processes/" + second).then().body("regulation.version", equalTo(2));
        given().get("/v1/regulations/" + regulation + "/versions/1?view=effective")
                .then()
                .body("document.participation.alternatesVote", equalTo(true))
                .body("document.basedOnVersion", equalTo(2));
        var published = Events.await(
                "registry",
                "regulation-published",
                body -> body.path("regulation").asText().equals(regulation)
                        && body.path("version").asInt() == 2);
        assertThat(published.body().at("/document/committees/VIGILANCE/members").asInt())
                .as("a default of the norm")
                .isEqualTo(4);
    }

    private static void withItsOrdinance(ObjectNode document) {
        document.putObject("ordinance")
                .put("kind", "ORDINANCE")
                .put("number", "010-2019")
                .put("date", "2019-03-01");
    }

    @Test
    void faults_of_form_come_with_their_places_all_at_once() {
        var document = Ordinances.document("coyllurqui-2016.v1");
        document.put("identifier", "town-faulty").remove("title");
        ((ObjectNode) document.path("share")).put("percent", "140");

        put("town-faulty", document)
                .statusCode(422)
                .body("code", equalTo("regulation-malformed"))
                .body("errors.pointer", contains("/share/percent", "/title"));
    }

    @Test
    void what_the_national_norm_does_not_leave_to_an_ordinance_is_refused_with_the_article() {
        var document = Ordinances.document("coyllurqui-2016.v1");
        document.put("identifier", "town-bold");
        ((ObjectNode) document.at("/committees/VIGILANCE")).put("members", 3);
        ((ObjectNode) document.at("/committees/VIGILANCE"))
                .putArray("posts")
                .add("PRESIDENT")
                .add("SECRETARY")
                .add("MEMBER");
        ((ObjectNode) document.path("participation")).put("weightedVotes", true);

        put("town-bold", document)
                .statusCode(422)
                .body("code", equalTo("regulation-outside-the-norm"))
                .body("errors", hasSize(2))
                .body("errors.law", hasItem(containsString("Instructivo 001-2010")))
                .body("errors[0].detail", startsWith("La norma pide"));
    }

    private io.restassured.response.ValidatableResponse put(String identifier, ObjectNode document) {
        return villaElSalvador
                .registrar()
                .header("If-None-Match", "*")
                .body(document.toString())
                .put("/v1/regulations/" + identifier)
                .then();
    }

    @Test
    void the_national_norms_are_there_from_the_start_and_only_the_platform_admin_adds_one() {
        given().get("/v1/regulations/national-2009").then().statusCode(200).body("versions", contains(1, 2, 3));
        given().get("/v1/regulations/national-2003/versions/1").then().statusCode(200);
        given().auth()
                .oauth2(Tokens.as("registrar").entity("301291").token())
                .header("If-Match", "\"v3\"")
                .contentType("application/json")
                .body(Ordinances.document("national-2009.v3").toString())
                .put("/v1/regulations/national-2009")
                .then()
                .statusCode(404);
        given().get("/v1/schemas/regulation")
                .then()
                .statusCode(200)
                .body("$id", equalTo("urn:minka:schema:regulation:v1"));
    }

    @Test
    @Tag("NAT-30")
    void a_call_binds_the_norm_in_force_on_its_day() {
        villaElSalvador
                .call("national-2009", 2010, Map.of("calledOn", "2009-06-23"))
                .statusCode(422)
                .body("code", equalTo("regulation-not-in-force"));
        villaElSalvador
                .call("national-2009", 2010, Map.of("calledOn", "2009-06-24"))
                .statusCode(201)
                .body("regulation.version", equalTo(1));
        villaElSalvador
                .call("national-2009", 2011, Map.of("calledOn", "2010-06-23"))
                .statusCode(201)
                .body("regulation.version", equalTo(2));
        villaElSalvador
                .call("national-2003", 2009, Map.of("calledOn", "2009-06-23"))
                .statusCode(201)
                .body("phases", hasSize(6));
        villaElSalvador
                .call("national-2003", 2012, Map.of("calledOn", "2009-06-24"))
                .statusCode(422);
    }

    @Test
    @Tag("VES-43")
    @Tag("VES-26")
    @Tag("VES-23")
    void a_call_without_ordinance_team_or_responsible_unit_is_refused_with_all_that_is_missing() {
        var regulation = villaElSalvador.regulation(
                "villa-el-salvador-2001.v2",
                document -> ((ObjectNode) document.at("/phases/0")).remove("responsibleUnit"));

        villaElSalvador
                .call(regulation, 2016, Map.of())
                .statusCode(409)
                .body("code", equalTo("call-incomplete"))
                .body("errors.requires", contains("TECHNICAL_TEAM_CONSTITUTED", "RESPONSIBLE_UNIT_NAMED"));

        villaElSalvador
                .counted()
                .body(Map.of(
                        "kind", "TECHNICAL_TEAM",
                        "act", "Resolución de Alcaldía 100-2016",
                        "seats", List.of(Map.of("post", "CHAIR", "name", "Gerente de Planeamiento"))))
                .post("/v1/entities/301291/bodies")
                .then()
                .statusCode(201);
        villaElSalvador
                .call(regulation, 2016, Map.of("responsibleUnits", Map.of("BUDGET_ASSIGNMENT", "Concejo municipal")))
                .statusCode(201)
                .body("phases", hasSize(6))
                .body("phases[0].responsibleUnit", equalTo("Concejo municipal"));
    }

    @Test
    void a_text_is_compared_with_the_one_before_and_a_first_one_with_its_norm() {
        var regulation = villaElSalvador.regulation("coyllurqui-2016.v1");
        given().get("/v1/regulations/" + regulation + "/comparison")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("es"))
                .body("before", equalTo(Map.of("regulation", "national-2009", "version", 2)))
                .body("changes.find { it.pointer == '/convocation/noticeDays' }.from", equalTo(3))
                .body("changes.find { it.pointer == '/convocation/noticeDays' }.stricter", equalTo("AFTER"));
        var next = Ordinances.document("coyllurqui-2016.v1");
        next.put("identifier", regulation).remove("version");
        ((ObjectNode) next.path("convocation")).put("noticeDays", 5);
        villaElSalvador
                .registrar()
                .header("If-Match", "\"v1\"")
                .body(next.toString())
                .put("/v1/regulations/" + regulation)
                .then()
                .statusCode(201);

        given().header("Accept", "text/plain")
                .header("Accept-Language", "en")
                .get("/v1/regulations/" + regulation + "/comparison")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("Notice: from 7 days to 5 days"))
                .body(containsString("The old text is stricter."))
                .body(containsString("Changes: 1."));
        given().get("/v1/regulations/national-2003/comparison")
                .then()
                .statusCode(422)
                .body("code", equalTo("nothing-to-compare"));
        given().queryParam("with", "national-2003")
                .get("/v1/regulations/national-2009/comparison?version=1")
                .then()
                .statusCode(200)
                .body("changes.pointer", hasItem("/phases"));
    }

    @Test
    void an_ordinance_answers_for_a_plan_rule_by_rule_and_stores_nothing() {
        var regulation = villaElSalvador.regulation("coyllurqui-2016.v1");
        villaElSalvador
                .registrar()
                .header("Accept-Language", "es")
                .body(
                        "{\"convocation\":{\"noticeGivenOn\":\"2016-04-04\",\"heldOn\":\"2016-04-09\",\"channels\":[\"RADIO\",\"LETTER\"]},"
                                + "\"envelope\":{\"budget\":{\"amount\":\"10.00\",\"currency\":\"PEN\"},\"envelope\":{\"amount\":\"10.00\",\"currency\":\"PEN\"}}}")
                .post("/v1/regulations/" + regulation + "/simulations")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("REFUSE"))
                .body("findings[0].text", startsWith("Anticipación: hay 5 días, se exige 7 días. Se rechaza ("))
                .body("findings.find { it.subject == 'envelope' }.verdict", equalTo("PASS"));
        villaElSalvador
                .registrar()
                .body("{\"proposal\":{\"cost\":{\"amount\":\"2999999.99\",\"currency\":\"PEN\"},\"provinces\":2}}")
                .post("/v1/regulations/national-2009/simulations?level=REGION&on=2016-03-21")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("findings.verdict", contains("REFUSE", "PASS"))
                .body("findings[0].text", containsString("S/ 3,000,000.00"))
                .body("findings[0].law", containsString("DS 132-2010-EF"));
        villaElSalvador
                .registrar()
                .body("{}")
                .post("/v1/regulations/" + regulation + "/simulations")
                .then()
                .statusCode(422)
                .body("code", equalTo("simulation-empty"));
        villaElSalvador
                .registrar()
                .body("{\"closing\":{\"phase\":\"HARVEST\",\"records\":{}}}")
                .post("/v1/regulations/" + regulation + "/simulations")
                .then()
                .statusCode(422)
                .body("code", equalTo("simulation-unknown"));
    }

    @Test
    @Tag("NAT-30")
    void the_template_of_a_day_says_what_it_leaves_to_an_ordinance() {
        given().get("/v1/national-template?on=2009-06-23").then().body("regulation", equalTo("national-2003"));
        given().header("Accept-Language", "es")
                .get("/v1/national-template?on=2010-06-22&level=REGION")
                .then()
                .statusCode(200)
                .body("regulation", equalTo("national-2009"))
                .body("version", equalTo(1))
                .body("limits.find { it.pointer == '/committees/VIGILANCE/members' }.allowed", equalTo("al menos 4"))
                .body("limits.pointer", hasItem("/phases"))
                .body("document.approvals.approval", hasItem("REGIONAL_COUNCIL"));
        given().get("/v1/national-template?on=2020-05-10").then().body("version", equalTo(3));
        given().get("/v1/national-template?on=1990-01-01").then().statusCode(404);
        given().header("Accept-Language", "es")
                .get("/v1/schemas/regulation")
                .then()
                .body("properties.quorum.title", equalTo("Quórum"));
    }

    @Test
    void ocongate_is_called_as_its_document_is_shipped() {
        villaElSalvador
                .call(villaElSalvador.regulation("ocongate-2020.v1"), 2024, IN_2019)
                .statusCode(201);
    }
}
