package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.BallotSecrecyIT.firsts;
import static pe.minka.workshop.BallotSecrecyIT.noEventHoldsBoth;
import static pe.minka.workshop.BallotSecrecyIT.noRowHoldsBoth;
import static pe.minka.workshop.BallotSecrecyIT.noTransactionHoldsBoth;
import static pe.minka.workshop.BallotSecrecyIT.oneTransaction;
import static pe.minka.workshop.BallotSecrecyIT.rows;
import static pe.minka.workshop.PollingPlace.admit;
import static pe.minka.workshop.PollingPlace.assisted;
import static pe.minka.workshop.PollingPlace.bring;
import static pe.minka.workshop.PollingPlace.decide;
import static pe.minka.workshop.PollingPlace.device;
import static pe.minka.workshop.PollingPlace.giveBack;
import static pe.minka.workshop.PollingPlace.offlineRound;
import static pe.minka.workshop.PollingPlace.register;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.ballot;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.credential;
import static pe.minka.workshop.RunningProcess.freshKey;
import static pe.minka.workshop.RunningProcess.officer;

/** The superuser of {@link BallotSecrecyIT} tries the voters of terminals, tables, offline devices and the room. */
@QuarkusTest
@WithMinkaStack
class ChannelSecrecyIT {

    private static final int VOTERS = 13;
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:(\\d\\d:\\d\\d(?:\\.\\d+)?)");

    @Test
    void after_the_close_nothing_joins_a_voter_of_any_channel_with_the_ballot() throws Exception {
        var process = RunningProcess.withAgents(VOTERS);
        var proposals = process.viableProposals(4);
        var round = offlineRound(process, proposals);
        var device = device(round);
        var terminal = register(round, Map.of("kind", "TERMINAL", "label", "Mesa 1"));
        String table = PaperIT.table(round, "Mesa 2", 3);
        List<Map<String, Object>> onPaper = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            var voter = process.agents.get(i);
            var choices = choices(proposals, i);
            switch (i % 4) {
                case 0 -> cast(round, voter, freshKey(), choices).statusCode(201);
                case 1 -> {
                    String pass = admit(round, terminal, credential(voter))
                            .statusCode(201)
                            .extract()
                            .path("pass");
                    assisted(round, freshKey(), pass, choices).statusCode(201);
                }
                case 2 -> {
                    PaperIT.strike(table, voter).statusCode(200);
                    onPaper.add(PaperIT.ballots(choices, 1));
                }
                default ->
                    bring(round, List.of(device.envelope(List.of(credential(voter)), List.of(choices))))
                            .body("items.counted", contains(1));
            }
        }
        keptAside(round, device, process, proposals);
        PaperIT.reconcile(table, 3, 0, 0).statusCode(200);
        for (String account : List.of("ana", "luis")) {
            PaperIT.enter(table, account, onPaper, 0).statusCode(200);
        }
        PaperIT.attach(table, PaperIT.JPEG).statusCode(201);
        giveBack(device, 5).statusCode(200);
        RunningProcess.endEarly(round);
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(VOTERS));

        Map<String, String> ballotOf = ballotOf(round, process);
        assertThat(Set.copyOf(ballotOf.values()))
                .as("each voter marked otherwise")
                .hasSize(VOTERS);
        nothingJoins(round, process, ballotOf);
        noTimeFinerThanTheHourStandsBesideAVoter(ballotOf.keySet());
        for (String gone : List.of("sealed_ballot", "ballot_aside")) {
            assertThat(Database.count("select count(*) from " + gone + " where round = '" + round + "'"))
                    .isZero();
        }
    }

    /** One whom the envelope does not name, counted by two accounts; and the second ballot of one who has voted. */
    private static void keptAside(UUID round, OfflineDevice device, RunningProcess process, List<String> proposals) {
        var unknown = device.envelope(List.of("AAAA-BBBB-CCCC"), List.of(choices(proposals, 12)));
        var again = device.envelope(List.of(credential(process.agents.get(0))), List.of(choices(proposals, 1)));
        List<String> conflicts = bring(round, List.of(unknown, again))
                .body("items.aside.because.flatten()", contains("VOTER_UNKNOWN", "ALREADY_VOTED"))
                .extract()
                .path("items.aside.conflict.flatten()");
        var named = ",\"voter\":\"" + process.agents.get(12) + "\"";
        decide("ana", round, conflicts.get(0), "COUNTED", named).statusCode(200);
        decide("luis", round, conflicts.get(0), "COUNTED", named).statusCode(200);
        decide("ana", round, conflicts.get(1), "SET_ASIDE", "").statusCode(200);
    }

    /** Another set for each voter. */
    private static List<String> choices(List<String> proposals, int voter) {
        return IntStream.range(0, proposals.size())
                .filter(position -> (voter + 1 >> position & 1) == 1)
                .mapToObj(proposals::get)
                .toList();
    }

    private static String mark(int voter) {
        return IntStream.range(0, 4)
                .filter(position -> (voter + 1 >> position & 1) == 1)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> ballotOf(UUID round, RunningProcess process) {
        Map<String, String> commitmentOf = new HashMap<>();
        Database.rows("select mark, encode(commitment, 'hex') from ballot where round = '" + round + "'")
                .forEach(row -> commitmentOf.put(row.get(0), row.get(1)));
        Map<String, String> ballotOf = new HashMap<>();
        for (int i = 0; i < VOTERS; i++) {
            ballotOf.put(process.agents.get(i).toString(), commitmentOf.get(mark(i)));
        }
        return ballotOf;
    }

    private static void nothingJoins(UUID round, RunningProcess process, Map<String, String> ballotOf) {
        var strikes = rows("agent, xmin, ctid", "strike_off", round);
        var ballots = rows("encode(commitment, 'hex'), xmin, ctid", "ballot", round);
        assertThat(oneTransaction(strikes)).isEqualTo(oneTransaction(ballots));
        assertThat(firsts(strikes)).isSorted();
        assertThat(firsts(ballots)).isSorted();
        noRowHoldsBoth(ballotOf);
        noTransactionHoldsBoth(ballotOf);
        noEventHoldsBoth(process, ballotOf);
    }

    private static void noTimeFinerThanTheHourStandsBesideAVoter(Set<String> voters) {
        for (String row : BallotSecrecyIT.dump().lines().toList()) {
            if (voters.stream().anyMatch(row::contains)) {
                assertThat(TIME.matcher(row).results().map(found -> found.group(1)))
                        .as(row)
                        .allMatch("00:00"::equals);
            }
        }
    }

    @Test
    void hands_in_the_room_lie_between_the_ballots_of_other_channels_and_tell_of_nobody() throws Exception {
        var process = RunningProcess.withAgents(6, regulation -> ballot(regulation, "DECIDE_MOTION", """
                {"kind":"SHOW_OF_HANDS","maximumChoices":1,"secret":false,"replaceable":false,"blankAllowed":true,
                 "law":"art. 20"}"""));
        var announced = as("polling-officer")
                .body("""
                        {"kind":"DECIDE_MOTION","title":"Moción","options":[{"title":"Sí"},{"title":"No"}]}""")
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract();
        var round = UUID.fromString(announced.path("round"));
        List<String> options = announced.path("options.option");
        act(round, "opening").statusCode(200);
        var assembly = process.openWorkshop(process.agents.subList(2, 6));
        Map<String, String> receiptOf = new HashMap<>();
        for (int i = 0; i < 2; i++) {
            var voter = process.agents.get(i);
            receiptOf.put(voter.toString(), BallotSecrecyIT.receipt(round, voter, options.subList(i, i + 1)));
        }
        for (String teller : List.of("ana", "luis")) {
            officer(teller)
                    .body(Map.of("workshop", assembly, "hands", Map.of(options.get(0), 3)))
                    .post("/v1/rounds/{round}/hand-counts", round)
                    .then()
                    .statusCode(200);
        }
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200).body("turnout", equalTo(6)).body("options.votes", contains(4, 1));

        nothingJoins(round, process, receiptOf);
        assertThat(rows("agent, xmin, ctid", "strike_off", round)).hasSize(6);
        assertThat(rows("mark, xmin, ctid", "ballot", round)).hasSize(6);
    }
}
