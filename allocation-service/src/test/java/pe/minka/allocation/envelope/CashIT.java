package pe.minka.allocation.envelope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class CashIT {

    @Test
    @Tag("VES-33")
    void agreements_over_the_cash_block_new_commitments_until_it_is_explained_in_public_and_there_is_cash() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var act = scene.signedAct("500000.00");
        String envelope = Scene.read("/v1/agreements-acts/" + act).extract().path("envelope");
        String agreement = Scene.read(scene.path("agreements")).extract().path("items[0].agreement");
        Scene.read("/v1/envelopes/" + envelope + "/cash-statements").body("verdict", equalTo("FREE"));

        String statement = state(envelope, "2017-08-31", "479999.99")
                .statusCode(201)
                .body("verdict", equalTo("EXPLANATION_OWED"))
                .body("items[0].insufficient", equalTo(true))
                .extract()
                .path("items[0].statement");
        raise(agreement, "480000.01").statusCode(409).body("code", equalTo("cash-explanation-owed"));
        charge(envelope).statusCode(409).body("code", equalTo("cash-explanation-owed"));

        explain(envelope, statement).statusCode(201).body("verdict", equalTo("OVER_CASH"));
        explain(envelope, statement).statusCode(409).body("code", equalTo("already-explained"));
        raise(agreement, "480000.01").statusCode(409).body("code", equalTo("commitments-over-cash"));
        state(envelope, "2017-08-30", "500000.00").statusCode(422).body("code", equalTo("cash-dated-before"));
        String enough = state(envelope, "2017-09-30", "480000.01")
                .statusCode(201)
                .body("verdict", equalTo("FREE"))
                .extract()
                .path("items[0].statement");
        explain(envelope, enough).statusCode(409).body("code", equalTo("nothing-to-explain"));
        raise(agreement, "480000.02").statusCode(409).body("code", equalTo("commitments-over-cash"));
        raise(agreement, "480000.01").statusCode(201);
        charge(envelope).statusCode(201);

        Scene.read("/v1/envelopes/" + envelope + "/cash-statements")
                .body("items", hasSize(2))
                .body("committed.amount", equalTo("480000.01"))
                .body("items[1].explanation.document", equalTo("Comunicado 003-2017"));
    }

    @Test
    @Tag("VES-40")
    void a_thematic_table_without_money_is_warned_of_before_the_launch() {
        var regulation = Scene.regulation("villa-el-salvador-2001.v1");
        var purses = regulation.putArray("envelopes");
        purse(purses.addObject(), "TERRITORY", "Zonas");
        purse(purses.addObject(), "TABLE_HEALTH", "Mesa temática de salud");
        var scene = Scene.called(regulation);
        Scene.read(scene.path("launch-warnings"))
                .body("ready", equalTo(false))
                .body("items.purse", contains("TERRITORY", "TABLE_HEALTH"));

        declare(scene, "TERRITORY", "350.00").statusCode(201);
        declare(scene, "TABLE_HEALTH", "0.00").statusCode(422).body("code", equalTo("no-money"));
        Scene.read(scene.path("launch-warnings"))
                .body("items.purse", contains("TABLE_HEALTH"))
                .body("items[0].title.es", equalTo("Mesa temática de salud"))
                .body("items[0].warning", equalTo("NO_MONEY"));
        declare(scene, "TABLE_HEALTH", "350.00").statusCode(201);
        Scene.read(scene.path("launch-warnings")).body("ready", equalTo(true)).body("items", hasSize(0));
    }

    @Test
    void shares_over_a_hundred_and_a_budget_of_zero_are_refused_and_nothing_is_written() {
        var scene = Scene.under("coyllurqui-2016.v1");
        for (var wrong : new String[] {"100.000001", "101", "-1", "1e2", ""}) {
            Scene.budgetOfficer()
                    .body("""
                            {"fiscalYear":2017,"investmentBudget":%s,"lines":[{"line":"18","amount":%s}],"sharePercent":"%s"}""".formatted(soles("1.00"), soles("1.00"), wrong))
                    .post(scene.path("envelopes"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/sharePercent"));
        }
        Scene.budgetOfficer()
                .body("""
                        {"fiscalYear":2017,"investmentBudget":%s,"lines":[{"line":"18","amount":%s}]}""".formatted(soles("0.00"), soles("0.00")))
                .post(scene.path("envelopes"))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-money"));
        Scene.read(scene.path("envelopes")).body("items", hasSize(0));
    }

    private static void purse(ObjectNode purse, String code, String title) {
        purse.put("envelope", code)
                .put("decidedBy", "AGENTS")
                .putObject("title")
                .put("es", title);
    }

    private static ValidatableResponse declare(Scene scene, String purse, String amount) {
        return Scene.budgetOfficer()
                .body("""
                        {"fiscalYear":2017,"purse":"%s","investmentBudget":%s,"lines":[{"line":"07","amount":%s}]}""".formatted(purse, soles("1000.00"), soles(amount)))
                .post(scene.path("envelopes"))
                .then();
    }

    private static ValidatableResponse state(String envelope, String asOf, String amount) {
        return Scene.budgetOfficer()
                .body("{\"asOf\":\"%s\",\"amount\":%s,\"source\":\"Tesorería\"}".formatted(asOf, soles(amount)))
                .post("/v1/envelopes/" + envelope + "/cash-statements")
                .then();
    }

    private static ValidatableResponse explain(String envelope, String statement) {
        return Scene.budgetOfficer()
                .body("""
                        {"text":"El canon fue menor que lo estimado.","document":"Comunicado 003-2017","publishedOn":"2017-09-05"}""")
                .post("/v1/envelopes/" + envelope + "/cash-statements/" + statement + "/explanation")
                .then();
    }

    private static ValidatableResponse charge(String envelope) {
        return Scene.budgetOfficer()
                .body("""
                        {"line":"18","use":"INVESTMENT_PROJECT","title":"Agua","amount":%s,"chargedOn":"2017-09-01"}""".formatted(soles("1.00")))
                .post("/v1/envelopes/" + envelope + "/charges")
                .then();
    }

    private static ValidatableResponse raise(String agreement, String amount) {
        var etag = RestAssured.get("/v1/agreements/" + agreement).header("ETag");
        return Scene.secretary()
                .header("If-Match", etag)
                .body("""
                        {"amountAfter":%s,"reason":"Mayor metrado","law":"Ley 32069","act":"Acuerdo 9","decidedOn":"2017-09-01"}""".formatted(soles(amount)))
                .post("/v1/agreements/" + agreement + "/modifications")
                .then();
    }
}
