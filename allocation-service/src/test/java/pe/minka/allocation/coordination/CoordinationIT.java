package pe.minka.allocation.coordination;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithMinkaStack
class CoordinationIT {

    private static final String DISTRICT = "300501";
    private static final String PROVINCE = "300502";
    private static final String ELSEWHERE = "300503";

    @Test
    @Tag("COY-47")
    void the_same_problem_at_two_levels_shows_both_projects_and_suggests_a_joint_one() {
        registered();
        problem(DISTRICT, "Agua de Pfaco", "300000.00", "Falta de agua potable");
        problem(PROVINCE, "Sistema provincial de agua", "900000.00", "falta agua POTABLE");
        problem(ELSEWHERE, "Agua de otra provincia", "1.00", "Falta de agua potable");

        Scene.read("/v1/entities/" + DISTRICT + "/shared-problems?fiscalYear=2017")
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].projects.level", contains("DISTRICT", "PROVINCE"))
                .body("items[0].projects.name", contains("Agua de Pfaco", "Sistema provincial de agua"))
                .body("items[0].suggestion.cost.amount", equalTo("900000.00"))
                .body("items[0].suggestion.parts.percent", contains("25", "75"));
        Scene.read("/v1/entities/" + PROVINCE + "/shared-problems?fiscalYear=2017")
                .body("items[0].suggestion.parts.entity", contains(PROVINCE, DISTRICT));
        Scene.read("/v1/entities/" + ELSEWHERE + "/shared-problems?fiscalYear=2017")
                .body("items", empty());
    }

    @Test
    @Tag("NAT-09")
    void a_meeting_of_levels_records_the_joint_projects_who_pays_and_who_maintains() {
        registered();
        String road = Scene.as("budget-officer", DISTRICT)
                .body("""
                        {"entity":"%s","title":"Camino","cost":%s,"maintainer":"Municipalidad Provincial","agreedOn":"2016-05-02","shares":[
                          {"entity":"%s","percent":"60","consent":"Acta 1","consentOn":"2016-05-01"},
                          {"entity":"%s","percent":"40","consent":"Acta 2","consentOn":"2016-05-01"}]}""".formatted(DISTRICT, Scene.soles("100.00"), DISTRICT, PROVINCE))
                .post("/v1/joint-projects")
                .then()
                .statusCode(201)
                .extract()
                .path("jointProject");

        String meeting = meeting(road, participant(DISTRICT, "DISTRICT"), participant(PROVINCE, "PROVINCE"))
                .statusCode(201)
                .body("jointProjects[0].payers.entity", containsInAnyOrder(DISTRICT, PROVINCE))
                .body("jointProjects[0].maintainer", equalTo("Municipalidad Provincial"))
                .extract()
                .path("meeting");
        Scene.read("/v1/entities/" + PROVINCE + "/coordination-meetings").body("items.meeting", hasItem(meeting));
        meeting(road, participant(DISTRICT, "DISTRICT"), participant(ELSEWHERE, "DISTRICT"))
                .statusCode(422)
                .body("code", equalTo("coordination-unsound"))
                .body("errors.code", containsInAnyOrder("one-level-only", "payer-not-present"));
        meeting(road, participant(DISTRICT, "REGION"), participant(PROVINCE, "PROVINCE"))
                .statusCode(422)
                .body("errors.code", contains("level-differs"));
    }

    private static ValidatableResponse meeting(String project, String... participants) {
        return Scene.as("budget-officer", DISTRICT)
                .body("""
                        {"entity":"%s","heldOn":"2016-05-12","minutes":"Acta 2-2016","participants":[%s],"jointProjects":["%s"]}""".formatted(DISTRICT, String.join(",", participants), project))
                .post("/v1/coordination-meetings")
                .then();
    }

    private static String participant(String entity, String level) {
        return "{\"entity\":\"" + entity + "\",\"level\":\"" + level + "\",\"office\":\"Alcaldía\"}";
    }

    private static void problem(String entity, String name, String cost, String problem) {
        Scene.as("budget-officer", entity)
                .body("""
                        {"area":"Obras","kind":"AREA","fiscalYear":2017,"document":"Informe 1","receivedOn":"2016-02-01",
                         "projects":[{"name":"%s","cost":%s,"problem":"%s"}]}""".formatted(name, Scene.soles(cost), problem))
                .post("/v1/entities/" + entity + "/project-lists")
                .then()
                .statusCode(201);
    }

    private static void registered() {
        register(DISTRICT, "DISTRICT_MUNICIPALITY", "030503");
        register(PROVINCE, "PROVINCIAL_MUNICIPALITY", "030501");
        register(ELSEWHERE, "DISTRICT_MUNICIPALITY", "080306");
        for (var entity : List.of(DISTRICT, PROVINCE, ELSEWHERE)) {
            Eventually.that(() -> Scene.read("/v1/entities/" + entity + "/shared-problems?fiscalYear=2017")
                    .statusCode(200));
        }
    }

    private static void register(String entity, String kind, String ubigeo) {
        var event = Examples.event("registry", "entity-registered");
        event.put("entity", entity).put("kind", kind).put("ubigeo", ubigeo);
        Events.publish("registry", "entity-registered", event);
    }
}
