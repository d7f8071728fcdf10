package pe.minka.testkit.promises;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class ImportsIT {

    private static final String ENTITY = "300306";

    @Inject
    AgroalDataSource database;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void sound_rows_are_taken_and_each_other_row_says_what_is_wrong_with_it() {
        var job = finished(csv("title;cost;note\n"
                + "Well @;1250,00;\n"
                + "Fence @;12,345;\n"
                + ";;nothing\n"
                + "Well @;1,00;again\n"
                + "Road @;5\n"
                + "Bridge @;1250.00;\n"));

        assertThat(job.getString("status")).isEqualTo("FINISHED");
        assertThat(job.getLong("rowsRead")).isEqualTo(6);
        assertThat(job.getLong("rowsAccepted")).isEqualTo(2);
        rows(job, "?refused=true")
                .then()
                .body("items.line", equalTo(java.util.List.of(3, 4, 5, 6)))
                .body("items[0].errors[0].column", equalTo("cost"))
                .body("items[0].errors[0].position", equalTo(2))
                .body("items[0].errors[0].code", equalTo("unreadable-value"))
                .body("items[0].errors[0].detail", equalTo("Ese valor no se entiende."))
                .body("items[1].errors.code", equalTo(java.util.List.of("missing-value", "missing-value")))
                .body("items[2].errors[0].code", equalTo("motion-tabled-before"))
                .body("items[2].errors[0].detail", equalTo("Well " + mark + ": es"))
                .body("items[3].errors[0].code", equalTo("wrong-field-count"));
        rows(job, "").then().body("items[0].subject", not(nullValue()));
        assertThat(tabled()).isEqualTo(2);
        Events.await(
                "assembly", "motion-tabled", body -> body.path("title").asText().equals("Bridge " + mark));
    }

    @Test
    void a_row_with_a_character_that_could_not_be_kept_is_refused_alone() {
        var job = finished(csv("title;cost;note\nWell @;1;\nFence\u0000 @;2;\nRoad @;3;a\u001bb\n"));

        assertThat(job.getLong("rowsAccepted")).isEqualTo(1);
        rows(job, "?refused=true")
                .then()
                .body("items.line", equalTo(java.util.List.of(3, 4)))
                .body("items[0].errors[0].column", equalTo("title"))
                .body("items[0].errors[0].code", equalTo("refused-character"))
                .body("items[0].errors[0].detail", equalTo("El texto lleva un carácter que no se admite (U+0000)."))
                .body("items[1].errors[0].column", equalTo("note"));
    }

    @Test
    void nothing_of_a_file_stays_where_all_or_nothing_was_asked_and_one_row_is_wrong() {
        var job =
                finished(how -> how.queryParam("mode", "all-or-nothing"), "title,cost\nWell @,1\nWell @,2\nRoad @,x\n");

        assertThat(job.getString("status")).isEqualTo("REFUSED");
        rows(job, "?refused=true")
                .then()
                .body("items.errors.code.flatten()", hasItems("motion-tabled-before", "unreadable-value"));
        rows(job, "").then().body("items", hasSize(3)).body("items[0].subject", nullValue());
        assertThat(tabled()).isZero();
    }

    @Test
    void a_file_without_a_fault_is_taken_as_a_whole() {
        var job = finished(how -> how.queryParam("mode", "all-or-nothing"), "title\tcost\nWell @\t1\nRoad @\t2\n");

        assertThat(job.getString("status")).isEqualTo("FINISHED");
        assertThat(tabled()).isEqualTo(2);
    }

    @Test
    void a_rehearsal_tells_all_and_changes_nothing() {
        var job = finished(how -> how.queryParam("dryRun", true), "title,cost\nWell @,1\nRoad @,x\n");

        assertThat(job.getString("status")).isEqualTo("FINISHED");
        assertThat(job.getLong("rowsAccepted")).isEqualTo(1);
        assertThat(job.getLong("rowsRefused")).isEqualTo(1);
        assertThat(tabled()).isZero();
    }

    @Test
    void lines_of_json_are_rows_too() {
        var job = finished(
                how -> how.contentType("application/x-ndjson"),
                "{\"title\":\"Well @\",\"cost\":\"10.50\"}\n\n{\"title\":\"Road @\",\"cost\":\"1\",\"colour\":\"red\"}\n[]\n");

        assertThat(job.getLong("rowsAccepted")).isEqualTo(1);
        rows(job, "?refused=true")
                .then()
                .body("items.line", equalTo(java.util.List.of(3, 4)))
                .body("items[0].errors[0].code", equalTo("unknown-column"))
                .body("items[1].errors[0].code", equalTo("not-an-object"));
    }

    @ParameterizedTest
    @CsvSource({
        "empty-file, ''",
        "missing-column, 'title\nWell'",
        "unknown-column, 'title,cost,colour\nWell,1,red'",
        "repeated-column, 'title,cost,cost\nWell,1,2'",
        "malformed-file, 'title,cost\n\"We\"ll,1'",
    })
    void a_file_that_cannot_be_read_is_refused_with_its_reason(String code, String content) {
        var job = finished(how -> how, content);

        assertThat(job.getString("status")).isEqualTo("REFUSED");
        assertThat(job.getString("problem.code")).isEqualTo(code);
        assertThat(job.getString("problem.detail")).isNotBlank().isNotEqualTo(code + ".detail");
    }

    @Test
    void a_file_in_another_encoding_is_refused_instead_of_spoiling_names() {
        byte[] latin = "title,cost\nPe\u00f1a,1\n".getBytes(StandardCharsets.ISO_8859_1);
        String id = upload(csvRequest(), UUID.randomUUID().toString())
                .body(latin)
                .post("/v1/motions/import?entity=" + ENTITY)
                .path("id");

        assertThat(awaitEnd(id).getString("problem.code")).isEqualTo("not-utf8");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() {
        var job = finished(csv("\ufefftitle,cost\nWell @,1\n"));

        assertThat(job.getLong("rowsAccepted")).isEqualTo(1);
    }

    @Test
    void the_same_key_with_the_same_file_is_the_same_job_and_with_another_file_a_problem() {
        var key = UUID.randomUUID().toString();
        String first = upload(csvRequest(), key)
                .body("title,cost\nWell " + mark + ",1\n")
                .post("/v1/motions/import?entity=" + ENTITY)
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        upload(csvRequest(), key)
                .body("title,cost\nWell " + mark + ",1\n")
                .post("/v1/motions/import?entity=" + ENTITY)
                .then()
                .statusCode(202)
                .body("id", equalTo(first));
        upload(csvRequest(), key)
                .body("title,cost\nWell " + mark + ",2\n")
                .post("/v1/motions/import?entity=" + ENTITY)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_file_of_one_row_is_not_guessed_from_what_its_job_keeps_of_it() throws SQLException {
        var file = "title,cost\nWell " + mark + ",1\n";
        String job = upload(csvRequest(), UUID.randomUUID().toString())
                .body(file)
                .post("/v1/motions/import?entity=" + ENTITY)
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select sha256 from import_job where id = ?")) {
            select.setObject(1, UUID.fromString(job));
            try (var row = select.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).hasSize(64).isNotEqualTo(Hashes.sha256Hex(file));
            }
        }
    }

    @Test
    void a_job_of_another_entity_is_unknown() {
        var job = finished(csv("title,cost\nWell @,1\n"));

        given().auth()
                .oauth2(Tokens.as("facilitator").entity("300999").token())
                .get("/v1/imports/" + job.getString("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void the_file_and_its_key_are_gone_when_the_job_has_ended() throws SQLException {
        var job = finished(csv("title,cost\nWell @,1\n"));

        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select (select count(*) from import_file_part where job = j.id), wrapped_key from import_job j where id = ?")) {
            select.setObject(1, UUID.fromString(job.getString("id")));
            try (var row = select.executeQuery()) {
                row.next();
                assertThat(row.getLong(1)).isZero();
                assertThat(row.getBytes(2)).isNull();
            }
        }
    }

    @Test
    void a_long_file_is_taken_in_batches() {
        var content = new StringBuilder("title,cost\n");
        for (int i = 0; i < 1_000; i++) {
            content.append("Tree ").append(i).append(" @,").append(i).append('\n');
        }
        var job = finished(csv(content.append("Tree 1 @,1\n").toString()));

        assertThat(job.getLong("rowsAccepted")).isEqualTo(1_000);
        assertThat(job.getLong("rowsRefused")).isEqualTo(1);
        rows(job, "?limit=200").then().body("items", hasSize(200)).body("next", not(nullValue()));
        assertThat(tabled()).isEqualTo(1_000);
    }

    @Test
    void a_job_that_was_broken_off_goes_on_where_it_was() throws ReflectiveOperationException {
        var content = new StringBuilder("title,cost\n");
        for (int i = 0; i < 1_000; i++) {
            content.append("Tree ").append(i).append(" @,1\n");
        }
        String id = upload(csvRequest(), UUID.randomUUID().toString())
                .body(content.toString().replace("@", mark))
                .post("/v1/motions/import?entity=" + ENTITY)
                .path("id");
        try {
            Eventually.that(() -> assertThat(read(id)).isPositive());
            WorkerSwitch.stopping(true);
            Eventually.that(() -> {
                var before = read(id);
                Thread.sleep(300);
                assertThat(read(id)).isEqualTo(before).isLessThan(1_000);
            });
            assertThat(tabled()).isEqualTo(read(id));
        } finally {
            WorkerSwitch.stopping(false);
        }

        assertThat(awaitEnd(id).getLong("rowsAccepted")).isEqualTo(1_000);
        assertThat(tabled()).isEqualTo(1_000);
    }

    private static long read(String id) {
        return asFacilitator().get("/v1/imports/" + id).jsonPath().getLong("rowsRead");
    }

    private interface How extends java.util.function.UnaryOperator<RequestSpecification> {}

    private record Upload(How how, String content) {}

    private Upload csv(String content) {
        return new Upload(how -> how, content);
    }

    private JsonPath finished(Upload upload) {
        return finished(upload.how(), upload.content());
    }

    private JsonPath finished(How how, String content) {
        String id = upload(how.apply(csvRequest()), UUID.randomUUID().toString())
                .body(content.replace("@", mark).getBytes(StandardCharsets.UTF_8))
                .post("/v1/motions/import?entity=" + ENTITY)
                .then()
                .log()
                .ifError()
                .statusCode(202)
                .extract()
                .path("id");
        return awaitEnd(id);
    }

    private JsonPath awaitEnd(String id) {
        return Eventually.value(() -> {
            var job = asFacilitator()
                    .get("/v1/imports/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(job.getString("status")).isIn("FINISHED", "REFUSED", "FAILED");
            return job;
        });
    }

    private io.restassured.response.Response rows(JsonPath job, String query) {
        return asFacilitator().get("/v1/imports/" + job.getString("id") + "/rows" + query);
    }

    private static RequestSpecification upload(RequestSpecification request, String key) {
        return request.header("Idempotency-Key", key);
    }

    private static RequestSpecification csvRequest() {
        return asFacilitator().contentType("text/csv");
    }

    private static RequestSpecification asFacilitator() {
        return given().auth().oauth2(Tokens.as("facilitator").entity(ENTITY).token());
    }

    private long tabled() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from motion where title like ?")) {
            select.setString(1, "%" + mark + "%");
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
