package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithMinkaStack
class UnderstandingIT {

    @Test
    void a_certificate_needs_every_topic_attended_and_understood() {
        var town = Town.of("300313");
        var process = town.process(
                town.regulation("coyllurqui-2016.v1", document -> {
                    var training = (ObjectNode) document.path("training");
                    training.put("passPercent", 60);
                    training.putArray("topics").add("PROJECT_CYCLE").add("AGREEMENTS");
                }),
                2031);
        var community = town.organisation(process, "Comunidad que Aprende", "PEASANT_COMMUNITY");
        String learns = town.accredit(process, community, Town.document(), "FEMALE")
                .extract()
                .path("agent");
        String absent = town.accredit(process, community, Town.document(), "MALE")
                .extract()
                .path("agent");
        var first = session(town, process, "PROJECT_CYCLE", learns);
        var second = session(town, process, "AGREEMENTS", learns);

        certificate(town, process, learns)
                .body("complete", equalTo(false))
                .body("topicsMissing", contains("PROJECT_CYCLE", "AGREEMENTS"));
        quiz(town, process, first, learns, 10, 6).statusCode(200);
        quiz(town, process, second, learns, 10, 5).statusCode(200);
        certificate(town, process, learns)
                .body("sessions.rightPercent", contains(60, 50))
                .body("topicsMissing", contains("AGREEMENTS"))
                .body("$", not(hasKey("token")));
        quiz(town, process, second, learns, 10, 11)
                .statusCode(422)
                .body("errors.code", contains("more-right-than-asked"));
        quiz(town, process, second, absent, 10, 10).statusCode(422).body("errors.code", contains("did-not-attend"));
        quiz(town, process, second, learns, 10, 9).statusCode(200);

        certificate(town, process, learns)
                .body("complete", equalTo(true))
                .body("topicsMissing", empty())
                .body("token", notNullValue());
        given().auth()
                .oauth2(Tokens.as("participant").agent(UUID.randomUUID()).token())
                .get("/v1/processes/" + process + "/agents/" + learns + "/training-certificate")
                .then()
                .statusCode(404);
    }

    @Test
    void where_the_ordinance_blocks_the_vote_without_training_the_first_session_opens_it() {
        for (String rule : List.of("BLOCK", "WARN")) {
            var town = Town.of("300313");
            var process = town.process(
                    town.regulation(
                            "coyllurqui-2016.v1",
                            document -> ((ObjectNode) document.path("participation")).put("trainingBeforeVote", rule)),
                    rule.equals("BLOCK") ? 2032 : 2033);
            var community = town.organisation(process, "Comunidad que Espera " + rule, "PEASANT_COMMUNITY");
            String agent = town.accredit(process, community, Town.document(), "FEMALE")
                    .extract()
                    .path("agent");

            certificate(town, process, agent)
                    .body("beforeVote", equalTo(rule))
                    .body("voteWaitsForTraining", equalTo(rule.equals("BLOCK")));
            session(town, process, "PROJECT_CYCLE", agent);
            certificate(town, process, agent).body("voteWaitsForTraining", equalTo(false));
        }
    }

    private static String session(Town town, String process, String topic, String agent) {
        return town.counted()
                .body(Map.of(
                        "title",
                        "Sesión " + topic,
                        "topics",
                        List.of(topic),
                        "heldOn",
                        topic.equals("AGREEMENTS") ? "2016-03-29" : "2016-03-28",
                        "audience",
                        "AGENTS",
                        "agents",
                        List.of(agent)))
                .post("/v1/processes/" + process + "/trainings")
                .then()
                .statusCode(201)
                .extract()
                .path("training");
    }

    private static ValidatableResponse quiz(
            Town town, String process, String training, String agent, int asked, int correct) {
        return town.counted()
                .body(Map.of("results", List.of(Map.of("agent", agent, "asked", asked, "correct", correct))))
                .post("/v1/processes/" + process + "/trainings/" + training + "/quiz-results")
                .then();
    }

    private static ValidatableResponse certificate(Town town, String process, String agent) {
        return town.registrar()
                .get("/v1/processes/" + process + "/agents/" + agent + "/training-certificate")
                .then()
                .statusCode(200);
    }
}
