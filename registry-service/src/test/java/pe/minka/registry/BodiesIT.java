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
import static org.hamcrest.Matchers.nullValue;

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
    @Tag("COY-89")
    void a_council_without_the_women_that_the_ordinance_asks_for_is_refused() {
        var here = Town.of("300786");
        var process = here.process(
                here.regulation(
                        "coyllurqui-2016.v1",
                        document -> document.withArray("/quotas")
                                .addObject()
                                .put("of", "COORDINATION_COUNCIL")
                                .put("group", "WOMEN")
                                .put("minimumPercent", "30")
                                .put("effect", "BLOCK")
                                .put("law", "Ordenanza")),
                2018);

        council(here, process, 2)
                .statusCode(422)
                .body("code", equalTo("body-against-regulation"))
                .body("errors.code", contains("quota-unmet"))
                .body("errors.have", contains(2))
                .body("errors.need", contains(3));
        council(here, process, 3).statusCode(201);
    }

    private static io.restassured.response.ValidatableResponse council(Town town, String process, int women) {
        var seats = new ArrayList<Map<String, ?>>();
        for (int i = 0; i < 10; i++) {
            seats.add(Map.of(
                    "post",
                    "MEMBER",
                    "name",
                    "Miembro " + i,
                    "kind",
                    "AUTHORITY",
                    "sex",
                    i < women ? "FEMALE" : "MALE"));
        }
        seats.add(Map.of("post", "MEMBER", "kind", "CIVIL_SOCIETY", "sex", "FEMALE"));
        return town.counted()
                .body(Map.of("kind", "LOCAL_COORDINATION_COUNCIL", "act", "Acta de instalación", "seats", seats))
                .post("/v1/processes/" + process + "/bodies")
                .then();
    }

    @Test
    void a_session_without_its_quorum_may_be_held_and_agrees_on_nothing() {
        var here = Town.of("300786");
        var process = here.call(here.regulation("limatambo-1997.v1"), 2016, Map.of())
                .statusCode(201)
                .extract()
                .<String>path("process");
        var community = here.organisation(process, "Comunidad Campesina del Quórum", "PEASANT_COMMUNITY");
        var seats = new ArrayList<Map<String, ?>>();
        for (int i = 0; i < 5; i++) {
            seats.add(seat("MEMBER", "Delegado " + i, "CIVIL_SOCIETY", i < 3 ? "FEMALE" : "MALE", community));
        }
        String board = here.counted()
                .body(board(seats))
                .post("/v1/processes/" + process + "/bodies")
                .then()
                .statusCode(201)
                .body("foreseen.quorum", equalTo(4))
                .extract()
                .path("body");

        session(here, board, "1997-09-14", List.of(0, 1, 2), List.of("El camino va primero"))
                .statusCode(422)
                .body("errors.code", contains("quorum-missing"))
                .body("errors.quorum", contains(4));
        session(here, board, "1997-09-14", List.of(0, 1, 2), List.of())
                .statusCode(201)
                .body("quorum", equalTo(4));
        session(here, board, "1997-10-14", List.of(0, 1, 2, 3), List.of("El camino va primero"))
                .statusCode(201)
                .body("present", equalTo(4));
    }

    private static io.restassured.response.ValidatableResponse session(
            Town town, String body, String day, List<Integer> present, List<String> agreements) {
        return town.counted()
                .body(Map.of(
                        "heldOn",
                        day,
                        "agenda",
                        List.of("Caminos"),
                        "present",
                        present,
                        "minutes",
                        "Libro 2, folio 14",
                        "agreements",
                        agreements))
                .post("/v1/bodies/" + body + "/meetings")
                .then();
    }

    @Test
    void a_technical_team_whose_term_is_over_answers_for_no_call() {
        var here = Town.of("300784");
        var regulation = here.regulation(
                "coyllurqui-2016.v1",
                document -> document.withObject("/call").putArray("requires").add("TECHNICAL_TEAM_CONSTITUTED"));
        team(here, "2014-01-01", "2015-12-31");
        team(here, "2016-03-22", "2018-12-31");

        here.call(regulation, 2036, Map.of())
                .statusCode(409)
                .body("code", equalTo("call-incomplete"))
                .body("errors.requires", contains("TECHNICAL_TEAM_CONSTITUTED"));
        team(here, "2016-01-01", "2016-03-21");
        here.call(regulation, 2036, Map.of()).statusCode(201);
    }

    private static void team(Town here, String from, String until) {
        here.counted()
                .body(Map.of(
                        "kind",
                        "TECHNICAL_TEAM",
                        "act",
                        "Resolución de Alcaldía",
                        "seats",
                        List.of(Map.of("post", "CHAIR", "name", "Jefe de Planeamiento")),
                        "termFrom",
                        from,
                        "termUntil",
                        until))
                .post("/v1/entities/" + here.entity() + "/bodies")
                .then()
                .statusCode(201);
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

    @Test
    @Tag("LIM-07")
    void a_second_body_complements_the_board_with_its_own_members_agenda_and_minutes() {
        var limatambo = Town.of("300704");
        var board = body(
                limatambo,
                Map.of(
                        "kind", "COMMUNAL_BOARD",
                        "act", "Acta de la asamblea de 1993",
                        "termFrom", "1993-08-01",
                        "seats", List.of(Map.of("post", "MEMBER", "name", "Delegada de Sauceda", "sex", "FEMALE"))));
        var committee = body(
                limatambo,
                Map.of(
                        "kind", "COORDINATION_COMMITTEE",
                        "act", "Acta de 1997",
                        "termFrom", "1997-03-01",
                        "seats",
                                List.of(
                                        Map.of("post", "CHAIR", "name", "Alcalde", "kind", "AUTHORITY"),
                                        Map.of("post", "MEMBER"))));

        meet(limatambo, board, "1997-09-14", "Plan de caminos", List.of(0))
                .statusCode(201)
                .body("present", equalTo(1));
        meet(limatambo, committee, "1997-09-14", "Coordinación con salud", List.of(0))
                .statusCode(201)
                .body("seats", equalTo(2));
        meet(limatambo, board, "1997-09-14", "Otra vez", List.of(0))
                .statusCode(409)
                .body("code", equalTo("meeting-exists"));
        meet(limatambo, committee, "1996-01-10", "Antes de nacer", List.of(0, 1, 5))
                .statusCode(422)
                .body("errors.code", contains("meeting-outside-the-term", "seat-vacant", "seat-vacant"))
                .body("errors.pointer", contains("/heldOn", "/present/1", "/present/2"));
        meet(Town.of("300699"), board, "1997-10-10", "De fuera", List.of()).statusCode(404);

        given().get("/v1/bodies/" + board + "/meetings")
                .then()
                .body("items.agenda", contains(List.of("Plan de caminos")));
        given().get("/v1/bodies/" + committee + "/meetings")
                .then()
                .body("items.agenda", contains(List.of("Coordinación con salud")))
                .body("items[0].minutes", equalTo("Libro 2, folio 14"));
        given().get("/v1/entities/300704/bodies")
                .then()
                .body("items.kind", contains("COMMUNAL_BOARD", "COORDINATION_COMMITTEE"))
                .body("items[0].seats.name", contains("Delegada de Sauceda"))
                .body("items[1].seats[0].name", equalTo("Alcalde"));
    }

    @Test
    void a_seat_changes_hands_by_act_and_who_held_it_before_counts_for_the_days_before() {
        var town = Town.of("300904");
        var board = body(
                town,
                Map.of(
                        "kind", "COMMUNAL_BOARD",
                        "act", "Acta de la asamblea de 1993",
                        "termFrom", "1993-08-01",
                        "seats",
                                List.of(
                                        Map.of("post", "CHAIR", "name", "Delegado de Sauceda", "sex", "MALE"),
                                        Map.of("post", "MEMBER", "name", "Delegada de Pampaconga", "sex", "FEMALE"))));

        succeed(town, board, Map.of("seat", 0, "since", "1998-02-01", "cause", "RESIGNED", "act", "Libro 2, folio 31"))
                .statusCode(201)
                .body("seats[0].name", nullValue())
                .body("seats[0].post", equalTo("CHAIR"))
                .body("composition.VACANT", equalTo(1));
        meet(town, board, "1998-02-01", "Sin presidente", List.of(0, 1))
                .statusCode(422)
                .body("errors.code", contains("seat-vacant"));
        meet(town, board, "1998-01-31", "Su última sesión", List.of(0, 1)).statusCode(201);
        succeed(
                        town,
                        board,
                        Map.of(
                                "seat",
                                0,
                                "since",
                                "1998-03-01",
                                "cause",
                                "VACANCY_FILLED",
                                "act",
                                "Libro 2, folio 33",
                                "name",
                                "Delegada de Sauceda",
                                "sex",
                                "FEMALE"))
                .statusCode(201)
                .body("composition.FEMALE", equalTo(2))
                .body("composition.VACANT", nullValue());
        meet(town, board, "1998-02-28", "Aún sin presidenta", List.of(0))
                .statusCode(422)
                .body("errors.code", contains("seat-vacant"));
        meet(town, board, "1998-03-01", "Con presidenta", List.of(0)).statusCode(201);

        succeed(town, board, Map.of("seat", 0, "since", "1998-02-15", "cause", "DIED", "act", "Libro 2, folio 34"))
                .statusCode(422)
                .body("code", equalTo("succession-untimely"))
                .body("errors.code", contains("succession-before-the-last"))
                .body("errors.last", contains("1998-03-01"));
        succeed(town, board, Map.of("seat", 1, "since", "1993-07-31", "cause", "DIED", "act", "Libro 1, folio 1"))
                .statusCode(422)
                .body("errors.code", contains("succession-outside-the-term"));
        succeed(town, board, Map.of("seat", 1, "since", "2999-01-01", "cause", "DIED", "act", "Libro 9, folio 1"))
                .statusCode(422)
                .body("errors.code", contains("succession-ahead"));
        succeed(town, board, Map.of("seat", 2, "since", "1998-02-01", "cause", "DIED", "act", "Libro 2, folio 31"))
                .statusCode(404);
        succeed(
                        Town.of("300699"),
                        board,
                        Map.of("seat", 0, "since", "1998-04-01", "cause", "DIED", "act", "Libro 2, folio 31"))
                .statusCode(404);

        given().get("/v1/bodies/" + board + "/seat-successions")
                .then()
                .body("items.since", contains("1998-02-01", "1998-03-01"))
                .body("items[0].before", equalTo("Delegado de Sauceda"))
                .body("items[1].holder", equalTo("Delegada de Sauceda"));
        Events.await(
                "registry",
                "body-constituted",
                event -> event.path("body").asText().equals(board)
                        && event.at("/seats/0/name").asText().equals("Delegada de Sauceda"));
    }

    private static io.restassured.response.ValidatableResponse succeed(
            Town town, String body, Map<String, ?> succession) {
        return town.counted()
                .body(succession)
                .post("/v1/bodies/" + body + "/seat-successions")
                .then();
    }

    private static String body(Town town, Map<String, ?> statement) {
        return town.counted()
                .body(statement)
                .post("/v1/entities/" + town.entity() + "/bodies")
                .then()
                .statusCode(201)
                .extract()
                .path("body");
    }

    private static io.restassured.response.ValidatableResponse meet(
            Town town, String body, String day, String topic, List<Integer> present) {
        return town.counted()
                .body(Map.of(
                        "heldOn",
                        day,
                        "agenda",
                        List.of(topic),
                        "present",
                        present,
                        "minutes",
                        "Libro 2, folio 14",
                        "agreements",
                        List.of()))
                .post("/v1/bodies/" + body + "/meetings")
                .then();
    }

    @Test
    @Tag("ANT-45")
    void a_peasant_community_has_its_assembly_its_board_with_posts_and_terms_and_its_traditional_authorities() {
        var anta = Town.of("300700");
        var process = anta.process(anta.regulation("coyllurqui-2016.v1"), 2016);
        var community = anta.organisation(process, "Comunidad Campesina de Equeco Chacán", "PEASANT_COMMUNITY");
        organ(
                        anta,
                        community,
                        "GENERAL_ASSEMBLY",
                        null,
                        null,
                        List.of(Map.of("post", "PRESIDENT", "name", "Presidente")))
                .statusCode(201);
        var posts = List.of("PRESIDENT", "SECRETARY", "TREASURER", "VOCAL", "VOCAL").stream()
                .map(post -> Map.of("post", post, "name", "Comunero " + post))
                .toList();
        organ(anta, community, "COMMUNAL_BOARD", "2014-01-01", "2015-12-31", posts)
                .statusCode(201);
        organ(anta, community, "COMMUNAL_BOARD", "2015-12-31", "2017-12-30", posts)
                .statusCode(409)
                .body("code", equalTo("organ-in-office"));
        organ(anta, community, "COMMUNAL_BOARD", "2016-01-01", "2017-12-31", posts)
                .statusCode(201);
        organ(
                        anta,
                        community,
                        "TRADITIONAL_AUTHORITIES",
                        "2016-01-01",
                        "2016-12-31",
                        List.of(Map.of("post", "VARAYUQ")))
                .statusCode(201)
                .body("composition.VACANT", equalTo(1));
        organ(anta, community, "COMMUNAL_BOARD", "2018-12-31", "2018-01-01", posts)
                .statusCode(422)
                .body("code", equalTo("term-ends-before-it-begins"));
        organ(anta, java.util.UUID.randomUUID().toString(), "COMMUNAL_BOARD", "2018-01-01", "2019-12-31", posts)
                .statusCode(422)
                .body("code", equalTo("organisation-unknown"));

        given().queryParam("organisation", community)
                .queryParam("on", "2016-03-21")
                .get("/v1/entities/300700/bodies")
                .then()
                .statusCode(200)
                .body(
                        "items.kind",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "GENERAL_ASSEMBLY", "COMMUNAL_BOARD", "TRADITIONAL_AUTHORITIES"))
                .body("items.find { it.kind == 'COMMUNAL_BOARD' }.termFrom", equalTo("2016-01-01"))
                .body(
                        "items.find { it.kind == 'COMMUNAL_BOARD' }.seats.post",
                        contains("PRESIDENT", "SECRETARY", "TREASURER", "VOCAL", "VOCAL"));
        given().queryParam("organisation", community)
                .queryParam("on", "2015-12-31")
                .get("/v1/entities/300700/bodies")
                .then()
                .body("items.find { it.kind == 'COMMUNAL_BOARD' }.termUntil", equalTo("2015-12-31"));
    }

    private static io.restassured.response.ValidatableResponse organ(
            Town town,
            String community,
            String kind,
            @org.jspecify.annotations.Nullable String from,
            @org.jspecify.annotations.Nullable String until,
            List<? extends Map<String, ?>> seats) {
        var statement = new java.util.HashMap<String, Object>(
                Map.of("kind", kind, "act", "Acta de asamblea comunal", "organisation", community, "seats", seats));
        if (from != null && until != null) {
            statement.put("termFrom", from);
            statement.put("termUntil", until);
        }
        return town.counted()
                .body(statement)
                .post("/v1/entities/" + town.entity() + "/bodies")
                .then();
    }
}
