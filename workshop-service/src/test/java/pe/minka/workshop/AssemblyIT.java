package pe.minka.workshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** What an assembly decides, in which order, and who of which territory votes on what. */
@QuarkusTest
@WithMinkaStack
class AssemblyIT {

    @Test
    @Tag("VES-01")
    void a_forum_of_over_550_people_adopts_five_themes_each_with_its_vote_or_consensus() throws Exception {
        var process = RunningProcess.withAgents(556);
        var forum = process.openWorkshop(process.agents);
        var themes = List.of(
                theme("Empleo y producción", "CONSENSUS", null),
                theme("Seguridad", "SHOW_OF_HANDS", List.of(402, 120, 34)),
                theme("Salud y ambiente", "CONSENSUS", null),
                theme("Juventud", "SHOW_OF_HANDS", List.of(556, 0, 0)),
                theme("Educación y cultura", "BALLOT", List.of(300, 256, 0)));

        var undecided = new ArrayList<>(themes);
        undecided.set(1, theme("Seguridad", "SHOW_OF_HANDS", null));
        undecided.set(3, theme("Juventud", "SHOW_OF_HANDS", List.of(556, 1, 0)));
        undecided.set(4, theme("Educación y cultura", "BALLOT", List.of(278, 278, 0)));
        draft(forum, undecided)
                .statusCode(422)
                .body("code", equalTo("agreement-not-decided"))
                .body("errors.pointer", contains("/agreements/1", "/agreements/3", "/agreements/4"));
        draft(forum, themes).statusCode(200);
        as("facilitator")
                .post("/v1/workshops/{workshop}/minutes/seal", forum)
                .then()
                .statusCode(200);

        RestAssured.get("/v1/workshops/{workshop}", forum).then().body("attendance.present", equalTo(556));
        String document = RestAssured.get("/v1/workshops/{workshop}/minutes", forum)
                .then()
                .extract()
                .path("document");
        var agreements = JsonPath.from(document);
        assertThat(agreements.getList("minutes.agreements.text", String.class))
                .containsExactlyElementsOf(themes.stream()
                        .map(each -> String.valueOf(each.get("text")))
                        .toList());
        assertThat(agreements.getList("minutes.agreements.inFavour", Integer.class))
                .containsExactly(null, 402, null, 556, 300);
    }

    private static Map<String, Object> theme(String text, String method, @Nullable List<Integer> votes) {
        var agreement = new HashMap<String, Object>();
        agreement.put("matter", "OTHER");
        agreement.put("topic", "THEME");
        agreement.put("text", text);
        agreement.put("method", method);
        if (votes != null) {
            agreement.put("inFavour", votes.get(0));
            agreement.put("against", votes.get(1));
            agreement.put("abstained", votes.get(2));
        }
        return agreement;
    }

    private static ValidatableResponse draft(UUID workshop, List<?> agreements) {
        return as("facilitator")
                .body(Map.of("agreements", agreements))
                .put("/v1/workshops/{workshop}/minutes", workshop)
                .then();
    }

    @Test
    @Tag("LIM-20")
    void a_session_elects_its_chairing_board_before_any_other_matter() throws Exception {
        var process = RunningProcess.withAgents(
                3, regulation -> ((ObjectNode) regulation.get("workshops")).put("chairElectedFirst", true));
        var session = process.openWorkshop(process.agents);
        var budget = Map.of("matter", "BUDGET_PRESENTED", "text", "Se presenta.", "method", "INFORMED");
        var chair = Map.of(
                "matter", "OTHER", "topic", "CHAIR", "text", "Preside.", "method", "SHOW_OF_HANDS", "inFavour", 2);

        draft(session, List.of(budget))
                .statusCode(422)
                .body("code", equalTo("chair-not-elected-first"))
                .body("law", equalTo("art. 6"));
        assertProblem(draft(session, List.of(budget, chair)), 422, "chair-not-elected-first");
        draft(session, List.of(chair, budget)).statusCode(200);
    }

    @Test
    @Tag("VES-31")
    @Tag("VES-58")
    void a_section_votes_with_its_own_neighbours_on_its_projects_and_on_those_of_the_whole_district() throws Exception {
        var process = RunningProcess.withAgents(0);
        var own = UUID.randomUUID();
        var ally = UUID.randomUUID();
        process.accredit(own, "FEMALE", "S3");
        process.accredit(ally, "MALE", "S7");
        process.train(List.of(own, ally));
        process.await("select count(*) from training_attendance where agent = '" + ally + "'");
        var proposals = projects(process, "ZONE S3", "ZONE S7", "DISTRICT");
        process.rankThemes();

        announce(process, "S3", proposals)
                .statusCode(422)
                .body("code", equalTo("proposals-not-ready"))
                .body("errors.code", contains("proposal-of-another-zone"))
                .body("errors.pointer", contains("/proposals/1"));
        var choices = List.of(proposals.get(0), proposals.get(2));
        var round = UUID.fromString(
                announce(process, "S3", choices).statusCode(201).extract().path("round"));
        act(round, "opening").statusCode(200).body("roll", equalTo(1));

        assertProblem(cast(round, ally, freshKey(), proposals.subList(0, 1)), 403, "not-on-roll");
        cast(round, own, freshKey(), proposals.subList(2, 3)).statusCode(201);
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("options.votes", contains(0, 1));
    }

    @Test
    @Tag("SJM-08")
    void the_scope_of_a_project_sends_it_to_the_general_assembly_or_to_its_own_sub_sector() throws Exception {
        var process = RunningProcess.withAgents(
                1, regulation -> ((ObjectNode) regulation.get("proposals")).put("voteByScope", true));
        var proposals = projects(process, "ZONE S3", "ZONE S7", "DISTRICT");

        announce(process, null, proposals)
                .statusCode(422)
                .body("errors.code", contains("proposal-voted-elsewhere", "proposal-voted-elsewhere"))
                .body("errors.vote", contains("S3", "S7"));
        announce(process, "S3", proposals)
                .statusCode(422)
                .body("errors.pointer", contains("/proposals/1", "/proposals/2"))
                .body("errors.vote", contains("S7", "DISTRICT"));
        announce(process, null, proposals.subList(2, 3)).statusCode(201);
        announce(process, "S7", proposals.subList(1, 2)).statusCode(201);
    }

    @Test
    @Tag("VES-39")
    void a_joint_session_ranks_the_same_projects_by_territory_and_by_theme() throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = projects(process, "ZONE S3", "ZONE S3", "ZONE S7", "DISTRICT");
        var round = process.openRound(proposals);
        cast(round, process.agents.get(0), freshKey(), List.of(proposals.get(1), proposals.get(2)))
                .statusCode(201);
        cast(round, process.agents.get(1), freshKey(), List.of(proposals.get(1), proposals.get(3)))
                .statusCode(201);
        cast(round, process.agents.get(2), freshKey(), List.of(proposals.get(0)))
                .statusCode(201);

        assertProblem(RestAssured.get("/v1/rounds/{round}/rankings", round).then(), 409, "round-not-tallied");
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);

        RestAssured.get("/v1/rounds/{round}/rankings", round)
                .then()
                .statusCode(200)
                .body("byTerritory.zone", contains("S3", "S7", null))
                .body("byTerritory[0].items.option", contains(proposals.get(1), proposals.get(0)))
                .body("byTerritory[0].items.place", contains(1, 2))
                .body("byTheme", hasSize(1))
                .body("byTheme[0].items.place", contains(1, 2, 2, 2))
                .body("byTheme[0].items[0].option", equalTo(proposals.get(1)));
    }

    /** @param scopes such as {@code ZONE S3} or {@code DISTRICT} */
    private static List<String> projects(RunningProcess process, String... scopes) {
        var objective = process.adoptPlan();
        var projects = new ArrayList<Map<String, Object>>();
        for (String scope : scopes) {
            var project = new HashMap<String, Object>(Map.of(
                    "title",
                    "Proyecto " + projects.size(),
                    "objective",
                    objective,
                    "scope",
                    scope.split(" ", -1)[0],
                    "cost",
                    Map.of("amount", "1000.00", "currency", "PEN"),
                    "viability",
                    Map.of("declaredOn", "2016-01-10", "source", "Banco de Inversiones")));
            if (scope.startsWith("ZONE ")) {
                project.put("zone", scope.substring("ZONE ".length()));
            }
            projects.add(project);
        }
        return as("facilitator")
                .body(Map.of("projects", projects))
                .post("/v1/processes/{process}/programme-imports", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("proposals.proposal");
    }

    private static ValidatableResponse announce(RunningProcess process, @Nullable String zone, List<String> proposals) {
        var round = new HashMap<String, Object>(
                Map.of("kind", "PRIORITISE_PROJECTS", "title", "Sección", "proposals", proposals));
        if (zone != null) {
            round.put("zone", zone);
        }
        return as("polling-officer")
                .body(round)
                .post("/v1/processes/{process}/rounds", process.id)
                .then();
    }
}
