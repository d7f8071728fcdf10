package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class EvidenceIT {

    private Town sanJuan;

    @BeforeEach
    void town() {
        sanJuan = Town.of("301282");
    }

    @Test
    void a_phase_closes_on_what_the_other_services_recorded_and_a_fact_told_twice_counts_once() {
        var regulation = sanJuan.regulation("coyllurqui-2016.v1", document -> {
            var phases = (com.fasterxml.jackson.databind.node.ArrayNode) document.path("phases");
            ((ObjectNode) phases.get(0)).putArray("closing");
        });
        var process = sanJuan.process(regulation, 2016);
        sanJuan.phase(process, "PREPARATION", "closing").statusCode(200);
        sanJuan.phase(process, "CONCERTATION", "opening").statusCode(200);
        assertThat(missing(process)).hasSize(7);

        tell("workshop", "plan-adopted", process);
        tell("workshop", "round-tallied", process);
        tell("workshop", "election-proclaimed", process);
        tell("allocation", "portfolio-made", process);
        tell("allocation", "agreements-act-signed", process);
        var workshop = workshop("workshop-held", process);
        tellOf("workshop-held", process, workshop);
        tellOf("workshop-held", process, workshop);
        tellOf("minutes-sealed", process, workshop);
        Eventually.that(() -> assertThat(missing(process)).containsExactly("WORKSHOPS_HELD", "MINUTES_SEALED"));

        sanJuan.phase(process, "CONCERTATION", "closing")
                .statusCode(409)
                .body("errors.requires", contains("WORKSHOPS_HELD", "MINUTES_SEALED"))
                .body("errors.found", contains(1, 1))
                .body("errors.minimum", contains(3, 3));

        for (int i = 0; i < 2; i++) {
            var next = UUID.randomUUID().toString();
            tellOf("workshop-held", process, next);
            tellOf("minutes-sealed", process, next);
        }
        Eventually.that(() -> assertThat(missing(process)).isEmpty());
        sanJuan.phase(process, "CONCERTATION", "closing").statusCode(200).body("phases[1].state", equalTo("CLOSED"));
    }

    @Test
    void the_ministrys_application_has_the_declared_amount_and_takes_no_other_election_for_that_of_vigilance() {
        var process = sanJuan.process(sanJuan.regulation("coyllurqui-2016.v1"), 2019);
        var another = (ObjectNode) Examples.event("workshop", "election-proclaimed");
        Events.publish(
                "workshop",
                "election-proclaimed",
                another.put("process", process)
                        .put("kind", "MANAGEMENT_COMMITTEE")
                        .put("election", UUID.randomUUID().toString()));
        tell("allocation", "envelope-declared", process);
        Eventually.that(() -> application(process)
                .body("groups.find { it.group == 'AMOUNT' }.fields.monto", equalTo("9500000.00"))
                .body("groups.find { it.group == 'AMOUNT' }.fields.porcentaje", equalTo("100")));
        application(process)
                .body("groups.find { it.group == 'VIGILANCE_COMMITTEE' }.missing", contains("eleccion", "integrantes"));

        tell("workshop", "election-proclaimed", process);
        Eventually.that(() -> application(process)
                .body("groups.find { it.group == 'VIGILANCE_COMMITTEE' }.fields.integrantes", equalTo("1")));
    }

    private static io.restassured.response.ValidatableResponse application(String process) {
        return given().get("/v1/processes/" + process + "/mef-application")
                .then()
                .statusCode(200);
    }

    private static List<String> missing(String process) {
        return given().get("/v1/processes/" + process)
                .jsonPath()
                .getList("phases.find { it.state == 'OPEN' }.missing.requires", String.class);
    }

    private static String workshop(String type, String process) {
        return Examples.event("workshop", type).path("workshop").asText();
    }

    private static void tell(String service, String type, String process) {
        Events.publish(service, type, ((ObjectNode) Examples.event(service, type)).put("process", process));
    }

    private static void tellOf(String type, String process, String workshop) {
        Events.publish(
                "workshop",
                type,
                ((ObjectNode) Examples.event("workshop", type))
                        .put("process", process)
                        .put("workshop", workshop));
    }
}
