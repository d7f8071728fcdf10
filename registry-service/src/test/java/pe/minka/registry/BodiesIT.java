package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithMinkaStack
class BodiesIT {

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300699");
    }

    @Test
    @Tag("LIM-01")
    @Tag("LIM-22")
    @Tag("LIM-23")
    void a_communal_board_has_six_seats_a_community_without_officials_and_shows_its_vacancies() {
        var process = town.call(
                        town.regulation("limatambo-1997.v1", document -> document.put("level", "PROVINCE")),
                        2016,
                        Map.of())
                .statusCode(201)
                .extract()
                .<String>path("process");
        var communities = new ArrayList<String>();
        for (int i = 0; i < 33; i++) {
            communities.add(town.organisation(process, "Comunidad Campesina " + i, "PEASANT_COMMUNITY"));
        }
        var path = "/v1/processes/" + process + "/bodies";

        town.counted()
                .body(board(List.of(seat("PRESIDENT", "Alcalde", "AUTHORITY", "MALE", communities.get(0)))))
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("body-against-regulation"))
                .body("errors.code", contains("official-on-the-board"));
        var fourWomen = new ArrayList<Map<String, ?>>();
        for (int i = 0; i < 4; i++) {
            fourWomen.add(seat("MEMBER", "Delegada " + i, "CIVIL_SOCIETY", "FEMALE", communities.get(0)));
        }
        town.counted()
                .body(board(fourWomen))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.code", contains("delegation-women"));

        town.counted()
                .body(board(fourWomen.subList(0, 3)))
                .post(path)
                .then()
                .statusCode(201)
                .body("foreseen.seats", equalTo(198))
                .body("foreseen.quorum", equalTo(100))
                .body("foreseen.vacancies", hasSize(33))
                .body("foreseen.vacancies.find { it.name == 'Comunidad Campesina 0' }.vacant", equalTo(3));
        Events.await(
                "registry",
                "body-constituted",
                body -> body.path("process").asText().equals(process));
    }

    @Test
    @Tag("LIM-09")
    @Tag("ANT-56")
    @Tag("SJM-01")
    void several_bodies_stand_beside_each_other_each_with_its_composition() {
        town.counted()
                .body(Map.of(
                        "kind", "PROVINCIAL_PRODUCTIVE_BOARD",
                        "act", "Acta de constitución",
                        "seats",
                                List.of(
                                        Map.of("post", "CHAIR", "name", "Alcalde provincial", "kind", "AUTHORITY"),
                                        Map.of("post", "MEMBER", "name", "Alcalde de Limatambo", "kind", "AUTHORITY"),
                                        Map.of("post", "MEMBER", "name", "Agencia Agraria", "kind", "STATE_BODY"),
                                        Map.of(
                                                "post",
                                                "MEMBER",
                                                "name",
                                                "Productores de quinua",
                                                "kind",
                                                "CIVIL_SOCIETY",
                                                "sex",
                                                "FEMALE"))))
                .post("/v1/entities/300699/bodies")
                .then()
                .statusCode(201);
        town.counted()
                .body(Map.of(
                        "kind", "TECHNICAL_TEAM",
                        "act", "Resolución 015-2016",
                        "actDate", "2016-02-01",
                        "seats",
                                List.of(
                                        Map.of(
                                                "post",
                                                "MEMBER",
                                                "name",
                                                "Economista",
                                                "kind",
                                                "PROFESSIONAL",
                                                "paid",
                                                true),
                                        Map.of(
                                                "post",
                                                "MEMBER",
                                                "name",
                                                "Dirigente",
                                                "kind",
                                                "COMMUNITY_LEADER",
                                                "paid",
                                                true))))
                .post("/v1/entities/300699/bodies")
                .then()
                .statusCode(201);

        given().get("/v1/entities/300699/bodies")
                .then()
                .statusCode(200)
                .body("items.kind", contains("PROVINCIAL_PRODUCTIVE_BOARD", "TECHNICAL_TEAM"))
                .body(
                        "items[0].composition",
                        equalTo(Map.of("AUTHORITY", 2, "STATE_BODY", 1, "CIVIL_SOCIETY", 1, "FEMALE", 1)))
                .body("items[1].seats.paid", contains(true, true))
                .body("items[1].act", equalTo("Resolución 015-2016"));
    }

    private static Map<String, ?> board(List<? extends Map<String, ?>> seats) {
        return Map.of("kind", "COMMUNAL_BOARD", "act", "Acta de la asamblea", "seats", seats);
    }

    private static Map<String, ?> seat(String post, String name, String kind, String sex, String organisation) {
        return Map.of("post", post, "name", name, "kind", kind, "sex", sex, "organisation", organisation);
    }
}
