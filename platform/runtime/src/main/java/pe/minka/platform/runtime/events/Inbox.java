package pe.minka.platform.runtime.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Hears the other services. A batch of events is one transaction with their ids; where it fails, its events are taken
 * one by one, and one that still fails becomes a dead letter. While the database is away nothing is given up: the batch
 * waits.
 */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_TRANSACTION_SECONDS = 300;

    private final Map<String, Listener<?>> listeners = new HashMap<>();
    private final AgroalDataSource database;
    private final Outbox outbox;
    private final EventTraces traces;

    Inbox(
            @All List<EventHandler<?>> handlers,
            AgroalDataSource database,
            Outbox outbox,
            EventTraces traces,
            ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.traces = traces;
        handlers.forEach(handler -> {
            if (listeners.put(handler.type(), Listener.of(handler, json)) != null) {
                throw new IllegalStateException("two handlers of " + handler.type());
            }
        });
    }

    private record Listener<E>(EventHandler<E> handler, ObjectReader reader) {

        static <E> Listener<E> of(EventHandler<E> handler, ObjectMapper json) {
            var reader = json.readerFor(handler.payload()).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            return new Listener<>(handler, reader);
        }

        void hear(Received event) {
            try {
                E payload = reader.readValue(event.body());
                handler.on(payload, event.metadata());
            } catch (JsonProcessingException unreadable) {
                throw new IllegalArgumentException("not readable as " + handler.payload(), unreadable);
            }
        }
    }

    private record Received(
            EventMetadata metadata, String body, @Nullable String traceparent) {}

    @Incoming("minka-events")
    @Blocking
    void receive(ConsumerRecords<String, String> records) throws InterruptedException {
        var batch = new ArrayList<Received>();
        for (ConsumerRecord<String, String> message : records) {
            var event = received(message);
            if (event != null && listeners.containsKey(event.metadata().type())) {
                batch.add(event);
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            takeIn(batch);
        } catch (RuntimeException failed) {
            LOG.debugf(failed, "A batch of %d events is taken one by one", batch.size());
            for (Received event : batch) {
                takeInOrGiveUp(event);
            }
        }
    }

    private void takeIn(List<Received> batch) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_TRANSACTION_SECONDS).run(() -> {
            var fresh = remember(batch);
            for (Received event : batch) {
                if (fresh.remove(event.metadata().id())) {
                    hear(event);
                }
            }
        });
    }

    /** As a part of the trace that the event came from: what the handler tells in its turn belongs to it too. */
    private void hear(Received event) {
        var span = traces.consuming(event.metadata().type(), event.traceparent());
        try (var scope = span.makeCurrent()) {
            Objects.requireNonNull(listeners.get(event.metadata().type())).hear(event);
        } finally {
            span.end();
        }
    }

    private void takeInOrGiveUp(Received event) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                takeIn(List.of(event));
                return;
            } catch (RuntimeException failed) {
                if (attempt >= ATTEMPTS && databaseAnswers() && bury(event, failed)) {
                    return;
                }
                Thread.sleep(Math.min(5_000, 100L << Math.min(attempt, 6)));
            }
        }
    }

    /** False where the database went away meanwhile: the event is not given up then. */
    private boolean bury(Received event, RuntimeException failed) {
        var metadata = event.metadata();
        LOG.errorf(failed, "Event %s of type %s is a dead letter", metadata.id(), metadata.type());
        try {
            QuarkusTransaction.requiringNew().run(() -> storeDeadLetter(event, failed));
            return true;
        } catch (RuntimeException notStored) {
            LOG.errorf(notStored, "The dead letter could not be stored, the event is tried again");
            return false;
        }
    }

    private void storeDeadLetter(Received event, RuntimeException failed) {
        var metadata = event.metadata();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into dead_letter (event_id, event_type, event_key, body, reason)"
                                + " values (?, ?, ?, ?, ?) on conflict (event_id) do nothing")) {
            insert.setObject(1, metadata.id());
            insert.setString(2, metadata.type());
            insert.setString(3, metadata.key());
            insert.setString(4, event.body());
            insert.setString(5, reasonOf(failed));
            insert.executeUpdate();
        } catch (SQLException lost) {
            throw new IllegalStateException("a dead letter could not be stored", lost);
        }
        outbox.appendDeadLetter(metadata, event.body(), reasonOf(failed));
    }

    private static String reasonOf(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == failed ? failed.toString() : failed + ": " + root;
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }

    /** The ids that were not here before, now taken; a second delivery finds its id and does nothing. */
    private Set<UUID> remember(List<Received> batch) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into inbox (event_id, event_type) select * from unnest(?, ?)"
                                + " on conflict (event_id) do nothing returning event_id")) {
            insert.setArray(1, connection.createArrayOf("uuid", column(batch, EventMetadata::id)));
            insert.setArray(2, connection.createArrayOf("text", column(batch, EventMetadata::type)));
            var fresh = new HashSet<UUID>();
            try (var ids = insert.executeQuery()) {
                while (ids.next()) {
                    fresh.add(ids.getObject(1, UUID.class));
                }
            }
            return fresh;
        } catch (SQLException failed) {
            throw new IllegalStateException("the inbox could not be written", failed);
        }
    }

    private static Object[] column(List<Received> batch, Function<EventMetadata, Object> of) {
        return batch.stream().map(event -> of.apply(event.metadata())).toArray();
    }

    private static @Nullable Received received(ConsumerRecord<String, String> message) {
        var id = header(message, "ce_id");
        var type = header(message, "ce_type");
        if (id == null || type == null) {
            LOG.warnf("A message at %s-%d@%d is no event", message.topic(), message.partition(), message.offset());
            return null;
        }
        try {
            var time = header(message, "ce_time");
            var metadata = new EventMetadata(
                    UUID.fromString(id),
                    Objects.requireNonNullElse(header(message, "ce_source"), ""),
                    type,
                    Objects.requireNonNullElse(header(message, "ce_subject"), ""),
                    Objects.requireNonNullElse(message.key(), ""),
                    time == null ? Instant.ofEpochMilli(message.timestamp()) : Instant.parse(time));
            return new Received(
                    metadata, Objects.requireNonNullElse(message.value(), ""), header(message, "traceparent"));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            LOG.warnf(
                    "A message at %s-%d@%d has no attributes of an event: %s",
                    message.topic(), message.partition(), message.offset(), malformed.getMessage());
            return null;
        }
    }

    private static @Nullable String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
