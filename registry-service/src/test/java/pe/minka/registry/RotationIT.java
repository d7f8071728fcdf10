package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** The communal board of Limatambo rotates: who sat in one of its last four sessions makes room. */
@QuarkusTest
@WithMinkaStack
class RotationIT {

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300308");
    }

    @Test
    @Tag("LIM-18")
    @Tag("LIM-19")
    void who_sat_in_the_last_four_sessions_sits_again_only_with_reason_and_handover_and_the_exceptions_are_counted() {
        var regulation = town.regulation("limatambo-1997.v1");
        var before = town.process(regulation, 2031);
        var community = town.organisation(before, "Comunidad Campesina de la Rotación", "PEASANT_COMMUNITY");
        var satFive = Town.document();
        var satLately = Town.document();
        String five =
                town.accredit(before, community, satFive, "FEMALE").extract().path("agent");
        String lately =
                town.accredit(before, community, satLately, "MALE").extract().path("agent");
        session(before, "2015-03-15", five).statusCode(201).body("sat", equalTo(1));
        for (String day : List.of("2015-06-15", "2015-09-15", "2015-12-15", "2016-03-15")) {
            session(before, day, lately).statusCode(201);
        }
        session(before, "2016-03-15", lately).statusCode(409).body("code", equalTo("body-session-exists"));
        session(before, "2999-03-15", lately).statusCode(422).body("code", equalTo("body-session-ahead"));

        var now = town.process(regulation, 2032);
        town.accredit(now, community, satFive, "FEMALE").statusCode(201);
        town.accredit(now, community, satLately, "MALE")
                .statusCode(422)
                .body("errors.code", contains("rotation-forbids"))
                .body("errors.pointer", contains("/rotationOverride"))
                .body("errors.law", contains("Acuerdo de la junta comunal"));
        override(now, community, satLately, "porque sí", "").statusCode(400);
        given().get("/v1/processes/" + now + "/rotation").then().body("bodies.overrides", contains(0));

        override(
                        now,
                        community,
                        satLately,
                        "Nadie más de la comunidad quiso el cargo",
                        "Entrega los libros de actas y acompaña a la suplente")
                .statusCode(201);

        given().get("/v1/processes/" + now + "/rotation")
                .then()
                .statusCode(200)
                .body("bodies", hasSize(1))
                .body("bodies[0].body", equalTo("COMMUNAL_BOARD"))
                .body("bodies[0].sessions", equalTo(4))
                .body("bodies[0].overrides", equalTo(1));
        given().get("/v1/processes/" + now + "/rotation/exceptions").then().statusCode(401);
        town.registrar()
                .get("/v1/processes/" + now + "/rotation/exceptions")
                .then()
                .body("items.reason", contains("Nadie más de la comunidad quiso el cargo"));
    }

    @Test
    @Tag("LIM-18")
    void where_the_body_admits_no_exception_reason_and_handover_do_not_help() {
        var regulation = town.regulation(
                "limatambo-1997.v1",
                document -> ((ObjectNode) document.path("bodies").path(0))
                        .put("rotationOverride", "NOT_ALLOWED")
                        .put("body", "STRICT_BOARD"));
        var before = town.process(regulation, 2033);
        var community = town.organisation(before, "Comunidad Campesina sin Excepción", "PEASANT_COMMUNITY");
        var document = Town.document();
        String agent =
                town.accredit(before, community, document, "MALE").extract().path("agent");
        town.counted()
                .body(Map.of("body", "STRICT_BOARD", "heldOn", "2016-03-01", "agents", List.of(agent)))
                .post("/v1/processes/" + before + "/body-sessions")
                .then()
                .statusCode(201);

        var now = town.process(regulation, 2034);
        override(now, community, document, "Una buena razón, bien escrita", "Todo queda bien entregado")
                .statusCode(422)
                .body("errors.code", contains("rotation-without-exception"));
    }

    private ValidatableResponse session(String process, String heldOn, String agent) {
        return town.counted()
                .body(Map.of("body", "COMMUNAL_BOARD", "heldOn", heldOn, "agents", List.of(agent)))
                .post("/v1/processes/" + process + "/body-sessions")
                .then();
    }

    private ValidatableResponse override(
            String process, String organisation, String document, String reason, String handover) {
        var application = new HashMap<String, Object>(Map.of(
                "role",
                "PRINCIPAL",
                "organisation",
                organisation,
                "documentKind",
                "DNI",
                "documentNumber",
                document,
                "names",
                "Persona de Prueba",
                "sex",
                "MALE"));
        application.put("rotationOverride", Map.of("reason", reason, "handover", handover));
        return town.counted()
                .body(application)
                .post("/v1/processes/" + process + "/agents")
                .then();
    }
}
