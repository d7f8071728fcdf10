package pe.minka.workshop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** Nobody is proclaimed without a count of all who stood, nor against a rule of the ordinance. */
@QuarkusTest
@WithMinkaStack
class ElectionIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> POSTS = List.of("PRESIDENT", "SECRETARY", "MEMBER");

    private static String call(RunningProcess process, String election) {
        return as("polling-officer")
                .body(election)
                .post("/v1/processes/{process}/elections", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("election");
    }

    private static String vigilance(RunningProcess process, List<UUID> candidates) {
        var election = call(process, "{\"kind\":\"VIGILANCE_COMMITTEE\",\"title\":\"Comité\"}");
        candidates.forEach(agent -> admit(election, agent, "").statusCode(201));
        return election;
    }

    private static ValidatableResponse admit(String election, UUID agent, String more) {
        return admitRaw(
                election, "{\"agent\":\"" + agent + "\",\"publicOffice\":false,\"outgoingMember\":false" + more + "}");
    }

    private static ValidatableResponse admitRaw(String election, String candidate) {
        return as("polling-officer")
                .body(candidate)
                .post("/v1/elections/{election}/candidates", election)
                .then();
    }

    private static Map<String, Object> outcome(List<UUID> seats) {
        var elected = new ArrayList<Map<String, Object>>();
        seats.forEach(agent -> elected.add(Map.of("agent", agent, "post", POSTS.get(elected.size()))));
        return new HashMap<>(Map.of("elected", elected));
    }

    private static Map<String, Object> byHand(List<UUID> seats, List<UUID> tellers, Map<UUID, Integer> votes) {
        var outcome = outcome(seats);
        outcome.put("handCount", Map.of("minutes", "Acta 7", "tellers", tellers));
        outcome.put(
                "count",
                votes.entrySet().stream()
                        .map(each -> Map.of("agent", each.getKey(), "votes", each.getValue()))
                        .toList());
        return outcome;
    }

    private static ValidatableResponse proclaim(String election, Map<String, Object> outcome) {
        return as("polling-officer")
                .body(outcome)
                .post("/v1/elections/{election}/proclamation", election)
                .then();
    }

    private static Map<UUID, Integer> votes(List<UUID> agents, int... votes) {
        var counted = new HashMap<UUID, Integer>();
        for (int i = 0; i < votes.length; i++) {
            counted.put(agents.get(i), votes[i]);
        }
        return counted;
    }

    @Test
    @Tag("COY-70")
    void a_committee_is_not_proclaimed_while_one_candidate_has_no_count() throws Exception {
        var process = RunningProcess.withAgents(7);
        var agents = process.agents;
        var election = vigilance(process, agents.subList(0, 4));
        var seats = List.of(agents.get(0), agents.get(3), agents.get(1));
        var tellers = List.of(agents.get(5), agents.get(6));

        proclaim(election, byHand(seats, tellers, votes(agents, 9, 8)))
                .statusCode(422)
                .body("code", equalTo("votes-missing"))
                .body(
                        "errors.agent",
                        containsInAnyOrder(
                                agents.get(2).toString(), agents.get(3).toString()));
        proclaim(election, byHand(seats, tellers, votes(agents, 5, 3, 4, 6)))
                .statusCode(422)
                .body("errors.code", contains("not-the-most-voted"));
        proclaim(election, byHand(seats, tellers, votes(agents, 5, 4, 3, 6, 1)))
                .statusCode(422)
                .body("errors.code", contains("not-a-candidate"));
        proclaim(election, byHand(seats, tellers, votes(agents, 5, 4, 3, 6)))
                .statusCode(200)
                .body("handCount.minutes", equalTo("Acta 7"))
                .body("handCount.tellers", hasSize(2))
                .body("candidates.votes", contains(5, 4, 3, 6));
    }

    @Test
    void a_count_of_hands_stands_in_minutes_and_was_told_by_two_who_do_not_stand() throws Exception {
        var process = RunningProcess.withAgents(6);
        var agents = process.agents;
        var election = vigilance(process, agents.subList(0, 4));
        var seats = List.of(agents.get(0), agents.get(3), agents.get(1));
        var count = votes(agents, 5, 4, 3, 6);
        var untold = byHand(seats, List.of(), count);
        untold.remove("handCount");

        assertProblem(proclaim(election, untold), 422, "count-not-attested");
        proclaim(election, byHand(seats, List.of(agents.get(4), agents.get(4)), count))
                .statusCode(422)
                .body("errors.code", contains("tellers-too-few"));
        proclaim(election, byHand(seats, List.of(agents.get(4), agents.get(0), UUID.randomUUID()), count))
                .statusCode(422)
                .body("errors.pointer", contains("/handCount/tellers/1", "/handCount/tellers/2"));
        var contradictory = byHand(seats, List.of(agents.get(4), agents.get(5)), count);
        contradictory.put("elected", List.of(Map.of("agent", agents.get(0), "post", "PRESIDENT", "votes", 6)));
        assertProblem(proclaim(election, contradictory), 422, "votes-contradictory");
        var tomorrow = byHand(seats, List.of(agents.get(4), agents.get(5)), count);
        tomorrow.put("proclaimedAt", "2090-01-01T00:00:00Z");
        assertProblem(proclaim(election, tomorrow), 422, "proclamation-time-impossible");

        proclaim(election, byHand(seats, List.of(agents.get(4), agents.get(5)), count))
                .statusCode(200);
    }

    @Test
    void where_the_regulation_wants_the_vote_secret_hands_elect_nobody() throws Exception {
        var process = RunningProcess.withAgents(
                6, regulation -> RunningProcess.ballot(regulation, "ELECT_VIGILANCE_COMMITTEE", "{\"secret\":true}"));
        var agents = process.agents;
        var election = vigilance(process, agents.subList(0, 3));

        assertProblem(
                proclaim(
                        election,
                        byHand(agents.subList(0, 3), List.of(agents.get(4), agents.get(5)), votes(agents, 3, 2, 1))),
                409,
                "vote-is-secret");
    }

    @Test
    @Tag("COY-70")
    void the_count_of_the_round_is_taken_and_none_beside_it() throws Exception {
        var process = RunningProcess.withAgents(6);
        var agents = process.agents;
        var candidates = List.of(agents.get(0), agents.get(1), agents.get(3));
        var election = vigilance(process, candidates);
        var round = counted(process, "ELECT_VIGILANCE_COMMITTEE", candidates, agents.get(0), agents.get(3));
        var other = counted(process, "ELECT_MANAGEMENT_COMMITTEE", candidates, agents.get(1));
        var fewer = counted(process, "ELECT_VIGILANCE_COMMITTEE", candidates.subList(0, 2), agents.get(0));
        var outcome = outcome(List.of(agents.get(0), agents.get(3), agents.get(1)));

        assertProblem(
                proclaim(
                        election,
                        byHand(
                                List.of(agents.get(1), agents.get(0), agents.get(3)),
                                List.of(agents.get(4), agents.get(5)),
                                Map.of(agents.get(0), 0, agents.get(1), 9, agents.get(3), 0))),
                409,
                "round-already-counted");
        outcome.put("round", other);
        assertProblem(proclaim(election, outcome), 422, "round-of-another-kind");
        outcome.put("round", fewer);
        proclaim(election, outcome)
                .statusCode(422)
                .body("code", equalTo("ballot-not-of-candidates"))
                .body("errors.code", contains("candidate-not-on-ballot"));
        outcome.put("round", round);
        outcome.put("count", List.of(Map.of("agent", agents.get(1), "votes", 99)));
        assertProblem(proclaim(election, outcome), 422, "count-beside-round");
        outcome.remove("count");
        outcome.put("proclaimedAt", "2016-04-23T21:30:00Z");
        assertProblem(proclaim(election, outcome), 422, "proclamation-time-impossible");
        outcome.remove("proclaimedAt");
        proclaim(election, outcome).statusCode(200).body("candidates.votes", contains(1, 0, 1));
        var again = vigilance(process, List.of());
        var unseated = List.of(agents.get(2), agents.get(4), agents.get(5));
        unseated.forEach(agent -> admit(again, agent, "").statusCode(201));
        var reused = outcome(unseated);
        reused.put("round", round);
        assertProblem(proclaim(again, reused), 422, "round-of-another-election");
    }

    @Test
    void a_candidate_admitted_late_does_not_set_the_ballots_aside() throws Exception {
        var process = RunningProcess.withAgents(7);
        var agents = process.agents;
        var candidates = List.of(agents.get(0), agents.get(1), agents.get(3));
        var election = vigilance(process, candidates);
        var round = counted(process, "ELECT_VIGILANCE_COMMITTEE", candidates, agents.get(0), agents.get(3));
        admit(election, agents.get(4), "").statusCode(201);
        var seats = List.of(agents.get(0), agents.get(3), agents.get(4));
        var outcome = outcome(seats);
        outcome.put("round", round);

        proclaim(election, outcome).statusCode(422).body("errors.code", contains("candidate-not-on-ballot"));
        assertProblem(
                proclaim(
                        election,
                        byHand(
                                seats,
                                List.of(agents.get(5), agents.get(6)),
                                votes(agents, 9, 1, 0, 8, 7).entrySet().stream()
                                        .filter(each -> !each.getKey().equals(agents.get(2)))
                                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))),
                409,
                "round-already-counted");
        var all = counted(
                process, "ELECT_VIGILANCE_COMMITTEE", withLast(candidates, agents.get(4)), seats.toArray(UUID[]::new));
        outcome.put("round", all);
        proclaim(election, outcome).statusCode(200);
    }

    private static List<UUID> withLast(List<UUID> agents, UUID last) {
        return Stream.concat(agents.stream(), Stream.of(last)).toList();
    }

    /** A round in which the first agents vote for these, one each. */
    private static UUID counted(RunningProcess process, String kind, List<UUID> candidates, UUID... choices) {
        var round = announce(process, kind, candidates);
        act(round, "opening").statusCode(200);
        for (int i = 0; i < choices.length; i++) {
            cast(round, process.agents.get(i), freshKey(), List.of(choices[i].toString()))
                    .statusCode(201);
        }
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);
        return round;
    }

    private static UUID announce(RunningProcess process, String kind, List<UUID> candidates) {
        return UUID.fromString(as("polling-officer")
                .body(Map.of(
                        "kind",
                        kind,
                        "title",
                        "Elección",
                        "options",
                        candidates.stream()
                                .map(agent -> Map.of("option", agent, "title", "Candidatura"))
                                .toList()))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round"));
    }

    @Test
    @Tag("COY-58")
    void members_come_from_as_many_zones_as_the_ordinance_asks() throws Exception {
        var process = RunningProcess.withAgents(
                2, regulation -> ((ObjectNode) regulation.at("/committees/VIGILANCE")).put("minimumZones", 3));
        var zones = List.of("Z1", "Z1", "Z2", "Z3");
        var candidates = zones.stream().map(zone -> UUID.randomUUID()).toList();
        for (int i = 0; i < zones.size(); i++) {
            process.accredit(candidates.get(i), "FEMALE", zones.get(i));
        }
        process.await("select count(*) from agent where agent = '" + candidates.get(3) + "'");
        var election = vigilance(process, candidates);
        var tellers = process.agents.subList(0, 2);
        var count = votes(candidates, 9, 8, 7, 1);

        proclaim(election, byHand(candidates.subList(0, 3), tellers, count))
                .statusCode(422)
                .body("errors.code", contains("too-few-zones"))
                .body("errors[0].given", equalTo(2))
                .body("errors[0].needed", equalTo(3))
                .body("errors[0].law", equalTo("art. 11"));
        proclaim(election, byHand(List.of(candidates.get(0), candidates.get(2), candidates.get(3)), tellers, count))
                .statusCode(200);
    }

    @Test
    @Tag("COY-58")
    void nobody_is_elected_from_a_list_with_fewer_women_than_the_ordinance_asks() throws Exception {
        var process = RunningProcess.withAgents(8, regulation -> {
            regulation
                    .putArray("quotas")
                    .add(JSON.createObjectNode()
                            .put("of", "CANDIDATE_LIST")
                            .put("group", "WOMEN")
                            .put("minimumPercent", "30")
                            .put("effect", "BLOCK")
                            .put("law", "art. 21"));
        });
        var agents = process.agents;
        var election = call(process, "{\"kind\":\"VIGILANCE_COMMITTEE\",\"title\":\"Comité\"}");
        admit(election, agents.get(0), "")
                .statusCode(422)
                .body("code", equalTo("declaration-missing"))
                .body("errors.pointer", contains("/list"))
                .body("errors.law", contains("art. 21"));
        var men = List.of(agents.get(1), agents.get(2), agents.get(4));
        var mixed = List.of(agents.get(0), agents.get(3), agents.get(5));
        men.forEach(agent -> admit(election, agent, ",\"list\":\"Lista 1\"").statusCode(201));
        mixed.forEach(agent ->
                admit(election, agent, ",\"list\":\"Lista 2\"").statusCode(201).body("list", equalTo("Lista 2")));
        var count = new HashMap<UUID, Integer>();
        men.forEach(agent -> count.put(agent, 20));
        mixed.forEach(agent -> count.put(agent, 10));
        var tellers = List.of(agents.get(6), agents.get(7));

        proclaim(election, byHand(men, tellers, count))
                .statusCode(422)
                .body("errors.code", contains("list-quota-not-met"))
                .body("errors[0].list", equalTo("Lista 1"))
                .body("errors[0].needed", equalTo(1));
        proclaim(election, byHand(mixed, tellers, count)).statusCode(200);
    }

    @Test
    @Tag("LIM-22")
    void what_the_ordinance_bars_is_declared_either_way() throws Exception {
        var process = RunningProcess.withAgents(2);
        var agent = process.agents.get(0);
        var election = vigilance(process, List.of());

        admitRaw(election, "{\"agent\":\"" + agent + "\"}")
                .statusCode(422)
                .body("code", equalTo("declaration-missing"))
                .body("errors.pointer", contains("/publicOffice", "/outgoingMember"));
        admitRaw(election, "{\"agent\":\"" + agent + "\",\"publicOffice\":false}")
                .statusCode(422)
                .body("errors.pointer", contains("/outgoingMember"));
        admitRaw(election, "{\"agent\":\"" + agent + "\",\"publicOffice\":false,\"outgoingMember\":true}")
                .statusCode(422)
                .body("because", equalTo("OUTGOING_MEMBER"));
        admit(election, agent, "").statusCode(201);
    }

    @Test
    void whoever_belongs_to_the_committee_that_ends_is_known_and_not_elected_again() throws Exception {
        var first = RunningProcess.withAgents(6);
        var agents = first.agents;
        var election = vigilance(first, agents.subList(0, 4));
        proclaim(
                        election,
                        byHand(
                                List.of(agents.get(0), agents.get(3), agents.get(1)),
                                List.of(agents.get(4), agents.get(5)),
                                votes(agents, 5, 4, 3, 6)))
                .statusCode(200);
        var next = RunningProcess.withAgents(1);
        next.accredit(agents.get(0), "FEMALE");
        next.accredit(agents.get(2), "MALE");
        next.await("select count(*) from agent where process = '" + next.id + "' and agent = '" + agents.get(2) + "'");
        var again = vigilance(next, List.of());

        admit(again, agents.get(0), "").statusCode(422).body("because", equalTo("OUTGOING_MEMBER"));
        admit(again, agents.get(2), "").statusCode(201);
    }

    private static RunningProcess assembly(int agents) throws Exception {
        return RunningProcess.withAgents(agents, regulation -> {
            var committees = (ObjectNode) regulation.get("committees");
            committees
                    .putObject("CHAIR")
                    .put("members", 2)
                    .put("law", "art. 22")
                    .putArray("posts")
                    .add("PRESIDENT")
                    .add("SECRETARY");
            committees.putObject("DELEGATES").put("members", 2).put("law", "art. 23");
            RunningProcess.ballot(
                    regulation,
                    "ELECT_DELEGATES",
                    "{\"kind\":\"CHOOSE_ONE\",\"secret\":true,\"replaceable\":false,\"blankAllowed\":true,\"law\":\"art. 23\"}");
            regulation
                    .withArray("quotas")
                    .add(JSON.createObjectNode()
                            .put("of", "DELEGATION")
                            .put("group", "WOMEN")
                            .put("minimumCount", 1)
                            .put("effect", "BLOCK")
                            .put("law", "art. 23"));
        });
    }

    @Test
    @Tag("LIM-20")
    @Tag("LIM-22")
    void a_session_elects_its_chairing_board_and_nobody_with_a_public_office_is_on_it() throws Exception {
        var process = assembly(5);
        var agents = process.agents;
        var official = UUID.randomUUID();
        process.official(official);
        process.await("select count(*) from agent where agent = '" + official + "'");
        assertProblem(
                as("polling-officer")
                        .body("{\"kind\":\"CHAIRING_BOARD\",\"title\":\"Mesa\"}")
                        .post("/v1/processes/{process}/elections", process.id)
                        .then(),
                422,
                "session-of-chair");
        var session = process.convene();
        var election =
                call(process, "{\"kind\":\"CHAIRING_BOARD\",\"title\":\"Mesa\",\"workshop\":\"" + session + "\"}");

        admitRaw(election, "{\"agent\":\"" + agents.get(0) + "\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/publicOffice"));
        admitRaw(election, "{\"agent\":\"" + agents.get(0) + "\",\"publicOffice\":true}")
                .statusCode(422)
                .body("because", equalTo("HOLDS_PUBLIC_OFFICE"));
        admit(election, official, "").statusCode(422).body("because", equalTo("HOLDS_PUBLIC_OFFICE"));
        agents.subList(0, 3).forEach(agent -> admit(election, agent, "").statusCode(201));
        proclaim(
                        election,
                        byHand(
                                List.of(agents.get(1), agents.get(0)),
                                List.of(agents.get(3), agents.get(4)),
                                votes(agents, 2, 3, 1)))
                .statusCode(200)
                .body("workshop", equalTo(session.toString()))
                .body("candidates.votes", contains(2, 3, 1))
                .body("candidates.findAll { it.post }", hasSize(2));

        Events.await(
                "workshop",
                "election-proclaimed",
                event -> event.path("election").asText().equals(election)
                        && event.path("kind").asText().equals("CHAIRING_BOARD"));
    }

    @Test
    @Tag("LIM-20")
    void delegates_are_elected_by_ballots_with_the_parity_of_the_delegation() throws Exception {
        var process = assembly(5);
        var agents = process.agents;
        var candidates = List.of(agents.get(0), agents.get(1), agents.get(2));
        var election = call(process, "{\"kind\":\"DELEGATES\",\"title\":\"Delegados\"}");
        candidates.forEach(agent -> admit(election, agent, "").statusCode(201));
        var round = counted(
                process,
                "ELECT_DELEGATES",
                candidates,
                agents.get(1),
                agents.get(1),
                agents.get(2),
                agents.get(2),
                agents.get(0));
        var men = outcome(List.of(agents.get(1), agents.get(2)));
        men.put("round", round);
        var mixed = outcome(List.of(agents.get(1), agents.get(0)));
        mixed.put("round", round);

        proclaim(election, men).statusCode(422).body("errors.code", hasItem("quota-not-met"));
        assertProblem(proclaim(election, mixed), 409, "tie-not-settled");
        var second = as("polling-officer")
                .body(Map.of("options", List.of(agents.get(1), agents.get(2))))
                .post("/v1/rounds/{round}/second-rounds", round)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("round");
        act(UUID.fromString(second), "opening").statusCode(200);
        cast(
                        UUID.fromString(second),
                        agents.get(0),
                        freshKey(),
                        List.of(agents.get(1).toString()))
                .statusCode(201);
        act(UUID.fromString(second), "closing").statusCode(200);
        act(UUID.fromString(second), "tally").statusCode(200);

        proclaim(election, mixed).statusCode(200);
        RestAssured.get("/v1/elections/{election}", election)
                .then()
                .body("round", equalTo(round.toString()))
                .body("candidates.votes", contains(1, 2, 2));
    }
}
