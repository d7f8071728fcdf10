package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Closes a round: takes the ballots out of their seals, writes them anew in the order of their commitments, writes the
 * strike-offs and requests anew too, and destroys the key. What had the same transaction, place or order as a voter's
 * strike-off no longer has.
 */
@ApplicationScoped
class CloseRound {

    private static final int ROWS = 2_000;
    private static final int COMMITMENTS_AN_EVENT = 1_000;

    private final Rounds rounds;
    private final RoundSecrets secrets;
    private final VotingRounds voting;
    private final BallotKeys keys;
    private final AgroalDataSource database;
    private final RoundLock lock;
    private final Outbox outbox;

    CloseRound(
            Rounds rounds,
            RoundSecrets secrets,
            VotingRounds voting,
            BallotKeys keys,
            AgroalDataSource database,
            RoundLock lock,
            Outbox outbox) {
        this.rounds = rounds;
        this.secrets = secrets;
        this.voting = voting;
        this.keys = keys;
        this.database = database;
        this.lock = lock;
        this.outbox = outbox;
    }

    private record Opened(byte[] commitment, byte[] nonce, String mark) {}

    @Transactional
    Round close(UUID id) {
        try (var connection = database.getConnection()) {
            lock.own(connection, id);
            var round = rounds.locked(id);
            if (round.state() != Round.State.OPEN && round.state() != Round.State.SUSPENDED) {
                throw Problem.conflict("round-not-open").toException();
            }
            var ballots = unseal(connection, id);
            ballots.sort((one, other) -> Arrays.compareUnsigned(one.commitment(), other.commitment()));
            store(connection, id, ballots);
            rewrite(id);
            secrets.destroy(id);
            rounds.execute("update round set state = 'CLOSED', closed_at = clock_timestamp() where round = ?", id);
            var closed = rounds.known(id);
            tell(closed, ballots);
            voting.forget(id);
            return closed;
        } catch (SQLException failed) {
            throw new IllegalStateException("a round could not be closed", failed);
        }
    }

    /** All in memory, some hundred bytes each: what the database were asked to sort, its superuser could watch. */
    private List<Opened> unseal(Connection connection, UUID round) throws SQLException {
        var key = secrets.find(round).orElseThrow(() -> new IllegalStateException("the key of a round is gone"));
        var ballots = new ArrayList<Opened>();
        try (var select = connection.prepareStatement("select sealed from sealed_ballot where round = ?")) {
            select.setObject(1, round);
            select.setFetchSize(ROWS);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var opened = keys.unseal(key, round, row.getBytes(1));
                    var mark = opened.mark().intern();
                    ballots.add(new Opened(Commitment.to(round, mark, opened.nonce()), opened.nonce(), mark));
                }
            }
        }
        return ballots;
    }

    private static void store(Connection connection, UUID round, List<Opened> ballots) throws SQLException {
        try (var insert = connection.prepareStatement("insert into ballot (round, commitment, nonce, mark)"
                + " select ?, * from unnest(?::bytea[], ?::bytea[], ?::text[])")) {
            for (int from = 0; from < ballots.size(); from += ROWS) {
                var part = ballots.subList(from, Math.min(ballots.size(), from + ROWS));
                insert.setObject(1, round);
                insert.setArray(
                        2,
                        connection.createArrayOf(
                                "bytea", part.stream().map(Opened::commitment).toArray(byte[][]::new)));
                insert.setArray(
                        3,
                        connection.createArrayOf(
                                "bytea", part.stream().map(Opened::nonce).toArray(byte[][]::new)));
                insert.setArray(
                        4,
                        connection.createArrayOf(
                                "text", part.stream().map(Opened::mark).toArray()));
                insert.executeUpdate();
            }
        }
    }

    /** Gives every strike-off and every request one and the same transaction, in the order of random keys. */
    private void rewrite(UUID round) {
        rounds.execute("delete from sealed_ballot where round = ?", round);
        rounds.execute(
                "with gone as (delete from strike_off where round = ? returning *)"
                        + " insert into strike_off_rewritten (round, seat, agent, channel, hour)"
                        + " select round, seat, agent, channel, hour from gone order by seat",
                round);
        rounds.execute(
                "with back as (delete from strike_off_rewritten where round = ? returning *)"
                        + " insert into strike_off (round, seat, agent, channel, hour)"
                        + " select round, seat, agent, channel, hour from back order by seat",
                round);
        rounds.execute(
                "with gone as (delete from cast_request where round = ? returning *)"
                        + " insert into cast_request_rewritten (tag, round) select tag, round from gone order by tag",
                round);
        rounds.execute(
                "with back as (delete from cast_request_rewritten where round = ? returning *)"
                        + " insert into cast_request (tag, round) select tag, round from back order by tag",
                round);
    }

    private void tell(Round closed, List<Opened> ballots) {
        outbox.append(new RoundClosed(
                closed.process(), closed.entity(), closed.round(), Objects.requireNonNull(closed.closedAt())));
        var events = new ArrayList<BallotsCommitted>();
        for (int from = 0; from < ballots.size(); from += COMMITMENTS_AN_EVENT) {
            events.add(new BallotsCommitted(
                    closed.process(),
                    closed.entity(),
                    closed.round(),
                    ballots.subList(from, Math.min(ballots.size(), from + COMMITMENTS_AN_EVENT)).stream()
                            .map(ballot -> HexFormat.of().formatHex(ballot.commitment()))
                            .toList()));
        }
        outbox.appendAll(events);
    }
}
