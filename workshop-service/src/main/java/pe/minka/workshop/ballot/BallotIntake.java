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
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final CastBatches batches;
    private final long patienceNanos;
    private final BlockingQueue<Cast> waiting;
    private final Set<ByteBuffer> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;
    private volatile List<Cast> underWay = List.of();
    private @Nullable Thread writer;

    BallotIntake(
            AgroalDataSource database,
            CastBatches batches,
            @ConfigProperty(name = "minka.ballots.waiting", defaultValue = "2000") int mostWaiting,
            @ConfigProperty(name = "minka.ballots.patience", defaultValue = "PT5S") Duration patience) {
        this.database = database;
        this.batches = batches;
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
                turns(batch).forEach((turn, casts) -> commit(turn.round(), casts));
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

    /** What one transaction takes: of one round, and of no voter twice. */
    private record Turn(UUID round, int ofVoter) {}

    private record Voter(UUID round, UUID agent) {}

    /** Where a ballot may be replaced, the one that came later is told by its turn alone. */
    private static Map<Turn, List<Cast>> turns(List<Cast> batch) {
        Map<Turn, List<Cast>> turns = new LinkedHashMap<>();
        Map<Voter, Integer> met = new HashMap<>();
        for (Cast cast : batch) {
            int ofVoter = met.merge(new Voter(cast.round(), cast.agent()), 1, Integer::sum);
            turns.computeIfAbsent(new Turn(cast.round(), ofVoter), each -> new ArrayList<>())
                    .add(cast);
        }
        return turns;
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
                var outcomes = batches.write(connection, round, casts);
                connection.commit();
                connection.setNetworkTimeout(Runnable::run, 0);
                return outcomes;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }
}
