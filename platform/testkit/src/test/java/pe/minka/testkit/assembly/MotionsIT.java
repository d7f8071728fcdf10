package pe.minka.testkit.assembly;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class MotionsIT {

    private static final String ENTITY = "300305";

    @Test
    void what_is_acknowledged_reaches_the_broker() {
        var title = "A well " + UUID.randomUUID();

        String id = asFacilitator()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(motion(title))
                .post("/v1/motions")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .header("Location", containsString("/v1/motions/"))
                .body("cost.amount", equalTo("1250.00"))
                .extract()
                .path("id");

        var event = Events.await(
                "assembly", "motion-tabled", body -> body.path("title").asText().equals(title));
        assertThat(event.subject()).isEqualTo(id);
        assertThat(event.key()).isEqualTo(ENTITY);
        assertThat(event.body().at("/cost/amount").asText()).isEqualTo("1250.00");
    }

    static RequestSpecification asFacilitator() {
        return given().log()
                .ifValidationFails()
                .auth()
                .oauth2(Tokens.as("facilitator").entity(ENTITY).token())
                .contentType("application/json");
    }

    static String motion(String title) {
        return """
                {"entity":"%s","title":"%s","cost":{"amount":"1250.00","currency":"PEN"}}""".formatted(ENTITY, title);
    }
}
