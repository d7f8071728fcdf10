package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

/** What happens where people come to ask. */
@QuarkusTest
@WithMinkaStack
class CounterIT {

    private Town town;

    @Inject
    EntityManager database;

    @BeforeEach
    void town() {
        town = Town.of("300310");
    }

    @Test
    @Tag("OCO-27")
    void whatever_is_asked_comes_in_at_one_counter_and_goes_to_its_unit() {
        var path = "/v1/entities/" + town.entity();
        for (var each : Map.of("REGISTER_AS_AGENT", "Participación Vecinal", "ASK_FOR_WORKS_FILE", "Infraestructura")
                .entrySet()) {
            town.counted()
                    .body(Map.of(
                            "procedure",
                            each.getKey(),
                            "title",
                            "Trámite de prueba",
                            "unit",
                            each.getValue(),
                            "termDays",
                            5,
                            "law",
                            "Ordenanza 003-2020-MDO"))
                    .post(path + "/procedures")
                    .then()
                    .statusCode(201);
        }
        town.counted()
                .body(Map.of("procedure", "FLY", "channel", "TELEPHONE"))
                .post(path + "/filings")
                .then()
                .statusCode(422)
                .body("code", equalTo("procedure-unknown"))
                .body("offered", hasItems("REGISTER_AS_AGENT", "ASK_FOR_WORKS_FILE"));

        var numbers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> town.counted()
                        .body(Map.of("procedure", "ASK_FOR_WORKS_FILE"))
                        .post(path + "/filings")
                        .then()
                        .statusCode(201)
                        .body("unit", equalTo("Infraestructura"))
                        .extract()
                        .<String>path("number"))
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();

        String filing = town.counted()
                .body(Map.of("procedure", "REGISTER_AS_AGENT", "channel", "FIELD_VISIT"))
                .post(path + "/filings")
                .then()
                .statusCode(201)
                .body("unit", equalTo("Participación Vecinal"))
                .extract()
                .path("filing");
        town.counted()
                .body(Map.of("unit", "Asesoría Jurídica", "because", "Pide opinión legal"))
                .post(path + "/filings/" + filing + "/forwarding")
                .then()
                .statusCode(200);
        given().get(path + "/filings/" + filing)
                .then()
                .statusCode(200)
                .body("unit", equalTo("Asesoría Jurídica"))
                .body("route.unit", contains("Participación Vecinal", "Asesoría Jurídica"));
        town.registrar()
                .queryParam("unit", "Asesoría Jurídica")
                .get(path + "/filings")
                .then()
                .body("items.filing", contains(filing));
        town.counted()
                .body(Map.of("act", "Carta 012-2020-MDO"))
                .post(path + "/filings/" + filing + "/answer")
                .then()
                .statusCode(200);
        town.counted()
                .body(Map.of("act", "Carta 013-2020-MDO"))
                .post(path + "/filings/" + filing + "/answer")
                .then()
                .statusCode(409)
                .body("code", equalTo("filing-answered"));
    }

    @Test
    @Tag("OCO-34")
    void an_application_is_asked_what_the_ordinance_asks_and_its_time_and_refusals_are_reported() {
        var process = town.process(
                town.regulation(
                        "coyllurqui-2016.v1",
                        document -> ((ObjectNode) document.path("accreditation"))
                                .put("papersEffect", "BLOCK")
                                .putArray("requires")
                                .add("ASSEMBLY_MINUTES")),
                2031);
        var path = "/v1/processes/" + process;
        given().get(path + "/application-form")
                .then()
                .statusCode(200)
                .body("asked.member", hasItems("documentNumber", "papers"))
                .body("papers", contains("ASSEMBLY_MINUTES"))
                .body("papersRefuse", equalTo(true))
                .body("notAsked", hasItem("rotationOverride"))
                .body("notAsked", not(hasItem("papers")));
        var community = town.organisation(process, "Comunidad Campesina del Mostrador", "PEASANT_COMMUNITY");
        var application = new java.util.HashMap<String, Object>(Map.of(
                "role",
                "PRINCIPAL",
                "organisation",
                community,
                "documentKind",
                "DNI",
                "documentNumber",
                Town.document(),
                "names",
                "Persona de Prueba",
                "sex",
                "FEMALE",
                "receivedAt",
                Instant.now().minus(Duration.ofHours(30)).toString()));
        town.counted()
                .body(application)
                .post(path + "/agents")
                .then()
                .statusCode(422)
                .body("errors.code", contains("paper-missing"));
        application.put("papers", List.of("ASSEMBLY_MINUTES"));
        town.counted().body(application).post(path + "/agents").then().statusCode(201);
        application.put("receivedAt", Instant.now().plusSeconds(600).toString());
        town.counted()
                .body(application)
                .post(path + "/agents")
                .then()
                .statusCode(422)
                .body("code", equalTo("application-ahead"));

        town.registrar()
                .get(path + "/application-report")
                .then()
                .statusCode(200)
                .body("accredited", equalTo(1))
                .body("refused", equalTo(1))
                .body("unmet", equalTo(Map.of("paper-missing", 1)))
                .body("waits.measured", equalTo(1))
                .body("waits.medianHours", greaterThanOrEqualTo(30));
    }
}
