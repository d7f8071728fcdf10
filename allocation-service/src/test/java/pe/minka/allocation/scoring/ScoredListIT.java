package pe.minka.allocation.scoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class ScoredListIT {

    private static final String WALL = "b5c9d3e7-1f40-4e81-96ca-405f6e7d8711";
    private static final String SCHOOL = "b5c9d3e7-1f40-4e81-96ca-405f6e7d8712";
    private static final String PARK = "b5c9d3e7-1f40-4e81-96ca-405f6e7d8713";

    @Test
    @Tag("VES-37")
    void each_project_is_scored_by_the_four_criteria_and_the_sum_selects() {
        var scene = scored();
        var envelope = scene.declareEnvelope("100.00");

        String list = record(
                        scene,
                        project(SCHOOL, "60.00", 10, 20, 0, 25),
                        project(WALL, "60.00", 20, 25, 15, 10),
                        project(PARK, "40.00", 0, 0, 5, 0))
                .statusCode(201)
                .body("projects.proposal", contains(WALL, SCHOOL, PARK))
                .body("projects.total", contains(70, 55, 5))
                .body("projects[0].points.ENVIRONMENT", equalTo(15))
                .extract()
                .path("scoredList");

        scene.select(UUID.fromString(list), envelope)
                .statusCode(201)
                .body("method.utility", equalTo("score"))
                .body("selected.proposal", contains(WALL, PARK))
                .body("selected[0].reason.text.es", equalTo("Elegido en el puesto 1 con 70 puntos."))
                .body("notSelected[0].reason.text.en", containsString("55 points"));
    }

    @Test
    void points_beyond_a_maximum_missing_or_unknown_are_each_named_and_nothing_is_kept() {
        var scene = scored();

        record(
                        scene,
                        project(WALL, "60.00", 26, 25, 15, 10),
                        project(SCHOOL, "0.00", 10, 20, 0, 25).replace("COFINANCING", "BEAUTY"))
                .statusCode(422)
                .body("code", equalTo("scored-list-unsound"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/projects/0/points/COFINANCING",
                                "/projects/1/cost",
                                "/projects/1/points/BEAUTY",
                                "/projects/1/points/COFINANCING"));
    }

    @Test
    void a_rule_that_needs_voters_cannot_rank_a_list_without_any() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        regulation.set("scoring", Scene.regulation("villa-el-salvador-2001.v2").get("scoring"));
        ((ObjectNode) regulation.get("selection")).put("rule", "equal-shares");
        var scene = Scene.called(regulation);
        var envelope = scene.declareEnvelope("100.00");
        String list =
                record(scene, project(WALL, "60.00", 1, 1, 1, 1)).extract().path("scoredList");

        scene.select(UUID.fromString(list), envelope).statusCode(422).body("code", equalTo("selection-method-unknown"));
        var bare = Scene.under("coyllurqui-2016.v1");
        record(bare, project(WALL, "60.00", 1, 1, 1, 1))
                .statusCode(422)
                .body("code", equalTo("scoring-not-in-regulation"));
    }

    private static Scene scored() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        regulation.set("scoring", Scene.regulation("villa-el-salvador-2001.v2").get("scoring"));
        return Scene.called(regulation);
    }

    private static ValidatableResponse record(Scene scene, String... projects) {
        return Scene.budgetOfficer()
                .body("{\"title\":\"Matriz\",\"approvedBy\":\"Acta 4\",\"approvedOn\":\"2004-07-20\",\"projects\":["
                        + String.join(",", projects) + "]}")
                .post(scene.path("scored-lists"))
                .then();
    }

    private static String project(String id, String cost, int shared, int poverty, int environment, int people) {
        return """
                {"proposal":"%s","title":"Proyecto","objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601","cost":%s,"points":
                {"COFINANCING":%d,"POVERTY_ALLEVIATION":%d,"ENVIRONMENT":%d,"BENEFICIARIES":%d}}""".formatted(id, Scene.soles(cost), shared, poverty, environment, people);
    }
}
