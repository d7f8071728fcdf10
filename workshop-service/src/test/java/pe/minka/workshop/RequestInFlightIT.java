package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.hamcrest.Matchers.equalTo;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** The same request while the first is being stored: the voter is told so, and then gets the receipt of the first. */
@QuarkusTest
@WithMinkaStack
class RequestInFlightIT {

    @Test
    void the_same_request_while_the_first_is_being_stored_is_told_so_and_counts_once() throws Exception {
        var process = RunningProcess.withAgents(1);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        var voter = process.agents.get(0);
        var key = freshKey();
        CompletableFuture<ValidatableResponse> first;
        try (var other = Database.connect()) {
            holdRound(other, round);
            first = CompletableFuture.supplyAsync(() -> cast(round, voter, key, proposals));
            process.await("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                    + " and database = (select oid from pg_database where datname = current_database())");

            assertProblem(cast(round, voter, key, proposals), 409, "request-in-flight");
            other.rollback();
        }

        String receipt =
                first.get(10, TimeUnit.SECONDS).statusCode(201).extract().path("commitment");
        cast(round, voter, key, proposals).statusCode(201).body("commitment", equalTo(receipt));
        assertProblem(cast(round, voter, key, List.of()), 422, "idempotency-key-reused");
    }

    /** As a close does: ballots wait for it. */
    private static void holdRound(Connection connection, UUID round) throws SQLException {
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, round.getMostSignificantBits() ^ round.getLeastSignificantBits());
            lock.execute();
        }
    }
}
