package pe.minka.allocation.selection;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class ScenarioIT {

    private static final String WATER = "b5c9d3e7-1f40-4e81-96ca-405f6e7d8701";
    private static final String BRIDGE = "b5c9d3e7-1f40-4e81-96ca-405f6e7d8702";

    @Test
    @Tag("COY-94")
    void each_income_scenario_shows_the_portfolio_it_would_fund() {
        var selection = selected("500000.00");

        Scene.read("/v1/selections/" + selection + "/scenarios?percent=96&percent=95&percent=120")
                .statusCode(200)
                .body("items[0].selected.proposal", contains(WATER))
                .body("items[0].dropped", empty())
                .body("items[1].budget.amount", equalTo("475000.00"))
                .body("items[1].selected.proposal", contains(BRIDGE))
                .body("items[1].dropped", contains(WATER))
                .body("items[2].selected.proposal", contains(WATER, BRIDGE))
                .body("items[2].added", contains(BRIDGE));
    }

    @Test
    @Tag("COY-65")
    void extra_income_proposes_the_next_project_that_fits_and_explains_the_skipped() {
        var selection = selected("500000.00");

        Scene.read("/v1/selections/" + selection + "/extension?extra=99999.99")
                .body("proposed", empty())
                .body("items[0].reason.code", equalTo("OVER_BUDGET"))
                .body("items[0].missing.amount", equalTo("0.01"));
        Scene.read("/v1/selections/" + selection + "/extension?extra=100000.00").body("proposed", contains(BRIDGE));
    }

    @Test
    void a_percentage_that_is_none_is_refused() {
        var selection = selected("500000.00");

        Scene.read("/v1/selections/" + selection + "/scenarios?percent=-20").statusCode(400);
        Scene.read("/v1/selections/" + selection + "/scenarios").statusCode(400);
    }

    private static String selected(String budget) {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope(budget);
        return scene.select(scene.tallied(), envelope).statusCode(201).extract().path("selection");
    }
}
