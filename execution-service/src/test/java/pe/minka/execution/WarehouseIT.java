package pe.minka.execution;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.execution.Coyllurqui.officer;

@QuarkusTest
@WithMinkaStack
class WarehouseIT {

    @Test
    @Tag("ANT-39")
    void stock_moves_with_the_committees_countersign_and_never_runs_below_zero() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("480000.00")
                .approved();
        var project = coyllurqui.project();
        coyllurqui.managed(project);
        var fiscal = coyllurqui.men.get(1);
        var stranger = coyllurqui.men.get(4);

        var entry = movement(project, "ENTRY", "120");
        given().get("/v1/projects/" + project + "/stock").then().statusCode(200).body("items", empty());
        countersign(entry, stranger).statusCode(403).body("code", equalTo("not-in-office"));
        countersign(entry, fiscal).statusCode(200).body("balance", equalTo("120"));
        countersign(entry, fiscal).statusCode(409).body("code", equalTo("movement-countersigned"));

        var tooMuch = movement(project, "EXIT", "120.001");
        countersign(tooMuch, fiscal)
                .statusCode(422)
                .body("code", equalTo("stock-short"))
                .body("available", equalTo("120"));
        countersign(movement(project, "EXIT", "120"), fiscal).statusCode(200).body("balance", equalTo("0"));

        given().get("/v1/projects/" + project + "/stock-movements")
                .then()
                .body("items.countersigned", contains(true, false, true));
        officer("warehouse-keeper")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"direction\":\"EXIT\",\"item\":\"CEMENT\",\"unit\":\"bag\",\"movedOn\":\"2016-06-22\"}")
                .post("/v1/projects/" + project + "/stock-movements")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/document", "/quantity"));
    }

    private static String movement(String project, String direction, String quantity) {
        return officer("warehouse-keeper")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"direction":"%s","item":"CEMENT","unit":"bag","quantity":"%s","document":"Guía 001-88",\
                        "movedOn":"2016-06-22"}""".formatted(direction, quantity))
                .post("/v1/projects/" + project + "/stock-movements")
                .then()
                .statusCode(201)
                .extract()
                .path("movement");
    }

    private static ValidatableResponse countersign(String movement, String agent) {
        return given().auth()
                .oauth2(Tokens.as("committee-member")
                        .entity(Coyllurqui.ENTITY)
                        .agent(agent)
                        .token())
                .contentType("application/json")
                .post("/v1/stock-movements/" + movement + "/countersign")
                .then();
    }
}
