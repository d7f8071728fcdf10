package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import javax.crypto.SecretKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
    private static final int COPIED_AT_ONCE = 1 << 16;

    private final Rounds rounds;
    private final RoundSecrets secrets;
    private final VotingRounds voting;
    private final BallotKeys keys;
    private final AgroalDataSource database;
    private final RoundLock lock;
    private final Outbox outbox;
    private final Turnout turnout;
    private final Instance<BeforeClose> conditions;

    CloseRound(
            Rounds rounds,
            RoundSecrets secrets,
            VotingRounds voting,
            BallotKeys keys,
            AgroalDataSource database,
            RoundLock lock,
            Outbox outbox,
            Turnout turnout,
            Instance<BeforeClose> conditions) {
        this.turnout = turnout;
        this.rounds = rounds;
        this.secrets = secrets;
        this.voting = voting;
        this.keys = keys;
        this.database = database;
        this.lock = lock;
        this.outbox = outbox;
        this.conditions = conditions;
    }

    private record Opened(byte[] commitment, byte[] nonce, String mark) {}

    private record Sealed(byte[] bytes) {}

    @Transactional
    Round close(UUID id) {
        try (var connection = database.getConnection()) {
            lock.own(connection, id);
            var round = rounds.locked(id);
            if (round.state() != Round.State.OPEN && round.state() != Round.State.SUSPENDED) {
                throw Problem.conflict("round-not-open").toException();
            }
            concludeChannels(round);
            var ballots = unseal(connection, id);
            ballots.sort();
            store(connection, id, ballots);
            rewrite(id);
            secrets.destroy(id);
            turnout.keep(id);
            rounds.execute(
                    "update round set state = 'CLOSED', closed_at = clock_timestamp(), commitments_sha256 = ?"
                            + " where round = ?",
                    digest(ballots),
                    id);
            var closed = rounds.known(id);
            tell(closed, ballots);
            voting.forget(id);
            return closed;
        } catch (SQLException failed) {
            throw new IllegalStateException("a round could not be closed", failed);
        }
    }

    /** Nobody who counted on the end that was told comes too late, unless an act moved it. */
    private void concludeChannels(Round round) {
        var id = round.round();
        var missing = Problem.conflict("round-not-closable");
        var end = round.endsAt();
        if (end != null && rounds.now().isBefore(end)) {
            missing.error("", "deadline-not-reached", "deadline", end);
        }
        conditions.forEach(condition -> condition.lacks(id, missing));
        if (missing.hasErrors()) {
            throw missing.toException();
        }
        conditions.forEach(condition -> condition.conclude(id));
    }

    /** All in memory: what the database were asked to sort, its superuser could watch. */
    private OpenedBallots unseal(Connection connection, UUID round) throws SQLException {
        var key = secrets.find(round).orElseThrow(() -> new IllegalStateException("the key of a round is gone"));
        var ballots = new OpenedBallots(rounds.count("select count(*) from sealed_ballot where round = ?", round));
        try (var select = connection.prepareStatement("select sealed from sealed_ballot where round = ?")) {
            select.setObject(1, round);
            select.setFetchSize(ROWS);
            try (var row = select.executeQuery()) {
                var part = new ArrayList<Sealed>(ROWS);
                while (row.next()) {
                    part.add(new Sealed(row.getBytes(1)));
                    if (part.size() == ROWS) {
                        open(key, round, part, ballots);
                    }
                }
                open(key, round, part, ballots);
            }
        }
        return ballots;
    }

    /** On all processors: opening costs more than reading. */
    private void open(SecretKey key, UUID round, List<Sealed> part, OpenedBallots ballots) {
        part.parallelStream()
                .map(each -> {
                    var opened = keys.unseal(key, round, each.bytes());
                    return new Opened(
                            Commitment.to(round, opened.mark(), opened.nonce()), opened.nonce(), opened.mark());
                })
                .forEachOrdered(opened -> ballots.add(opened.commitment(), opened.nonce(), opened.mark()));
        part.clear();
    }

    /** By COPY, in the text format: half the time of inserts. Marks and hexadecimal digits need no escapes. */
    private static void store(Connection connection, UUID round, OpenedBallots ballots) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy ballot (round, commitment, nonce, mark) from stdin");
        try {
            var rows = new StringBuilder();
            for (int rank = 0; rank < ballots.size(); rank++) {
                rows.append(round).append("\t\\\\x").append(ballots.commitment(rank));
                rows.append("\t\\\\x").append(ballots.nonce(rank));
                rows.append('\t').append(ballots.mark(rank)).append('\n');
                if (rows.length() > COPIED_AT_ONCE) {
                    send(copy, rows);
                }
            }
            send(copy, rows);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder rows) throws SQLException {
        var bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
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

    /** Of all commitments in their order, in hexadecimal, each ended by a line feed. */
    private static String digest(OpenedBallots ballots) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (int rank = 0; rank < ballots.size(); rank++) {
                digest.update((ballots.commitment(rank) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256", impossible);
        }
    }

    private void tell(Round closed, OpenedBallots ballots) {
        outbox.append(new RoundClosed(
                closed.process(), closed.entity(), closed.round(), Objects.requireNonNull(closed.closedAt())));
        for (int from = 0; from < ballots.size(); from += COMMITMENTS_AN_EVENT) {
            outbox.append(new BallotsCommitted(
                    closed.process(),
                    closed.entity(),
                    closed.round(),
                    ballots.commitments(from, Math.min(ballots.size(), from + COMMITMENTS_AN_EVENT))));
        }
    }
}
