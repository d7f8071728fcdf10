package pe.minka.allocation.joint;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithMinkaStack
class JointProjectIT {

    @Test
    @Tag("VES-51")
    void pooled_shares_come_with_the_consent_minute_of_each_neighbourhood() {
        Scene.budgetOfficer()
                .body(body("\"consent\":\"Acta B1\","))
                .post("/v1/joint-projects")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("shares.consent", contains("Acta B1", "Acta B2"))
                .body("shares.amount.amount", contains("5000.01", "5000.00"));
        Scene.budgetOfficer()
                .body(body(""))
                .post("/v1/joint-projects")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/shares/0/consent"));
        Scene.read("/v1/entities/" + Scene.ENTITY + "/joint-projects")
                .statusCode(200)
                .body("items.title", hasItem("Pista"));
    }

    @Test
    @Tag("ANT-59")
    void shares_that_do_not_add_to_a_hundred_are_refused() {
        Scene.budgetOfficer()
                .body(body("\"consent\":\"Acta B1\",").replace("\"50\"", "\"50.01\""))
                .post("/v1/joint-projects")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("shares-not-hundred"));
    }

    private static String body(String consent) {
        return """
                {"entity":"%s","title":"Pista","cost":%s,"maintainer":"Municipalidad","agreedOn":"2016-05-02","shares":[
                  {"entity":"%s","zone":"B1","percent":"50",%s"consentOn":"2016-05-01"},
                  {"entity":"%s","zone":"B2","percent":"50","consent":"Acta B2","consentOn":"2016-05-01"}]}""".formatted(Scene.ENTITY, Scene.soles("10000.01"), Scene.ENTITY, consent, Scene.ENTITY);
    }
}
