package pe.minka.allocation.portfolio;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class PortfolioSoundnessIT {

    @Test
    @Tag("COY-09")
    void without_the_committees_approval_act_nothing_is_signed_over_a_portfolio() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        regulation
                .putObject("portfolio")
                .put("approvedBy", "INVESTMENT_MANAGEMENT_COMMITTEE")
                .put("law", "Ordenanza 4");
        var scene = Scene.called(regulation);
        var envelope = scene.declareEnvelope("500000.00");
        String selection = scene.select(scene.tallied(), envelope).extract().path("selection");
        var portfolio = scene.programmed(selection);

        scene.sign(portfolio)
                .statusCode(409)
                .body("code", equalTo("portfolio-not-approved"))
                .body("body", equalTo("INVESTMENT_MANAGEMENT_COMMITTEE"));
        approve(portfolio, "COUNCIL", "2099-12-18")
                .statusCode(422)
                .body("code", equalTo("portfolio-approval-by-another"));
        approve(portfolio, "INVESTMENT_MANAGEMENT_COMMITTEE", "2015-12-18")
                .statusCode(422)
                .body("code", equalTo("approval-dated-before"));
        approve(portfolio, "INVESTMENT_MANAGEMENT_COMMITTEE", "2099-12-18").statusCode(201);
        approve(portfolio, "INVESTMENT_MANAGEMENT_COMMITTEE", "2099-12-18").statusCode(409);
        Scene.read("/v1/portfolios/" + portfolio + "/approval").body("number", equalTo("Acta 4"));
        scene.sign(portfolio).statusCode(201);
    }

    @Test
    @Tag("ANT-54")
    void a_portfolio_beyond_what_was_ever_executed_warns_with_the_ratio() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("500000.00");
        String selection = scene.select(scene.tallied(), envelope).extract().path("selection");
        var portfolio = scene.programmed(selection);
        var path = "/v1/portfolios/" + portfolio + "/execution-capacity";

        Scene.read(path).body("years", equalTo(0)).body("ratio", nullValue()).body("exceeded", equalTo(false));
        executed(2012, "9000000.00");
        executed(2014, "200000.00");
        executed(2015, "250000.00");
        executed(2016, "350000.00");
        executed(2016, "450000.00");
        executed(2018, "9000000.00");
        Scene.read(path)
                .body("years", equalTo(3))
                .body("yearly.amount", equalTo("300000.00"))
                .body("asked.amount", equalTo("480000.00"))
                .body("demandingYear", equalTo(2017))
                .body("ratio", equalTo("1.60"))
                .body("exceeded", equalTo(true));
        Scene.read("/v1/entities/" + Scene.ENTITY + "/executed-years")
                .body("items.fiscalYear", contains(2018, 2016, 2015, 2014, 2012));
    }

    private static void executed(int year, String amount) {
        Scene.budgetOfficer()
                .body("""
                        {"fiscalYear":%d,"budget":%s,"executed":%s,"source":"Consulta amigable"}""".formatted(year, Scene.soles("900000.00"), Scene.soles(amount)))
                .post("/v1/entities/" + Scene.ENTITY + "/executed-years")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse approve(String portfolio, String body, String decidedOn) {
        return Scene.secretary()
                .body("{\"body\":\"" + body + "\",\"number\":\"Acta 4\",\"decidedOn\":\"" + decidedOn + "\"}")
                .post("/v1/portfolios/" + portfolio + "/approval")
                .then();
    }
}
