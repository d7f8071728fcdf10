package pe.minka.allocation.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class ProjectBankIT {

    private static final String ENTITY = "300401";

    @Test
    @Tag("COY-08")
    void lists_of_several_areas_are_one_bank_with_doubles_found_by_code_and_by_name() {
        list(
                        ENTITY,
                        "Obras",
                        "AREA",
                        project("2298765", "Ampliación del sistema de agua de Pfaco", "480000.00"),
                        project(null, "Puente peatonal Huancacalla", "120000.00"))
                .statusCode(201)
                .body("projects", equalTo(2));
        list(
                        ENTITY,
                        "Social",
                        "AREA",
                        project("2298765", "Agua para Pfaco", "450000.00"),
                        project(null, "Puente peatonal de Huancacalla", "100000.00"),
                        project(null, "Losa deportiva", "50000.00"))
                .statusCode(201);

        bank("/v1/entities/" + ENTITY + "/project-bank?fiscalYear=2017")
                .statusCode(200)
                .body("lists", equalTo(2))
                .body("projects", hasSize(4))
                .body("projects[0].entries.area", contains("Obras", "Social"))
                .body("projects[0].costsDiffer", equalTo(true))
                .body("suspicions", hasSize(1))
                .body("suspicions[0].similarityPercent", equalTo(100))
                .body("suspicions[0].other.area", equalTo("Social"));
        list(ENTITY, "Social", "AREA", project(null, "Losa deportiva", "50000.00"))
                .statusCode(201);
        bank("/v1/entities/" + ENTITY + "/project-bank?fiscalYear=2017")
                .body("projects", hasSize(3))
                .body("suspicions", hasSize(0));
        list(ENTITY, "Obras", "AREA", project("2298765", "Agua", "1.00"), project("2298765", "Otra agua", "1.00"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/projects/1/code"));
        bank("/v1/entities/" + ENTITY + "/project-bank?fiscalYear=2017&similarity=10")
                .statusCode(400);
    }

    @Test
    @Tag("COY-64")
    void the_whole_programme_is_put_to_the_people_and_the_share_validated_is_of_all_of_it() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var event = Examples.event("workshop", "round-tallied");
        ((ObjectNode) event.at("/tallies/1")).put("votes", 0);
        var round = scene.tallied(event);
        String programme = list(
                        Scene.ENTITY,
                        "OPI",
                        "PROGRAMME",
                        project("2298765", "Agua", "480000.00"),
                        project(null, "PUENTE PEATONAL DE HUANCACALLA", "120000.00"),
                        project("2300000", "Posta médica", "90000.00"))
                .statusCode(201)
                .extract()
                .path("list");

        Scene.read(scene.path("reports/programme-votes") + "?list=" + programme + "&round=" + round)
                .statusCode(200)
                .body("programme", equalTo(3))
                .body("put", equalTo(2))
                .body("validated", equalTo(1))
                .body("validatedPercent", equalTo("33.3333"))
                .body("projects.validated", contains(true, false, false))
                .body("projects[0].votes", equalTo(214))
                .body("projects[2].proposal", nullValue());
    }

    private static ValidatableResponse bank(String path) {
        return Scene.as("auditor").get(path).then();
    }

    private static ValidatableResponse list(String entity, String area, String kind, String... projects) {
        return Scene.as("budget-officer", entity)
                .body("""
                        {"area":"%s","kind":"%s","fiscalYear":2017,"document":"Informe 1","receivedOn":"2016-02-01","projects":[%s]}""".formatted(area, kind, String.join(",", projects)))
                .post("/v1/entities/" + entity + "/project-lists")
                .then();
    }

    private static String project(@Nullable String code, String name, String cost) {
        return "{" + (code == null ? "" : "\"code\":\"" + code + "\",") + "\"name\":\"" + name + "\",\"cost\":"
                + Scene.soles(cost) + "}";
    }
}
