package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithMinkaStack
class OrganisationCorrectionIT {

    private static final String SECRET = "Representante Secreta";

    @Inject
    EntityManager database;

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300900");
    }

    @Test
    void a_correction_keeps_what_was_before_it_and_others_hear_of_it() {
        var path = community(2016, "Comunidad Mal Escrita", 180);
        given().get(path).then().header("ETag", equalTo("\"v0\""));
        town.registrar()
                .body(statement("Comunidad Bien Escrita", 192))
                .put(path)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));

        correct(path, "v0", statement("Comunidad Bien Escrita", 192))
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .body("name", equalTo("Comunidad Bien Escrita"))
                .body("members", equalTo(192));
        correct(path, "v0", statement("Comunidad de Otra Mano", 10))
                .statusCode(412)
                .body("code", equalTo("stale-version"));
        correct(path, "v1", statement("Comunidad Bien Escrita", 192))
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""));

        given().get(path + "/corrections")
                .then()
                .statusCode(200)
                .body("items.version", contains(1))
                .body("items[0].cause", equalTo("MISREGISTERED"))
                .body("items[0].fields", contains("members", "name"))
                .body("items[0].before", equalTo(Map.of("members", "180", "name", "Comunidad Mal Escrita")))
                .body("items[0].after", equalTo(Map.of("members", "192", "name", "Comunidad Bien Escrita")));
        var told = Events.await(
                "registry",
                "organisation-registered",
                body -> path.endsWith(body.path("organisation").asText())
                        && body.path("version").asInt() == 1);
        assertThat(told.body().path("name").asText()).isEqualTo("Comunidad Bien Escrita");
    }

    @Test
    void of_registrars_who_correct_at_once_exactly_one_does() {
        var path = community(2017, "Comunidad Disputada", 1);

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> correct(path, "v0", statement("Comunidad Disputada", 100 + i))
                        .extract()
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(7);
        given().get(path + "/corrections").then().body("items.version", contains(1));
    }

    @Test
    void a_name_that_another_bears_and_an_entity_out_of_reach_are_refused_and_nothing_changes() {
        var path = community(2018, "Comunidad Primera", 5);
        community(2018, "Comunidad Segunda", 5);

        correct(path, "v0", statement("COMUNIDAD  segunda", 5))
                .statusCode(409)
                .body("code", equalTo("organisation-exists"));
        given().auth()
                .oauth2(Tokens.as("registrar").entity("300305").token())
                .contentType("application/json")
                .header("If-Match", "\"v0\"")
                .body(statement("Comunidad Ajena", 5))
                .put(path)
                .then()
                .statusCode(404);

        given().get(path).then().header("ETag", equalTo("\"v0\"")).body("name", equalTo("Comunidad Primera"));
        given().get(path + "/corrections").then().body("items", empty());
    }

    @Test
    void the_kind_by_which_agents_were_admitted_stays_while_they_are_accredited() {
        var path = community(2019, "Comité por Comunidad", 5);
        var process = path.split("/", -1)[3];
        String agent = town.accredit(process, path.substring(path.lastIndexOf('/') + 1), Town.document(), "FEMALE")
                .statusCode(201)
                .extract()
                .path("agent");
        var kitchen = new HashMap<String, Object>(statement("Comité por Comunidad", 5));
        kitchen.put("kind", "COMMUNAL_KITCHEN");

        correct(path, "v0", kitchen).statusCode(409).body("code", equalTo("organisation-has-agents"));
        correct(path, "v0", statement("Comité por Comunidad", 6)).statusCode(200);
        town.counted()
                .body(Map.of("because", "RESIGNED"))
                .post("/v1/processes/" + process + "/agents/" + agent + "/revocation")
                .then()
                .statusCode(200);

        correct(path, "v1", kitchen)
                .statusCode(200)
                .body("kind", equalTo("COMMUNAL_KITCHEN"))
                .body("sector", equalTo("CIVIL_SOCIETY"));
    }

    @Test
    void the_legal_representative_is_corrected_and_erased_and_stands_nowhere_in_public() {
        var path = community(2020, "Comunidad Representada", 5);
        var process = path.split("/", -1)[3];
        for (int i = 0; i < 2; i++) {
            town.registrar()
                    .header("If-Match", "\"v" + i + "\"")
                    .body(Map.of("names", SECRET + i, "cause", "CHANGED"))
                    .put(path + "/legal-representative")
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"v" + (i + 1) + "\""));
        }
        town.registrar()
                .get(path + "/legal-representative")
                .then()
                .statusCode(200)
                .body("names", equalTo(SECRET + 1));
        given().auth()
                .oauth2(Tokens.as("auditor").entity("300900").token())
                .get("/v1/processes/" + process + "/personal-readings")
                .then()
                .body("items.purpose", hasItem("legal-representative/" + path.substring(path.lastIndexOf('/') + 1)));
        given().auth()
                .oauth2(Tokens.as("auditor").entity("300900").token())
                .get(path + "/legal-representative")
                .then()
                .statusCode(403);
        correct(path, "v2", statement("Comunidad Representada", 6)).statusCode(200);
        town.registrar().get(path + "/legal-representative").then().body("names", equalTo(SECRET + 1));

        town.registrar()
                .header("If-Match", "\"v2\"")
                .delete(path + "/legal-representative")
                .then()
                .statusCode(412);
        town.registrar()
                .header("If-Match", "\"v3\"")
                .delete(path + "/legal-representative")
                .then()
                .statusCode(200);

        town.registrar().get(path + "/legal-representative").then().statusCode(404);
        assertThat(given().get(path + "/corrections").asString())
                .contains("legalRepresentative")
                .doesNotContain(SECRET);
        assertThat(database.createNativeQuery(
                                "select wrapped_key is null and legal_representative is null from organisation"
                                        + " where id = cast(:id as uuid)",
                                Boolean.class)
                        .setParameter("id", path.substring(path.lastIndexOf('/') + 1))
                        .getSingleResult())
                .isEqualTo(true);
    }

    private String community(int year, String name, int members) {
        var process =
                PROCESSES.computeIfAbsent(year, each -> town.process(town.regulation("coyllurqui-2016.v1"), each));
        return "/v1/processes/" + process + "/organisations/"
                + town.counted()
                        .body(Map.of("name", name, "kind", "PEASANT_COMMUNITY", "members", members))
                        .post("/v1/processes/" + process + "/organisations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("organisation");
    }

    private static final Map<Integer, String> PROCESSES = new HashMap<>();

    private static Map<String, Object> statement(String name, int members) {
        return Map.of("name", name, "kind", "PEASANT_COMMUNITY", "members", members, "cause", "MISREGISTERED");
    }

    private ValidatableResponse correct(String path, String version, Map<String, ?> statement) {
        return town.registrar()
                .header("If-Match", "\"" + version + "\"")
                .body(statement)
                .put(path)
                .then();
    }
}
