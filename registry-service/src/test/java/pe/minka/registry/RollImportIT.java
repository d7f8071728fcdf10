package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    void a_roll_of_several_batches_meets_what_it_brought_itself_and_what_an_earlier_year_brought() {
        var rules = ocongate.regulation(
                "coyllurqui-2016.v1",
                document -> ((ObjectNode) document.at("/participation")).put("oneVotePerOrganisation", true));
        var people = IntStream.range(0, 1_100).mapToObj(i -> Town.document()).toList();
        var sound = HEADER
                + IntStream.range(0, 1_100)
                        .mapToObj(i -> "Comité de Riego " + i + ",PRODUCERS_ASSOCIATION,DNI," + people.get(i)
                                + ",Persona de Prueba,F,1980-03-31,\n")
                        .collect(Collectors.joining());
        var again = sound
                + ("Comité Nuevo,PRODUCERS_ASSOCIATION,DNI," + people.get(3) + ",Persona Dos Veces,F,,\n")
                + ("COMITE DE RIEGO 1099,,DNI," + Town.document() + ",Segunda del Comité,F,,\n")
                + ("Comité de Riego 7,,DNI," + Town.document() + ",Suplente del Comité,F,,ALTERNATE\n")
                + ("Comité Último,PRODUCERS_ASSOCIATION,DNI," + Town.document() + ",La Última,F,,\n");

        for (int year = 2021; year <= 2022; year++) {
            var process = ocongate.process(rules, year);
            var job = ocongate.importRoll(process, again, Map.of());
            assertThat(job.getInt("rowsAccepted")).as("in %d", year).isEqualTo(1_102);
            var rows = ocongate.registrar()
                    .queryParam("refused", true)
                    .get("/v1/imports/" + job.getString("id") + "/rows")
                    .jsonPath();
            assertThat(rows.getList("items.number", Integer.class)).containsExactly(1_101, 1_102);
            assertThat(rows.getList("items.errors.code.flatten()", String.class))
                    .containsExactly("agent-twice", "organisation-has-its-agent");
            given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(1_102));
        }
        var third = ocongate.process(rules, 2023);
        assertThat(ocongate.importRoll(third, again, Map.of("mode", "all-or-nothing"))
                        .getInt("rowsRefused"))
                .isEqualTo(2);
        assertThat(ocongate.importRoll(third, sound, Map.of("dryRun", true)).getInt("rowsAccepted"))
                .isEqualTo(1_100);
        given().get("/v1/processes/" + third + "/roll").then().body("agents", equalTo(0));
        assertThat(ocongate.importRoll(third, sound, Map.of("mode", "all-or-nothing"))
                        .getString("status"))
                .isEqualTo("FINISHED");
        given().get("/v1/processes/" + third + "/roll").then().body("agents", equalTo(1_100));
    }

    @Test
    void an_organisation_sends_no_more_agents_than_the_ordinance_lets_it_however_they_come_in_a_file() {
        var rules = ocongate.regulation("ocongate-2020.v1", document -> {
            ((ObjectNode) document.at("/participation")).put("oneVotePerOrganisation", false);
            ((ObjectNode) document.at("/accreditation")).put("agentsPerOrganisation", 2);
        });
        var process = ocongate.call(rules, 2024, Map.of("calledOn", "2020-03-21"))
                .statusCode(201)
                .extract()
                .<String>path("process");
        var csv = HEADER
                + IntStream.range(0, 4)
                        .mapToObj(i -> "Club de Madres de Tinki" + (i < 3 ? "" : " Alto") + ",WOMENS_ORGANISATION,DNI,"
                                + Town.document() + ",Persona " + i + ",F,1980-03-31,\n")
                        .collect(Collectors.joining());

        var job = ocongate.importRoll(process, csv, Map.of());

        assertThat(job.getInt("rowsAccepted")).isEqualTo(3);
        assertThat(ocongate.registrar()
                        .queryParam("refused", true)
                        .get("/v1/imports/" + job.getString("id") + "/rows")
                        .jsonPath()
                        .getString("items[0].errors[0].code"))
                .isEqualTo("organisation-has-its-agent");
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
