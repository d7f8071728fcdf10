package pe.minka.allocation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class ImportIT {

    /** Five lines as the ministry publishes them: the third below its opening budget, the fifth accrued over committed. */
    private static final String MINISTRY = """
            fiscal_year,ubigeo,sec_ejec,municipality,pia,pim,certified,annual_commitment,monthly_commitment,accrued,disbursed,progress_pct\r
            %1$d,010101,%2$s1,MUNICIPALIDAD PROVINCIAL DE CHACHAPOYAS,62334134,132120049,128568720,127133235,124314821,78701528,78691570,59.6\r
            %1$d,010102,%2$s2,MUNICIPALIDAD DISTRITAL DE ASUNCION,668471,895516,722229,712456,712456,712204,712204,79.5\r
            %1$d,010103,%2$s3,"MUNICIPALIDAD DISTRITAL DE ""BALSAS""\",3352810,3352809,2789812,1099175,1085730,1003929,1003929,29.9\r
            %1$d,010104,%2$s4,MUNICIPALIDAD DISTRITAL DE CHETO,1462271,6902114,6641637,3848387,3848386,2631595,2631595,38.1\r
            %1$d,010105,%2$s5,MUNICIPALIDAD DISTRITAL DE CHILIQUIN,1849457,8421242,7774646,7751501,7739421,7739422,7739421,91.9\r
            """;

    private static final String BUDGET = """
            fiscal_year;cui;rubro;spending_class;pia;title
            2031;2298765;18;INVESTMENT;480000,00;Agua
            2031;2298766;18;INVESTMENT;-1;Puente
            2031;2298767;18;INVESTMENT;0.001;Losa
            2031;2298768;99;INVESTMENT;1;Canal
            2031;;07;CURRENT;120000;Limpieza
            2031;2298765;18;INVESTMENT;1;Agua otra vez
            2031;2298769;18
            """;

    @Inject
    Statements statements;

    @Test
    void what_the_ministry_publishes_is_taken_flagged_and_never_lost() {
        var file = national(MINISTRY.formatted(2024, "30100"), "");

        finished(file)
                .body("status", equalTo("FINISHED"))
                .body("lines", equalTo(5))
                .body("added", equalTo(5))
                .body("refused", equalTo(0))
                .body("flagged", equalTo(2))
                .body("ignoredColumns", contains("ubigeo", "progress_pct"));
        lines(file, "only=FLAGGED")
                .body("items.line", contains(4, 6))
                .body("items[0].flags[0].column", equalTo("pim"))
                .body("items[0].flags[0].position", equalTo(6))
                .body("items[0].flags[0].detail", containsString("PIA"))
                .body("items[1].flags[0].code", equalTo("phase-over-earlier"));
        given().get("/v1/entities/301003/published-lines/2024?kind=execution")
                .then()
                .body("items[0].title", equalTo("MUNICIPALIDAD DISTRITAL DE \"BALSAS\""))
                .body("items[0].flags", contains("pim-below-pia"))
                .body("items[0].amounts.disbursed.amount", equalTo("1003929.00"));
        String next = lines(file, "limit=2")
                .body("items.number", contains(1, 2))
                .extract()
                .path("next");
        lines(file, "limit=3&cursor=" + next).body("items.number", contains(3, 4, 5));
    }

    @Test
    void the_same_file_once_more_changes_nothing_and_a_newer_one_shows_each_difference_in_a_dry_run_too() {
        var first = MINISTRY.formatted(2023, "30101");
        var newer = first.replace("712204,712204,79.5", "712300,712204,79.6");
        finished(national(first, "")).body("added", equalTo(5));

        finished(national(first, "")).body("unchanged", equalTo(5)).body("added", equalTo(0));
        for (var dryRun : new String[] {"&dryRun=true", ""}) {
            var file = national(newer, dryRun);
            finished(file)
                    .body("status", equalTo("FINISHED"))
                    .body("changed", equalTo(1))
                    .body("unchanged", equalTo(4));
            lines(file, "only=CHANGED")
                    .body("items", hasSize(1))
                    .body("items[0].line", equalTo(3))
                    .body("items[0].changes.field", contains("accrued"))
                    .body("items[0].changes[0].before", equalTo("712204.00"))
                    .body("items[0].changes[0].after", equalTo("712300.00"));
        }
        finished(national(newer, "")).body("unchanged", equalTo(5));
    }

    @Test
    void unsound_lines_are_told_with_line_and_column_and_the_sound_ones_are_taken_or_none_as_asked() {
        var refused = own(BUDGET, "&mode=all-or-nothing");
        finished(refused).body("status", equalTo("REFUSED")).body("refused", equalTo(5));
        assertThat(published(2031)).isZero();

        var file = own(BUDGET, "");
        finished(file)
                .body("status", equalTo("FINISHED"))
                .body("added", equalTo(2))
                .body("refused", equalTo(5));
        lines(file, "only=REFUSED")
                .body("items.line", contains(3, 4, 5, 7, 8))
                .body("items[0].errors[0].column", equalTo("pia"))
                .body("items[1].errors[0].position", equalTo(5))
                .body("items[2].errors[0].code", equalTo("unknown-funding-line"))
                .body("items[3].errors[0].code", equalTo("repeated-row"))
                .body("items[3].errors[0].detail", containsString("2"))
                .body("items[4].errors[0].code", equalTo("wrong-field-count"));
        assertThat(published(2031)).isEqualTo(2);
        var path = "/v1/entities/300305/published-lines/2031?kind=budget-lines";
        String next = given().get(path + "&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].line", equalTo("07"))
                .body("items[0].amounts.pia.amount", equalTo("120000.00"))
                .body("items[0].fileLine", equalTo(6))
                .extract()
                .path("next");
        given().get(path + "&limit=1&cursor=" + next)
                .then()
                .body("items.uniqueInvestmentCode", contains("2298765"))
                .body("next", nullValue());
        given().get(path + "&cursor=bm8").then().statusCode(400).body("code", equalTo("unknown-cursor"));
    }

    @Test
    void the_same_key_is_the_same_job_and_another_file_under_it_is_refused() {
        var key = UUID.randomUUID().toString();
        var content = BUDGET.replace("2031", "2032");
        String file = post(officer(key), "/v1/entities/300305/imports?kind=budget-lines", content)
                .statusCode(202)
                .extract()
                .path("file");

        post(officer(key), "/v1/entities/300305/imports?kind=budget-lines", content)
                .statusCode(202)
                .body("file", equalTo(file));
        post(officer(key), "/v1/entities/300305/imports?kind=budget-lines", BUDGET)
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        post(officer(key), "/v1/entities/300305/imports?kind=budget-lines&mode=some", BUDGET)
                .statusCode(400)
                .body("code", equalTo("unknown-import-mode"));
        given().auth()
                .oauth2(Tokens.as("budget-officer").entity("300305").token())
                .contentType("text/csv")
                .body(content)
                .post("/v1/entities/300305/imports?kind=budget-lines")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void a_file_that_cannot_be_read_as_a_whole_is_refused_at_once_and_a_zipped_one_is_read() throws IOException {
        var path = "/v1/entities/300305/imports?kind=budget-lines";
        post(officer(), path, "fiscal_year,cui,pia\n2033,2298765,1\n")
                .statusCode(422)
                .body("code", equalTo("import-file-unreadable"))
                .body("errors[0].code", equalTo("missing-column"));
        post(officer(), path, "").statusCode(422).body("errors[0].code", equalTo("empty-file"));
        var latin = BUDGET.replace("Agua", "Ñuñoa").getBytes(StandardCharsets.ISO_8859_1);
        post(officer(), path, latin).statusCode(422).body("errors[0].code", equalTo("not-utf8"));
        var zipped = zipped(BUDGET.replace("2031", "2033"));
        post(officer().header("Content-Encoding", "gzip"), path, Arrays.copyOf(zipped, zipped.length - 12))
                .statusCode(422)
                .body("errors[0].code", equalTo("broken-off"));
        assertThat(staged("2033")).isZero();

        String file = post(officer().header("Content-Encoding", "gzip"), path, zipped)
                .statusCode(202)
                .extract()
                .path("file");
        finished(file).body("added", equalTo(2));
    }

    @Test
    void an_upload_that_is_cut_off_leaves_nothing_and_is_repeated_with_the_same_key() throws IOException {
        var key = UUID.randomUUID().toString();
        var content = BUDGET.replace("2031", "2034");
        var token = Tokens.as("budget-officer")
                .entity("300305")
                .subject("officer-300305")
                .token();
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var out = socket.getOutputStream();
            out.write(("POST /v1/entities/300305/imports?kind=budget-lines HTTP/1.1\r\nHost: localhost\r\n"
                            + "Authorization: Bearer " + token + "\r\nContent-Type: text/csv\r\nIdempotency-Key: " + key
                            + "\r\nContent-Length: 10000000\r\n\r\n" + content)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        Eventually.that(() -> post(officer(key), "/v1/entities/300305/imports?kind=budget-lines", content)
                .statusCode(202)
                .body("lines", equalTo(7)));
        assertThat(statements.list("select lines from bulk_file where idempotency_key = ?", row -> row.getLong(1), key))
                .containsExactly(7L);
    }

    @Test
    void a_crash_in_the_middle_of_taking_a_file_leaves_nothing_and_the_next_attempt_takes_it_whole() {
        var file = new String[1];
        QuarkusTransaction.requiringNew().run(() -> {
            statements.alone("published-lines/EXECUTION");
            file[0] = national(MINISTRY.formatted(2022, "30102"), "");
            Eventually.that(() -> assertThat(killWhoWaits()).isEqualTo(1));
            assertThat(statements.list(
                            "select count(*) from published_line where fiscal_year = 2022 and entity like '30102%'",
                            row -> row.getLong(1)))
                    .containsExactly(0L);
        });

        finished(file[0]).body("status", equalTo("FINISHED")).body("added", equalTo(5));
        assertThat(statements.list(
                        "select attempts from bulk_file where id = ?", row -> row.getInt(1), UUID.fromString(file[0])))
                .allMatch(attempts -> attempts >= 2);
    }

    @Test
    void a_file_is_followed_by_who_reaches_it_and_by_nobody_else() {
        var file = own("fiscal_year,cui,rubro,spending_class,pia\n", "");
        finished(file).body("lines", equalTo(0)).body("entity", equalTo("300305"));
        var nation = national(MINISTRY.formatted(2021, "30103"), "&dryRun=true");

        as("budget-officer", "300306").get("/v1/imports/" + file).then().statusCode(404);
        officer().get("/v1/imports/" + nation + "/lines").then().statusCode(404);
        given().get("/v1/imports/" + file).then().statusCode(401);
        post(as("participant", "300305"), "/v1/entities/300305/imports?kind=execution", BUDGET)
                .statusCode(403);
        post(as("budget-officer", "300306"), "/v1/entities/300305/imports?kind=execution", BUDGET)
                .statusCode(404);
        post(officer(), "/v1/imports?kind=execution", BUDGET).statusCode(403);
        post(officer(), "/v1/entities/300305/imports?kind=anything", BUDGET).statusCode(400);
    }

    /** Ends the database session of the worker that waits for the lines, as the death of its process would. */
    private int killWhoWaits() {
        return statements
                .list(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted",
                        row -> row.getBoolean(1))
                .size();
    }

    private long published(int year) {
        return statements
                .list("select count(*) from published_line where fiscal_year = ?", row -> row.getLong(1), year)
                .get(0);
    }

    private long staged(String year) {
        return statements
                .list(
                        "select count(*) from bulk_line where fiscal_year = ?",
                        row -> row.getLong(1),
                        Integer.parseInt(year))
                .get(0);
    }

    private static String national(String content, String how) {
        return post(as("platform-admin", "000000"), "/v1/imports?kind=execution" + how, content)
                .statusCode(202)
                .header("Location", notNullValue())
                .extract()
                .path("file");
    }

    private static String own(String content, String how) {
        return post(officer(), "/v1/entities/300305/imports?kind=budget-lines" + how, content)
                .statusCode(202)
                .extract()
                .path("file");
    }

    private static ValidatableResponse finished(String file) {
        Eventually.that(() -> admin(file).body("endedAt", notNullValue()));
        return admin(file);
    }

    private static ValidatableResponse admin(String file) {
        return as("platform-admin", "000000").get("/v1/imports/" + file).then();
    }

    private static ValidatableResponse lines(String file, String query) {
        return as("platform-admin", "000000")
                .get("/v1/imports/" + file + "/lines?" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(RequestSpecification request, String path, Object body) {
        var given = request.contentType("text/csv");
        return (body instanceof byte[] bytes
                        ? given.body(bytes)
                        : given.body(body.toString().getBytes(StandardCharsets.UTF_8)))
                .post(path)
                .then();
    }

    private static RequestSpecification officer() {
        return officer(UUID.randomUUID().toString());
    }

    private static RequestSpecification officer(String key) {
        return given().auth()
                .oauth2(Tokens.as("budget-officer")
                        .entity("300305")
                        .subject("officer-300305")
                        .token())
                .header("Idempotency-Key", key);
    }

    private static RequestSpecification as(String role, String entity) {
        return given().auth()
                .oauth2(Tokens.as(role).entity(entity).token())
                .header("Idempotency-Key", UUID.randomUUID());
    }

    private static byte[] zipped(String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
