package pe.minka.allocation.budget;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class BudgetIT {

    @Test
    @Tag("ANT-09")
    void thirty_to_current_spending_and_seventy_to_investment_is_the_ceiling_to_the_centimo() {
        var scene = Scene.under("anta-2008.v1");

        propose(scene, "300.01", "699.99")
                .statusCode(422)
                .body("code", equalTo("current-over-ceiling"))
                .body("most", equalTo("300.00"))
                .body("detail", containsString("30 % current, 70 % investment"));
        Scene.read(scene.path("budgets")).body("items", hasSize(0));
        propose(scene, "300.00", "700.00")
                .statusCode(201)
                .body("currentPercent", equalTo("30"))
                .body("investmentPercent", equalTo("70"));
        propose(scene, "300.00", "700.00").statusCode(409).body("code", equalTo("budget-already-proposed"));
    }

    @Test
    @Tag("POA-03")
    void the_executives_bill_is_amended_and_approved_by_the_legislature_for_the_next_year() {
        var scene = Scene.under("porto-alegre-model.v1");
        String budget = propose(scene, "600.00", "400.00")
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("budget");

        amend(budget, "2016-05-31", "550.00", "450.00")
                .statusCode(422)
                .body("code", equalTo("budget-step-dated-before"));
        amend(budget, "2016-06-15", "550.00", "450.00")
                .statusCode(201)
                .body("state", equalTo("AMENDED"))
                .body("investmentPercent", equalTo("45"));
        step(budget, "APPROVED", "2016-06-20").statusCode(201).body("state", equalTo("APPROVED"));
        amend(budget, "2016-06-21", "500.00", "500.00").statusCode(409).body("code", equalTo("budget-closed"));

        Scene.read("/v1/budgets/" + budget)
                .body("fiscalYear", equalTo(2017))
                .body("texts.sequence", contains(1, 2))
                .body("texts[0].lines[0].amount.amount", equalTo("600.00"))
                .body("texts[1].reason", equalTo("Menos gasto corriente"))
                .body("steps[0].number", equalTo("Documento APPROVED"));
        Scene.budgetOfficer()
                .body(proposal("600.00", "400.00").replace("2016-06-01", "2017-01-01"))
                .post(scene.path("budgets"))
                .then()
                .statusCode(422)
                .body("code", equalTo("budget-year-begun"));
    }

    @Test
    @Tag("NAT-14")
    void the_ministry_sends_it_to_congress_by_the_yearly_calendar_and_what_is_late_is_marked() {
        var scene = Scene.under("coyllurqui-2016.v1");
        String budget =
                propose(scene, "1.00", "999.00").statusCode(201).extract().path("budget");

        step(budget, "IN_CONGRESS", "2016-08-30")
                .statusCode(409)
                .body("code", equalTo("budget-step-out-of-order"))
                .body("missing", equalTo("APPROVED"));
        step(budget, "APPROVED", "2016-06-20").statusCode(201);
        step(budget, "SENT_TO_MEF", "2016-07-01").statusCode(201).body("state", equalTo("SENT_TO_MEF"));
        step(budget, "SENT_TO_MEF", "2016-07-02").statusCode(409).body("code", equalTo("budget-step-already-taken"));
        step(budget, "IN_CONGRESS", "2016-08-30").statusCode(201).body("state", equalTo("IN_CONGRESS"));
        step(budget, "ENACTED", "2016-08-29").statusCode(422);
        step(budget, "ENACTED", "2016-12-01").statusCode(201).body("state", equalTo("ENACTED"));

        Scene.read("/v1/budgets/" + budget)
                .body("steps.decidedOn", contains("2016-06-20", "2016-07-01", "2016-08-30", "2016-12-01"))
                .body("steps[2].dueOn", equalTo("2016-08-30"))
                .body("steps[2].late", equalTo(false))
                .body("steps[3].dueOn", equalTo("2016-11-30"))
                .body("steps[3].late", equalTo(true))
                .body("steps[3].law", equalTo("Constitución Política art. 80"));
    }

    @Test
    void a_budget_of_nothing_an_unknown_line_and_a_stranger_are_refused() {
        var scene = Scene.under("coyllurqui-2016.v1");

        propose(scene, "0.00", "1.00").statusCode(422).body("errors[0].pointer", equalTo("/lines/0/amount"));
        Scene.budgetOfficer()
                .body(proposal("1.00", "1.00").replace("\"07\"", "\"55\""))
                .post(scene.path("budgets"))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-funding-line"));
        Scene.as("budget-officer", "300704")
                .body(proposal("1.00", "1.00"))
                .post(scene.path("budgets"))
                .then()
                .statusCode(404);
        Scene.read(scene.path("budgets")).body("items", hasSize(0));
    }

    private static String proposal(String current, String investment) {
        return """
                {"fiscalYear":2017,"by":"Alcaldía","act":"Oficio 021-2016-A","decidedOn":"2016-06-01","lines":%s}""".formatted(lines(current, investment));
    }

    private static String lines(String current, String investment) {
        return """
                [{"line":"07","spendingClass":"CURRENT","amount":%s},{"line":"18","spendingClass":"INVESTMENT","amount":%s}]""".formatted(soles(current), soles(investment));
    }

    private static ValidatableResponse propose(Scene scene, String current, String investment) {
        return Scene.budgetOfficer()
                .body(proposal(current, investment))
                .post(scene.path("budgets"))
                .then();
    }

    private static ValidatableResponse amend(String budget, String on, String current, String investment) {
        return Scene.secretary()
                .body("""
                        {"by":"Concejo","act":"Dictamen 004-2016","decidedOn":"%s","reason":"Menos gasto corriente","lines":%s}""".formatted(on, lines(current, investment)))
                .post("/v1/budgets/" + budget + "/amendments")
                .then();
    }

    private static ValidatableResponse step(String budget, String step, String on) {
        return Scene.secretary()
                .body("{\"step\":\"%s\",\"number\":\"Documento %s\",\"decidedOn\":\"%s\"}".formatted(step, step, on))
                .post("/v1/budgets/" + budget + "/steps")
                .then();
    }
}
