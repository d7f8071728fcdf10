package pe.minka.workshop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Events;
import pe.minka.testkit.Examples;
import pe.minka.testkit.Tokens;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** A process of its own for each test, called by the registry as the service hears it. */
final class RunningProcess {

    static final String ENTITY = "300305";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REGULATION = """
            {"identifier":"trial","version":1,
             "convocation":{"noticeDays":7,"law":"art. 5"},
             "workshops":{"themesBeforeProjects":true,"law":"art. 6"},
             "quorum":{"percentOfRoll":"50","plusOne":true,"law":"art. 7"},
             "participation":{"trainingBeforeVote":"BLOCK","oneVotePerOrganisation":false,"supervise":["PRINCIPAL"],"law":"art. 8"},
             "plan":{"agentsMayAddObjectives":true,"law":"art. 9"},
             "quotas":[{"of":"VIGILANCE_COMMITTEE","group":"WOMEN","minimumCount":2,"effect":"BLOCK","law":"art. 10"}],
             "committees":{"VIGILANCE":{"members":3,"posts":["PRESIDENT","SECRETARY","MEMBER"],"immediateReelection":false,"law":"art. 11"}},
             "ballots":[
              {"round":"PRIORITISE_PROJECTS","kind":"APPROVAL","minimumChoices":1,"secret":true,"replaceable":false,"blankAllowed":true,"law":"art. 12"},
              {"round":"PRIORITISE_THEMES","kind":"POINTS","pointsPerBallot":5,"secret":true,"replaceable":true,"blankAllowed":false,"law":"art. 13"},
              {"round":"DECIDE_MOTION","kind":"CHOOSE_ONE","secret":true,"replaceable":false,"blankAllowed":true,"law":"art. 14"},
              {"round":"ELECT_VIGILANCE_COMMITTEE","kind":"CHOOSE_ONE","secret":false,"replaceable":false,"blankAllowed":true,"law":"art. 14"},
              {"round":"ELECT_MANAGEMENT_COMMITTEE","kind":"SHOW_OF_HANDS","secret":false,"replaceable":false,"blankAllowed":true,"law":"art. 15"}],
             "proposals":{"requireObjective":true,"requireCost":true,"requireViableOpinion":true,"opinions":1,"law":"art. 16"},
             "selection":{"rule":"greedy","tieBreak":["VOTES","SECOND_ROUND","DRAW"],"law":"art. 17"}}
            """;

    final UUID id = UUID.randomUUID();
    final List<UUID> agents = new ArrayList<>();

    private RunningProcess() {}

    /** With so many agents, every third a woman, all trained and on the published roll. */
    static RunningProcess withAgents(int count) throws Exception {
        return withAgents(count, regulation -> {});
    }

    /** The same under a regulation that differs from the usual one. */
    static RunningProcess withAgents(int count, Consumer<ObjectNode> change) throws Exception {
        var process = new RunningProcess();
        var regulation = (ObjectNode) JSON.readTree(REGULATION);
        change.accept(regulation);
        process.call(count, regulation);
        return process;
    }

    /** @param changed members that take the place of those of the usual regulation */
    static RunningProcess withRegulation(int count, String changed) throws Exception {
        var members = (ObjectNode) JSON.readTree(changed);
        return withAgents(count, regulation -> regulation.setAll(members));
    }

    /** An elected official, who is not counted among those who vote here. */
    void official(UUID agent) {
        accredit(agent, "MALE", null, "OFFICIAL", UUID.randomUUID());
        agents.remove(agent);
    }

    /** Changes how one kind of round is voted. */
    static void ballot(ObjectNode regulation, String round, String rule) {
        try {
            for (JsonNode ballot : regulation.get("ballots")) {
                if (ballot.get("round").asText().equals(round)) {
                    ((ObjectNode) ballot).setAll((ObjectNode) JSON.readTree(rule));
                    return;
                }
            }
            regulation.withArray("ballots").add(((ObjectNode) JSON.readTree(rule)).put("round", round));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(rule, malformed);
        }
    }

    private void call(int count, ObjectNode regulation) throws Exception {
        var called = (ObjectNode) Examples.event("registry", "process-called").deepCopy();
        called.put("process", id.toString());
        ((ObjectNode) called.get("regulation")).set("document", regulation);
        Events.publish("registry", "process-called", called);
        for (int i = 0; i < count; i++) {
            accredit(UUID.randomUUID(), i % 3 == 0 ? "FEMALE" : "MALE");
        }
        train(agents);
        publishRoll();
        awaitRoll();
    }

    void accredit(UUID agent, String sex) {
        accredit(agent, sex, null, "PRINCIPAL", UUID.randomUUID());
    }

    /** Who stands for a principal of the organisation, or is one. */
    void accredit(UUID agent, String role, UUID organisation) {
        accredit(agent, "FEMALE", null, role, organisation);
    }

    void accredit(UUID agent, String sex, String zone) {
        accredit(agent, sex, zone, "PRINCIPAL", UUID.randomUUID());
    }

    /** @param zone that of the example where null */
    private void accredit(UUID agent, String sex, @Nullable String zone, String role, UUID organisation) {
        agents.add(agent);
        var accredited =
                (ObjectNode) Examples.event("registry", "agent-accredited").deepCopy();
        accredited.put("process", id.toString());
        accredited.put("agent", agent.toString());
        accredited.put("organisation", organisation.toString());
        accredited.put("role", role);
        accredited.put("sex", sex);
        accredited.put("personPseudonym", pseudonym(agent));
        accredited.put("credentialSha256", Hashes.sha256Hex(id + ":" + credential(agent)));
        if (zone != null) {
            accredited.put("zone", zone);
        }
        Events.publish("registry", "agent-accredited", accredited);
    }

    /** Somebody who was another agent of the process before, or is an official without a vote; the service has heard. */
    void accredit(UUID agent, Consumer<ObjectNode> told) throws InterruptedException {
        var accredited =
                (ObjectNode) Examples.event("registry", "agent-accredited").deepCopy();
        accredited.put("process", id.toString());
        accredited.put("agent", agent.toString());
        accredited.put("organisation", UUID.randomUUID().toString());
        accredited.put("personPseudonym", pseudonym(agent));
        accredited.put("credentialSha256", Hashes.sha256Hex(id + ":" + credential(agent)));
        told.accept(accredited);
        Events.publish("registry", "agent-accredited", accredited);
        await("select count(*) from agent where agent = '" + agent + "'");
    }

    /** Of the person behind an agent, where nothing else was told. */
    static String pseudonym(UUID agent) {
        return Hashes.sha256Hex("person " + agent);
    }

    /** As on the card of the agent. */
    static String credential(UUID agent) {
        var text = agent.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(20, 24);
    }

    /** The registry ends an accreditation, and the service has heard of it. */
    void revoke(UUID agent) throws InterruptedException {
        var revoked = (ObjectNode) Examples.event("registry", "agent-revoked").deepCopy();
        revoked.put("process", id.toString());
        revoked.put("agent", agent.toString());
        Events.publish("registry", "agent-revoked", revoked);
        await("select count(*) from agent where not accredited and agent = '" + agent + "'");
    }

    /** The registry sends somebody in the place of another, and the service has heard of it. */
    void replace(UUID agent, UUID by) throws InterruptedException {
        var replaced = (ObjectNode) Examples.event("registry", "agent-replaced").deepCopy();
        replaced.put("process", id.toString());
        replaced.put("agent", agent.toString());
        replaced.put("by", by.toString());
        Events.publish("registry", "agent-replaced", replaced);
        await("select count(*) from agent where not accredited and agent = '" + agent + "'");
    }

    void train(List<UUID> trained) {
        var held = (ObjectNode) Examples.event("registry", "training-held").deepCopy();
        held.put("process", id.toString());
        held.put("training", UUID.randomUUID().toString());
        held.set("attended", JSON.valueToTree(trained));
        Events.publish("registry", "training-held", held);
    }

    private void publishRoll() {
        var published =
                (ObjectNode) Examples.event("registry", "roll-published").deepCopy();
        published.put("process", id.toString());
        published.put("agents", agents.size());
        Events.publish("registry", "roll-published", published);
    }

    /** The roll is the last that the registry told: once it is heard, all before it is. */
    private void awaitRoll() throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (Database.count("select count(*) from published_roll where process = '" + id + "'") > 0) {
                return;
            }
            Thread.sleep(Duration.ofMillis(50).toMillis());
        }
        throw new AssertionError("the registry was not heard");
    }

    static RequestSpecification as(String... roles) {
        return by(Tokens.as(roles));
    }

    /** A polling officer with an account of its own. */
    static RequestSpecification officer(String account) {
        return by(Tokens.as("polling-officer").subject(account));
    }

    private static RequestSpecification by(Tokens caller) {
        return RestAssured.given()
                .log()
                .ifValidationFails()
                .auth()
                .oauth2(caller.entity(ENTITY).token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    String adoptPlan() {
        return as("facilitator")
                .body("{\"title\":\"Plan\",\"objectives\":[{\"code\":\"OE1\",\"name\":\"Agua\"}]}")
                .post("/v1/processes/{process}/plans", id)
                .then()
                .statusCode(201)
                .extract()
                .path("objectives[0].objective");
    }

    List<String> viableProposals(int count) {
        var objective = adoptPlan();
        var projects = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i++) {
            projects.add(Map.of(
                    "title",
                    "Proyecto " + i,
                    "objective",
                    objective,
                    "scope",
                    "DISTRICT",
                    "cost",
                    Map.of("amount", (i + 1) + "000.00", "currency", "PEN"),
                    "viability",
                    Map.of("declaredOn", "2016-01-10", "source", "Banco de Inversiones")));
        }
        return as("facilitator")
                .body(Map.of("projects", projects))
                .post("/v1/processes/{process}/programme-imports", id)
                .then()
                .statusCode(201)
                .extract()
                .path("proposals.proposal");
    }

    UUID convene() {
        return UUID.fromString(as("facilitator")
                .body("""
                        {"title":"Taller 1","startsAt":"2016-04-09T14:00:00Z","place":"Local comunal",\
                        "convenedAt":"2016-04-01T14:00:00Z"}""")
                .post("/v1/processes/{process}/workshops", id)
                .then()
                .statusCode(201)
                .extract()
                .path("workshop"));
    }

    /** A session that is open, with all of them present. */
    UUID openWorkshop(List<UUID> present) {
        var workshop = convene();
        as("facilitator")
                .body(Map.of(
                        "attended",
                        present.stream().map(agent -> Map.of("agent", agent)).toList()))
                .post("/v1/workshops/{workshop}/attendance", workshop)
                .then()
                .statusCode(200);
        as("facilitator")
                .post("/v1/workshops/{workshop}/opening", workshop)
                .then()
                .statusCode(200);
        return workshop;
    }

    void sealMinutes(UUID workshop, String minutes) {
        as("facilitator")
                .body(minutes)
                .put("/v1/workshops/{workshop}/minutes", workshop)
                .then()
                .statusCode(200);
        as("facilitator")
                .post("/v1/workshops/{workshop}/minutes/seal", workshop)
                .then()
                .statusCode(200);
    }

    /** Until the query counts something. */
    void await(String query) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (Database.count(query) > 0) {
                return;
            }
            Thread.sleep(Duration.ofMillis(50).toMillis());
        }
        throw new AssertionError(query);
    }

    void rankThemes() {
        as("facilitator")
                .body("""
                        {"agreements":[{"matter":"THEMES_RANKED","text":"Agua, caminos.","method":"CONSENSUS"}]}""")
                .put("/v1/workshops/{workshop}/minutes", convene())
                .then()
                .statusCode(200);
    }

    UUID announce(String kind, List<String> proposals) {
        return UUID.fromString(as("polling-officer")
                .body(Map.of("kind", kind, "title", "Priorización", "proposals", proposals))
                .post("/v1/processes/{process}/rounds", id)
                .then()
                .statusCode(201)
                .extract()
                .path("round"));
    }

    UUID openRound(List<String> proposals) {
        rankThemes();
        var round = announce("PRIORITISE_PROJECTS", proposals);
        act(round, "opening").statusCode(200);
        return round;
    }

    /** Two officers tell what fell, where a draw of the result waits for it; of a second round too. */
    static void tossWhereADrawWaits(UUID round) {
        List<String> draws = RestAssured.get("/v1/rounds/{round}/result", round)
                .then()
                .statusCode(200)
                .extract()
                .path("undrawn.round");
        for (String each : Set.copyOf(draws)) {
            for (String account : List.of("ana", "luis")) {
                toss(each, account, "CSSCCSCSSSCCSCSC").statusCode(200);
            }
        }
    }

    static ValidatableResponse toss(String round, String account, String tosses) {
        return officer(account)
                .body(Map.of("tosses", tosses, "document", "Acta del sorteo"))
                .post("/v1/rounds/{round}/tosses", round)
                .then();
    }

    static ValidatableResponse act(UUID round, String act) {
        return as("polling-officer").post("/v1/rounds/{round}/" + act, round).then();
    }

    /** Ends the vote before the time that was told. */
    static void endEarly(UUID round) {
        as("polling-officer")
                .body(Map.of("act", "EARLY_CLOSE", "document", "Acta 9", "reason", "Votaron todos"))
                .post("/v1/rounds/{round}/acts", round)
                .then()
                .statusCode(201);
    }

    static ValidatableResponse cast(UUID round, UUID agent, String key, List<String> choices) {
        return castRaw(
                round,
                agent,
                key,
                "{\"choices\":["
                        + choices.stream().map(each -> '"' + each + '"').collect(Collectors.joining(",")) + "]}");
    }

    static ValidatableResponse castRaw(UUID round, UUID agent, String key, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as("participant").agent(agent).token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/rounds/{round}/ballots", round)
                .then();
    }

    static String freshKey() {
        return UUID.randomUUID().toString();
    }

    static void assertProblem(ValidatableResponse response, int status, String code) {
        assertThat((Object) response.extract().statusCode()).isEqualTo(status);
        assertThat((Object) response.extract().path("code")).isEqualTo(code);
    }
}
