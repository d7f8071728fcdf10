package pe.minka.testkit.promises;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class OnceOnlyIT {

    @Inject
    AgroalDataSource database;

    private final String key = UUID.randomUUID().toString();
    private final String title = "A well " + UUID.randomUUID();

    @Test
    void the_same_key_with_the_same_body_gets_the_same_answer_and_has_one_effect() throws SQLException {
        var first = post(key, title)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract();
        var second = post(key, title)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract();

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(motions()).isEqualTo(1);
        Events.await(
                "assembly", "motion-tabled", body -> body.path("title").asText().equals(title));
        assertThat(Events.published("assembly", "motion-tabled"))
                .filteredOn(event -> event.body().path("title").asText().equals(title))
                .hasSize(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        post(key, title).then().statusCode(201);
        post(key, title + " and a pump").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void the_same_key_of_another_account_is_another_key() {
        post(key, title).then().statusCode(201);
        MotionsIT.asFacilitator()
                .auth()
                .oauth2(Tokens.as("facilitator")
                        .subject("another")
                        .entity(MotionsIT.ENTITY)
                        .token())
                .header("Idempotency-Key", key)
                .body(MotionsIT.motion(title + " of another"))
                .post("/v1/motions")
                .then()
                .statusCode(201);
    }

    @Test
    void while_the_first_is_at_work_the_second_is_told_to_wait() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var slow = threads.submit(() -> post("/v1/motions?slowly=true", key, title));
            Thread.sleep(500);
            var second = post("/v1/motions?slowly=true", key, title);

            second.then().statusCode(409).body("code", equalTo("request-in-flight"));
            assertThat(slow.get().statusCode()).isEqualTo(201);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void many_at_once_with_one_key_have_one_effect() throws Exception {
        var threads = Executors.newFixedThreadPool(12);
        try {
            Callable<Response> request = () -> post(key, title);
            var answers = threads.invokeAll(
                    IntStream.range(0, 24).mapToObj(i -> request).toList());
            var statuses = answers.stream()
                    .map(answer -> {
                        try {
                            return answer.get().statusCode();
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .collect(Collectors.toSet());

            assertThat(statuses).contains(201).isSubsetOf(201, 409);
            assertThat(motions()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_refusal_is_not_kept_the_request_may_come_again_when_what_stood_in_its_way_is_gone() throws SQLException {
        post(UUID.randomUUID().toString(), title).then().statusCode(201);
        post(key, title).then().statusCode(409).body("code", equalTo("motion-tabled-before"));
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from motion where title = ?")) {
            delete.setString(1, title);
            delete.executeUpdate();
        }

        post(key, title).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void a_counted_request_without_a_usable_key_is_refused() {
        MotionsIT.asFacilitator()
                .body(MotionsIT.motion(title))
                .post("/v1/motions")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        post("two words", title).then().statusCode(400).body("code", equalTo("idempotency-key-malformed"));
    }

    private static Response post(String key, String title) {
        return post("/v1/motions", key, title);
    }

    private static Response post(String address, String key, String title) {
        return MotionsIT.asFacilitator()
                .header("Idempotency-Key", key)
                .body(MotionsIT.motion(title))
                .post(address);
    }

    private long motions() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from motion where title = ?")) {
            select.setString(1, title);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
