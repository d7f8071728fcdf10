package pe.minka.allocation.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithMinkaStack
class PlanTreeIT {

    private static final String HUMAN = "a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7600";
    private static final String SERVICES = "a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601";

    @Test
    @Tag("COY-07")
    void an_objective_shows_its_alignment_chain_and_the_gap_in_it() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        ((ObjectNode) regulation.get("plan"))
                .putArray("alignment")
                .add("REGIONAL")
                .add("SECTOR")
                .add("NATIONAL");
        var scene = Scene.called(regulation);

        record(scene, node(HUMAN, null, aligned("NATIONAL")), node(SERVICES, HUMAN, aligned("REGIONAL")))
                .statusCode(201);

        Scene.read(scene.path("plan-trees/current"))
                .body("asked", contains("REGIONAL", "SECTOR", "NATIONAL"))
                .body("objectives[1].chain.level", contains("REGIONAL", "NATIONAL"))
                .body("objectives[1].gaps", contains("SECTOR"))
                .body("objectives[0].gaps", contains("REGIONAL", "SECTOR"))
                .body("objectives.leaf", contains(false, true));
    }

    @Test
    @Tag("SJM-07")
    void a_project_that_is_no_leaf_of_the_plan_tree_is_refused() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("500000.00");
        var round = scene.tallied();
        record(scene, node(SERVICES, null, ""), node(HUMAN, SERVICES, "")).statusCode(201);

        scene.select(round, envelope)
                .statusCode(422)
                .body("code", equalTo("projects-outside-the-plan"))
                .body("errors.code", hasItem("objective-no-leaf"));
        record(scene, node(HUMAN, null, ""), node(SERVICES, HUMAN, ""))
                .statusCode(201)
                .body("sequence", equalTo(2));
        scene.select(round, envelope).statusCode(201);
    }

    @Test
    @Tag("VES-38")
    void a_project_without_an_objective_of_the_plan_is_neither_voted_on_nor_selected() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("500000.00");
        var event = Examples.event("workshop", "round-tallied");
        ((ObjectNode) event.at("/tallies/1")).putNull("objective");

        scene.select(scene.tallied(event), envelope)
                .statusCode(422)
                .body("errors.code", contains("objective-missing"))
                .body("errors[0].pointer", equalTo("/round"));
        Scene.read(scene.path("selections")).body("items", empty());
    }

    @Test
    void a_tree_in_circles_is_refused_whole() {
        var scene = Scene.under("coyllurqui-2016.v1");

        record(
                        scene,
                        node(HUMAN, SERVICES, ""),
                        node(SERVICES, HUMAN, ""),
                        node(SERVICES, UUID.randomUUID().toString(), ""))
                .statusCode(422)
                .body("code", equalTo("plan-tree-unsound"))
                .body("errors.code", hasItem("objective-below-itself"))
                .body("errors.code", hasItem("objective-repeated"))
                .body("errors.code", hasItem("parent-unknown"));
        Scene.read(scene.path("plan-trees/current")).statusCode(404);
    }

    private static ValidatableResponse record(Scene scene, String... nodes) {
        return Scene.budgetOfficer()
                .body("{\"nodes\":[" + String.join(",", nodes) + "]}")
                .post(scene.path("plan-trees"))
                .then();
    }

    private static String node(String objective, @Nullable String parent, String alignment) {
        var above = parent == null ? "" : "\"parent\":\"" + parent + "\",";
        return "{\"objective\":\"" + objective + "\"," + above + "\"name\":\"Objetivo\",\"alignment\":[" + alignment
                + "]}";
    }

    private static String aligned(String level) {
        return "{\"level\":\"" + level + "\",\"plan\":\"Plan\",\"name\":\"Acceso a servicios\"}";
    }
}
