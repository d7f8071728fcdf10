package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithMinkaStack
class CalendarIT {

    private static final String COYLLURQUI = "300307";

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of(COYLLURQUI);
    }

    @Test
    @Tag("COY-51")
    void the_calendar_follows_the_steps_of_the_ordinance_and_shows_what_has_no_day_yet() {
        var process = town.process(
                town.regulation(
                        "coyllurqui-2016.v1",
                        ordinance -> ((ObjectNode) ordinance.path("phases").path(0))
                                .putArray("steps")
                                .add(step("CALL"))
                                .add(step("TRAINING"))),
                2031);
        var path = "/v1/processes/" + process + "/calendar";
        var concertation = given().get("/v1/processes/" + process).<String>path("phases[1].phase");
        given().get(path).then().statusCode(200).body("version", equalTo(0)).body("activities.size()", equalTo(0));

        put(path, null, on("TRAINING", "2030-03-01"), on("CALL", "2030-03-02"))
                .statusCode(422)
                .body("code", equalTo("calendar-against-regulation"))
                .body("errors[0].pointer", equalTo("/activities/0/startsOn"));
        var etag = put(
                        path,
                        null,
                        on(concertation, "2030-04-11"),
                        on("TRAINING", "2030-03-28"),
                        on("CALL", "2030-03-21"))
                .statusCode(200)
                .body("activities.step", contains("CALL", "TRAINING", concertation))
                .extract()
                .header("ETag");
        put(path, null, on("CALL", "2030-03-22")).statusCode(428);
        put(path, "\"v9\"", on("CALL", "2030-03-22")).statusCode(412);
        put(path, etag, on("CALL", "2030-03-22"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("unplanned.step", hasItem("TRAINING"));

        given().get("/v1/processes/" + process + "/sessions.ics")
                .then()
                .statusCode(200)
                .body(containsString("UID:" + process + "-CALL-1@minka"))
                .body(containsString("DTSTART;VALUE=DATE:20300322"))
                .body(containsString("DTEND;VALUE=DATE:20300323"))
                .body(containsString("SEQUENCE:1"));
    }

    @Test
    @Tag("COY-74")
    void a_call_during_carnival_is_shown_with_the_feast_day_of_the_place() {
        var process = town.process(
                town.regulation(
                        "coyllurqui-2016.v1",
                        ordinance -> ordinance.set(
                                "calendar",
                                Town.tree(
                                        "{\"feastDays\":[{\"easter\":-47,\"title\":{\"es\":\"Carnaval\"}}],\"law\":\"Ordenanza\"}"))),
                2035);
        var path = "/v1/processes/" + process + "/calendar";
        var preparation = given().get("/v1/processes/" + process).<String>path("phases[0].phase");

        put(path, null, on(preparation, "2017-02-28"))
                .statusCode(200)
                .body("feastDays.title", contains("Carnaval"))
                .body("feastDays[0].date", equalTo("2017-02-28"))
                .body("feastDays[0].steps", contains(preparation));
    }

    @Test
    @Tag("COY-38")
    void a_year_without_a_call_by_the_day_of_the_ordinance_is_listed_until_it_is_called() {
        var regulation = town.regulation("coyllurqui-2016.v1");

        late("2031-03-31").body("items.entity", not(hasItem(COYLLURQUI)));
        late("2031-04-12")
                .body("items.find { it.entity == '300307' }.callBy", equalTo("2031-03-31"))
                .body("items.find { it.entity == '300307' }.daysLate", equalTo(12));
        town.process(regulation, 2032);
        late("2031-04-12").body("items.entity", not(hasItem(COYLLURQUI)));
    }

    @Test
    @Tag("COY-67")
    void the_process_tells_what_it_cost_itself_and_how_much_of_it_was_given_to_consultants() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2033);
        var path = "/v1/processes/" + process + "/cost";
        expense(path, "TRAVEL", "Desarrollo Social", "900.10", "Planilla 014").statusCode(201);
        expense(path, "MATERIALS", "Planeamiento", "99.90", "Boleta 7").statusCode(201);
        expense(path, "MATERIALS", "Planeamiento", "99.90", "Boleta 7")
                .statusCode(409)
                .body("code", equalTo("expense-recorded"));
        expense(path, "OTHER", "Planeamiento", "0.00", "Boleta 8").statusCode(422);

        given().get(path)
                .then()
                .body("total.amount", equalTo("1000.00"))
                .body("outsourcedPercent", equalTo(0.0f))
                .body("byKind.of", contains("TRAVEL", "MATERIALS"))
                .body("byArea.amount.amount", contains("900.10", "99.90"));
        expense(path, "CONSULTANCY", "Planeamiento", "1000.00", "Orden de servicio 3")
                .body("outsourcedPercent", equalTo(50.0f));
    }

    @Test
    @Tag("NAT-37")
    void the_processes_of_province_and_district_know_each_other_and_stay_one_each() {
        // Abancay province and its district Curahuasi in Apurímac; the province of Cotabambas is no kin of Abancay's
        var province = Town.of("300251");
        var district = Town.of("300254");
        var above = province.process(atLevel(province, "PROVINCE"), 2034);
        var below = district.process(atLevel(district, "DISTRICT"), 2034);
        town.process(town.regulation("coyllurqui-2016.v1"), 2034);

        given().get("/v1/processes/" + above + "/linked").then().statusCode(200).body("items.process", contains(below));
        given().get("/v1/processes/" + below + "/linked").then().body("items.process", containsInAnyOrder(above));
        province.call(atLevel(province, "PROVINCE"), 2034, Map.of())
                .statusCode(409)
                .body("code", equalTo("process-exists"));
        given().queryParam("cursor", "Zm9yZ2Vk").get("/v1/processes").then().statusCode(400);
    }

    private static String atLevel(Town town, String level) {
        return town.regulation("coyllurqui-2016.v1", ordinance -> ordinance.put("level", level));
    }

    private static com.fasterxml.jackson.databind.JsonNode step(String code) {
        return Town.tree("{\"step\":\"" + code + "\"}");
    }

    private static Map<String, String> on(String step, String day) {
        return Map.of("step", step, "startsOn", day, "endsOn", day);
    }

    @SafeVarargs
    private io.restassured.response.ValidatableResponse put(
            String path, String ifMatch, Map<String, String>... activities) {
        var request = town.registrar().body(Map.of("activities", List.of(activities)));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }

    private static io.restassured.response.ValidatableResponse late(String on) {
        return given().queryParam("fiscalYear", 2032)
                .queryParam("ubigeo", "0305")
                .queryParam("on", on)
                .get("/v1/late-calls")
                .then()
                .statusCode(200);
    }

    private io.restassured.response.ValidatableResponse expense(
            String path, String kind, String area, String amount, String document) {
        return town.counted()
                .body(Map.of(
                        "kind",
                        kind,
                        "area",
                        area,
                        "concept",
                        "Gasto del proceso",
                        "amount",
                        Map.of("amount", amount, "currency", "PEN"),
                        "spentOn",
                        "2016-03-12",
                        "document",
                        document))
                .post(path + "/expenses")
                .then();
    }
}
