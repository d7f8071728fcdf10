package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Regulation;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * The way to roll and box for the channels beside the voter's own device. Whatever the channel, the same key strikes a
 * seat off; what is put in the box bears nothing of the voter.
 */
@ApplicationScoped
public class Polling {

    private static final int HANDLE_BYTES = 32;
    private static final int ROWS = 2_000;

    private final Rounds rounds;
    private final VotingRounds voting;
    private final CastBallot castBallot;
    private final BallotKeys keys;
    private final RoundLock lock;
    private final AgroalDataSource database;
    private final SecureRandom random = new SecureRandom();

    Polling(
            Rounds rounds,
            VotingRounds voting,
            CastBallot castBallot,
            BallotKeys keys,
            RoundLock lock,
            AgroalDataSource database) {
        this.rounds = rounds;
        this.voting = voting;
        this.castBallot = castBallot;
        this.keys = keys;
        this.lock = lock;
        this.database = database;
    }

    /**
     * A round as a channel needs it.
     *
     * @param now what the database's clock shows
     */
    public record Vote(
            UUID round,
            ProcessId process,
            EntityCode entity,
            Regulation.Ballot rule,
            List<UUID> options,
            String state,
            @Nullable Instant openedAt,
            @Nullable Instant deadline,
            Instant now) {

        public boolean isPrepared() {
            return state.equals(Round.State.PREPARED.name());
        }

        public boolean isOpen() {
            return state.equals(Round.State.OPEN.name());
        }

        public boolean isOver() {
            return Round.State.valueOf(state).isOver();
        }

        public boolean isTallied() {
            return state.equals(Round.State.TALLIED.name());
        }

        /** Whether a voter who comes now may still vote. */
        public boolean takesVoters() {
            return isOpen() && new VotePeriod(Objects.requireNonNull(openedAt), deadline).contains(now);
        }

        public void mustTakeVoters() {
            if (!takesVoters()) {
                throw Problem.conflict("vote-not-open").toException();
            }
        }

        public void mustBeOpen() {
            if (!isOpen()) {
                throw Problem.conflict("vote-not-open").toException();
            }
        }

        public void mustAdmit(Channel channel) {
            if (!rule.admits(channel.name())) {
                throw Problem.conflict("channel-not-admitted")
                        .with("channel", channel)
                        .with("law", rule.law())
                        .toException();
            }
        }

        /** Whether each voter marks one option at most: only then are hands ballots. */
        public boolean takesOneChoice() {
            var kind = BallotKind.valueOf(rule.kind());
            boolean ofBallot = rule.choicesPer() == null || rule.choicesPer().equals("BALLOT");
            return kind == BallotKind.SHOW_OF_HANDS
                    || kind == BallotKind.CHOOSE_ONE
                    || (!kind.hasPoints()
                            && ((ofBallot && Objects.equals(rule.maximumChoices(), 1))
                                    || Objects.equals(rule.maximumChoicesInAll(), 1)));
        }
    }

    public Vote known(UUID round) {
        return vote(rounds.known(round));
    }

    /** The round, which stays in its state until the transaction ends: a close waits for it. */
    public Vote held(UUID round) {
        rounds.known(round);
        try (var connection = database.getConnection()) {
            lock.share(connection, round);
        } catch (SQLException failed) {
            throw new IllegalStateException("a round could not be held", failed);
        }
        return vote(rounds.known(round));
    }

    /** The round, with every other channel kept out until the transaction ends. */
    public Vote alone(UUID round) {
        rounds.known(round);
        try (var connection = database.getConnection()) {
            lock.own(connection, round);
        } catch (SQLException failed) {
            throw new IllegalStateException("a round could not be held", failed);
        }
        return vote(rounds.known(round));
    }

    private Vote vote(Round round) {
        try (var connection = database.getConnection();
                var clock = connection.prepareStatement("select clock_timestamp()");
                var row = clock.executeQuery()) {
            row.next();
            return new Vote(
                    round.round(),
                    round.process(),
                    round.entity(),
                    round.rule(),
                    round.options().stream().map(RoundOption::option).toList(),
                    round.state().name(),
                    round.openedAt(),
                    round.deadline(),
                    row.getObject(1, OffsetDateTime.class).toInstant());
        } catch (SQLException failed) {
            throw new IllegalStateException("the database told no time", failed);
        }
    }

    /** The one way to write what was marked; refused with its breach where the ballot does not admit it. */
    public String mark(UUID round, @Nullable List<UUID> choices, @Nullable Map<UUID, Integer> points) {
        var paper = known(voting.find(round)).paper();
        return paper.write(BallotProblems.marked(paper.read(choices, points)));
    }

    /** As {@link #mark}, nothing where the ballot does not admit it. */
    public Optional<String> findMark(UUID round, @Nullable List<UUID> choices, @Nullable Map<UUID, Integer> points) {
        var paper = known(voting.find(round)).paper();
        return paper.read(choices, points) instanceof BallotPaper.Reading.Marked marked
                ? Optional.of(paper.write(marked.mark()))
                : Optional.empty();
    }

    /**
     * What a voter takes home.
     *
     * @param commitment to the ballot, in hexadecimal
     * @param signature of the round under it
     */
    public record Receipt(String commitment, String signature) {}

    /** Casts as the voter's own device would, over another channel. */
    public CompletionStage<Receipt> cast(
            UUID round,
            AgentId voter,
            Channel channel,
            String idempotencyKey,
            @Nullable List<UUID> choices,
            @Nullable Map<UUID, Integer> points) {
        var found = known(voting.find(round));
        found.mustAdmit(channel);
        var mark = BallotProblems.marked(found.paper().read(choices, points));
        return castBallot.cast(found, voter, channel, idempotencyKey, mark).handle((outcome, failure) -> {
            if (outcome instanceof CastOutcome.Counted counted) {
                return new Receipt(counted.commitment(), counted.signature());
            }
            throw outcome instanceof CastOutcome.Refused refused
                    ? BallotProblems.of(refused.because())
                    : BallotProblems.of(failure);
        });
    }

    /** @param mark null where the ballot lies in another box, such as that of a table */
    public record Voter(UUID voter, @Nullable String mark) {}

    /** What came of one voter. */
    public enum Entry {
        STRUCK_OFF,
        ALREADY_VOTED,
        NOT_ON_ROLL
    }

    private static final String STRIKE_OFF = """
            with wanted as (
                select * from unnest(?::uuid[], ?::bytea[], ?::bytea[]) with ordinality as w (agent, handle, sealed, n)),
            fresh as (
                select distinct on (e.seat) w.*, e.seat from wanted w
                join roll_entry e on e.round = ?::uuid and e.agent = w.agent order by e.seat, w.n),
            struck as (
                insert into strike_off (round, seat, agent, channel, hour)
                select ?::uuid, seat, agent, ?, date_trunc('hour', clock_timestamp(), 'UTC') from fresh order by seat
                on conflict (round, seat) do nothing returning seat),
            boxed as (
                insert into sealed_ballot (handle, round, sealed)
                select handle, ?::uuid, sealed from fresh join struck using (seat) where sealed is not null
                order by handle)
            select w.n, s.seat is not null, exists (
                select from roll_entry e where e.round = ?::uuid and e.agent = w.agent)
            from wanted w left join fresh f on f.n = w.n left join struck s on s.seat = f.seat order by w.n
            """;

    /**
     * Strikes voters off, each once whichever the channel, and puts the ballots of those struck off in the box. Part of
     * the caller's transaction, which holds the round.
     *
     * @return what came of each, in their order
     */
    public List<Entry> strikeOff(UUID round, Channel channel, List<Voter> voters) {
        var found = known(voting.find(round));
        var handles = new ArrayList<byte[]>();
        var sealed = new ArrayList<byte @Nullable []>();
        for (Voter voter : voters) {
            handles.add(newBytes());
            sealed.add(voter.mark() == null ? null : seal(found, voter.mark()));
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(STRIKE_OFF)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", voters.stream().map(Voter::voter).toArray()));
            statement.setArray(2, connection.createArrayOf("bytea", handles.toArray(byte[][]::new)));
            statement.setArray(3, connection.createArrayOf("bytea", sealed.toArray(byte[][]::new)));
            statement.setObject(4, round);
            statement.setObject(5, round);
            statement.setString(6, channel.name());
            statement.setObject(7, round);
            statement.setObject(8, round);
            var entries = new ArrayList<Entry>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(
                            row.getBoolean(2)
                                    ? Entry.STRUCK_OFF
                                    : row.getBoolean(3) ? Entry.ALREADY_VOTED : Entry.NOT_ON_ROLL);
                }
            }
            return entries;
        } catch (SQLException failed) {
            throw new IllegalStateException("voters could not be struck off", failed);
        }
    }

    /** Puts ballots in the box whose voters were struck off before, such as those of a table: each mark so many times. */
    public void put(UUID round, Map<String, Integer> marks) {
        var found = known(voting.find(round));
        var all = new ArrayList<String>();
        marks.forEach((mark, times) -> IntStream.range(0, times).forEach(each -> all.add(mark)));
        try (var connection = database.getConnection()) {
            for (int from = 0; from < all.size(); from += ROWS) {
                put(connection, found, all.subList(from, Math.min(all.size(), from + ROWS)));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("ballots could not be put in the box", failed);
        }
    }

    private void put(Connection connection, VotingRounds.Voting found, List<String> marks) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into sealed_ballot (handle, round, sealed)"
                        + " select handle, ?, sealed from unnest(?::bytea[], ?::bytea[]) as b (handle, sealed) order by handle")) {
            insert.setObject(1, found.round().round());
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", marks.stream().map(mark -> newBytes()).toArray(byte[][]::new)));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            marks.stream().map(mark -> seal(found, mark)).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    /** A ballot that waits for a decision, sealed as those in the box are; nobody opens it once the round is closed. */
    public byte[] sealAside(UUID round, String mark) {
        return seal(known(voting.find(round)), mark);
    }

    public String openAside(UUID round, byte[] sealed) {
        var found = known(voting.find(round));
        return keys.unseal(sealKey(found), round, sealed).mark();
    }

    private byte[] seal(VotingRounds.Voting found, String mark) {
        return keys.seal(
                sealKey(found),
                found.round().round(),
                newBytes(),
                mark,
                found.paper().longestMark());
    }

    private static javax.crypto.SecretKey sealKey(VotingRounds.Voting found) {
        if (found.sealKey() == null) {
            throw Problem.conflict("vote-not-open").toException();
        }
        return found.sealKey();
    }

    private byte[] newBytes() {
        var bytes = new byte[HANDLE_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static VotingRounds.Voting known(Optional<VotingRounds.Voting> found) {
        return found.orElseThrow(() -> Problem.notFound().toException());
    }
}
