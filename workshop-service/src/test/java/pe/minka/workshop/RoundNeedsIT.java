package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.castRaw;
import static pe.minka.workshop.RunningProcess.freshKey;

/** A round opens when all that its regulation names is there, and a refusal names all that is not. */
@QuarkusTest
@WithMinkaStack
class RoundNeedsIT {

    private static final String ACCOUNTS = """
            {"kind":"ACCOUNTS","title":"Rendición 2007","sha256":"%064x"}""";

    private static RunningProcess asking(int agents, String needs) throws Exception {
        return RunningProcess.withRegulation(agents, """
                {"workshops":{"law":"art. 6","roundNeeds":[
                  {"round":"PRIORITISE_PROJECTS","needs":[%s],"law":"art. 20"}]}}""".formatted(needs));
    }

    private static ValidatableResponse open(UUID round, UUID workshop) {
        return as("polling-officer")
                .body(Map.of("workshop", workshop))
                .post("/v1/rounds/{round}/opening", round)
                .then();
    }

    private static void minutes(UUID workshop, String matter, String rest) {
        as("facilitator")
                .body("{\"agreements\":[{\"matter\":\"%s\",\"text\":\"Consta.\",\"method\":\"CONSENSUS\"%s}]}"
                        .formatted(matter, rest))
                .put("/v1/workshops/{workshop}/minutes", workshop)
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("LIM-12")
    void a_vote_on_projects_does_not_open_before_the_budget_is_presented_in_that_session() throws Exception {
        var process = asking(2, "\"BUDGET_PRESENTED_IN_SESSION\"");
        var round = process.announce("PRIORITISE_PROJECTS", process.viableProposals(2));
        var earlier = process.convene();
        var session = process.convene();
        minutes(earlier, "BUDGET_PRESENTED", "");

        act(round, "opening")
                .statusCode(409)
                .body("errors.code", contains("session-not-named"))
                .body("errors[0].pointer", equalTo("/workshop"));
        open(round, session)
                .statusCode(409)
                .body("code", equalTo("round-not-ready"))
                .body("errors.code", contains("budget-not-presented-in-session"))
                .body("errors[0].law", equalTo("art. 20"));
        open(round, RunningProcess.withAgents(1).convene())
                .statusCode(409)
                .body("errors.code", contains("session-of-another-process"));
        minutes(session, "BUDGET_PRESENTED", "");

        open(round, session).statusCode(200).body("state", equalTo("OPEN"));
    }

    @Test
    @Tag("ANT-24")
    void a_second_stage_needs_the_accounts_attached_and_an_elected_official_in_the_room() throws Exception {
        var process = asking(2, "\"ACCOUNTS_ATTACHED\",\"ELECTED_OFFICIAL_ATTENDED\"");
        var official = UUID.randomUUID();
        process.official(official);
        while (Database.count("select count(*) from agent where agent = '" + official + "'") == 0) {
            Thread.sleep(50);
        }
        var round = process.announce("PRIORITISE_PROJECTS", process.viableProposals(1));
        var session = process.convene();
        attend(session, process.agents.get(0));

        open(round, session)
                .statusCode(409)
                .body("errors.code", containsInAnyOrder("accounts-not-attached", "no-official-attended"));
        attach(session, ACCOUNTS.formatted(1)).statusCode(201);
        assertProblem(attach(session, ACCOUNTS.formatted(1)), 409, "document-already-attached");
        attach(session, "{\"kind\":\"ACCOUNTS\",\"title\":\"Rendición\",\"sha256\":\"corto\"}")
                .statusCode(400);
        open(round, session).statusCode(409).body("errors.code", contains("no-official-attended"));
        attend(session, official);

        open(round, session).statusCode(200);
        RestAssured.get("/v1/workshops/{w}/documents", session)
                .then()
                .statusCode(200)
                .body("items.kind", contains("ACCOUNTS"));
    }

    @Test
    void a_vote_needs_the_notice_the_training_and_the_quorum_that_its_ordinance_names() throws Exception {
        var process = RunningProcess.withRegulation(0, """
                {"convocation":{"noticeDays":7,"minimumChannels":2,"law":"art. 5"},
                 "participation":{"trainingBeforeVote":"NONE","law":"art. 8"},
                 "workshops":{"law":"art. 6","roundNeeds":[{"round":"ELECT_VIGILANCE_COMMITTEE",
                  "needs":["NOTICE_GIVEN","TRAINING_HELD","QUORUM_PRESENT"],"law":"art. 20"}]}}""");
        var agents = List.of(UUID.randomUUID(), UUID.randomUUID());
        agents.forEach(agent -> process.accredit(agent, "FEMALE"));
        process.await("select count(*) from agent where agent = '" + agents.get(1) + "'");
        String announced = as("polling-officer")
                .body(Map.of(
                        "kind",
                        "ELECT_VIGILANCE_COMMITTEE",
                        "title",
                        "Comité",
                        "options",
                        List.of(Map.of("option", agents.get(0), "title", "Candidatura"))))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round");
        var round = UUID.fromString(announced);

        act(round, "opening")
                .statusCode(409)
                .body("errors.code", containsInAnyOrder("session-not-named", "session-not-named", "training-not-held"));
        open(round, process.convene())
                .statusCode(409)
                .body("errors.code", containsInAnyOrder("notice-not-given", "quorum-not-present", "training-not-held"));
        process.train(agents);
        process.await("select count(*) from training_attendance where agent = '" + agents.get(0) + "'");
        var session = convene(process);
        open(round, session).statusCode(409).body("errors.code", contains("quorum-not-present"));
        attend(session, agents.get(0));
        attend(session, agents.get(1));
        open(round, session).statusCode(409).body("errors.code", contains("quorum-not-present"));
        as("facilitator")
                .post("/v1/workshops/{workshop}/opening", session)
                .then()
                .statusCode(200);
        open(round, session).statusCode(200);
    }

    private static UUID convene(RunningProcess process) {
        return UUID.fromString(as("facilitator")
                .body("""
                        {"title":"Asamblea","startsAt":"2016-04-09T14:00:00Z","place":"Local comunal",\
                        "convenedAt":"2016-04-01T14:00:00Z","channels":["RADIO","LETTER"]}""")
                .post("/v1/processes/{process}/workshops", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("workshop"));
    }

    @Test
    @Tag("SJM-17")
    @Tag("SJM-26")
    @Tag("ANT-18")
    void a_vote_on_projects_is_one_on_proposals_and_nothing_comes_to_it_without_cost_and_opinion() throws Exception {
        var process = RunningProcess.withAgents(2);

        assertProblem(
                as("polling-officer")
                        .body("""
                                {"kind":"PRIORITISE_PROJECTS","title":"R","options":[{"title":"Palacio municipal"}]}""")
                        .post("/v1/processes/{process}/rounds", process.id)
                        .then(),
                422,
                "projects-need-proposals");
    }

    private static ValidatableResponse attach(UUID workshop, String document) {
        return as("facilitator")
                .body(document)
                .post("/v1/workshops/{workshop}/documents", workshop)
                .then();
    }

    private static void attend(UUID workshop, UUID agent) {
        as("facilitator")
                .body(Map.of("attended", List.of(Map.of("agent", agent))))
                .post("/v1/workshops/{workshop}/attendance", workshop)
                .then()
                .statusCode(200)
                .body("recorded", equalTo(1));
    }

    @Test
    @Tag("COY-30")
    void step_five_needs_a_ranked_list_of_problems_not_only_the_word_that_there_is_one() throws Exception {
        var process = asking(2, "\"PROBLEMS_RANKED\"");
        var round = process.announce("PRIORITISE_PROJECTS", process.viableProposals(1));

        act(round, "opening").statusCode(409).body("errors.code", contains("problems-not-ranked"));
        minutes(process.convene(), "THEMES_RANKED", "");
        act(round, "opening").statusCode(409).body("errors.code", contains("problems-not-ranked"));
        minutes(
                process.convene(),
                "THEMES_RANKED",
                ",\"ranked\":[\"Falta de agua\",\"Caminos cortados\",\"Desnutrición\"]");

        act(round, "opening").statusCode(200);
    }

    @Test
    @Tag("NAT-08")
    void each_project_shows_its_ranked_theme_its_evaluation_and_what_is_recommended() throws Exception {
        var process = asking(3, "\"THEMES_AND_OPINIONS_SHOWN\"");
        var viable = process.viableProposals(1);
        String water = RestAssured.get("/v1/processes/{p}/plans", process.id)
                .then()
                .extract()
                .path("items[0].objectives[0].objective");
        var round = process.announce("PRIORITISE_PROJECTS", viable);

        act(round, "opening")
                .statusCode(409)
                .body("errors.code", contains("project-without-theme-or-opinion"))
                .body("errors[0].pointer", equalTo("/proposals/0"));
        rank(process, water);

        RestAssured.get("/v1/rounds/{round}/dossier", round)
                .then()
                .statusCode(200)
                .body("items[0].theme.title", equalTo("Agua"))
                .body("items[0].theme.rank", equalTo(2))
                .body("items[0].recommendation", equalTo("RECOMMENDED"))
                .body("items[0].opinions[0].opinion", equalTo("VIABLE"))
                .body("items[0].opinions[0].explanation", containsString("Banco de Inversiones"));
        act(round, "opening").statusCode(200);
    }

    /** Roads get three points of each voter, water two. */
    private static void rank(RunningProcess process, String water) {
        var roads = freshKey();
        String themes = as("polling-officer")
                .body(Map.of(
                        "kind",
                        "PRIORITISE_THEMES",
                        "title",
                        "Temas",
                        "options",
                        List.of(Map.of("option", water, "title", "Agua"), Map.of("option", roads, "title", "Caminos"))))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round");
        var round = UUID.fromString(themes);
        act(round, "opening").statusCode(200);
        process.agents.forEach(
                agent -> castRaw(round, agent, freshKey(), "{\"points\":{\"%s\":2,\"%s\":3}}".formatted(water, roads))
                        .statusCode(201));
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);
    }

    @Test
    @Tag("ANT-18")
    void a_project_of_the_government_goes_through_the_same_vote_and_is_approved_by_nobody_else() throws Exception {
        var process = asking(4, "\"ENTITY_PROJECTS_ON_BALLOT\"");
        var theirs = process.viableProposals(1);
        var own = ownProject(process);
        var without = process.announce("PRIORITISE_PROJECTS", theirs);

        assertProblem(announce(process, List.of(theirs.get(0), own)), 422, "proposals-not-ready");
        evaluate(own);
        act(without, "opening")
                .statusCode(409)
                .body("errors.code", contains("entity-project-not-on-ballot"))
                .body("errors[0].proposal", equalTo(own));
        var round = process.announce("PRIORITISE_PROJECTS", List.of(theirs.get(0), own));
        act(round, "opening").statusCode(200);
        process.agents
                .subList(0, 3)
                .forEach(agent -> cast(round, agent, freshKey(), theirs).statusCode(201));
        act(round, "closing").statusCode(200);

        act(round, "tally")
                .statusCode(200)
                .body("options.origin", contains("PROGRAMME", "ENTITY"))
                .body("options.votes", contains(3, 0));
        as("facilitator").get("/v1/proposals/{p}", own).then().body("status", equalTo("VIABLE"));
    }

    private static ValidatableResponse announce(RunningProcess process, List<String> proposals) {
        return as("polling-officer")
                .body(Map.of("kind", "PRIORITISE_PROJECTS", "title", "R", "proposals", proposals))
                .post("/v1/processes/{process}/rounds", process.id)
                .then();
    }

    private static String ownProject(RunningProcess process) {
        String objective = RestAssured.get("/v1/processes/{p}/plans", process.id)
                .then()
                .extract()
                .path("items[0].objectives[0].objective");
        return as("facilitator")
                .body(Map.of(
                        "title", "Palacio municipal", "objective", objective, "scope", "DISTRICT", "origin", "ENTITY"))
                .post("/v1/processes/{process}/proposals", process.id)
                .then()
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body("origin", equalTo("ENTITY"))
                .extract()
                .path("proposal");
    }

    private static void evaluate(String proposal) {
        as("evaluator")
                .body("""
                        {"opinion":"VIABLE","cost":{"amount":"900000.00","currency":"PEN"},"explanation":"Factible."}""")
                .post("/v1/proposals/{proposal}/evaluations", proposal)
                .then()
                .statusCode(201);
    }
}
