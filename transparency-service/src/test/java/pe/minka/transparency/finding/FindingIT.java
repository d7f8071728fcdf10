package pe.minka.transparency.finding;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithMinkaStack
class FindingIT {

    private static final String ANSWER =
            "{\"office\":\"Gerencia de Infraestructura\",\"text\":\"La obra se incorporó por emergencia.\"}";

    /** A square with sculptures was paid, and no agreement names it. */
    private static String findingOf(Cycle cycle) {
        cycle.tell("execution", "expenditure-recorded", event -> {
            event.put("expenditure", cycle.id("sculptures"));
            event.putNull("project");
            event.putNull("agreement");
            event.put("workName", "Plaza con esculturas");
        });
        return Eventually.value(() -> Cycle.anyone()
                .queryParam("process", cycle.process())
                .get("/v1/findings")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("NOT_IN_MINUTES"))
                .body("items[0].subject", equalTo(cycle.id("sculptures")))
                .body("items[0].explanation.es", containsString("Plaza con esculturas"))
                .extract()
                .path("items[0].finding"));
    }

    @Test
    @Tag("OCO-21")
    @Tag("VES-56")
    void a_work_that_was_paid_and_stands_in_no_agreement_is_found_once_and_told() {
        var cycle = Cycle.somewhere().whole();
        var finding = findingOf(cycle);

        var event = Events.await(
                "transparency",
                "finding-raised",
                body -> body.path("finding").asText().equals(finding));
        assertThat(event.body().path("kind").asText()).isEqualTo("NOT_IN_MINUTES");
        assertThat(event.key()).isEqualTo(cycle.process());
        cycle.shown(process -> process.then()
                .body("notInMinutes[0].work", equalTo("Plaza con esculturas"))
                .body("notInMinutes[0].spent.amount", equalTo("125000.00"))
                .body("findings", hasSize(1)));
    }

    @Test
    @Tag("COY-76")
    void a_roll_of_257_with_45_women_after_one_of_300_with_105_raises_a_warning_of_the_fall() {
        var cycle = Cycle.somewhere().tell("registry", "entity-registered", "process-called", "roll-published");
        var next = cycle.again().tell("registry", "process-called", event -> event.put("fiscalYear", 2018));
        next.tell(
                "registry",
                "roll-published",
                event -> event.put("agents", 257).put("women", 45).put("men", 212));

        next.shown(process -> process.then()
                .body("roll.womenPercent", equalTo("17.5"))
                .body("history.womenPercent", equalTo(java.util.List.of("35.0", "17.5")))
                .body("findings.kind", org.hamcrest.Matchers.hasItem("WOMEN_SHARE_FELL"))
                .body(
                        "findings.find { it.kind == 'WOMEN_SHARE_FELL' }.explanation.es",
                        containsString("35.0 % al 17.5 %")));
    }

    @Test
    void an_answer_is_published_once_and_the_watchers_close() {
        var cycle = Cycle.somewhere().whole();
        var finding = findingOf(cycle);
        var key = UUID.randomUUID().toString();
        for (int sent = 0; sent < 2; sent++) {
            RestAssured.given()
                    .auth()
                    .oauth2(Tokens.as("entity-admin").entity(cycle.entity()).token())
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(ANSWER)
                    .post("/v1/findings/" + finding + "/answers")
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("ANSWERED"))
                    .body("answers", hasSize(1));
        }
        var tag = Cycle.anyone().get("/v1/findings/" + finding).getHeader("ETag");
        closing(cycle, finding).then().statusCode(428);
        closing(cycle, finding, "\"v1\"").then().statusCode(412);
        closing(cycle, finding, tag).then().statusCode(200).body("state", equalTo("CLOSED"));
        closing(cycle, finding, Cycle.anyone().get("/v1/findings/" + finding).getHeader("ETag"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:minka:problem:finding-closed"));
        Events.await(
                "transparency",
                "finding-answered",
                body -> body.path("finding").asText().equals(finding));
        Events.await(
                "transparency",
                "finding-closed",
                body -> body.path("finding").asText().equals(finding));
    }

    @Test
    void only_staff_of_the_entity_answers_and_names_no_person() {
        var cycle = Cycle.somewhere().whole();
        var finding = findingOf(cycle);
        answering(Tokens.as("entity-admin").entity("999998").token(), finding, ANSWER)
                .then()
                .statusCode(404);
        answering(Tokens.as("participant").entity(cycle.entity()).token(), finding, ANSWER)
                .then()
                .statusCode(403);
        answering(
                        Tokens.as("entity-admin").entity(cycle.entity()).token(),
                        finding,
                        "{\"office\":\"Alcaldía\",\"text\":\"Lo pidió el señor con DNI 17801146\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:minka:problem:text-names-a-person"));
    }

    private static io.restassured.response.Response answering(String token, String finding, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/v1/findings/" + finding + "/answers");
    }

    private static io.restassured.response.Response closing(Cycle cycle, String finding, String... ifMatch) {
        var request = RestAssured.given()
                .auth()
                .oauth2(Tokens.as("vigilance-member").entity(cycle.entity()).token());
        if (ifMatch.length > 0) {
            request.header("If-Match", ifMatch[0]);
        }
        return request.post("/v1/findings/" + finding + "/closure");
    }
}
