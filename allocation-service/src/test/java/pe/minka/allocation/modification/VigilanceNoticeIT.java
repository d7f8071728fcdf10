package pe.minka.allocation.modification;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class VigilanceNoticeIT {

    @Test
    @Tag("ANT-14")
    void each_change_of_an_agreement_is_told_to_the_vigilance_committee_with_the_drift_so_far() {
        var scene = Scene.under("coyllurqui-2016.v1");
        scene.signedAct("500000.00");
        String agreement = Scene.read(scene.path("agreements")).extract().path("items[0].agreement");
        modify(agreement, "450000.00");
        modify(agreement, "480000.00");

        String first = Scene.read(scene.path("vigilance-notices"))
                .body("items", hasSize(2))
                .body("pending", equalTo(2))
                .body("items.committee", contains(nullValue(), nullValue()))
                .body("items.driftMoved.amount", contains("60000.00", "30000.00"))
                .body("items.driftPercent", contains("12.50", "6.25"))
                .body("items.law", contains("DU 001-2026 art. 7", "DU 001-2026 art. 7"))
                .extract()
                .path("items[1].notice");
        acknowledge(first).statusCode(409).body("code", equalTo("committee-not-constituted"));
        var committee = constituted(scene);
        Eventually.that(() ->
                Scene.read(scene.path("vigilance-notices")).body("items.committee", contains(committee, committee)));
        acknowledge(first).statusCode(200).body("acknowledgedAt", notNullValue());
        acknowledge(first).statusCode(409).body("code", equalTo("notice-already-acknowledged"));
        Scene.read(scene.path("vigilance-notices")).body("pending", equalTo(1));
    }

    private static String constituted(Scene scene) {
        var event = Examples.event("registry", "body-constituted");
        var body = UUID.randomUUID().toString();
        event.put("process", scene.process().toString()).put("body", body).put("kind", "VIGILANCE_COMMITTEE");
        Events.publish("registry", "body-constituted", event);
        return body;
    }

    private static ValidatableResponse acknowledge(String notice) {
        return Scene.as("vigilance-member")
                .body("{\"observation\":\"Se pide el informe de recaudación.\"}")
                .post("/v1/vigilance-notices/" + notice + "/acknowledgement")
                .then();
    }

    private static void modify(String agreement, String amount) {
        Scene.secretary()
                .header(
                        "If-Match",
                        Scene.read("/v1/agreements/" + agreement).extract().header("ETag"))
                .body("""
                        {"amountAfter":%s,"reason":"Menor transferencia de canon","law":"DU 001-2026 art. 7","act":"Acuerdo 80","decidedOn":"2016-09-14"}""".formatted(Scene.soles(amount)))
                .post("/v1/agreements/" + agreement + "/modifications")
                .then()
                .statusCode(201);
    }
}
