package pe.minka.allocation.envelope;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class EnvelopeIT {

    private static final String WHOLE = """
            {"fiscalYear":2017,"investmentBudget":%s,"lines":[{"line":"18","amount":%s},{"line":"07","amount":%s}],"sharePercent":"100"}
            """.formatted(soles("9500000.00"), soles("7000000.00"), soles("2500000.00"));

    @Test
    @Tag("ANT-04")
    @Tag("COY-63")
    void an_envelope_is_declared_by_funding_line_published_and_read_by_anyone() {
        var scene = Scene.under("coyllurqui-2016.v1");

        String envelope = Scene.budgetOfficer()
                .body(WHOLE)
                .post(scene.path("envelopes"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("amount.amount", equalTo("9500000.00"))
                .body("share.computedPercent", equalTo("100"))
                .body("lines.find { it.line == '18' }.source", equalTo("5"))
                .extract()
                .path("envelope");

        Scene.read("/v1/envelopes/" + envelope).statusCode(200).body("available.amount", equalTo("9500000.00"));
        Scene.read(scene.path("envelopes"))
                .statusCode(200)
                .body("items", hasSize(1))
                .body("years[0].undeclared.amount", equalTo("0.00"));
        var event = Events.await(
                "allocation",
                "envelope-declared",
                body -> body.path("envelope").asText().equals(envelope));
        assertThat(event.key()).isEqualTo(scene.process().toString());
        assertThat(event.body().at("/lines/0/source").asText()).isEqualTo("5");
    }

    @Test
    @Tag("VES-24")
    void a_share_below_the_ordinance_is_refused_with_the_article_and_nothing_is_written() {
        var scene = Scene.under("villa-el-salvador-2001.v1");

        Scene.budgetOfficer()
                .header("Accept-Language", "en")
                .body("""
                        {"fiscalYear":2005,"investmentBudget":%s,"lines":[{"line":"07","amount":%s}]}""".formatted(soles("5714285.71"), soles("1999999.99")))
                .post(scene.path("envelopes"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:minka:problem:share-below-ordinance"))
                .body("least", equalTo("2000000.00"))
                .body("detail", containsString("Decreto de alcaldía de junio de 2001"));
        Scene.read(scene.path("envelopes")).body("items", hasSize(0));
    }

    @Test
    @Tag("VES-09")
    void the_share_gives_the_envelope_and_its_worth_in_dollars_keeps_its_rate() {
        var scene = Scene.under("villa-el-salvador-2001.v1");

        Scene.budgetOfficer()
                .body("""
                        {"fiscalYear":2005,"investmentBudget":%s,"lines":[{"line":"07"}],"sharePercent":"35",
                         "foreignAmount":{"currency":"USD","amount":570000.00,"rate":3.5088,"source":"SBS, junio de 2001"}}""".formatted(soles("5714285.71")))
                .post(scene.path("envelopes"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("amount.amount", equalTo("2000000.00"))
                .body("share.mismatch", equalTo(false))
                .body("foreignAmount.rate", equalTo(3.5088f));
    }

    @Test
    @Tag("ANT-08")
    void a_provincial_municipality_keeps_two_envelopes_that_add_to_the_whole() {
        var scene = Scene.under("anta-2008.v1");
        declarePart(scene, "CAPITAL_DISTRICT", "400000.00").statusCode(201);
        declarePart(scene, "PROVINCE", "600000.01").statusCode(422).body("code", equalTo("envelopes-over-budget"));
        declarePart(scene, "PROVINCE", "600000.00").statusCode(201);

        Scene.read(scene.path("envelopes"))
                .body("items", hasSize(2))
                .body("items.find { it.purse == 'PROVINCE' }.decidedBy", equalTo("PROVINCIAL_ASSEMBLY"))
                .body("years[0].declared.amount", equalTo("1000000.00"))
                .body("years[0].undeclared.amount", equalTo("0.00"));
    }

    @Test
    void an_envelope_is_declared_once() {
        var scene = Scene.under("coyllurqui-2016.v1");
        scene.declareEnvelope("100.00");

        Scene.budgetOfficer()
                .body(WHOLE)
                .post(scene.path("envelopes"))
                .then()
                .statusCode(409)
                .body("code", equalTo("envelope-already-declared"));
    }

    @Test
    void another_role_another_entity_and_an_unknown_process_are_told_apart_by_nothing_they_must_not_know() {
        var scene = Scene.under("coyllurqui-2016.v1");

        Scene.as("participant").body(WHOLE).post(scene.path("envelopes")).then().statusCode(403);
        Scene.as("budget-officer", "300704")
                .body(WHOLE)
                .post(scene.path("envelopes"))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        Scene.budgetOfficer()
                .body(WHOLE)
                .post("/v1/processes/" + UUID.randomUUID() + "/envelopes")
                .then()
                .statusCode(404);
    }

    @Test
    void money_that_is_negative_fractional_or_a_number_is_refused_with_its_place() {
        var scene = Scene.under("coyllurqui-2016.v1");
        for (var wrong : new String[] {"\"-1.00\"", "\"1.005\"", "1"}) {
            Scene.budgetOfficer()
                    .body(WHOLE.replace("\"2500000.00\"", wrong))
                    .post(scene.path("envelopes"))
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/lines/1/amount"));
        }
        Scene.read(scene.path("envelopes")).body("items", hasSize(0));
    }

    private static io.restassured.response.ValidatableResponse declarePart(Scene scene, String purse, String amount) {
        return Scene.budgetOfficer()
                .body("""
                        {"fiscalYear":2008,"purse":"%s","investmentBudget":%s,"wholeInvestmentBudget":%s,"lines":[{"line":"07","amount":%s}]}""".formatted(purse, soles(amount), soles("1000000.00"), soles(amount)))
                .post(scene.path("envelopes"))
                .then();
    }
}
