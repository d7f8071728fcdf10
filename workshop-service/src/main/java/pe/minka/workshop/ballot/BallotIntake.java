package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pe.minka.workshop.ballot.CastOutcome.Refusal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Where ballots go in: whatever waits is one transaction (group commit), and no answer leaves before its commit. A
 * ballot alone waits for nobody; under load the batches grow by themselves.
 */
@ApplicationScoped
class BallotIntake {

    private static final Logger LOG = Logger.getLogger(BallotIntake.class);
    private static final int LARGEST_BATCH = 256;
    private static final int ATTEMPTS = 4;
    private static final int PAUSE_MILLIS = 100;
    /** A connection that is silent for so long is given up, and the batch tried again through another. */
    private static final int SILENCE_MILLIS = 20_000;

    private final AgroalDataSource database;
    private final long patienceNanos;
    private final BlockingQueue<Cast> waiting;
    private final Set<ByteBuffer> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;
    private volatile List<Cast> underWay = List.of();
    private @Nullable Thread writer;

    BallotIntake(
            AgroalDataSource database,
            @ConfigProperty(name = "minka.ballots.waiting", defaultValue = "2000") int mostWaiting,
            @ConfigProperty(name = "minka.ballots.patience", defaultValue = "PT5S") Duration patience) {
        this.database = database;
        this.patienceNanos = patience.toNanos();
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
    }

    /**
     * @param commitment stays in memory: beside the agent it never goes to the database
     * @param since when it came, by {@link System#nanoTime}
     */
    record Cast(
            UUID round,
            UUID agent,
            Channel channel,
            byte[] tag,
            byte[] body,
            byte[] handle,
            byte[] sealed,
            byte[] commitment,
            long since,
            CompletableFuture<CastOutcome> outcome) {}

    void start(@Observes StartupEvent started) {
        writer = started(this::run, "ballot-intake");
        started(this::watch, "ballot-watch");
    }

    private static Thread started(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        if (writer != null) {
            writer.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    CompletionStage<CastOutcome> cast(Cast cast) {
        var key = ByteBuffer.wrap(cast.tag());
        if (!inFlight.add(key)) {
            return refused(Refusal.REQUEST_IN_FLIGHT);
        }
        if (!running || !waiting.offer(cast)) {
            inFlight.remove(key);
            return refused(Refusal.TOO_MANY_WAITING);
        }
        return cast.outcome();
    }

    private static CompletionStage<CastOutcome> refused(Refusal because) {
        return CompletableFuture.completedFuture(new CastOutcome.Refused(because));
    }

    private void run() {
        var batch = new ArrayList<Cast>(LARGEST_BATCH);
        while (running || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                waiting.drainTo(batch, LARGEST_BATCH - 1);
                underWay = List.copyOf(batch);
                Map<UUID, List<Cast>> byRound = new LinkedHashMap<>();
                batch.forEach(cast -> byRound.computeIfAbsent(cast.round(), each -> new ArrayList<>())
                        .add(cast));
                byRound.forEach(this::commit);
            } catch (InterruptedException stopped) {
                running = false;
            } catch (RuntimeException unexpected) {
                LOG.error("Ballots could not be taken in", unexpected);
                batch.forEach(cast -> cast.outcome().completeExceptionally(unexpected));
            } finally {
                batch.forEach(cast -> inFlight.remove(ByteBuffer.wrap(cast.tag())));
                batch.clear();
                underWay = List.of();
            }
        }
    }

    /** No voter waits for a silent database longer than she would bear: she is told to ask again. */
    private void watch() {
        while (running) {
            try {
                TimeUnit.MILLISECONDS.sleep(250);
                // what is under way may still be stored: its request stays in flight until that is known
                underWay.forEach(this::giveUp);
                waiting.removeIf(cast -> giveUp(cast) && inFlight.remove(ByteBuffer.wrap(cast.tag())));
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private boolean giveUp(Cast cast) {
        return System.nanoTime() - cast.since() > patienceNanos
                && cast.outcome().completeExceptionally(new BallotBoxUnavailable("the database is silent"));
    }

    /** A repeated attempt is safe: what an unseen commit already wrote is found by its tag. */
    private void commit(UUID round, List<Cast> casts) {
        SQLException last = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                var outcomes = write(round, casts);
                for (int i = 0; i < casts.size(); i++) {
                    release(casts.get(i), outcomes.get(i));
                }
                return;
            } catch (SQLException failed) {
                last = failed;
                LOG.debugf("A batch of ballots is tried again after state %s", failed.getSQLState());
                pause(attempt);
            }
        }
        var unavailable = new BallotBoxUnavailable(Objects.requireNonNull(last));
        LOG.warnf("A batch of ballots was not stored: state %s", last.getSQLState());
        casts.forEach(cast -> cast.outcome().completeExceptionally(unavailable));
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep((long) attempt * PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void release(Cast cast, CastOutcome outcome) {
        inFlight.remove(ByteBuffer.wrap(cast.tag()));
        cast.outcome().complete(outcome);
    }

    private List<CastOutcome> write(UUID round, List<Cast> casts) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            connection.setAutoCommit(false);
            try {
                var outcomes = strikeOff(connection, round, casts);
                recogniseOthers(connection, casts, outcomes);
                connection.commit();
                connection.setNetworkTimeout(Runnable::run, 0);
                return outcomes;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    /**
     * First the lock that keeps casting and closing apart, in a statement of its own but in the same message: what the
     * second one sees begins after the lock is held. In that, repeated requests are recognised, seats struck off by
     * their key, and only for those the request and the sealed ballot stored, the latter in the order of their handles.
     */
    private static final String CAST = RoundLock.SHARE + "; " + """
            with wanted as (
                select * from unnest(?::uuid[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
                    with ordinality as w (agent, channel, tag, body, handle, sealed, n)),
            box as (
                select round, state = 'OPEN' and (deadline is null or clock_timestamp() < deadline) as open,
                    coalesce((rule::json ->> 'replaceable')::boolean, false) as replaceable
                from round where round = ?),
            fresh as (
                select distinct on (e.seat) w.*, e.seat
                from wanted w cross join box join roll_entry e on e.round = box.round and e.agent = w.agent
                where box.open and not exists (select from cast_request c where c.tag = w.tag)
                order by e.seat, w.n),
            struck as (
                insert into strike_off (round, seat, agent, channel, hour)
                select box.round, fresh.seat, fresh.agent, fresh.channel, date_trunc('hour', clock_timestamp(), 'UTC')
                from fresh cross join box order by fresh.seat
                on conflict (round, seat) do nothing returning seat),
            accepted as (
                select fresh.* from fresh join struck using (seat)
                union all
                select fresh.* from fresh cross join box join strike_off s on s.round = box.round and s.seat = fresh.seat
                where box.replaceable and s.agent = fresh.agent and s.channel in ('OWN_DEVICE', 'ASSISTED')),
            requested as (
                insert into cast_request (tag, round, body)
                select accepted.tag, box.round, accepted.body from accepted cross join box order by accepted.tag),
            boxed as (
                insert into sealed_ballot (handle, round, sealed)
                select accepted.handle, box.round, accepted.sealed from accepted cross join box order by accepted.handle
                on conflict (handle) do update set sealed = excluded.sealed)
            select w.n, box.open, c.tag is not null as repeated, c.body = w.body as same, a.n is not null as accepted,
                exists (select from roll_entry e where e.round = box.round and e.agent = w.agent) as on_roll
            from wanted w cross join box
            left join cast_request c on c.tag = w.tag
            left join accepted a on a.n = w.n
            order by w.n
            """;

    private static List<CastOutcome> strikeOff(Connection connection, UUID round, List<Cast> casts)
            throws SQLException {
        var ordered = casts.stream().sorted(Comparator.comparing(Cast::agent)).toList();
        try (var statement = connection.prepareStatement(CAST)) {
            statement.setLong(1, RoundLock.number(round));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", ordered.stream().map(Cast::agent).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            ordered.stream().map(cast -> cast.channel().name()).toArray()));
            statement.setArray(
                    4, bytes(connection, ordered.stream().map(Cast::tag).toArray(byte[][]::new)));
            statement.setArray(
                    5, bytes(connection, ordered.stream().map(Cast::body).toArray(byte[][]::new)));
            statement.setArray(
                    6, bytes(connection, ordered.stream().map(Cast::handle).toArray(byte[][]::new)));
            statement.setArray(
                    7, bytes(connection, ordered.stream().map(Cast::sealed).toArray(byte[][]::new)));
            statement.setObject(8, round);
            Map<Cast, CastOutcome> outcomes = new IdentityHashMap<>();
            statement.execute();
            statement.getMoreResults();
            try (var row = statement.getResultSet()) {
                while (row.next()) {
                    var cast = ordered.get((int) row.getLong("n") - 1);
                    outcomes.put(
                            cast,
                            outcome(
                                    cast,
                                    row.getBoolean("open"),
                                    row.getBoolean("repeated"),
                                    row.getBoolean("same"),
                                    row.getBoolean("accepted"),
                                    row.getBoolean("on_roll")));
                }
            }
            return new ArrayList<>(casts.stream()
                    .map(cast -> outcomes.getOrDefault(cast, new CastOutcome.Refused(Refusal.VOTE_NOT_OPEN)))
                    .toList());
        }
    }

    /**
     * A seat that was just taken may have been taken by the same request through another replica, whose commit the
     * statement before waited for and could not see: this one sees it.
     */
    private static void recogniseOthers(Connection connection, List<Cast> casts, List<CastOutcome> outcomes)
            throws SQLException {
        Map<ByteBuffer, Integer> taken = new HashMap<>();
        for (int i = 0; i < casts.size(); i++) {
            if (outcomes.get(i) instanceof CastOutcome.Refused refused && refused.because() == Refusal.ALREADY_VOTED) {
                taken.put(ByteBuffer.wrap(casts.get(i).tag()), i);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try (var select = connection.prepareStatement("select tag, body from cast_request where tag = any (?)")) {
            select.setArray(
                    1,
                    bytes(
                            connection,
                            taken.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new)));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    int i = Objects.requireNonNull(taken.get(ByteBuffer.wrap(row.getBytes(1))));
                    var cast = casts.get(i);
                    outcomes.set(
                            i,
                            Arrays.equals(row.getBytes(2), cast.body())
                                    ? CastOutcome.Counted.of(cast.commitment())
                                    : new CastOutcome.Refused(Refusal.KEY_REUSED));
                }
            }
        }
    }

    private static CastOutcome outcome(
            Cast cast, boolean open, boolean repeated, boolean same, boolean accepted, boolean onRoll) {
        if (accepted || (repeated && same)) {
            return CastOutcome.Counted.of(cast.commitment());
        }
        if (repeated && open) {
            return new CastOutcome.Refused(Refusal.KEY_REUSED);
        }
        if (!open) {
            return new CastOutcome.Refused(Refusal.VOTE_NOT_OPEN);
        }
        return new CastOutcome.Refused(onRoll ? Refusal.ALREADY_VOTED : Refusal.NOT_ON_ROLL);
    }

    private static java.sql.Array bytes(Connection connection, byte[][] values) throws SQLException {
        return connection.createArrayOf("bytea", values);
    }
}
