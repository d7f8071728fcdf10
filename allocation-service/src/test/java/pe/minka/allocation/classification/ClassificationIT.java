package pe.minka.allocation.classification;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class ClassificationIT {

    private static final String WATER = "b5c9d3e7-1f40-4e81-96ca-405f6e7d8701";

    @Test
    @Tag("SJM-11")
    void training_counts_as_economic_touches_the_human_dimension_and_its_money_counts_once() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        regulation.set(
                "plan", Scene.regulation("san-juan-de-miraflores-2004.v1").get("plan"));
        var scene = Scene.called(regulation);
        scene.signedAct("500000.00");

        classify(scene, "\"main\":\"HUMAN\",\"secondary\":[]").statusCode(201);
        classify(scene, "\"main\":\"ECONOMIC\",\"secondary\":[\"HUMAN\",\"URBAN\"]")
                .statusCode(201)
                .body("projects.main", contains("ECONOMIC"));

        Scene.read(scene.path("reports/classifications"))
                .body("total.amount", equalTo("480000.00"))
                .body("unclassified.amount", equalTo("0.00"))
                .body("classes.code", contains("ECONOMIC", "HUMAN", "URBAN", "ECOLOGICAL", "POLITICAL_INSTITUTIONAL"))
                .body("classes.amount.amount", contains("480000.00", "0.00", "0.00", "0.00", "0.00"))
                .body("classes.touched.amount", contains("0.00", "480000.00", "480000.00", "0.00", "0.00"));
        classify(scene, "\"main\":\"ECONOMIC\",\"secondary\":[\"ECONOMIC\"]")
                .statusCode(422)
                .body("errors.code", contains("main-class-repeated"));
        classify(scene, "\"main\":\"BEAUTY\",\"secondary\":[]")
                .statusCode(422)
                .body("errors.code", contains("class-unknown"));
    }

    private static ValidatableResponse classify(Scene scene, String classes) {
        return Scene.budgetOfficer()
                .body("{\"projects\":[{\"proposal\":\"" + WATER + "\"," + classes + "}]}")
                .post(scene.path("classifications"))
                .then();
    }
}
