package pe.minka.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.execution.Coyllurqui.close;
import static pe.minka.execution.Coyllurqui.contribute;
import static pe.minka.execution.Coyllurqui.etag;
import static pe.minka.execution.Coyllurqui.officer;
import static pe.minka.execution.Coyllurqui.read;
import static pe.minka.execution.Coyllurqui.settle;
import static pe.minka.execution.Coyllurqui.spend;
import static pe.minka.execution.Coyllurqui.spendThroughAllPhases;
import static pe.minka.execution.Coyllurqui.start;

@QuarkusTest
@WithMinkaStack
class WorksIT {

    @Test
    void the_works_of_an_act_open_by_themselves_with_its_last_approval() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1").called().signed("480000.00");
        given().get("/v1/processes/" + coyllurqui.process + "/projects").then().body("items", hasSize(0));

        var project = coyllurqui.approved().project();

        var opened = Events.await(
                "execution",
                "project-opened",
                body -> body.path("project").asText().equals(project));
        assertThat(opened.key()).isEqualTo(coyllurqui.process);
        assertThat(opened.body().path("agreement").asText()).isEqualTo(coyllurqui.agreement);
        assertThat(opened.body().at("/amount/amount").asText()).isEqualTo("480000.00");
        assertThat(read(project).getString("state")).isEqualTo("OPENED");
    }

    @Test
    void an_approval_heard_twice_opens_each_work_once() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("1000.00")
                .approved()
                .approved();
        var project = coyllurqui.project();
        Events.publish("allocation", "modification-recorded", modification(coyllurqui, "900.00"));
        Eventually.that(
                () -> assertThat(read(project).getString("agreed.amount")).isEqualTo("900.00"));

        given().get("/v1/processes/" + coyllurqui.process + "/projects").then().body("items", hasSize(1));
    }

    @Test
    @Tag("ANT-31")
    @Tag("ANT-33")
    void a_work_lives_from_its_agreement_to_its_closure() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("480000.00")
                .approved();
        var project = coyllurqui.project();

        start(project, etag(project))
                .statusCode(409)
                .body("code", equalTo("start-refused"))
                .body("errors.code", hasItems("management-committee", "signatures"));
        coyllurqui.managed(project);
        coyllurqui.cooperating(project);
        start(project, null).statusCode(428);
        start(project, "\"v99\"").statusCode(412);
        start(project, etag(project)).statusCode(200).body("state", equalTo("STARTED"));
        start(project, etag(project)).statusCode(409).body("code", equalTo("works-already-started"));
        spendThroughAllPhases(project, "125000.00");
        contribute(project, "LABOUR", "6000.00").statusCode(201).body("quantity", equalTo("120.5"));
        report(project, "45.50", "2016-07-31", 201);
        assertThat(read(project).getString("financialPercent")).isEqualTo("26.04");

        var suspension = suspend(project);
        settle(project, "2017-06-30").statusCode(409).body("code", equalTo("works-suspended"));
        resume(suspension, "2016-11-19", 422);
        resume(suspension, "2017-02-20", 200);
        resume(suspension, "2017-02-21", 409);
        report(project, "100", "2017-06-15", 201);
        close(project)
                .statusCode(409)
                .body("code", equalTo("closure-refused"))
                .body("errors.code", hasItems("final-accounts"));
        settle(project, "2017-06-30")
                .statusCode(201)
                .body("spent.amount", equalTo("125000.00"))
                .body("contributions.amount", equalTo("6000.00"));
        spend(project, "CERTIFIED", "1.00").statusCode(201);
        close(project).statusCode(409).body("errors.code", hasItems("final-accounts-outdated"));
        settle(project, "2017-07-01").statusCode(201);
        close(project).statusCode(200).body("state", equalTo("CLOSED"));
        close(project).statusCode(409).body("code", equalTo("project-closed"));
        spend(project, "CERTIFIED", "1.00").statusCode(409).body("code", equalTo("project-closed"));
        for (String fact : new String[] {
            "works-started",
            "works-suspended",
            "works-resumed",
            "progress-reported",
            "contribution-delivered",
            "accounts-settled",
            "project-closed"
        }) {
            Events.await(
                    "execution", fact, body -> body.path("project").asText().equals(project));
        }
    }

    @Test
    @Tag("OCO-29")
    void every_suspension_is_kept_with_its_term_and_its_cause() {
        var project = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("480000.00")
                .approved()
                .startedProject();
        resume(suspend(project), "2017-02-20", 200);
        officer()
                .body("{\"cause\":\"NONE\",\"since\":\"2017-03-01\"}")
                .post("/v1/projects/" + project + "/suspensions")
                .then()
                .statusCode(201);

        given().get("/v1/projects/" + project + "/suspensions")
                .then()
                .statusCode(200)
                .body("items.cause", equalTo(java.util.List.of("RAINS", "NONE")))
                .body("items.nature", equalTo(java.util.List.of("TECHNICAL", "NONE")))
                .body("items[0].daysStill", equalTo(92))
                .body("items[0].resumedOn", equalTo("2017-02-20"));
    }

    @Test
    @Tag("VES-25")
    void without_the_communitys_part_a_work_neither_starts_nor_closes() {
        var project = Coyllurqui.under("villa-el-salvador-2001.v2")
                .called()
                .signed("10000.00")
                .approved()
                .project();
        cooperate(project, "1999.99");
        start(project, etag(project)).statusCode(409).body("errors.code", hasItems("community-part-not-promised"));
        cooperate(project, "0.01");
        start(project, etag(project)).statusCode(200);
        contribute(project, "MATERIALS", "1999.99").statusCode(201);
        settle(project, "2017-06-30").statusCode(201);
        close(project).statusCode(409).body("errors.code", hasItems("community-part-not-delivered"));

        contribute(project, "LABOUR", "0.01").statusCode(201);
        settle(project, "2017-06-30").statusCode(201);
        close(project).statusCode(200);
    }

    @Test
    void what_is_out_of_reach_is_answered_as_what_does_not_exist() {
        var project = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("480000.00")
                .approved()
                .project();
        var elsewhere =
                pe.minka.testkit.Tokens.as("execution-officer").entity("300704").token();

        given().auth()
                .oauth2(elsewhere)
                .contentType("application/json")
                .body("{\"closedOn\":\"2017-07-10\"}")
                .post("/v1/projects/" + project + "/closure")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().contentType("application/json")
                .body("{\"closedOn\":\"2017-07-10\"}")
                .post("/v1/projects/" + project + "/closure")
                .then()
                .statusCode(401);
        officer("registrar")
                .body("{\"closedOn\":\"2017-07-10\"}")
                .post("/v1/projects/" + project + "/closure")
                .then()
                .statusCode(403);
        officer()
                .body("{\"closedOn\":\"2017-07-10\"}")
                .post("/v1/projects/" + UUID.randomUUID() + "/closure")
                .then()
                .statusCode(404);
        officer()
                .body("{\"closed\":\"2017-07-10\"}")
                .post("/v1/projects/" + project + "/closure")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-body"));
        given().get("/v1/projects/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/v1/processes/" + UUID.randomUUID() + "/projects?cursor=bm9uZQ")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-cursor"));
    }

    private static void cooperate(String project, String pledged) {
        officer()
                .body("""
                        {"signedOn":"2016-06-05","document":"Convenio 012-2016","parties":["COMMUNITY","MUNICIPALITY"],\
                        "pledges":[{"kind":"LABOUR","quantity":"10","unit":"person-day",\
                        "value":{"amount":"%s","currency":"PEN"}}]}""".formatted(pledged))
                .post("/v1/projects/" + project + "/cooperation-agreements")
                .then()
                .statusCode(201);
    }

    private static void report(String project, String percent, String periodEnd, int status) {
        officer()
                .body("{\"physicalPercent\":\"" + percent + "\",\"periodEnd\":\"" + periodEnd + "\"}")
                .post("/v1/projects/" + project + "/progress-reports")
                .then()
                .statusCode(status);
    }

    private static String suspend(String project) {
        return officer()
                .body("{\"cause\":\"RAINS\",\"since\":\"2016-11-20\",\"expectedUntil\":\"2017-03-01\"}")
                .post("/v1/projects/" + project + "/suspensions")
                .then()
                .statusCode(201)
                .extract()
                .path("suspension");
    }

    private static void resume(String suspension, String on, int status) {
        officer()
                .body("{\"resumedOn\":\"" + on + "\"}")
                .post("/v1/suspensions/" + suspension + "/end")
                .then()
                .statusCode(status);
    }

    private static ObjectNode modification(Coyllurqui coyllurqui, String amount) {
        var event = Examples.event("allocation", "modification-recorded")
                .put("process", coyllurqui.process)
                .put("agreement", coyllurqui.agreement);
        ((ObjectNode) event.get("amountAfter")).put("amount", amount);
        return event;
    }
}
