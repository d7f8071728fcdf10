package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithMinkaStack
class OutreachIT {

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300307");
    }

    @Test
    @Tag("COY-23")
    @Tag("COY-24")
    @Tag("COY-53")
    @Tag("COY-98")
    void the_map_of_stakeholders_is_the_staffs_and_the_public_sees_how_far_the_visits_reached() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2016);
        var path = "/v1/processes/" + process;
        for (int i = 0; i < 6; i++) {
            String id = town.counted()
                    .body(Map.of(
                            "name",
                            "Comité de Vaso de Leche " + i,
                            "kind",
                            "GLASS_OF_MILK_COMMITTEE",
                            "attitude",
                            i < 5 ? "OPPOSES" : "SUPPORTS",
                            "resources",
                            "Local propio"))
                    .post(path + "/stakeholders")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("stakeholder");
            if (i < 4) {
                town.counted()
                        .body(Map.of("plannedOn", "2016-03-10", "area", "Desarrollo Social", "madeOn", "2016-03-11"))
                        .post(path + "/stakeholders/" + id + "/visits")
                        .then()
                        .statusCode(201);
            }
            if (i < 3) {
                town.counted()
                        .body(Map.of("on", "2016-03-12", "channel", "VISIT"))
                        .post(path + "/stakeholders/" + id + "/invitation")
                        .then()
                        .statusCode(200);
            }
        }
        town.counted()
                .body(Map.of("name", "comité de vaso de leche 1", "kind", "GLASS_OF_MILK_COMMITTEE"))
                .post(path + "/stakeholders")
                .then()
                .statusCode(409)
                .body("code", equalTo("stakeholder-exists"));

        town.registrar()
                .queryParam("uninvited", true)
                .get(path + "/stakeholders")
                .then()
                .body(
                        "items.name",
                        contains("Comité de Vaso de Leche 3", "Comité de Vaso de Leche 4", "Comité de Vaso de Leche 5"))
                .body("items[0].attitude", equalTo("OPPOSES"));
        given().auth()
                .oauth2(Tokens.as("auditor").token())
                .get(path + "/stakeholders")
                .then()
                .statusCode(403);
        given().get(path + "/outreach")
                .then()
                .statusCode(200)
                .body("stakeholders", equalTo(6))
                .body("invited", equalTo(3))
                .body("visited", equalTo(4))
                .body("opponentsVisitedPercent", equalTo(80))
                .body("$", not(hasKey("items")));
        town.registrar().get(path + "/outreach/visits").then().body("items", hasSize(4));
    }

    @Test
    @Tag("COY-53")
    void a_planned_visit_is_made_or_cancelled_once_and_says_what_came_of_it() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2044);
        var path = "/v1/processes/" + process;
        var visits = path + "/stakeholders/" + stakeholder(path, "Comité Visitado", "OPPOSES") + "/visits";
        var made = visits + "/" + planned(visits);
        var cancelled = visits + "/" + planned(visits);

        town.counted()
                .body(Map.of("madeOn", "2999-01-01", "outcome", "WILL_COME"))
                .post(made + "/completion")
                .then()
                .statusCode(422)
                .body("code", equalTo("visit-ahead"));
        town.counted()
                .body(Map.of("madeOn", "2016-03-11", "outcome", "WILL_COME", "note", "Pide movilidad"))
                .post(made + "/completion")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("WILL_COME"));
        town.counted()
                .body(Map.of("cancelledOn", "2016-03-09", "because", "Huaico en la vía"))
                .post(cancelled + "/cancellation")
                .then()
                .statusCode(200)
                .body("cancelledBecause", equalTo("Huaico en la vía"));
        for (String settled : List.of(made, cancelled)) {
            town.counted()
                    .body(Map.of("madeOn", "2016-03-12", "outcome", "DECLINED"))
                    .post(settled + "/completion")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("visit-settled"));
        }

        town.registrar()
                .get(path + "/outreach/visits")
                .then()
                .body("items.findAll { it.madeOn != null }.outcome", contains("WILL_COME"))
                .body("items.findAll { it.cancelledOn != null }.size()", equalTo(1));
        given().get(path + "/outreach").then().body("visitsPlanned", equalTo(1)).body("visitsMade", equalTo(1));
    }

    @Test
    void of_a_making_and_a_cancelling_at_once_one_stands() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2045);
        var path = "/v1/processes/" + process;
        var visits = path + "/stakeholders/" + stakeholder(path, "Comité Disputado", "NEUTRAL") + "/visits";
        var visit = visits + "/" + planned(visits);

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> (i % 2 == 0
                                ? town.counted()
                                        .body(Map.of("madeOn", "2016-03-11", "outcome", "WILL_COME"))
                                        .post(visit + "/completion")
                                : town.counted()
                                        .body(Map.of("cancelledOn", "2016-03-09", "because", "Lluvia"))
                                        .post(visit + "/cancellation"))
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void an_attitude_that_changes_leaves_the_one_before_on_record_for_staff_alone() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2046);
        var path = "/v1/processes/" + process;
        var attitudes = path + "/stakeholders/" + stakeholder(path, "Frente de Defensa", "OPPOSES") + "/attitudes";

        town.counted()
                .body(Map.of("attitude", "NEUTRAL", "because", "Se escuchó su reclamo"))
                .post(attitudes)
                .then()
                .statusCode(200);

        town.registrar()
                .get(attitudes)
                .then()
                .statusCode(200)
                .body("items.attitude", contains("OPPOSES", "NEUTRAL"))
                .body("items[1].because", equalTo("Se escuchó su reclamo"));
        town.registrar().get(path + "/stakeholders").then().body("items.attitude", contains("NEUTRAL"));
        given().get(attitudes).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.as("registrar").entity("300305").token())
                .get(attitudes)
                .then()
                .statusCode(404);
    }

    @Test
    void whoever_got_no_call_is_uninvited_registered_or_mapped_and_each_name_stands_once() {
        var place = Town.of("300901");
        var process = place.process(place.regulation("coyllurqui-2016.v1"), 2016);
        var path = "/v1/processes/" + process;
        var called = place.organisation(process, "Comunidad Convocada", "PEASANT_COMMUNITY");
        var sentOnly = place.organisation(process, "Comunidad por Alcanzar", "PEASANT_COMMUNITY");
        place.organisation(process, "Comité en Ambas Listas", "GLASS_OF_MILK_COMMITTEE");
        place.organisation(process, "Comité Invitado", "GLASS_OF_MILK_COMMITTEE");
        String reached = place.accredit(process, called, Town.document(), "FEMALE")
                .extract()
                .path("agent");
        place.accredit(process, sentOnly, Town.document(), "MALE").statusCode(201);
        for (String name : List.of("COMITÉ  en ambas listas", "Comité Invitado", "Actor sin Registro")) {
            String id = place.counted()
                    .body(Map.of("name", name, "kind", "GLASS_OF_MILK_COMMITTEE"))
                    .post(path + "/stakeholders")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("stakeholder");
            if (name.equals("Comité Invitado")) {
                place.counted()
                        .body(Map.of("on", "2016-03-12", "channel", "VISIT"))
                        .post(path + "/stakeholders/" + id + "/invitation")
                        .then()
                        .statusCode(200);
            }
        }
        String notice = place.counted()
                .body(Map.of(
                        "kind",
                        "CALL",
                        "titles",
                        Map.of("es", "Convocatoria"),
                        "texts",
                        Map.of("es", "Se convoca al proceso."),
                        "channels",
                        List.of("LETTER")))
                .post(path + "/notices")
                .then()
                .statusCode(201)
                .extract()
                .path("notice");
        place.counted()
                .body(Map.of("agent", reached, "channel", "LETTER", "deliveredOn", "2016-03-22", "evidence", "Cargo 1"))
                .post(path + "/notices/" + notice + "/deliveries")
                .then()
                .statusCode(204);

        place.registrar()
                .get(path + "/outreach/uninvited")
                .then()
                .statusCode(200)
                .body("items.name", contains("Actor sin Registro", "Comité en Ambas Listas", "Comunidad por Alcanzar"))
                .body("items[1].stakeholder", notNullValue())
                .body("items[1].organisation", notNullValue())
                .body("items[2]", not(hasKey("stakeholder")));
        String next = place.registrar()
                .queryParam("limit", 2)
                .get(path + "/outreach/uninvited")
                .path("next");
        place.registrar()
                .queryParam("cursor", next)
                .get(path + "/outreach/uninvited")
                .then()
                .body("items.name", contains("Comunidad por Alcanzar"));
        given().get(path + "/outreach/uninvited").then().statusCode(401);
    }

    private String stakeholder(String path, String name, String attitude) {
        return town.counted()
                .body(Map.of("name", name, "kind", "OTHER", "attitude", attitude))
                .post(path + "/stakeholders")
                .then()
                .statusCode(201)
                .extract()
                .path("stakeholder");
    }

    private String planned(String visits) {
        return town.counted()
                .body(Map.of("plannedOn", "2016-03-10", "area", "Desarrollo Social"))
                .post(visits)
                .then()
                .statusCode(201)
                .extract()
                .path("visit");
    }

    @Test
    @Tag("VES-15")
    @Tag("SJM-02")
    void a_supporters_promise_past_its_date_is_listed_for_anyone_and_gives_no_vote() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2017);
        var path = "/v1/processes/" + process + "/commitments";
        for (String supporter : List.of("ONG Uno", "ONG Dos")) {
            var id = town.counted()
                    .body(Map.of(
                            "supporter",
                            supporter,
                            "role",
                            "TRAINING",
                            "promise",
                            "Dos talleres",
                            "dueOn",
                            "2016-06-30"))
                    .post(path)
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("UNMET"))
                    .extract()
                    .path("commitment");
            if (supporter.equals("ONG Dos")) {
                town.counted()
                        .body(Map.of("metOn", "2016-05-01"))
                        .post(path + "/" + id + "/fulfilment")
                        .then()
                        .statusCode(200);
            }
        }
        given().queryParam("state", "UNMET")
                .get(path)
                .then()
                .statusCode(200)
                .body("items.supporter", contains("ONG Uno"));
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(0));
    }

    @Test
    @Tag("COY-73")
    void the_tasks_of_a_process_are_shown_by_area() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2018);
        var path = "/v1/processes/" + process + "/tasks";
        String first = town.counted()
                .body(Map.of("area", "Desarrollo Social", "what", "Visitas", "dueOn", "2016-03-10"))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("task");
        town.counted()
                .body(Map.of("area", "Infraestructura", "what", "Banco de proyectos", "dueOn", "2016-03-10"))
                .post(path)
                .then()
                .statusCode(201);
        town.counted()
                .body(Map.of("doneOn", "2016-03-09"))
                .post(path + "/" + first + "/completion")
                .then()
                .statusCode(200);

        given().get(path)
                .then()
                .statusCode(200)
                .body("areas.area", contains("Desarrollo Social", "Infraestructura"))
                .body("areas.done", contains(1, 0));
    }

    @Test
    void the_number_of_a_natural_person_is_neither_kept_nor_told_of_an_organisation() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2027);
        var path = "/v1/processes/" + process + "/organisations";
        for (String ruc : List.of("10456789221", "20131312955")) {
            town.counted()
                    .body(Map.of("name", "Asociación " + ruc.charAt(0), "kind", "PRODUCERS_ASSOCIATION", "ruc", ruc))
                    .post(path)
                    .then()
                    .statusCode(201)
                    .body("ruc", equalTo(ruc.startsWith("20") ? ruc : null));
        }

        given().get(path)
                .then()
                .statusCode(200)
                .body("items.findAll { it.ruc != null }.ruc", contains("20131312955"))
                .body("items.name", hasItem("Asociación 1"));
    }

    @Test
    @Tag("COY-66")
    @Tag("COY-91")
    void training_of_staff_is_recorded_by_area_and_that_of_authorities_apart() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2019);
        var path = "/v1/processes/" + process + "/trainings";
        town.counted()
                .body(Map.of(
                        "title",
                        "Sensibilización",
                        "topics",
                        List.of("PB_CONCEPT_AND_PHASES"),
                        "heldOn",
                        "2016-02-01",
                        "audience",
                        "STAFF",
                        "staffAreas",
                        List.of("Infraestructura", "Desarrollo Social")))
                .post(path)
                .then()
                .statusCode(201);
        town.counted()
                .body(Map.of(
                        "title",
                        "Género y presupuesto",
                        "topics",
                        List.of("GENDER"),
                        "heldOn",
                        "2016-02-02",
                        "audience",
                        "AUTHORITIES"))
                .post(path)
                .then()
                .statusCode(201);

        given().get(path)
                .then()
                .body("items.audience", contains("STAFF", "AUTHORITIES"))
                .body("items[0].staffAreas", contains("Infraestructura", "Desarrollo Social"))
                .body("topicsMissing", hasSize(8));
    }

    @Test
    void a_session_that_no_event_could_tell_whole_is_refused_before_anyone_is_looked_for() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2028);
        town.counted()
                .body(Map.of(
                        "title",
                        "Conceptos y fases",
                        "topics",
                        List.of("PB_CONCEPT_AND_PHASES"),
                        "heldOn",
                        "2016-02-01",
                        "agents",
                        Stream.generate(UUID::randomUUID).limit(10_001).toList(),
                        "credentials",
                        Collections.nCopies(10_000, "ABCD-EFGH-JK")))
                .post("/v1/processes/" + process + "/trainings")
                .then()
                .statusCode(422)
                .body("code", equalTo("attendance-too-long"));
    }
}
