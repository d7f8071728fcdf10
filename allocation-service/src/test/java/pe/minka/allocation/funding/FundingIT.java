package pe.minka.allocation.funding;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class FundingIT {

    @Test
    @Tag("ANT-06")
    void training_charged_to_the_canon_is_refused_and_the_rule_is_named() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("1000.00");

        charge(envelope, "18", "TRAINING", "1.00", "2017-03-01")
                .statusCode(422)
                .body("code", equalTo("use-refused"))
                .body("detail", containsString("Ley 27506 art. 6.2"));
        charge(envelope, "18", "INVESTMENT_PROJECT", "1.00", "2017-03-01").statusCode(201);
    }

    @Test
    @Tag("ANT-17")
    void where_all_investment_is_decided_by_the_people_a_line_without_their_decision_is_refused() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        regulation.set("share", Scene.regulation("anta-2008.v1").get("share"));
        var scene = Scene.called(regulation);
        var act = scene.signedAct("500000.00");
        String envelope = Scene.read("/v1/agreements-acts/" + act).extract().path("envelope");
        String agreed = Scene.read(scene.path("agreements")).extract().path("items[0].proposal");

        charge(envelope, "18", "INVESTMENT_PROJECT", "1.00", "2017-03-01")
                .statusCode(422)
                .body("code", equalTo("investment-undecided"))
                .body("detail", containsString("all investment is decided with the people"));
        charge(envelope, "18", "INVESTMENT_PROJECT", "1.00", "2017-03-01", "b5c9d3e7-1f40-4e81-96ca-405f6e7d8702")
                .statusCode(422);
        charge(envelope, "18", "INVESTMENT_PROJECT", "1.00", "2017-03-01", agreed)
                .statusCode(201);
    }

    @Test
    void the_rule_in_force_is_that_of_the_day() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("1000.00");

        charge(envelope, "18", "MAINTENANCE", "1.00", "2024-12-31")
                .statusCode(422)
                .body("code", equalTo("use-refused"));
        charge(envelope, "18", "MAINTENANCE", "200.00", "2025-01-01").statusCode(201);
        charge(envelope, "18", "MAINTENANCE", "0.01", "2025-12-31")
                .statusCode(422)
                .body("code", equalTo("use-over-share"))
                .body("most", equalTo("200.00"));
        charge(envelope, "18", "MAINTENANCE", "0.01", "2026-01-01")
                .statusCode(422)
                .body("code", equalTo("use-refused"));
    }

    @Test
    @Tag("ANT-07")
    @Tag("ANT-10")
    void the_municipal_fund_pays_both_classes_as_the_council_split_it_and_small_works_are_marked() {
        var scene = Scene.under("villa-el-salvador-2001.v1");
        String envelope = Scene.budgetOfficer()
                .body("""
                        {"fiscalYear":2019,"investmentBudget":%s,"lines":[{"line":"07","amount":%s}]}""".formatted(soles("1000.00"), soles("1000.00")))
                .post(scene.path("envelopes"))
                .then()
                .statusCode(201)
                .extract()
                .path("envelope");

        charge(envelope, "07", "OPERATION", "1.00", "2019-03-01")
                .statusCode(409)
                .body("code", equalTo("council-percentage-missing"));
        Scene.secretary()
                .body("{\"investmentPercent\":\"70\",\"act\":\"Acuerdo de Concejo 002-2019\"}")
                .put("/v1/entities/" + Scene.ENTITY + "/funding-lines/07/splits/2019")
                .then()
                .statusCode(200);
        charge(envelope, "07", "INVESTMENT_PROJECT", "700.00", "2019-03-01").statusCode(201);
        charge(envelope, "07", "CURRENT_EXPENDITURE_WORK", "300.00", "2019-03-01")
                .statusCode(201)
                .body("mark", equalTo("CURRENT_EXPENDITURE_WORK"));
        charge(envelope, "07", "OPERATION", "0.01", "2019-03-01")
                .statusCode(409)
                .body("code", equalTo("line-overdrawn"));
        Scene.read("/v1/envelopes/" + envelope + "/charges")
                .body("items", hasSize(2))
                .body("current.amount", equalTo("300.00"))
                .body("investment.amount", equalTo("700.00"));
    }

    @Test
    void charges_at_the_same_time_never_take_more_than_the_line_has() throws Exception {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("100.00");
        var together = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> charges = IntStream.range(0, 4)
                    .mapToObj(each -> (Callable<Integer>)
                            () -> charge(envelope, "18", "INVESTMENT_PROJECT", "40.00", "2017-03-01")
                                    .extract()
                                    .statusCode())
                    .toList();
            int taken = 0;
            for (var answer : together.invokeAll(charges)) {
                taken += answer.get() == 201 ? 1 : 0;
            }
            assertThat(taken).isEqualTo(2);
        } finally {
            together.shutdown();
        }
    }

    @Test
    void the_catalogue_says_what_each_line_may_pay_on_a_date() {
        Scene.read("/v1/funding-lines?on=2025-06-01")
                .statusCode(200)
                .body("items", hasSize(9))
                .body("items.find { it.line == '18' }.uses.find { it.use == 'SECURITY' }.upToPercent", equalTo("20"));
    }

    private static ValidatableResponse charge(String envelope, String line, String use, String amount, String on) {
        return charged(envelope, line, use, amount, on, "");
    }

    private static ValidatableResponse charge(
            String envelope, String line, String use, String amount, String on, String proposal) {
        return charged(envelope, line, use, amount, on, ",\"proposal\":\"" + proposal + "\"");
    }

    private static ValidatableResponse charged(
            String envelope, String line, String use, String amount, String on, String more) {
        return Scene.budgetOfficer()
                .body("{\"line\":\"" + line + "\",\"use\":\"" + use + "\",\"title\":\"Algo\",\"amount\":"
                        + soles(amount) + ",\"chargedOn\":\"" + on + "\"" + more + "}")
                .post("/v1/envelopes/" + envelope + "/charges")
                .then();
    }
}
