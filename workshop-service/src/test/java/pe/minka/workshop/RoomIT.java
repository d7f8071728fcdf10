package pe.minka.workshop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.ballot;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.credential;
import static pe.minka.workshop.RunningProcess.freshKey;
import static pe.minka.workshop.RunningProcess.officer;

/** Votes in the room, and the roll that every vote strikes off. */
@QuarkusTest
@WithMinkaStack
class RoomIT {

    @Test
    void hands_count_when_two_tellers_agree_and_never_outnumber_those_present_with_a_vote() throws Exception {
        var process = RunningProcess.withAgents(6, regulation -> ballot(regulation, "DECIDE_MOTION", """
                {"kind":"SHOW_OF_HANDS","maximumChoices":1,"secret":false,"replaceable":false,"blankAllowed":true,
                 "law":"art. 20"}"""));
        var announced = motion(process);
        var round = announced.round();
        act(round, "opening").statusCode(200);
        var assembly = process.openWorkshop(process.agents.subList(0, 5));
        cast(round, process.agents.get(0), freshKey(), announced.options().subList(0, 1))
                .statusCode(201);

        assertProblem(hands(round, "ana", assembly, announced, 3, 2), 422, "more-hands-than-present");
        hands(round, "ana", assembly, announced, 2, 1).statusCode(200).body("state", equalTo("WAITING"));
        assertProblem(hands(round, "ana", assembly, announced, 2, 1), 409, "same-teller");
        hands(round, "luis", assembly, announced, 1, 2).statusCode(200).body("state", equalTo("DISCARDED"));
        hands(round, "luis", assembly, announced, 2, 1).statusCode(200).body("state", equalTo("WAITING"));
        hands(round, "ana", assembly, announced, 2, 1)
                .statusCode(200)
                .body("state", equalTo("AGREED"))
                .body("present", equalTo(4));
        assertProblem(
                cast(
                        round,
                        process.agents.get(1),
                        freshKey(),
                        announced.options().subList(0, 1)),
                409,
                "already-voted");
        assertProblem(hands(round, "ana", assembly, announced, 1, 0), 422, "more-hands-than-present");

        act(round, "closing").statusCode(200);
        act(round, "tally")
                .statusCode(200)
                .body("turnout", equalTo(5))
                .body("blank", equalTo(1))
                .body("options.votes", contains(3, 1));
        RestAssured.get("/v1/rounds/{round}/turnout", round)
                .then()
                .body("voters", equalTo(5))
                .body("byChannel.channel", contains("OWN_DEVICE", "SHOW_OF_HANDS"))
                .body("byChannel.voters", everyItem(nullValue()));
        var yes = announced.options().get(0);
        RestAssured.get("/v1/rounds/{round}/hand-counts", round)
                .then()
                .body("items.state", contains("DISCARDED", "AGREED"))
                .body("items[0].tellings.hands.collect { it['" + yes + "'] }", contains(2, 1))
                .body("items[1].tellings.hands.collect { it['" + yes + "'] }", contains(2, 2))
                .body("items.tellings.teller.flatten()", everyItem(nullValue()));
        as("vigilance-member")
                .get("/v1/rounds/{round}/hand-counts", round)
                .then()
                .body("items[0].tellings.teller", contains("ana", "luis"))
                .body("items[1].tellings.teller", contains("luis", "ana"));
        var record = PublicRecord.verified(round);
        record.withDeclaration(declared -> ((ObjectNode) declared.get("ballot")).put("blankAllowed", false))
                .passing();
        record.withAct(act -> ((ObjectNode) act.at("/handCounts/0")).put("present", 5))
                .isRefusedBy("V03");
    }

    @Test
    void who_raises_no_hand_is_a_blank_ballot_even_where_nobody_may_cast_one() throws Exception {
        var process = RunningProcess.withAgents(3, regulation -> ballot(regulation, "DECIDE_MOTION", """
                {"kind":"SHOW_OF_HANDS","secret":false,"replaceable":false,"blankAllowed":false,"law":"art. 20"}"""));
        var announced = motion(process);
        var round = announced.round();
        act(round, "opening").statusCode(200);
        var assembly = process.openWorkshop(process.agents);
        hands(round, "ana", assembly, announced, 1, 1).statusCode(200);
        hands(round, "luis", assembly, announced, 1, 1).statusCode(200).body("state", equalTo("AGREED"));
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("blank", equalTo(1));

        var record = PublicRecord.verified(round);
        record.withAct(act -> ((ObjectNode) act.at("/handCounts/0")).put("abstained", 0))
                .isRefusedBy("V05");
        record.withDeclaration(declared -> ((ObjectNode) declared.get("ballot")).put("abstentionsAreBlank", false))
                .isRefusedBy("V05");
    }

    @Test
    void hands_that_one_teller_counted_hold_the_close_up_until_they_are_given_up_by_act_and_nothing_tells_them_before()
            throws Exception {
        var process = RunningProcess.withAgents(3, regulation -> ballot(regulation, "DECIDE_MOTION", """
                {"kind":"SHOW_OF_HANDS","maximumChoices":1,"secret":false,"replaceable":false,"blankAllowed":true,
                 "law":"art. 20"}"""));
        var announced = motion(process);
        var round = announced.round();
        act(round, "opening").statusCode(200);
        var assembly = process.openWorkshop(process.agents);
        hands(round, "ana", assembly, announced, 2, 1).statusCode(200).body("state", equalTo("WAITING"));

        as("auditor").get("/v1/rounds/{round}/hand-counts", round).then().body("items[0].tellings", nullValue());
        var kept = Database.rows("select c::text, t::text, encode(t.hands, 'escape') from hand_count c"
                        + " join hand_telling t using (round, number) where round = '" + round + "'")
                .toString();
        announced
                .options()
                .forEach(option -> assertThat(kept)
                        .as("no partial result lies in the database")
                        .doesNotContain(option));
        act(round, "closing").statusCode(409).body("errors.code", contains("hand-count-waiting"));
        Database.execute("update round set deadline = clock_timestamp() where round = '" + round + "'");
        assertProblem(hands(round, "luis", assembly, announced, 2, 1), 409, "vote-not-open");
        act(round, "closing").statusCode(409).body("errors.code", contains("hand-count-waiting"));
        giveUp(round, 1).statusCode(200).body("items[0].state", equalTo("DISCARDED"));
        assertProblem(giveUp(round, 1), 409, "hand-count-not-waiting");
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(0));

        var told = Events.await(
                        "workshop",
                        "channel-act-recorded",
                        event -> event.path("round").asText().equals(round.toString()))
                .body();
        assertThat(told.path("act").asText()).isEqualTo("HAND_COUNT_DISCARDED");
        assertProblem(giveUp(round, 1), 409, "round-not-open");
    }

    @Test
    void who_was_recorded_as_present_votes_by_hand_though_the_accreditation_ended_since() throws Exception {
        var process = RunningProcess.withAgents(3, regulation -> ballot(regulation, "DECIDE_MOTION", """
                {"kind":"SHOW_OF_HANDS","maximumChoices":1,"secret":false,"replaceable":false,"blankAllowed":true,
                 "law":"art. 20"}"""));
        var announced = motion(process);
        act(announced.round(), "opening").statusCode(200);
        var assembly = process.openWorkshop(process.agents);
        process.revoke(process.agents.get(0));

        hands(announced.round(), "ana", assembly, announced, 2, 1).statusCode(200);
        hands(announced.round(), "luis", assembly, announced, 2, 1)
                .statusCode(200)
                .body("state", equalTo("AGREED"))
                .body("present", equalTo(3));
    }

    private static ValidatableResponse giveUp(UUID round, int number) {
        return as("polling-officer")
                .body(Map.of("document", "Acta 8", "reason", "La segunda escrutadora se retiró"))
                .post("/v1/rounds/{round}/hand-counts/{number}/discarding", round, number)
                .then();
    }

    @Test
    void a_secret_vote_is_never_taken_by_hands() throws Exception {
        var process = RunningProcess.withAgents(2);
        var announced = motion(process);
        act(announced.round(), "opening").statusCode(200);
        var assembly = process.openWorkshop(process.agents);

        assertProblem(hands(announced.round(), "ana", assembly, announced, 1, 0), 409, "vote-is-secret");
    }

    @Test
    @Tag("ANT-16")
    void a_delegate_votes_with_the_mandate_of_the_base_assembly_and_a_departure_is_shown() throws Exception {
        var process = RunningProcess.withAgents(4, regulation -> ballot(regulation, "DECIDE_MOTION", """
                {"kind":"CHOOSE_ONE","secret":false,"replaceable":false,"blankAllowed":true,"mandateRequired":true,
                 "law":"Ley 24656 art. 17"}"""));
        var announced = motion(process);
        var round = announced.round();
        var yes = announced.options().get(0);
        var no = announced.options().get(1);
        act(round, "opening").statusCode(200);
        var assembly = process.openWorkshop(process.agents);
        var delegate = process.agents.get(0);
        var other = process.agents.get(1);

        assertProblem(mandate(round, delegate, assembly, 0, yes), 422, "mandate-without-minutes");
        process.sealMinutes(assembly, """
                {"agreements":[{"matter":"OTHER","text":"La comunidad apoya el canal.","method":"CONSENSUS"}]}""");
        assertProblem(mandate(round, delegate, assembly, 1, yes), 422, "mandate-without-minutes");
        mandate(round, delegate, assembly, 0, yes).statusCode(201);
        mandate(round, other, assembly, 0, yes).statusCode(201);
        assertProblem(mandate(round, delegate, assembly, 0, no), 409, "mandate-given");
        assertProblem(cast(round, delegate, freshKey(), List.of(yes)), 409, "channel-not-admitted");
        call(round, process.agents.get(2), yes)
                .statusCode(422)
                .body("code", equalTo("roll-call-refused"))
                .body("errors.code", contains("mandate-missing"));
        call(round, delegate, yes).statusCode(200);
        call(round, other, no).statusCode(200);
        call(round, other, yes).statusCode(422).body("errors.code", contains("delegate-has-voted"));
        assertProblem(RestAssured.get("/v1/rounds/{round}/roll-call", round).then(), 409, "round-not-closed");

        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("options.votes", contains(1, 1));
        RestAssured.get("/v1/rounds/{round}/roll-call", round)
                .then()
                .body("votes", equalTo(2))
                .body("departures", equalTo(1))
                .body("items.find { it.agent == '" + other + "' }.departs", equalTo(true))
                .body("items.find { it.agent == '" + other + "' }.option", equalTo(no))
                .body("items.find { it.agent == '" + delegate + "' }.departs", equalTo(false));
        PublicRecord.verified(round);
    }

    @Test
    void a_frozen_roll_is_public_without_names_and_changes_by_act_alone() throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(1);
        var late = UUID.randomUUID();
        var round = process.openRound(proposals);
        process.accredit(late, "FEMALE");
        while (Database.count("select count(*) from agent where agent = '" + late + "'") == 0) {
            Thread.sleep(50);
        }
        cast(round, process.agents.get(0), freshKey(), proposals).statusCode(201);

        assertProblem(cast(round, late, freshKey(), proposals), 403, "not-on-roll");
        assertProblem(rollAct(round, "ADDITION", UUID.randomUUID()), 422, "agent-without-vote");
        assertProblem(rollAct(round, "ADDITION", process.agents.get(1)), 409, "already-on-roll");
        assertProblem(rollAct(round, "OBJECTION_UPHELD", process.agents.get(0)), 409, "objection-too-late");
        assertProblem(rollAct(round, "ADDITION", late), 422, "agent-without-vote");
        process.train(List.of(late));
        process.await("select count(*) from training_attendance where agent = '" + late + "'");
        rollAct(round, "ADDITION", late).statusCode(201).body("number", equalTo(1));
        rollAct(round, "OBJECTION_UPHELD", process.agents.get(1)).statusCode(201);
        rollAct(round, "OBJECTION_DISMISSED", process.agents.get(2)).statusCode(201);
        cast(round, late, freshKey(), proposals).statusCode(201);
        assertProblem(cast(round, process.agents.get(1), freshKey(), proposals), 403, "not-on-roll");

        var roll = RestAssured.get("/v1/rounds/{round}/roll", round)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.agent", hasItem(late.toString()))
                .body("items.votes", contains(1, 1, 1));
        assertThat(roll.extract().asString()).doesNotContain(credential(late));
        RestAssured.get("/v1/rounds/{round}/roll-acts", round)
                .then()
                .body("items.act", contains("ADDITION", "OBJECTION_UPHELD", "OBJECTION_DISMISSED"));
        RestAssured.get("/v1/rounds/{round}", round).then().body("roll", equalTo(3));
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);
        verifyRoll(PublicRecord.verified(round));
    }

    /** One came on it and one was taken off: strangers find the roll of the opening again. */
    private static void verifyRoll(PublicRecord record) throws Exception {
        assertThat(record.act().path("rollAtOpening").asInt()).isEqualTo(3);
        assertThat(record.act().path("rollActs")).hasSize(3);
        record.withAct(act -> ((ArrayNode) act.get("rollActs")).remove(0)).isRefusedBy("V01");
        record.withAct(act -> ((ObjectNode) act.at("/rollActs/1")).put("act", "OBJECTION_DISMISSED"))
                .isRefusedBy("V01");
        record.withAct(act -> ((ObjectNode) act.at("/rollActs/1")).put("zone", "other"))
                .isRefusedBy("V01");
        record.withRoll(text -> text.substring(text.indexOf('\n') + 1)).isRefusedBy("V01");
    }

    @Test
    void principal_and_alternate_have_one_seat_and_whoever_comes_first_votes() throws Exception {
        var process = RunningProcess.withAgents(0);
        var organisation = UUID.randomUUID();
        var principal = UUID.randomUUID();
        var alternates = List.of(UUID.randomUUID(), UUID.randomUUID());
        process.accredit(principal, "PRINCIPAL", organisation);
        alternates.forEach(alternate -> process.accredit(alternate, "ALTERNATE", organisation));
        process.train(process.agents);
        process.await("select count(*) from training_attendance where agent = '" + principal + "'");
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);

        RestAssured.get("/v1/rounds/{round}", round).then().body("roll", equalTo(1));
        cast(round, alternates.get(1), freshKey(), proposals).statusCode(201);
        assertProblem(cast(round, principal, freshKey(), proposals), 409, "already-voted");
        assertProblem(cast(round, alternates.get(0), freshKey(), proposals), 409, "already-voted");
    }

    private static UUID seat(UUID round, UUID agent) {
        return UUID.fromString(
                Database.rows("select seat from roll_entry where round = '" + round + "' and agent = '" + agent + "'")
                        .get(0)
                        .get(0));
    }

    @Test
    void alternates_share_the_seats_of_their_principals_in_turn_at_the_opening_and_when_they_are_added()
            throws Exception {
        var process = RunningProcess.withAgents(0);
        var organisation = UUID.randomUUID();
        var agents = Stream.generate(UUID::randomUUID)
                .limit(6)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        var principals = agents.subList(0, 2);
        var alternates = agents.subList(2, 6);
        principals.forEach(agent -> process.accredit(agent, "PRINCIPAL", organisation));
        alternates.subList(0, 3).forEach(agent -> process.accredit(agent, "ALTERNATE", organisation));
        process.train(agents);
        process.await("select count(*) from training_attendance where agent = '" + principals.get(0) + "'");
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        assertThat(alternates.subList(0, 3).stream()
                        .map(agent -> seat(round, agent))
                        .toList())
                .containsExactly(principals.get(0), principals.get(1), principals.get(0));

        process.accredit(alternates.get(3), "ALTERNATE", organisation);
        process.await("select count(*) from agent where agent = '" + alternates.get(3) + "'");
        rollAct(round, "ADDITION", alternates.get(3)).statusCode(201);
        assertThat(seat(round, alternates.get(3))).isEqualTo(principals.get(1));
        RestAssured.get("/v1/rounds/{round}", round).then().body("roll", equalTo(2));
    }

    @Test
    void a_principal_who_is_added_votes_once_together_with_the_alternates_who_had_none() throws Exception {
        var process = RunningProcess.withAgents(0);
        var organisation = UUID.randomUUID();
        var alternate = UUID.randomUUID();
        var principal = UUID.randomUUID();
        process.accredit(alternate, "ALTERNATE", organisation);
        process.train(List.of(alternate, principal));
        process.await("select count(*) from training_attendance where agent = '" + principal + "'");
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        process.accredit(principal, "PRINCIPAL", organisation);
        process.await("select count(*) from agent where agent = '" + principal + "'");

        rollAct(round, "ADDITION", principal).statusCode(201);
        cast(round, alternate, freshKey(), proposals).statusCode(201);
        assertProblem(cast(round, principal, freshKey(), proposals), 409, "already-voted");
        Events.await(
                "workshop",
                "roll-act-recorded",
                event -> event.path("round").asText().equals(round.toString())
                        && event.path("roll").asInt() == 1);
    }

    @Test
    void nobody_of_another_zone_is_added_where_each_votes_in_their_own() throws Exception {
        var process = RunningProcess.withAgents(0);
        var own = UUID.randomUUID();
        var ally = UUID.randomUUID();
        process.accredit(own, "FEMALE", "S3");
        process.accredit(ally, "MALE", "S7");
        process.train(List.of(own, ally));
        process.await("select count(*) from training_attendance where agent = '" + ally + "'");
        process.rankThemes();
        String announced = as("polling-officer")
                .body(Map.of(
                        "kind",
                        "PRIORITISE_PROJECTS",
                        "title",
                        "Sección",
                        "zone",
                        "S3",
                        "proposals",
                        process.viableProposals(1)))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round");
        var round = UUID.fromString(announced);
        act(round, "opening").statusCode(200).body("roll", equalTo(1));

        assertProblem(rollAct(round, "ADDITION", ally), 422, "agent-without-vote");
    }

    record Announced(UUID round, List<String> options) {}

    private static Announced motion(RunningProcess process) {
        var round = as("polling-officer")
                .body("""
                        {"kind":"DECIDE_MOTION","title":"Moción","options":[{"title":"Sí"},{"title":"No"}]}""")
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract();
        return new Announced(UUID.fromString(round.path("round")), round.path("options.option"));
    }

    private static ValidatableResponse hands(
            UUID round, String teller, UUID assembly, Announced announced, int yes, int no) {
        return officer(teller)
                .body(Map.of(
                        "workshop",
                        assembly,
                        "hands",
                        Map.of(
                                announced.options().get(0),
                                yes,
                                announced.options().get(1),
                                no)))
                .post("/v1/rounds/{round}/hand-counts", round)
                .then();
    }

    private static ValidatableResponse mandate(UUID round, UUID agent, UUID assembly, int agreement, String option) {
        return as("polling-officer")
                .body(Map.of("agent", agent, "workshop", assembly, "agreement", agreement, "option", option))
                .post("/v1/rounds/{round}/mandates", round)
                .then();
    }

    private static ValidatableResponse call(UUID round, UUID agent, String option) {
        return as("polling-officer")
                .body(Map.of("votes", List.of(Map.of("agent", agent, "option", option))))
                .post("/v1/rounds/{round}/roll-call", round)
                .then();
    }

    private static ValidatableResponse rollAct(UUID round, String act, UUID agent) {
        return as("polling-officer")
                .body(Map.of("act", act, "agent", agent, "document", "Acta 2", "reason", "Omitido por error"))
                .post("/v1/rounds/{round}/roll-acts", round)
                .then();
    }
}
