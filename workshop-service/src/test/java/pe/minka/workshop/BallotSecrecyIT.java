package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Events;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** A superuser with the whole database and all topics tries to find out who voted what. */
@QuarkusTest
@WithMinkaStack
class BallotSecrecyIT {

    private static final int VOTERS = 12;

    @Test
    void the_open_box_tells_a_superuser_neither_choice_nor_length_of_any_ballot() throws Exception {
        var process = RunningProcess.withAgents(3);
        var proposals = process.viableProposals(12);
        var round = process.openRound(proposals);
        var receipts = new ArrayList<String>();
        receipts.add(receipt(round, process.agents.get(0), List.of()));
        receipts.add(receipt(round, process.agents.get(1), proposals.subList(0, 1)));
        receipts.add(receipt(round, process.agents.get(2), proposals));

        var lengths = Database.rows("select distinct length(sealed) from sealed_ballot where round = '" + round + "'");
        assertThat(lengths).as("all sealed ballots have one length").hasSize(1);
        assertThat(Database.count("select count(*) from ballot where round = '" + round + "'"))
                .isZero();
        var dump = dump();
        receipts.forEach(receipt -> assertThat(dump)
                .as("a receipt lies nowhere while the round is open")
                .doesNotContain(receipt));
    }

    @Test
    void casting_leaves_no_trace_on_the_roll_in_the_outbox_in_a_sequence_or_in_the_log() throws Exception {
        var process = RunningProcess.withAgents(5);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        var told = "select count(*) from outbox where event_key = '" + process.id + "'";
        var numbers = "select sum(last_value) from pg_sequences";
        var events = Database.rows(told);
        var drawn = Database.rows(numbers);
        var receiptOf = new HashMap<String, String>();
        var log = new Overheard();
        try (log) {
            for (UUID agent : process.agents) {
                receiptOf.put(agent.toString(), receipt(round, agent, choices(proposals, receiptOf.size())));
            }
        }

        assertThat(Database.rows("select agent from roll_entry where xmax <> 0 and round = '" + round + "'"))
                .as("the roll does not keep in which transaction a voter was struck off")
                .isEmpty();
        assertThat(Database.rows("select agent from agent where xmax <> 0 and process = '" + process.id + "'"))
                .isEmpty();
        assertThat(Database.rows(told))
                .as("no event tells when a vote was cast")
                .isEqualTo(events);
        assertThat(Database.rows(numbers))
                .as("no number tells the order of votes")
                .isEqualTo(drawn);
        var heard = log.text() + Database.rows("select query from pg_stat_activity");
        receiptOf.forEach((agent, receipt) -> assertThat(heard).doesNotContain(agent, receipt));
        RestAssured.get("/v1/rounds/{round}", round).then().body("turnoutByHour", empty());
        act(round, "closing").statusCode(200);
    }

    /** What the service logs meanwhile. */
    private static final class Overheard extends Handler implements AutoCloseable {

        private final StringBuilder text = new StringBuilder();

        Overheard() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public synchronized void publish(LogRecord told) {
            text.append(told.getMessage())
                    .append(Arrays.toString(told.getParameters()))
                    .append(told.getThrown())
                    .append('\n');
        }

        synchronized String text() {
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }

    @Test
    void after_the_close_no_id_transaction_place_order_or_time_joins_voter_and_ballot() throws Exception {
        var process = RunningProcess.withAgents(VOTERS);
        var proposals = process.viableProposals(4);
        var round = process.openRound(proposals);
        Map<String, String> receiptOf = new HashMap<>();
        for (UUID agent : process.agents) {
            receiptOf.put(agent.toString(), receipt(round, agent, choices(proposals, receiptOf.size())));
        }
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);

        var strikes = rows("agent, xmin, ctid", "strike_off", round);
        var ballots = rows("encode(commitment, 'hex'), xmin, ctid", "ballot", round);
        var requests = rows("encode(tag, 'hex'), xmin, ctid", "cast_request", round);
        assertThat(strikes).hasSize(VOTERS);
        assertThat(ballots).hasSize(VOTERS);
        assertThat(oneTransaction(strikes)).isEqualTo(oneTransaction(ballots)).isEqualTo(oneTransaction(requests));
        assertThat(Database.count("select count(*) from sealed_ballot where round = '" + round + "'"))
                .isZero();
        assertThat(Database.count("select count(*) from round_secret where round = '" + round + "'"))
                .isZero();
        assertThat(Database.count(
                        "select count(*) from cast_request where body is not null and round = '" + round + "'"))
                .isZero();
        assertThat(firsts(strikes)).isSorted();
        assertThat(firsts(ballots)).isSorted();
        assertThat(firsts(requests)).isSorted();
        assertThat(matches(strikes, ballots, receiptOf))
                .as("the order of the rows joins no more than chance does")
                .isLessThan(VOTERS / 2);
        assertThat(Database.rows("select distinct hour from strike_off where round = '" + round + "'"))
                .hasSizeLessThanOrEqualTo(2);
        noRowHoldsBoth(receiptOf);
        noTransactionHoldsBoth(receiptOf);
        noEventHoldsBoth(process, receiptOf);
    }

    private static List<String> choices(List<String> proposals, int voter) {
        return proposals.subList(0, voter % proposals.size());
    }

    static String receipt(UUID round, UUID agent, List<String> choices) {
        return cast(round, agent, freshKey(), choices).statusCode(201).extract().path("commitment");
    }

    static List<List<String>> rows(String columns, String table, UUID round) {
        return Database.rows("select " + columns + " from " + table + " where round = '" + round + "' order by ctid");
    }

    static String oneTransaction(List<List<String>> rows) {
        var transactions = rows.stream().map(row -> row.get(1)).collect(Collectors.toSet());
        assertThat(transactions).as("one transaction wrote them all").hasSize(1);
        return transactions.iterator().next();
    }

    static List<String> firsts(List<List<String>> rows) {
        return rows.stream().map(row -> row.get(0)).toList();
    }

    private static int matches(List<List<String>> strikes, List<List<String>> ballots, Map<String, String> receiptOf) {
        int found = 0;
        for (int i = 0; i < strikes.size(); i++) {
            found += ballots.get(i).get(0).equals(receiptOf.get(strikes.get(i).get(0))) ? 1 : 0;
        }
        return found;
    }

    static void noRowHoldsBoth(Map<String, String> receiptOf) {
        for (String row : dump().lines().toList()) {
            receiptOf.forEach((agent, receipt) -> assertThat(row.contains(agent) && row.contains(receipt))
                    .as("a row with a voter and a receipt: %s", row)
                    .isFalse());
        }
        assertThat(dump().lines().filter(row -> row.startsWith("idempotency_key") && row.contains("participant")))
                .as("casting leaves nothing among the answers that the platform keeps by account")
                .isEmpty();
    }

    /** Whatever transaction wrote, deleted or locked rows of a voter and of her ballot did so for all voters alike. */
    static void noTransactionHoldsBoth(Map<String, String> receiptOf) {
        Map<String, Set<String>> transactionsOf = new HashMap<>();
        for (var table : Database.rows("select tablename from pg_tables where schemaname = 'public'")) {
            for (var row : Database.rows("select t::text, xmin, xmax from " + table.get(0) + " t")) {
                receiptOf.forEach((agent, receipt) -> {
                    for (var name : List.of(agent, receipt)) {
                        if (row.get(0).contains(name)) {
                            transactionsOf
                                    .computeIfAbsent(name, each -> new HashSet<>())
                                    .addAll(row.subList(1, 3));
                        }
                    }
                });
            }
        }
        var common = new HashSet<String>();
        receiptOf.keySet().forEach(agent -> common.addAll(transactionsOf.get(agent)));
        receiptOf.keySet().forEach(agent -> common.retainAll(transactionsOf.get(agent)));
        receiptOf.forEach((agent, receipt) -> {
            var shared = new HashSet<>(transactionsOf.get(agent));
            shared.retainAll(transactionsOf.get(receipt));
            assertThat(common).as("transactions of %s and of a ballot", agent).containsAll(shared);
        });
    }

    static void noEventHoldsBoth(RunningProcess process, Map<String, String> receiptOf) {
        Events.await(
                "workshop",
                "round-tallied",
                event -> event.path("process").asText().equals(process.id.toString()));
        var receipts = new HashSet<>(receiptOf.values());
        for (Events.Heard event : Events.published("workshop")) {
            var body = event.body().toString();
            boolean receipt = receipts.stream().anyMatch(body::contains);
            boolean voter = receiptOf.keySet().stream().anyMatch(body::contains);
            assertThat(receipt && voter)
                    .as("an event with a voter and a receipt: %s", body)
                    .isFalse();
        }
    }

    /** Every row of every table as one line of text. */
    static String dump() {
        var tables = Database.rows("select tablename from pg_tables where schemaname = 'public'");
        return tables.stream()
                .map(table -> table.get(0))
                .flatMap(table -> Database.rows("select t::text from " + table + " t").stream()
                        .map(row -> table + " " + row.get(0)))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void auditors_of_another_entity_and_members_of_another_committee_find_no_openings() throws Exception {
        var process = RunningProcess.withAgents(6);
        var agents = process.agents;
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        receipt(round, agents.get(0), proposals);
        act(round, "closing").statusCode(200);

        openings(round, Tokens.as("auditor").entity("301264")).statusCode(404);
        openings(round, Tokens.as("auditor").entity(RunningProcess.ENTITY)).statusCode(200);
        openings(round, Tokens.as("vigilance-member").entity("301264")).statusCode(404);
        elect(process);
        var member = Tokens.as("vigilance-member").entity(RunningProcess.ENTITY);
        openings(round, member).statusCode(404);
        openings(
                        round,
                        Tokens.as("vigilance-member")
                                .entity(RunningProcess.ENTITY)
                                .agent(agents.get(4)))
                .statusCode(404);
        openings(
                        round,
                        Tokens.as("vigilance-member")
                                .entity(RunningProcess.ENTITY)
                                .agent(agents.get(1)))
                .statusCode(200);
    }

    private static ValidatableResponse openings(UUID round, Tokens caller) {
        return RestAssured.given()
                .auth()
                .oauth2(caller.token())
                .get("/v1/rounds/{round}/openings", round)
                .then();
    }

    private static void elect(RunningProcess process) {
        String election = RunningProcess.as("polling-officer")
                .body("{\"kind\":\"VIGILANCE_COMMITTEE\",\"title\":\"Comité\"}")
                .post("/v1/processes/{process}/elections", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("election");
        var seats = List.of(process.agents.get(0), process.agents.get(3), process.agents.get(1));
        seats.forEach(agent -> RunningProcess.as("polling-officer")
                .body(Map.of("agent", agent, "publicOffice", false, "outgoingMember", false))
                .post("/v1/elections/{election}/candidates", election)
                .then()
                .statusCode(201));
        RunningProcess.as("polling-officer")
                .body(Map.of(
                        "elected",
                        List.of(
                                Map.of("agent", seats.get(0), "post", "PRESIDENT", "votes", 3),
                                Map.of("agent", seats.get(1), "post", "SECRETARY", "votes", 2),
                                Map.of("agent", seats.get(2), "post", "MEMBER", "votes", 1)),
                        "handCount",
                        Map.of("minutes", "Acta 1", "tellers", List.of(process.agents.get(4), process.agents.get(5)))))
                .post("/v1/elections/{election}/proclamation", election)
                .then()
                .statusCode(200);
    }

    @Test
    void the_openings_are_for_the_vigilance_committee_and_the_file_gives_no_commitment() throws Exception {
        var process = RunningProcess.withAgents(2);
        var proposals = process.viableProposals(2);
        var round = process.openRound(proposals);
        var receipt = receipt(round, process.agents.get(0), proposals);
        act(round, "closing").statusCode(200);

        RunningProcess.as("participant")
                .get("/v1/rounds/{round}/openings", round)
                .then()
                .statusCode(403);
        RestAssured.get("/v1/rounds/{round}/openings", round).then().statusCode(401);
        var opening = RunningProcess.as("vigilance-member")
                .get("/v1/rounds/{round}/openings", round)
                .then()
                .statusCode(200)
                .extract();
        var lines = "minka-ballot-v1\n" + round + "\n" + opening.path("items[0].mark") + "\n"
                + opening.path("items[0].nonce") + "\n";
        assertThat(Hashes.sha256Hex(lines)).isEqualTo(receipt);
        assertThat(RestAssured.get("/v1/rounds/{round}/ballot-file", round).asString())
                .doesNotContain(receipt);
    }
}
