package pe.minka.transparency.generation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithMinkaStack
class RebuildIT {

    @Inject
    Rebuild rebuild;

    @Inject
    KafkaClientService broker;

    private static Map<String, String> answers(Cycle cycle) {
        var answers = new LinkedHashMap<String, String>();
        for (String address : new String[] {
            "/v1/processes/" + cycle.process(),
            "/v1/processes/" + cycle.process() + "/agreements",
            "/v1/processes/" + cycle.process() + "/indicators",
            "/v1/processes?entity=" + cycle.entity(),
            "/v1/findings?process=" + cycle.process(),
            "/v1/changes?limit=500&process=" + cycle.process(),
            "/v1/log/entries?limit=200&process=" + cycle.process(),
            "/procesos/" + cycle.process(),
        }) {
            var answer = RestAssured.given().get(address);
            answers.put(address, answer.getStatusCode() + " " + answer.asString());
        }
        return answers;
    }

    /** What the consumer group of a new generation does, which has no position yet. */
    private void hearFromTheFirstEvent() {
        var consumer = broker.getConsumer("minka-events");
        consumer.runOnPollingThread(kafka -> {
                    kafka.seekToBeginning(kafka.assignment());
                })
                .await()
                .indefinitely();
    }

    @Test
    void read_models_that_were_emptied_and_heard_anew_answer_as_before_and_no_finding_is_raised_twice() {
        var cycle = Cycle.somewhere().whole().tell("execution", "expenditure-recorded", event -> {
            event.put("expenditure", anId());
            event.putNull("project");
            event.putNull("agreement");
            event.put("workName", "Plaza con esculturas");
        });
        cycle.shown(process -> process.then()
                .body("findings", hasSize(1))
                .body("entity.name", equalTo("Municipalidad Distrital de Coyllurqui"))
                .body("agreements[0].suspensions[0].until", equalTo("2017-02-20"))
                .body("acts[0].approved", equalTo(true))
                .body("committees.kind", hasItem("VIGILANCE_COMMITTEE"))
                .body("groups.by", hasItem("SECTOR")));
        var before = answers(cycle);

        rebuild.begin("of " + UUID.randomUUID());
        assertThat(RestAssured.given().get("/v1/processes/" + cycle.process()).statusCode())
                .isEqualTo(404);
        assertThat(rebuild.isDone()).isFalse();
        hearFromTheFirstEvent();

        Eventually.that(() -> assertThat(rebuild.isDone()).isTrue());
        Eventually.that(() -> assertThat(answers(cycle)).isEqualTo(before));
        assertThat(Events.published("transparency", "finding-raised").stream()
                        .filter(event -> event.key().equals(cycle.process())))
                .hasSize(1);
    }

    private static String anId() {
        return UUID.randomUUID().toString();
    }
}
