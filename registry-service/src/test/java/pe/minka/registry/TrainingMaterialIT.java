package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithMinkaStack
class TrainingMaterialIT {

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300902");
    }

    @Test
    @Tag("COY-56")
    void a_material_says_its_language_its_file_and_for_which_culture_who_validated_it() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2016);
        var path = "/v1/processes/" + process + "/training-materials";
        var guide = added(path, material("qu", "a".repeat(64)));
        added(path, material("es", "b".repeat(64)));
        town.counted()
                .body(material("qu", "a".repeat(64)))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("training-material-exists"));
        for (Map<String, ?> unclear : List.<Map<String, ?>>of(
                Map.of("culture", "Quechua", "on", "2016-02-20"),
                Map.of("culture", "Quechua", "on", "2016-02-20", "body", "Federación", "capacity", "ELDER"))) {
            town.counted()
                    .body(unclear)
                    .post(path + "/" + guide + "/validations")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("validator-unclear"));
        }
        town.counted()
                .body(Map.of("culture", "Quechua", "on", "2999-02-20", "capacity", "ELDER"))
                .post(path + "/" + guide + "/validations")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-ahead"));
        for (int twice = 0; twice < 2; twice++) {
            town.counted()
                    .body(Map.of("culture", "Quechua Cusco-Collao", "on", "2016-02-20", "body", "Federación Campesina"))
                    .post(path + "/" + guide + "/validations")
                    .then()
                    .statusCode(200);
        }
        town.counted()
                .body(Map.of("culture", "Quechua Cusco-Collao", "on", "2016-02-21", "capacity", "INTERPRETER"))
                .post(path + "/" + guide + "/validations")
                .then()
                .statusCode(200);

        given().queryParam("language", "qu")
                .get(path)
                .then()
                .statusCode(200)
                .body("items.material", contains(guide))
                .body("items[0].file.bytes", equalTo(482113))
                .body("items[0].validations.on", contains("2016-02-20", "2016-02-21"))
                .body("items[0].validations[0].body", equalTo("Federación Campesina"))
                .body("items[0].validations[1].capacity", equalTo("INTERPRETER"))
                .body("items[0].validations[1]", not(hasKey("body")));
        given().get(path).then().body("items.language", containsInAnyOrder("qu", "es"));
        given().auth()
                .oauth2(Tokens.as("facilitator").entity("300305").token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(material("qu", "c".repeat(64)))
                .post(path)
                .then()
                .statusCode(404);
    }

    @Test
    void a_session_names_the_materials_it_used_and_knows_no_others() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2017);
        var other = town.process(town.regulation("coyllurqui-2016.v1"), 2018);
        var game = new HashMap<>(material("qu", ""));
        game.remove("file");
        game.put("kind", "GAME");
        var used = added("/v1/processes/" + process + "/training-materials", game);
        var foreign = added("/v1/processes/" + other + "/training-materials", game);

        town.counted()
                .body(session(List.of(used, foreign)))
                .post("/v1/processes/" + process + "/trainings")
                .then()
                .statusCode(422)
                .body("code", equalTo("materials-unknown"))
                .body("errors.pointer", contains("/materials/1"));
        given().get("/v1/processes/" + process + "/trainings").then().body("items", empty());
        town.counted()
                .body(session(List.of(used, used)))
                .post("/v1/processes/" + process + "/trainings")
                .then()
                .statusCode(201)
                .body("materials", contains(used));

        given().get("/v1/processes/" + process + "/trainings").then().body("items[0].materials", contains(used));
        given().get("/v1/processes/" + process + "/training-materials/" + used)
                .then()
                .body("usedIn", equalTo(1))
                .body("$", not(hasKey("file")));
    }

    private String added(String path, Map<String, ?> material) {
        return town.counted()
                .body(material)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("material");
    }

    private static Map<String, Object> material(String language, String sha256) {
        return Map.of(
                "title",
                "Imaynatam qullqi rakinakun",
                "topics",
                List.of("PB_CONCEPT_AND_PHASES"),
                "kind",
                "GUIDE",
                "language",
                language,
                "file",
                Map.of("sha256", sha256, "mediaType", "application/pdf", "bytes", 482113));
    }

    private static Map<String, Object> session(List<String> materials) {
        return Map.of(
                "title",
                "Conceptos y fases",
                "topics",
                List.of("PB_CONCEPT_AND_PHASES"),
                "heldOn",
                "2016-03-28",
                "language",
                "qu",
                "materials",
                materials);
    }
}
