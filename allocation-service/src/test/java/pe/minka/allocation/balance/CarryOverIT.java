package pe.minka.allocation.balance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class CarryOverIT {

    @Test
    @Tag("VES-34")
    void what_is_unspent_at_the_end_of_the_year_slides_into_the_next_one_with_its_project() {
        var scene = Scene.under("coyllurqui-2016.v1");
        scene.signedAct("500000.00");
        String agreement = Scene.read(scene.path("agreements")).extract().path("items[0].agreement");
        String proposal = Scene.read(scene.path("agreements")).extract().path("items[0].proposal");

        close(agreement, 2018, "0.00").statusCode(409).body("code", equalTo("earlier-year-open"));
        close(agreement, 2017, "480000.01").statusCode(422).body("available", equalTo("480000.00"));
        close(agreement, 2017, "130000.01")
                .statusCode(201)
                .body("toYear", equalTo(2018))
                .body("balance.amount", equalTo("349999.99"));
        close(agreement, 2017, "0.00").statusCode(409).body("code", equalTo("year-already-closed"));
        close(agreement, 2018, "349999.98")
                .statusCode(201)
                .body("available.amount", equalTo("349999.99"))
                .body("balance.amount", equalTo("0.01"));
        close(agreement, 2019, "0.01").statusCode(201).body("balance.amount", equalTo("0.00"));
        close(agreement, 2020, "0.00").statusCode(409).body("code", equalTo("nothing-to-carry"));

        Scene.read("/v1/agreements/" + agreement + "/carry-overs")
                .body("proposal", equalTo(proposal))
                .body("items.fromYear", contains(2017, 2018, 2019));
    }

    @Test
    void a_year_that_is_not_over_and_an_agreement_of_another_entity_are_refused() {
        var scene = Scene.under("coyllurqui-2016.v1");
        scene.signedAct("500000.00");
        String agreement = Scene.read(scene.path("agreements")).extract().path("items[0].agreement");

        close(agreement, 2100, "0.00").statusCode(409).body("code", equalTo("fiscal-year-not-over"));
        Scene.as("budget-officer", "300704")
                .body(body(2017, "0.00"))
                .post("/v1/agreements/" + agreement + "/carry-overs")
                .then()
                .statusCode(404);
        Scene.read("/v1/agreements/" + agreement + "/carry-overs").body("items", hasSize(0));
    }

    private static ValidatableResponse close(String agreement, int year, String spent) {
        return Scene.budgetOfficer()
                .body(body(year, spent))
                .post("/v1/agreements/" + agreement + "/carry-overs")
                .then();
    }

    private static String body(int year, String spent) {
        return "{\"fromYear\":%d,\"spent\":%s,\"document\":\"Balance\"}".formatted(year, soles(spent));
    }
}
