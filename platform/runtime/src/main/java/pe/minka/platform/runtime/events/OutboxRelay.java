package pe.minka.platform.runtime.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the outbox to the broker: woken by each commit, in the order of the rows, by one replica at a time (an
 * advisory lock), a row marked only after the broker has acknowledged it. A crash in between repeats at most one batch,
 * which the inboxes of the consumers recognise.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** "minka" on a telephone's keys; any number will do, as long as all replicas use the same. */
    private static final long LOCK = 64652;

    private static final int BATCH = 500;
    /** Finds what a replica left behind that died between its commit and its wake-up. */
    private static final Duration SWEEP = Duration.ofSeconds(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** How long the broker may take to acknowledge a batch. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AgroalDataSource database;
    private final String brokers;
    private final String source;
    private final Semaphore commits = new Semaphore(0);
    private volatile boolean running = true;
    private @Nullable Thread thread;
    private @Nullable Producer<String, String> producer;

    OutboxRelay(
            AgroalDataSource database,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.brokers = brokers;
        this.source = "/minka/" + service;
    }

    void start(@Observes StartupEvent started) {
        var relay = new Thread(this::run, "outbox-relay");
        relay.setDaemon(true);
        relay.start();
        thread = relay;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    void wake() {
        commits.release();
    }

    private void run() {
        var pause = SHORTEST_PAUSE;
        while (running) {
            try {
                while (running && relayBatch() == BATCH) {
                    commits.drainPermits();
                }
                pause = SHORTEST_PAUSE;
                awaitCommit(SWEEP);
            } catch (InterruptedException stopped) {
                running = false;
            } catch (SQLException | ExecutionException | TimeoutException | RuntimeException unavailable) {
                closeProducer();
                if (running) {
                    LOG.warnf(
                            "Events wait in the outbox, next attempt in %d ms: %s",
                            pause.toMillis(), rootOf(unavailable));
                    pause = sleepAndDouble(pause);
                }
            }
        }
        closeProducer();
    }

    private Duration sleepAndDouble(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            running = false;
        }
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void awaitCommit(Duration longest) throws InterruptedException {
        if (commits.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            commits.drainPermits();
        }
    }

    /** How many events went out; a full batch means that there may be more. */
    private int relayBatch() throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                lock(connection);
                var positions = send(connection);
                mark(connection, positions);
                connection.commit();
                done = true;
                return positions.size();
            } finally {
                if (!done) {
                    rollBack(connection);
                }
            }
        }
    }

    /** Best effort: a connection that is lost has rolled back by itself. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            LOG.debugf(lost, "The connection of the outbox is lost");
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
    }

    private List<Long> send(Connection connection)
            throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        var positions = new ArrayList<Long>();
        var acknowledgements = new ArrayList<Future<?>>();
        try (var select = connection.prepareStatement(
                        "select position, event_id, topic, event_key, event_type, subject, body, reason, traceparent, occurred_at"
                                + " from outbox where published_at is null order by position limit " + BATCH);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                positions.add(rows.getLong("position"));
                acknowledgements.add(producer().send(recordOf(rows)));
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Future<?> acknowledgement : acknowledgements) {
            acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        return positions;
    }

    private ProducerRecord<String, String> recordOf(ResultSet row) throws SQLException {
        var result = new ProducerRecord<>(row.getString("topic"), row.getString("event_key"), row.getString("body"));
        header(result, "content-type", "application/json");
        header(result, "ce_specversion", "1.0");
        header(result, "ce_id", row.getObject("event_id", UUID.class).toString());
        header(result, "ce_source", source);
        header(result, "ce_type", row.getString("event_type"));
        header(result, "ce_subject", row.getString("subject"));
        header(
                result,
                "ce_time",
                row.getObject("occurred_at", OffsetDateTime.class).toInstant().toString());
        header(result, "traceparent", row.getString("traceparent"));
        header(result, "minka_reason", row.getString("reason"));
        return result;
    }

    private static void header(ProducerRecord<String, String> message, String name, @Nullable String value) {
        if (value != null) {
            message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void mark(Connection connection, List<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (var update =
                connection.prepareStatement("update outbox set published_at = now() where position = any (?)")) {
            update.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            update.executeUpdate();
        }
    }

    private Producer<String, String> producer() {
        var current = producer;
        if (current == null) {
            current = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers", brokers,
                            "acks", "all",
                            "enable.idempotence", "true",
                            "max.block.ms", "5000",
                            "request.timeout.ms", "5000",
                            // never gives up an event by itself: a later one of the same key would then go first
                            "delivery.timeout.ms", String.valueOf(Integer.MAX_VALUE),
                            "max.request.size", String.valueOf(2 * Outbox.LARGEST_BODY),
                            "compression.type", "gzip",
                            "reconnect.backoff.max.ms", "1000"),
                    new StringSerializer(),
                    new StringSerializer());
            producer = current;
        }
        return current;
    }

    /** At once, dropping what was not acknowledged: nothing of a failed batch may overtake its repetition. */
    private void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
