package pe.minka.workshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.ballot;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.castRaw;
import static pe.minka.workshop.RunningProcess.freshKey;

/** Ballots are marked as the ordinance of each place says. */
@QuarkusTest
@WithMinkaStack
class BallotKindsIT {

    private static RunningProcess voting(String rule) throws Exception {
        return RunningProcess.withAgents(3, regulation -> ballot(regulation, "PRIORITISE_PROJECTS", rule));
    }

    private static UUID open(RunningProcess process, List<String> proposals, String budget) {
        process.rankThemes();
        String announced = as("polling-officer")
                .body(Map.of(
                        "kind",
                        "PRIORITISE_PROJECTS",
                        "title",
                        "R",
                        "proposals",
                        proposals,
                        "budget",
                        Map.of("amount", budget, "currency", "PEN")))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round");
        var round = UUID.fromString(announced);
        act(round, "opening").statusCode(200);
        return round;
    }

    /** As many projects under each of as many objectives: the first ones of all objectives, then the second ones. */
    private static List<String> projects(RunningProcess process, int objectives, int each) {
        List<String> ids = as("facilitator")
                .body(Map.of(
                        "title",
                        "Plan",
                        "objectives",
                        IntStream.range(0, objectives)
                                .mapToObj(i -> Map.of("code", "OE" + i, "name", "Objetivo " + i))
                                .toList()))
                .post("/v1/processes/{process}/plans", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("objectives.objective");
        var projects = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < objectives * each; i++) {
            projects.add(Map.of(
                    "title",
                    "Proyecto " + i,
                    "objective",
                    ids.get(i % objectives),
                    "scope",
                    "DISTRICT",
                    "cost",
                    Map.of("amount", "1000.00", "currency", "PEN"),
                    "viability",
                    Map.of("declaredOn", "2020-10-10", "source", "Banco de Inversiones")));
        }
        return as("facilitator")
                .body(Map.of("projects", projects))
                .post("/v1/processes/{process}/programme-imports", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("proposals.proposal");
    }

    private static ValidatableResponse vote(UUID round, RunningProcess process, int voter, List<String> choices) {
        return cast(round, process.agents.get(voter), freshKey(), choices);
    }

    private static String lima(int votes) {
        return """
                {"kind":"UP_TO","minimumChoices":1,"maximumChoices":1,"choicesPer":"OBJECTIVE",\
                "maximumChoicesInAll":%d,"secret":true,"replaceable":false,"blankAllowed":false}""".formatted(votes);
    }

    @Test
    void in_lima_2021_each_has_four_votes_each_under_a_strategic_objective() throws Exception {
        var process = voting(lima(4));
        var projects = projects(process, 6, 2);
        var round = open(process, projects, "12000.00");

        assertProblem(vote(round, process, 0, projects.subList(0, 5)), 422, "too-many-choices");
        assertProblem(vote(round, process, 0, List.of(projects.get(0), projects.get(6))), 422, "too-many-choices");
        vote(round, process, 0, projects.subList(0, 4)).statusCode(201);
        assertProblem(vote(round, process, 0, projects.subList(0, 1)), 409, "already-voted");
        vote(round, process, 1, projects.subList(8, 12)).statusCode(201);
        act(round, "closing").statusCode(200);

        act(round, "tally")
                .statusCode(200)
                .body("ballot.choicesPer", equalTo("OBJECTIVE"))
                .body("ballot.maximumChoicesInAll", equalTo(4))
                .body("options.votes", contains(1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1));
    }

    @Test
    void in_the_cercado_of_lima_each_has_two() throws Exception {
        var process = voting(lima(2));
        var projects = projects(process, 3, 1);
        var round = open(process, projects, "3000.00");

        assertProblem(vote(round, process, 0, projects), 422, "too-many-choices");
        vote(round, process, 0, projects.subList(1, 3)).statusCode(201);
    }

    @Test
    void a_knapsack_holds_what_the_budget_pays_and_not_one_sol_more() throws Exception {
        var process = voting("{\"kind\":\"KNAPSACK\"}");
        var proposals = process.viableProposals(3);
        var round = open(process, proposals, "4000.00");

        assertProblem(vote(round, process, 0, proposals.subList(1, 3)), 422, "over-budget");
        vote(round, process, 0, List.of(proposals.get(0), proposals.get(2))).statusCode(201);
    }

    @Test
    void a_ballot_of_up_to_two_takes_no_third_choice() throws Exception {
        var process = voting("{\"kind\":\"UP_TO\",\"maximumChoices\":2}");
        var proposals = process.viableProposals(3);
        var round = open(process, proposals, "9000.00");

        assertProblem(vote(round, process, 0, proposals), 422, "too-many-choices");
        vote(round, process, 0, proposals.subList(0, 2)).statusCode(201);
    }

    @Test
    @Tag("LIM-13")
    void every_vote_weighs_one_and_neither_an_ordinance_nor_a_ballot_makes_it_more() throws Exception {
        var weighted = RunningProcess.withAgents(
                2, regulation -> ((ObjectNode) regulation.get("participation")).put("weightedVotes", true));
        as("polling-officer")
                .body(
                        "{\"kind\":\"DECIDE_MOTION\",\"title\":\"M\",\"options\":[{\"title\":\"Sí\"},{\"title\":\"No\"}]}")
                .post("/v1/processes/{process}/rounds", weighted.id)
                .then()
                .statusCode(422)
                .body("code", equalTo("votes-weighted"))
                .body("law", equalTo("art. 8"));

        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        var choice = "\"" + proposals.get(0) + "\"";
        castRaw(round, process.agents.get(0), freshKey(), "{\"choices\":[" + choice + "],\"weight\":2}")
                .statusCode(400);
        assertProblem(
                castRaw(round, process.agents.get(0), freshKey(), "{\"points\":{" + choice + ":2}}"),
                422,
                "points-not-asked");
        assertProblem(
                castRaw(round, process.agents.get(0), freshKey(), "{\"choices\":[" + choice + "," + choice + "]}"),
                422,
                "option-marked-twice");
        process.agents.forEach(
                agent -> cast(round, agent, freshKey(), proposals.subList(0, 1)).statusCode(201));
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("options.score", contains("3", "0"));
    }
}
