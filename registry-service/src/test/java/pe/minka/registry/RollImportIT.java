package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class RollImportIT {

    private static final String HEADER =
            "organisation,organisation_kind,document_kind,document_number,names,sex,birth_date,role\n";

    private Town ocongate;

    @BeforeEach
    void town() {
        ocongate = Town.of("300782");
    }

    @Test
    void excels_habits_are_survived_or_told() {
        var process = ocongate.process(ocongate.regulation("coyllurqui-2016.v1"), 2016);
        var twice = Town.document();
        var csv = "\uFEFF" + HEADER.replace(',', ';')
                + "Comunidad de Lauramarca;PEASANT_COMMUNITY;DNI;" + Town.document() + ";Ana Uno;F;31/03/1980;\n"
                + "COMUNIDAD DE LAURAMARCA;;;" + twice + ";\"Berta; Dos\";MUJER;;\n"
                + "Comunidad de Lauramarca;;DNI;1234567;Carla Tres;F;;\n"
                + "Comunidad de Lauramarca;;DNI;" + twice + ";Berta Otra Vez;F;;\n"
                + "Comunidad de Pacchanta;;DNI;" + Town.document() + ";Dora Cuatro;F;;\n"
                + "Comunidad de Lauramarca;;DNI;" + Town.document() + ";Elsa Cinco;X;1980-02-30;\n";

        var job = ocongate.importRoll(process, csv, Map.of("mode", "valid-rows"));

        assertThat(job.getInt("rowsAccepted")).isEqualTo(2);
        assertThat(job.getInt("rowsRefused")).isEqualTo(4);
        var rows = ocongate.registrar()
                .queryParam("refused", true)
                .get("/v1/imports/" + job.getString("id") + "/rows")
                .jsonPath();
        assertThat(rows.getList("items.line", Integer.class)).containsExactly(4, 5, 6, 7);
        assertThat(rows.getString("items[0].errors[0].code")).isEqualTo("document-leading-zero-lost");
        assertThat(rows.getString("items[0].errors[0].column")).isEqualTo("document_number");
        assertThat(rows.getString("items[0].errors[0].detail")).contains("ceros");
        assertThat(rows.getString("items[1].errors[0].code")).isEqualTo("agent-twice");
        assertThat(rows.getString("items[2].errors[0].code")).isEqualTo("organisation-kind-missing");
        assertThat(rows.getList("items[3].errors.column", String.class)).containsExactlyInAnyOrder("sex", "birth_date");
        given().get("/v1/processes/" + process + "/roll")
                .then()
                .body("agents", equalTo(2))
                .body("organisations", equalTo(1));
    }

    @Test
    void a_dry_run_leaves_nothing_and_all_or_nothing_takes_none_where_one_is_refused() {
        var process = ocongate.process(ocongate.regulation("coyllurqui-2016.v1"), 2017);
        var sound = HEADER + "Comunidad de Tinki,PEASANT_COMMUNITY,DNI," + Town.document() + ",Ana Uno,F,,\n";
        var faulty = sound + "Comunidad de Tinki,,DNI,77,Berta Dos,F,,\n";

        var dry = ocongate.importRoll(process, sound, Map.of("dryRun", true));
        assertThat(dry.getInt("rowsAccepted")).isEqualTo(1);
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(0));

        var none = ocongate.importRoll(process, faulty, Map.of("mode", "all-or-nothing"));
        assertThat(none.getString("status")).isEqualTo("REFUSED");
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(0));

        assertThat(ocongate.importRoll(process, sound, Map.of()).getInt("rowsAccepted"))
                .isEqualTo(1);
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(1));
    }

    @Test
    @Tag("COY-44")
    void what_a_clerk_took_down_without_connection_arrives_once_however_often_it_is_sent() {
        var process = ocongate.process(ocongate.regulation("coyllurqui-2016.v1"), 2018);
        var captured = IntStream.range(0, 3)
                .mapToObj(i ->
                        "{\"organisation\":\"Comunidad de Upis\",\"organisation_kind\":\"PEASANT_COMMUNITY\",\"document_number\":\""
                                + Town.document()
                                + "\",\"names\":\"Agente Remoto\",\"sex\":\"F\",\"language\":\"qu\"}\n")
                .collect(Collectors.joining());
        var key = UUID.randomUUID().toString();

        var first = send(process, key, captured);
        var repeated = send(process, key, captured);
        var later = send(process, UUID.randomUUID().toString(), captured);

        assertThat(first.getInt("rowsAccepted")).isEqualTo(3);
        assertThat(repeated.getString("id")).isEqualTo(first.getString("id"));
        assertThat(later.getInt("rowsRefused")).isEqualTo(3);
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(3));
    }

    private io.restassured.path.json.JsonPath send(String process, String key, String lines) {
        return Town.followed(
                given().auth()
                        .oauth2(ocongate.token())
                        .header("Idempotency-Key", key)
                        .config(io.restassured.RestAssured.config()
                                .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                        .encodeContentTypeAs(
                                                "application/x-ndjson", io.restassured.http.ContentType.TEXT)))
                        .contentType("application/x-ndjson")
                        .body(lines)
                        .post("/v1/processes/" + process + "/roll-imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"),
                ocongate.token());
    }
}
