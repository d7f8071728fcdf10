package pe.minka.testkit.promises;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithMinkaStack
class RefusalsIT {

    private static final String ENTITY = "300305";

    @ParameterizedTest
    @CsvSource({
        "'', es, No se encuentra",
        "es-PE, es, No se encuentra",
        "'qu-PE,es;q=0.5', qu, Mana tarikunchu",
        "'fr,en;q=0.8', en, Not found",
        "fr, es, No se encuentra",
        "'%%%', es, No se encuentra",
    })
    void a_refusal_speaks_the_language_that_was_asked_for(String asked, String answered, String title) {
        refused(
                        facilitator().header("Accept-Language", asked).get("/v1/motions/" + UUID.randomUUID()),
                        404,
                        "not-found")
                .header("Content-Language", answered)
                .body("title", equalTo(title))
                .body("type", equalTo("urn:minka:problem:not-found"))
                .body("instance", startsWith("urn:uuid:"));
    }

    @Test
    void without_a_token_nothing_private_is_answered() {
        var response = given().get("/v1/motions/" + UUID.randomUUID());

        refused(response, 401, "unauthenticated");
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_token_that_is_old_forged_or_meant_for_others_is_none() {
        for (Tokens token : new Tokens[] {
            Tokens.as("facilitator").expired(),
            Tokens.as("facilitator").forged(),
            Tokens.as("facilitator").issuedBy("https://elsewhere.example"),
            Tokens.as("facilitator").meantFor("elsewhere")
        }) {
            refused(
                    given().auth().oauth2(token.entity(ENTITY).token()).get("/v1/motions/" + UUID.randomUUID()),
                    401,
                    "unauthenticated");
        }
    }

    @Test
    void a_role_that_is_not_permitted_is_told_so() {
        refused(
                given().auth()
                        .oauth2(Tokens.as("warehouse-keeper").entity(ENTITY).token())
                        .get("/v1/motions/" + UUID.randomUUID()),
                403,
                "forbidden-role");
    }

    @ParameterizedTest
    @CsvSource({"\\u0000, U+0000", "\\u001b, U+001B", "\\ud83d, U+D83D", "\\udca7x, U+DCA7"})
    void a_text_that_could_not_be_kept_is_refused_with_the_place_where_it_stands(String written, String named) {
        refused(
                        facilitator()
                                .contentType("application/json")
                                .header("Idempotency-Key", UUID.randomUUID())
                                .header("Accept-Language", "en")
                                .body(MotionsIT.motion("A well" + written))
                                .post("/v1/motions"),
                        400,
                        "malformed-body")
                .body("errors[0].pointer", equalTo("/title"))
                .body("errors[0].code", equalTo("refused-character"))
                .body("errors[0].character", equalTo(named))
                .body("errors[0].detail", equalTo("The text holds a character that is not taken (" + named + ")."));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/motions/%00, path, refused-character",
        "/v1/mot%07ions, path, refused-character",
        "/v1/motions?cursor=%00, cursor, refused-character",
        "/v1/motions?q=a%C2%85b, q, refused-character",
        "/v1/motions?%00=1, query, refused-character",
        "/v1/motions?on=%2B999999999-01-01, on, unreadable",
        "/v1/motions?on=-0001-12-31T00:00:00Z, on, unreadable",
        "/v1/motions?on=0000-12-31, on, unreadable",
    })
    void an_address_with_what_could_not_be_kept_is_refused(String address, String parameter, String code) {
        refused(facilitator().urlEncodingEnabled(false).get(address), 400, "malformed-request")
                .body("errors[0].pointer", equalTo(parameter))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void a_forged_cursor_with_what_could_not_be_kept_is_none() {
        var forged = Base64.getUrlEncoder().encodeToString("A\u0000".getBytes(StandardCharsets.UTF_8));

        refused(facilitator().get("/v1/motions?cursor=" + forged), 400, "unknown-cursor");
    }

    @Test
    void what_belongs_to_another_entity_looks_like_what_is_not_there() {
        String id = MotionsIT.table("A well " + UUID.randomUUID());
        var elsewhere =
                given().auth().oauth2(Tokens.as("facilitator").entity("300999").token());

        var ofOthers =
                refused(elsewhere.get("/v1/motions/" + id), 404, "not-found").extract();
        var unknown = refused(
                        given().auth()
                                .oauth2(Tokens.as("facilitator")
                                        .entity("300999")
                                        .token())
                                .get("/v1/motions/" + UUID.randomUUID()),
                        404,
                        "not-found")
                .extract();

        assertThat(ofOthers.path("detail").toString()).isEqualTo(unknown.path("detail"));
        refused(
                given().auth()
                        .oauth2(Tokens.as("facilitator").entity("300999").token())
                        .contentType("application/json")
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body(MotionsIT.motion("A road"))
                        .post("/v1/motions"),
                404,
                "not-found");
    }

    @Test
    void values_out_of_their_bounds_are_all_pointed_at() {
        refused(post("{\"entity\":\"300305\",\"title\":\"  \",\"cost\":null}"), 400, "invalid-request")
                .body("errors.pointer", hasItem("/title"))
                .body("errors.pointer", hasItem("/cost"))
                .body("errors.code", hasItem("constraint"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"entity\":",
                "[]",
                "7",
                "{\"entity\":\"300305\",\"title\":\"A\",\"cost\":{\"amount\":\"1.00\",\"currency\":\"PEN\"},\"colour\":\"red\"}",
                "{\"entity\":\"300305\",\"title\":\"A\",\"cost\":{\"amount\":1.00,\"currency\":\"PEN\"}}",
                "{\"entity\":\"300305\",\"title\":\"A\",\"cost\":{\"amount\":\"1.005\",\"currency\":\"PEN\"}}",
                "{\"entity\":\"300305\",\"title\":\"A\",\"cost\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}",
                "{\"entity\":\"300305\",\"title\":\"A\",\"title\":\"B\",\"cost\":{\"amount\":\"1.00\",\"currency\":\"PEN\"}}",
                "{\"entity\":\"30\",\"title\":\"A\",\"cost\":{\"amount\":\"1.00\",\"currency\":\"PEN\"}}",
                "{\"entity\":300305,\"title\":true,\"cost\":{\"amount\":\"1.00\",\"currency\":\"PEN\"}}",
            })
    void a_body_that_cannot_be_read_as_meant_is_refused_without_a_trace_of_the_code(String body) {
        var answer = refused(post(body), 400, "malformed-body").extract().asString();

        assertThat(answer)
                .doesNotContain("pe.minka")
                .doesNotContain("Exception")
                .doesNotContain("jackson");
    }

    @Test
    void the_member_that_cannot_be_read_is_pointed_at() {
        refused(
                        post(
                                "{\"entity\":\"300305\",\"title\":\"A\",\"cost\":{\"amount\":\"1.00\",\"currency\":\"PEN\"},\"colour\":\"red\"}"),
                        400,
                        "malformed-body")
                .body("errors[0].pointer", equalTo("/colour"))
                .body("errors[0].code", equalTo("unreadable"));
    }

    @Test
    void an_empty_body_is_refused() {
        refused(post(""), 400, "invalid-request");
    }

    @Test
    void an_unknown_address_a_wrong_method_and_a_wrong_format_each_have_their_answer() {
        refused(facilitator().get("/v1/nothing"), 404, "not-found");
        refused(facilitator().delete("/v1/motions"), 405, "method-not-allowed");
        refused(
                facilitator()
                        .contentType("application/xml")
                        .header("Idempotency-Key", "k")
                        .body("<a/>")
                        .post("/v1/motions"),
                415,
                "unsupported-media-type");
        refused(facilitator().accept("image/png").get("/v1/motions"), 406, "not-acceptable");
    }

    @Test
    void a_malformed_id_is_an_unknown_one_and_a_malformed_filter_a_bad_request() {
        refused(facilitator().get("/v1/motions/abc"), 404, "not-found");
        refused(facilitator().get("/v1/motions?limit=abc"), 400, "malformed-request");
        refused(facilitator().get("/v1/motions?limit=0"), 400, "invalid-request");
        refused(facilitator().get("/v1/motions?limit=201"), 400, "invalid-request");
        refused(facilitator().get("/v1/motions?cursor=***"), 400, "unknown-cursor");
    }

    @Test
    void a_problem_of_the_service_carries_its_values_in_its_text() {
        var title = "A well " + UUID.randomUUID();
        MotionsIT.table(title);

        refused(post(MotionsIT.motion(title)), 409, "motion-tabled-before")
                .body("detail", equalTo(title + ": es"))
                .body("title", equalTo("motion-tabled-before (es)"));
    }

    @Test
    void answers_carry_the_headers_that_protect_those_who_read_them() {
        given().get("/v1/motions")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Strict-Transport-Security", startsWith("max-age="))
                .header("Referrer-Policy", "no-referrer");
    }

    private static io.restassured.response.Response post(String body) {
        return facilitator()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/v1/motions");
    }

    private static RequestSpecification facilitator() {
        return given().auth().oauth2(Tokens.as("facilitator").entity(ENTITY).token());
    }

    private static ValidatableResponse refused(io.restassured.response.Response response, int status, String code) {
        return response.then()
                .log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }
}
