package pe.minka.allocation.income;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class IncomeIT {

    @Test
    @Tag("ANT-05")
    void own_revenue_and_dependency_are_computed_from_the_income_lines_that_arrived() {
        state("300901", 2012, "FORECAST", "08", "500.00", "18", "500.00").statusCode(201);
        report("300901", "own-revenue", 2012).body("basis", equalTo("FORECAST")).body("ownPercent", equalTo("50"));
        state("300901", 2012, "ACTUAL", "08", "49.99", "18", "950.01").statusCode(201);

        report("300901", "own-revenue", 2012)
                .statusCode(200)
                .body("basis", equalTo("ACTUAL"))
                .body("own.amount", equalTo("49.99"))
                .body("ownPercent", equalTo("4.999"))
                .body("dependencyPercent", equalTo("95.001"));
        report("300901", "own-revenue", 2013).statusCode(404);
        state("300901", 2014, "ACTUAL", "08", "0.00", "18", "0.00").statusCode(201);
        report("300901", "own-revenue", 2014).statusCode(409).body("code", equalTo("no-income"));
    }

    @Test
    @Tag("ANT-60")
    void the_gap_between_forecast_and_transfer_names_the_agreements_it_touches() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var act = scene.signedAct("500000.00");
        String agreement = Scene.read("/v1/agreements-acts/" + act).extract().path("agreements[0].agreement");
        report(Scene.ENTITY, "income-gap", 2016).statusCode(409).body("code", equalTo("income-not-stated"));

        state(Scene.ENTITY, 2017, "FORECAST", "18", "1000000.00", "07", "1.00").statusCode(201);
        state(Scene.ENTITY, 2017, "ACTUAL", "18", "900000.00", "07", "1.00").statusCode(201);
        state(Scene.ENTITY, 2017, "ACTUAL", "18", "800000.00", "07", "1.00")
                .statusCode(201)
                .body("sequence", equalTo(2));

        var touched = "agreements.find { it.agreement == '" + agreement + "' }";
        report(Scene.ENTITY, "income-gap", 2017)
                .body("lines.find { it.line == '18' }.missing.amount", equalTo("200000.00"))
                .body(touched + ".covered.amount", equalTo("400000.00"))
                .body(touched + ".missing.amount", equalTo("80000.00"));
        state(Scene.ENTITY, 2017, "ACTUAL", "18", "960000.00", "07", "1.00").statusCode(201);
        report(Scene.ENTITY, "income-gap", 2017).body(touched, nullValue());
    }

    @Test
    @Tag("OCO-41")
    void transfers_for_each_inhabitant_show_which_districts_they_favour() {
        heard("300911", "260101", 100);
        heard("300912", "260102", 1000);
        heard("300913", "260103", 0);
        for (var entity : new String[] {"300911", "300912", "300913"}) {
            state(entity, 2015, "ACTUAL", "18", "99000.10", "08", "777.00").statusCode(201);
        }
        var path = "/v1/fiscal-years/2015/transfers-per-head?territory=26";

        Scene.read(path)
                .statusCode(200)
                .body("items.entity", contains("300911", "300912", "300913"))
                .body("items[0].perHead.amount", equalTo("990.00"))
                .body("items[1].perHead.amount", equalTo("99.00"))
                .body("items[2].perHead", nullValue())
                .body("items[0].mean.amount", equalTo("180.00"))
                .body("items[0].amount.amount", equalTo("99000.10"));
        String next = Scene.read(path + "&limit=2")
                .body("items", hasSize(2))
                .extract()
                .path("next");
        Scene.read(path + "&limit=2&cursor=" + next).body("items.entity", contains("300913"));
        Scene.read(path + "&line=08").body("items[0].amount.amount", equalTo("777.00"));
        Scene.read(path + "&cursor=bm8").statusCode(400).body("code", equalTo("unknown-cursor"));
    }

    @Test
    void an_unknown_line_a_line_twice_and_unsound_money_are_refused_with_their_place() {
        state("300901", 2018, "ACTUAL", "08", "1.00", "99", "1.00")
                .statusCode(422)
                .body("code", equalTo("unknown-funding-line"))
                .body("errors[0].pointer", equalTo("/lines/1/line"));
        state("300901", 2018, "ACTUAL", "08", "1.00", "08", "1.00")
                .statusCode(422)
                .body("code", equalTo("repeated-funding-line"));
        for (var wrong : new String[] {"-0.01", "0.001", "1e3", "1,00"}) {
            state("300901", 2018, "ACTUAL", "08", "1.00", "18", wrong)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/lines/1/amount"));
        }
        Scene.as("budget-officer", "300999")
                .body("{\"fiscalYear\":2018,\"basis\":\"ACTUAL\",\"source\":\"x\",\"publishedOn\":\"2018-01-01\","
                        + "\"lines\":[{\"line\":\"08\",\"amount\":" + soles("1.00") + "}]}")
                .post("/v1/entities/300901/income-statements")
                .then()
                .statusCode(404);
        Scene.read("/v1/entities/300901/income/2018").body("items", hasSize(0));
    }

    private static void heard(String entity, String ubigeo, long population) {
        var event = Examples.event("registry", "entity-registered");
        event.put("entity", entity).put("ubigeo", ubigeo).put("population", population);
        Events.publish("registry", "entity-registered", event);
        Eventually.that(() -> {
            state(entity, 2014, "ACTUAL", "18", "1.00", "08", "1.00").statusCode(201);
            Scene.read("/v1/fiscal-years/2014/transfers-per-head?territory=" + ubigeo)
                    .body("items", hasSize(1));
        });
    }

    private static ValidatableResponse report(String entity, String report, int year) {
        return Scene.read("/v1/entities/" + entity + "/reports/" + report + "/" + year);
    }

    private static ValidatableResponse state(
            String entity, int year, String basis, String line, String amount, String other, String otherAmount) {
        return Scene.as("budget-officer", entity)
                .body("""
                        {"fiscalYear":%d,"basis":"%s","source":"MEF, Consulta de transferencias","publishedOn":"%d-12-31",
                         "lines":[{"line":"%s","amount":%s},{"line":"%s","amount":%s}]}""".formatted(year, basis, year, line, soles(amount), other, soles(otherAmount)))
                .post("/v1/entities/" + entity + "/income-statements")
                .then();
    }
}
