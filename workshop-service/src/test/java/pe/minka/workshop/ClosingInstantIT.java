package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** One clock ends a vote, the database's; only an act on record moves the end. */
@QuarkusTest
@WithMinkaStack
class ClosingInstantIT {

    private static void deadline(UUID round, String when) {
        Database.execute("update round set deadline = " + when + " where round = '" + round + "'");
    }

    @Test
    void a_ballot_before_the_deadline_counts_and_one_after_it_does_not_until_an_act_extends_the_vote()
            throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        deadline(round, "clock_timestamp() + interval '1 minute'");
        var key = freshKey();
        String receipt = cast(round, process.agents.get(0), key, proposals)
                .statusCode(201)
                .extract()
                .path("commitment");

        deadline(round, "clock_timestamp()");
        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 409, "vote-not-open");
        cast(round, process.agents.get(0), key, proposals).statusCode(201).body("commitment", equalTo(receipt));
        extend(round, "2016-04-23T23:00:00Z").statusCode(422).body("code", equalTo("deadline-not-later"));
        extend(round, "2099-04-23T23:00:00Z").statusCode(201).body("act", equalTo("EXTENSION"));
        cast(round, process.agents.get(1), freshKey(), proposals).statusCode(201);

        suspend(round, "SUSPENSION");
        assertProblem(cast(round, process.agents.get(2), freshKey(), proposals), 409, "vote-not-open");
        suspend(round, "RESUMPTION");
        cast(round, process.agents.get(2), freshKey(), proposals).statusCode(201);
        act(round, "closing").statusCode(200).body("turnout", equalTo(3));
        assertThat(Database.count("select count(*) from round_act where round = '" + round + "'"))
                .isEqualTo(3);
    }

    private static io.restassured.response.ValidatableResponse extend(UUID round, String deadline) {
        return as("polling-officer")
                .body(Map.of("act", "EXTENSION", "document", "Acta 3", "reason", "Corte de luz", "deadline", deadline))
                .post("/v1/rounds/{round}/acts", round)
                .then();
    }

    private static void suspend(UUID round, String act) {
        as("polling-officer")
                .body(Map.of("act", act, "document", "Acta 4", "reason", "Corte de luz"))
                .post("/v1/rounds/{round}/acts", round)
                .then()
                .statusCode(201);
    }
}
