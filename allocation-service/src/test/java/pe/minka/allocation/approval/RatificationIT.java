package pe.minka.allocation.approval;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class RatificationIT {

    @Test
    @Tag("LIM-04")
    void a_decision_of_the_board_is_ratified_by_a_council_act_with_number_date_and_session_alone() {
        var act = decidedUnderLimatambo();
        approve(act, "ASSEMBLY", "\"session\":\"Cuarta sesión\"")
                .statusCode(201)
                .body("ratification", equalTo("DECIDED"));

        approve(act, "COUNCIL", "\"changes\":\"ninguno\"")
                .statusCode(422)
                .body("code", equalTo("approval-session-missing"))
                .body("errors[0].pointer", equalTo("/session"));
        Scene.secretary()
                .body("{\"approval\":\"COUNCIL\",\"decidedOn\":\"2016-05-20\",\"session\":\"Sesión pública 9\"}")
                .post("/v1/agreements-acts/" + act + "/approvals")
                .then()
                .statusCode(400);
        Scene.read("/v1/agreements-acts/" + act + "/approvals").body("ratification", equalTo("DECIDED"));
        approve(act, "COUNCIL", "\"session\":\"Sesión pública 9\"")
                .statusCode(201)
                .body("ratification", equalTo("RATIFIED"))
                .body("complete", equalTo(true));
        Scene.read("/v1/agreements-acts/" + act + "/divergences").body("items", hasSize(0));
    }

    @Test
    @Tag("LIM-05")
    void a_council_that_decides_another_amount_or_scope_changes_nothing_and_its_divergence_is_public() {
        var act = decidedUnderLimatambo();
        String agreement = Scene.read("/v1/agreements-acts/" + act).extract().path("agreements[0].agreement");
        approve(act, "ASSEMBLY", "\"session\":\"Cuarta sesión\"").statusCode(201);

        approve(act, "COUNCIL", decision(UUID.randomUUID().toString(), "\"scope\":\"Otro\""))
                .statusCode(422)
                .body("code", equalTo("decision-on-other-agreement"))
                .body("errors[0].pointer", equalTo("/decisions/0/agreement"));
        approve(act, "COUNCIL", decision(agreement, "\"scope\":\"Solo la captación\",\"amount\":" + soles("479999.99")))
                .statusCode(201);

        Scene.read("/v1/agreements-acts/" + act + "/divergences")
                .body("items", hasSize(1))
                .body("items[0].number", equalTo("Acuerdo de Concejo 045-2016"))
                .body("items[0].agreedAmount.amount", equalTo("480000.00"))
                .body("items[0].approvedAmount.amount", equalTo("479999.99"))
                .body("items[0].agreedScope", equalTo("Ampliación del sistema de agua de Pfaco"))
                .body("items[0].approvedScope", equalTo("Solo la captación"));
        Scene.read("/v1/agreements/" + agreement).body("amount.amount", equalTo("480000.00"));
    }

    @Test
    void a_decision_that_repeats_what_was_agreed_is_no_divergence() {
        var act = decidedUnderLimatambo();
        String agreement = Scene.read("/v1/agreements-acts/" + act).extract().path("agreements[0].agreement");
        approve(act, "ASSEMBLY", decision(agreement, "\"amount\":" + soles("480000.00")))
                .statusCode(201);

        Scene.read("/v1/agreements-acts/" + act + "/divergences").body("items", hasSize(0));
        approve(act, "COUNCIL", decision(agreement, "\"scope\":\"Solo la captación\""))
                .statusCode(201);
        Scene.read("/v1/agreements-acts/" + act + "/divergences")
                .body("items[0].approvedAmount", nullValue())
                .body("items[0].approvedScope", equalTo("Solo la captación"));
    }

    private static String decidedUnderLimatambo() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        regulation.set("approvals", Scene.regulation("limatambo-1997.v1").get("approvals"));
        return Scene.called(regulation).signedAct("500000.00");
    }

    private static String decision(String agreement, String decided) {
        return "\"session\":\"Sesión pública 9\",\"decisions\":[{\"agreement\":\"" + agreement + "\"," + decided + "}]";
    }

    private static ValidatableResponse approve(String act, String approval, String more) {
        return Scene.secretary()
                .body("""
                        {"approval":"%s","number":"Acuerdo de Concejo 045-2016","decidedOn":"2016-05-20",%s}""".formatted(approval, more))
                .post("/v1/agreements-acts/" + act + "/approvals")
                .then();
    }
}
