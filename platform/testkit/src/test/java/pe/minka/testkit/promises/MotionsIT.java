package pe.minka.testkit.promises;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class MotionsIT {

    static final String ENTITY = "300305";

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

    @Test
    void a_change_names_the_version_it_changes() {
        var title = "A well " + UUID.randomUUID();
        var id = table(title);

        change(id, title, null).then().statusCode(428).body("code", equalTo("precondition-required"));
        change(id, title, "\"v7\"").then().statusCode(412).body("code", equalTo("stale-version"));
        change(id, title + " and a pump", "\"v0\"").then().statusCode(200).header("ETag", "\"v1\"");
        change(id, title, "\"v0\"").then().statusCode(412).body("code", equalTo("stale-version"));
        change(id, title, "\"v0\", \"v1\"").then().statusCode(200).header("ETag", "\"v2\"");
    }

    @Test
    void a_list_is_read_page_by_page_and_nothing_is_left_out_or_doubled() {
        var mark = "Page " + UUID.randomUUID() + " ";
        for (int i = 0; i < 5; i++) {
            table(mark + i);
        }
        var read = new ArrayList<String>();
        var address = "/v1/motions?limit=2";
        while (address != null) {
            var page = given().get(address).then().statusCode(200).extract();
            read.addAll(page.jsonPath().getList("items.title", String.class));
            String next = page.path("next");
            assertThat(page.headers().getValues("Link").stream().anyMatch(link -> link.contains("rel=\"next\"")))
                    .isEqualTo(next != null);
            address = next == null ? null : "/v1/motions?limit=2&cursor=" + next;
        }

        assertThat(read).doesNotHaveDuplicates().isSorted();
        assertThat(read).filteredOn(title -> title.startsWith(mark)).hasSize(5);
    }

    static String table(String title) {
        return asFacilitator()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(motion(title))
                .post("/v1/motions")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static io.restassured.response.Response change(String id, String title, String version) {
        var request = asFacilitator().body(motion(title));
        return (version == null ? request : request.header("If-Match", version)).put("/v1/motions/" + id);
    }

    static RequestSpecification asFacilitator() {
        return given().auth()
                .oauth2(Tokens.as("facilitator").entity(ENTITY).token())
                .contentType("application/json");
    }

    static String motion(String title) {
        return motion(title, ENTITY);
    }

    static String motion(String title, String entity) {
        return """
                {"entity":"%s","title":"%s","cost":{"amount":"1250.00","currency":"PEN"}}""".formatted(entity, title);
    }
}
