package pe.minka.workshop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Events;
import pe.minka.testkit.Examples;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

@QuarkusTest
@WithMinkaStack
class CycleIT {

    @Test
    @Tag("COY-79")
    void an_objective_of_the_agents_makes_a_new_version_of_the_plan_with_its_origin() throws Exception {
        var process = RunningProcess.withAgents(1);
        process.adoptPlan();
        var plan = (String) RestAssured.get("/v1/processes/{process}/plans", process.id)
                .then()
                .extract()
                .path("items[0].plan");
        var objective = "{\"code\":\"OE6\",\"name\":\"Juventud con oportunidades\"}";

        assertProblem(
                as("facilitator")
                        .body(objective)
                        .post("/v1/plans/{plan}/objectives", plan)
                        .then(),
                428,
                "precondition-required");
        as("facilitator")
                .header("If-Match", "\"v1\"")
                .body(objective)
                .post("/v1/plans/{plan}/objectives", plan)
                .then()
                .statusCode(201)
                .header("ETag", "\"v2\"")
                .body("objectives.find { it.code == 'OE6' }.origin", equalTo("AGENTS"));
        assertProblem(
                as("facilitator")
                        .header("If-Match", "\"v1\"")
                        .body(objective)
                        .post("/v1/plans/{plan}/objectives", plan)
                        .then(),
                412,
                "stale-version");

        Events.await(
                "workshop",
                "plan-adopted",
                event -> event.path("plan").asText().equals(plan)
                        && event.path("version").asInt() == 2
                        && event.path("objectives").size() == 2);
    }

    @Test
    @Tag("COY-41")
    void a_workshop_convened_too_late_is_refused_with_the_article() throws Exception {
        var process = RunningProcess.withAgents(1);

        as("facilitator")
                .body("""
                        {"title":"Taller","startsAt":"2016-04-07T14:00:00Z","place":"Local comunal",\
                        "convenedAt":"2016-04-01T14:00:00Z"}""")
                .post("/v1/processes/{process}/workshops", process.id)
                .then()
                .statusCode(422)
                .body("code", equalTo("notice-too-short"))
                .body("law", equalTo("art. 5"))
                .body("noticeDays", equalTo(7))
                .body("givenDays", equalTo(6));
    }

    @Test
    void a_workshop_opens_with_quorum_only_and_counts_each_agent_once() throws Exception {
        var process = RunningProcess.withAgents(6);
        var workshop = process.convene();
        attend(workshop, process.agents.subList(0, 3)).body("recorded", equalTo(3));

        as("facilitator")
                .post("/v1/workshops/{workshop}/opening", workshop)
                .then()
                .statusCode(409)
                .body("code", equalTo("quorum-not-reached"))
                .body("present", equalTo(3))
                .body("required", equalTo(4));
        attend(workshop, process.agents.subList(2, 4))
                .body("recorded", equalTo(1))
                .body("alreadyPresent", equalTo(1));
        attend(workshop, List.of(UUID.randomUUID())).body("unknown", contains(0));
        as("facilitator")
                .body("{\"at\":\"2016-04-09T14:20:00Z\"}")
                .post("/v1/workshops/{workshop}/opening", workshop)
                .then()
                .statusCode(200)
                .body("attendance.present", equalTo(4))
                .body("attendance.women", equalTo(2));

        Events.await(
                "workshop",
                "workshop-held",
                event -> event.path("workshop").asText().equals(workshop.toString())
                        && event.path("attendance").asInt() == 4
                        && event.path("quorum").asInt() == 4);
    }

    private static ValidatableResponse attend(UUID workshop, List<UUID> agents) {
        return as("facilitator")
                .body(Map.of(
                        "attended",
                        agents.stream().map(agent -> Map.of("agent", agent)).toList()))
                .post("/v1/workshops/{workshop}/attendance", workshop)
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("COY-69")
    void sealed_minutes_are_what_was_hashed_and_are_corrected_by_addenda_only() throws Exception {
        var process = RunningProcess.withAgents(1);
        var workshop = process.convene();
        attend(workshop, process.agents);
        as("facilitator")
                .post("/v1/workshops/{workshop}/opening", workshop)
                .then()
                .statusCode(200);
        var minutes = """
                {"agreements":[{"matter":"OTHER","text":"Se acuerda.","method":"CONSENSUS",\
                "objections":["El barrio alto pide salud."]}],"dissent":["Dos agentes."],\
                "attestedBy":{"office":"Juez de Paz de Coyllurqui"},"copiesDelivered":1}""";
        as("facilitator")
                .body(minutes)
                .put("/v1/workshops/{w}/minutes", workshop)
                .then()
                .statusCode(200);
        assertProblem(
                as("facilitator")
                        .body(minutes)
                        .put("/v1/workshops/{w}/minutes", workshop)
                        .then(),
                428,
                "precondition-required");
        RestAssured.get("/v1/workshops/{w}/minutes", workshop).then().statusCode(404);

        as("facilitator")
                .post("/v1/workshops/{w}/minutes/seal", workshop)
                .then()
                .statusCode(200);

        var sealed =
                RestAssured.get("/v1/workshops/{w}/minutes", workshop).then().statusCode(200);
        String document = sealed.extract().path("document");
        assertThat(document).contains("Juez de Paz").contains("\"copiesDelivered\":1");
        assertThat((String) sealed.extract().path("sha256")).isEqualTo(Hashes.sha256Hex(document));
        assertProblem(
                as("facilitator")
                        .header("If-Match", "\"v1\"")
                        .body(minutes)
                        .put("/v1/workshops/{w}/minutes", workshop)
                        .then(),
                409,
                "minutes-already-sealed");
        as("facilitator")
                .body("{\"text\":\"Donde dice uno debe decir dos.\"}")
                .post("/v1/workshops/{w}/minutes/addenda", workshop)
                .then()
                .statusCode(201)
                .body("number", equalTo(1));
        Events.await(
                "workshop",
                "minutes-sealed",
                event -> event.path("workshop").asText().equals(workshop.toString()));
    }

    @Test
    @Tag("SJM-17")
    @Tag("SJM-26")
    void a_proposal_without_cost_or_favourable_opinion_is_not_put_to_the_vote() throws Exception {
        var process = RunningProcess.withAgents(1);
        var objective = process.adoptPlan();
        String proposal = as("facilitator")
                .body(Map.of("title", "Agua de Pfaco", "objective", objective, "scope", "DISTRICT"))
                .post("/v1/processes/{process}/proposals", process.id)
                .then()
                .statusCode(201)
                .body("lacks", hasItems("COST", "VIABLE_OPINION"))
                .extract()
                .path("proposal");
        var round = Map.of("kind", "PRIORITISE_PROJECTS", "title", "R", "proposals", List.of(proposal));

        as("polling-officer")
                .body(round)
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(422)
                .body("code", equalTo("proposals-not-ready"))
                .body("errors.code", hasItems("proposal-without-cost", "proposal-not-viable"));
        evaluate(proposal, "{\"opinion\":\"VIABLE\",\"explanation\":\"Hay caudal.\"}", 422);
        evaluate(proposal, """
                {"opinion":"VIABLE","cost":{"amount":"480000.00","currency":"PEN"},"explanation":"Hay caudal."}""", 201);

        as("polling-officer")
                .body(round)
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201);
        Events.await(
                "workshop",
                "proposal-evaluated",
                event -> event.path("proposal").asText().equals(proposal));
    }

    private static ValidatableResponse judge(String proposal, String account) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as("evaluator")
                        .subject(account)
                        .entity(RunningProcess.ENTITY)
                        .token())
                .contentType("application/json")
                .header("Idempotency-Key", freshKey())
                .body("{\"opinion\":\"OBSERVED\",\"explanation\":\"Falta el padrón de usuarios\"}")
                .post("/v1/proposals/{proposal}/evaluations", proposal)
                .then();
    }

    @Test
    void once_a_panel_is_named_for_a_proposal_nobody_else_judges_it() throws Exception {
        var process = RunningProcess.withAgents(1);
        var proposals = process.viableProposals(2);
        var judged = proposals.get(0);
        judge(judged, "anyone").statusCode(201);
        var named = (ObjectNode)
                Examples.event("registry", "evaluation-panel-named").deepCopy();
        named.put("process", process.id.toString());
        named.put("proposal", judged);
        var member = named.at("/members/0/account").asText();
        Events.publish("registry", "evaluation-panel-named", named);
        process.await("select count(*) from evaluation_panel where proposal = '" + judged + "'");

        assertProblem(judge(judged, "anyone"), 403, "not-on-panel");
        judge(judged, member).statusCode(201);
        judge(proposals.get(1), "anyone").statusCode(201);
        ((ArrayNode) named.get("members")).remove(0);
        Events.publish("registry", "evaluation-panel-named", named);
        process.await("select case when count(*) = 1 then 1 else 0 end from evaluation_panel where proposal = '"
                + judged + "'");
        assertProblem(judge(judged, member), 403, "not-on-panel");
    }

    private static void evaluate(String proposal, String opinion, int status) {
        as("evaluator")
                .body(opinion)
                .post("/v1/proposals/{proposal}/evaluations", proposal)
                .then()
                .statusCode(status);
    }

    @Test
    @Tag("NAT-07")
    void a_round_on_projects_does_not_open_before_the_themes_are_ranked() throws Exception {
        var process = RunningProcess.withAgents(2);
        var round = process.announce("PRIORITISE_PROJECTS", process.viableProposals(2));

        act(round, "opening")
                .statusCode(409)
                .body("code", equalTo("round-not-ready"))
                .body("errors.code", contains("themes-not-ranked"));
        process.rankThemes();

        act(round, "opening").statusCode(200).body("roll", equalTo(2));
    }

    @Test
    @Tag("NAT-10")
    void each_agent_on_the_roll_votes_once_and_the_count_is_the_sum() throws Exception {
        var process = RunningProcess.withAgents(7);
        var proposals = process.viableProposals(3);
        var round = process.openRound(proposals);
        for (UUID agent : process.agents.subList(0, 5)) {
            cast(round, agent, freshKey(), proposals.subList(0, 2)).statusCode(201);
        }
        String receipt = cast(round, process.agents.get(5), freshKey(), List.of())
                .statusCode(201)
                .extract()
                .path("commitment");

        assertProblem(cast(round, process.agents.get(0), freshKey(), proposals.subList(2, 3)), 409, "already-voted");
        assertProblem(cast(round, UUID.randomUUID(), freshKey(), proposals), 403, "not-on-roll");
        assertProblem(cast(round, process.agents.get(6), freshKey(), List.of(freshKey())), 422, "option-not-on-ballot");
        RestAssured.get("/v1/rounds/{round}", round)
                .then()
                .body("turnout", equalTo(6))
                .body("options.votes", not(hasItem(notNullValue())));
        assertProblem(RestAssured.get("/v1/rounds/{round}/commitments", round).then(), 409, "round-not-closed");

        act(round, "closing").statusCode(200);
        assertProblem(cast(round, process.agents.get(6), freshKey(), proposals), 409, "vote-not-open");
        act(round, "tally")
                .statusCode(200)
                .body("turnout", equalTo(6))
                .body("blank", equalTo(1))
                .body("options.votes", contains(5, 5, 0));

        RestAssured.get("/v1/rounds/{round}/commitments", round).then().body("items", hasItem(receipt));
        var file = RestAssured.get("/v1/rounds/{round}/ballot-file", round)
                .then()
                .statusCode(200)
                .body(containsString("num_votes;6"))
                .extract()
                .asString();
        var tallied = Events.await(
                "workshop",
                "round-tallied",
                event -> event.path("round").asText().equals(round.toString()));
        assertThat(tallied.body().path("ballotsSha256").asText()).isEqualTo(Hashes.sha256Hex(file));
        RestAssured.get("/v1/rounds/{round}/recount", round).then().body("same", equalTo(true));
    }

    @Test
    void what_anyone_asks_of_a_closed_round_was_counted_with_the_close() throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);
        cast(round, process.agents.get(1), freshKey(), List.of()).statusCode(201);
        act(round, "closing").statusCode(200).body("turnout", equalTo(2));
        act(round, "tally").statusCode(200);
        List<String> commitments = RestAssured.get("/v1/rounds/{round}/commitments", round)
                .then()
                .extract()
                .path("items");

        assertThat(Database.rows("select commitments_sha256 from round where round = '" + round + "'"))
                .containsExactly(List.of(Hashes.sha256Hex(String.join("\n", commitments) + "\n")));
        Database.execute("delete from strike_off where round = '" + round + "'");
        RestAssured.get("/v1/rounds/{round}", round)
                .then()
                .body("turnout", equalTo(2))
                .body("turnoutByHour", empty());
        Database.execute("update round_option set votes = 7 where round = '" + round + "'");
        RestAssured.get("/v1/rounds/{round}/ballot-file", round).then().body(containsString(";7;1;"));
        RestAssured.get("/v1/rounds/{round}/recount", round).then().body("same", equalTo(false));
    }

    @Test
    void the_rounds_of_a_process_come_in_pages_in_the_order_of_their_announcement() throws Exception {
        var process = RunningProcess.withAgents(1);
        var proposals = process.viableProposals(1);
        var rounds = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            rounds.add(process.announce("PRIORITISE_PROJECTS", proposals).toString());
        }

        String next = RestAssured.given()
                .queryParam("limit", 2)
                .get("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(200)
                .body("items.round", equalTo(rounds.subList(0, 2)))
                .extract()
                .path("next");
        RestAssured.given()
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(200)
                .body("items.round", equalTo(rounds.subList(2, 3)))
                .body("next", equalTo(null));
    }

    @Test
    @Tag("COY-39")
    @Tag("SJM-13")
    void who_was_not_trained_is_not_on_the_roll_where_the_regulation_blocks() throws Exception {
        var process = RunningProcess.withAgents(3);
        var untrained = UUID.randomUUID();
        process.accredit(untrained, "FEMALE");
        while (Database.count("select count(*) from agent where agent = '" + untrained + "'") == 0) {
            Thread.sleep(50);
        }
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);

        assertProblem(cast(round, untrained, freshKey(), proposals), 403, "not-on-roll");
    }

    @Test
    @Tag("COY-58")
    @Tag("COY-70")
    @Tag("LIM-22")
    void a_committee_is_proclaimed_when_it_meets_size_posts_and_quota() throws Exception {
        var process = RunningProcess.withAgents(7);
        String election = as("polling-officer")
                .body("{\"kind\":\"VIGILANCE_COMMITTEE\",\"title\":\"Comité de vigilancia\"}")
                .post("/v1/processes/{process}/elections", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("election");
        admit(election, Map.of("agent", process.agents.get(5), "publicOffice", true, "outgoingMember", false))
                .statusCode(422)
                .body("code", equalTo("candidate-not-eligible"))
                .body("because", equalTo("HOLDS_PUBLIC_OFFICE"));
        process.agents
                .subList(0, 5)
                .forEach(
                        agent -> admit(election, Map.of("agent", agent, "publicOffice", false, "outgoingMember", false))
                                .statusCode(201));

        proclaim(election, process.agents, 0, 1, 2)
                .statusCode(422)
                .body("code", equalTo("quota-not-met"))
                .body("group", equalTo("WOMEN"))
                .body("given", equalTo(1))
                .body("needed", equalTo(2))
                .body("law", equalTo("art. 10"));
        proclaim(election, process.agents, 0, 3, 1)
                .statusCode(200)
                .body("candidates.size()", equalTo(5))
                .body("candidates.votes", contains(10, 8, 2, 9, 2))
                .body("candidates[0].post", equalTo("PRESIDENT"));

        Events.await(
                "workshop",
                "election-proclaimed",
                event -> event.path("election").asText().equals(election)
                        && event.path("elected").size() == 3);
    }

    private static ValidatableResponse admit(String election, Map<String, Object> candidate) {
        return as("polling-officer")
                .body(candidate)
                .post("/v1/elections/{election}/candidates", election)
                .then();
    }

    private static ValidatableResponse proclaim(
            String election, List<UUID> agents, int president, int secretary, int member) {
        var others = agents.subList(0, 5).stream()
                .filter(agent -> !List.of(agents.get(president), agents.get(secretary), agents.get(member))
                        .contains(agent))
                .map(agent -> Map.of("agent", agent, "votes", 2))
                .toList();
        return as("polling-officer")
                .body(Map.of(
                        "elected",
                        List.of(
                                Map.of("agent", agents.get(president), "post", "PRESIDENT", "votes", 10),
                                Map.of("agent", agents.get(secretary), "post", "SECRETARY", "votes", 9),
                                Map.of("agent", agents.get(member), "post", "MEMBER", "votes", 8)),
                        "count",
                        others,
                        "handCount",
                        Map.of("minutes", "Acta de elección", "tellers", List.of(agents.get(5), agents.get(6)))))
                .post("/v1/elections/{election}/proclamation", election)
                .then();
    }

    @Test
    void staff_of_another_entity_find_nothing() throws Exception {
        var process = RunningProcess.withAgents(1);

        RestAssured.given()
                .auth()
                .oauth2(Tokens.as("facilitator").entity("301264").token())
                .contentType("application/json")
                .header("Idempotency-Key", freshKey())
                .body("{\"title\":\"Plan\",\"objectives\":[{\"code\":\"OE1\",\"name\":\"Agua\"}]}")
                .post("/v1/processes/{process}/plans", process.id)
                .then()
                .statusCode(404);
        as("participant")
                .body("{\"title\":\"Plan\",\"objectives\":[{\"code\":\"OE1\",\"name\":\"Agua\"}]}")
                .post("/v1/processes/{process}/plans", process.id)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden-role"));
    }
}
