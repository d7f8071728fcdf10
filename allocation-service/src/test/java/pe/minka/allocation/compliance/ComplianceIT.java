package pe.minka.allocation.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithMinkaStack
class ComplianceIT {

    private static final String SERVICES = "a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601";

    @Test
    @Tag("COY-93")
    @Tag("NAT-41")
    void an_agreement_is_followed_until_it_is_done_and_its_objective_shows_money_executed() {
        var scene = Scene.under("coyllurqui-2016.v1");
        planned(scene);
        var act = scene.signedAct("500000.00");
        String agreement = Scene.read("/v1/agreements-acts/" + act).extract().path("agreements[0].agreement");
        var path = "/v1/agreements/" + agreement + "/compliance";
        Scene.read(path).body("standing", equalTo("NOT_BEGUN")).body("overdue", equalTo(true));
        var work = UUID.randomUUID();

        tell(scene, work, "project-opened", event -> event.put("agreement", agreement));
        tell(scene, work, "works-started", event -> {});
        tell(scene, work, "expenditure-recorded", event -> event.put("agreement", agreement));
        tell(
                scene,
                work,
                "expenditure-recorded",
                event -> event.put("agreement", agreement).put("phase", "DISBURSED"));
        tell(scene, work, "progress-reported", event -> {});
        tell(scene, work, "works-suspended", event -> {});
        Eventually.that(() -> Scene.read(path)
                .body("standing", equalTo("SUSPENDED"))
                .body("executed.amount", equalTo("125000.00"))
                .body("physicalPercent", equalTo("45.50")));
        Eventually.that(() -> Scene.read(scene.path("reports/objectives"))
                .body("executed", equalTo(1))
                .body("untouched", equalTo(1))
                .body("objectives.executed.amount", contains("125000.00", "0.00")));
        tell(scene, work, "works-resumed", event -> {});
        tell(scene, work, "project-closed", event -> {});
        Eventually.that(() -> Scene.read(path).body("standing", equalTo("DONE")).body("overdue", equalTo(false)));
        Scene.read("/v1/agreements/" + agreement).body("state", equalTo("DONE"));
        Scene.read(scene.path("compliance")).body("done", equalTo(1)).body("items", hasSize(1));
    }

    @Test
    @Tag("COY-96")
    void a_new_term_takes_over_agreements_as_open_and_only_a_lawful_act_changes_them() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        var scene = Scene.called(regulation);
        var act = scene.signedAct("500000.00");
        String agreement = Scene.read("/v1/agreements-acts/" + act).extract().path("agreements[0].agreement");
        var body = "{\"beginsOn\":\"2019-01-01\",\"document\":\"Acta de transferencia\"}";

        String term = Scene.secretary()
                .body(body)
                .post("/v1/entities/" + Scene.ENTITY + "/terms")
                .then()
                .statusCode(201)
                .extract()
                .path("term");
        Scene.read("/v1/terms/" + term)
                .body("agreements.find { it.agreement == '" + agreement + "' }.state", equalTo("OPEN"))
                .body("agreements.find { it.agreement == '" + agreement + "' }.amount.amount", equalTo("480000.00"));
        Scene.secretary()
                .body(body)
                .post("/v1/entities/" + Scene.ENTITY + "/terms")
                .then()
                .statusCode(409)
                .body("code", equalTo("term-already-begun"));
        var told = Events.await(
                "allocation", "term-began", event -> event.path("term").asText().equals(term));
        assertThat(told.body().path("agreements").findValuesAsText("agreement")).contains(agreement);
        Scene.secretary()
                .header(
                        "If-Match",
                        Scene.read("/v1/agreements/" + agreement).extract().header("ETag"))
                .body("{\"amountAfter\":" + Scene.soles("0.00")
                        + ",\"reason\":\"Nueva gestión\",\"act\":\"Acuerdo 1\",\"decidedOn\":\"2019-02-01\"}")
                .post("/v1/agreements/" + agreement + "/modifications")
                .then()
                .statusCode(400);
        Scene.read("/v1/agreements/" + agreement).body("state", equalTo("OPEN"));
    }

    private static void planned(Scene scene) {
        var event = Examples.event("workshop", "plan-adopted");
        event.put("process", scene.process().toString());
        Events.publish("workshop", "plan-adopted", event);
        Eventually.that(
                () -> Scene.read(scene.path("reports/objectives")).body("objectives[0].objective", equalTo(SERVICES)));
    }

    private static void tell(Scene scene, UUID work, String type, Consumer<ObjectNode> change) {
        var event = Examples.event("execution", type);
        event.put("process", scene.process().toString()).put("project", work.toString());
        change.accept(event);
        Events.publish("execution", type, event);
    }
}
