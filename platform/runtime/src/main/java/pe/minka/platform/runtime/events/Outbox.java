package pe.minka.platform.runtime.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.runtime.persistence.Statements;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Where a use case says what happened. The event is a row of the same transaction: it exists exactly when the change
 * does, broker or no broker.
 */
@ApplicationScoped
public class Outbox {

    /** What every broker takes by default, with room for the headers; a fact that is larger is no event but a file. */
    static final int LARGEST_BODY = 900_000;

    private static final String INSERT =
            "insert into outbox (event_id, topic, event_key, event_type, subject, body, reason, traceparent, occurred_at)"
                    + " select event_id, topic, event_key, event_type, subject, body, reason, traceparent, occurred_at"
                    + " from %s with ordinality as event (event_id, topic, event_key, event_type, subject, body, reason,"
                    + " traceparent, occurred_at, place) order by place";
    private static final List<String> TYPES =
            List.of("uuid", "text", "text", "text", "text", "text", "text", "text", "timestamptz");

    private final Statements statements;
    private final ObjectMapper json;
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxRelay relay;
    private final Clock clock;
    private final String service;
    private final String topicPrefix;

    Outbox(
            Statements statements,
            ObjectMapper json,
            TransactionSynchronizationRegistry transactions,
            OutboxRelay relay,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "minka.topic-prefix") java.util.Optional<String> topicPrefix) {
        this.statements = statements;
        this.json = json;
        this.transactions = transactions;
        this.relay = relay;
        this.clock = clock;
        this.service = service;
        this.topicPrefix = topicPrefix.orElse("");
    }

    /** Whether a fact is small enough to be told; asked before a change whose size the caller decides. */
    public boolean takes(DomainEvent event) {
        return size(body(event)) <= LARGEST_BODY;
    }

    /** @throws IllegalStateException outside a transaction: an event without its change would be a lie */
    public void append(DomainEvent event) {
        appendAll(List.of(event));
    }

    /** Many facts of one transaction in one round trip. */
    public void appendAll(Collection<? extends DomainEvent> events) {
        var topic = EventNames.topic(topicPrefix, service);
        insert(events.stream()
                .map(event -> new Row(
                        UUID.randomUUID(),
                        topic,
                        event.key(),
                        EventNames.type(service, event.getClass()),
                        event.subject(),
                        write(event),
                        null))
                .toList());
    }

    /** An event that could not take effect here, for whoever watches the dead letters. */
    void appendDeadLetter(EventMetadata metadata, String body, String reason) {
        insert(List.of(new Row(
                UUID.randomUUID(),
                EventNames.deadLetterTopic(topicPrefix, service),
                metadata.key(),
                metadata.type(),
                metadata.subject(),
                body,
                reason)));
    }

    private record Row(
            UUID id,
            String topic,
            String key,
            String type,
            String subject,
            String body,
            @Nullable String reason) {}

    private void insert(List<Row> rows) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is appended inside the transaction of its change");
        }
        var now = clock.instant();
        var traceparent = traceparent();
        statements.bulk(
                INSERT,
                TYPES,
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            row.id(),
                            row.topic(),
                            row.key(),
                            row.type(),
                            row.subject(),
                            row.body(),
                            row.reason(),
                            traceparent,
                            now
                        })
                        .toList());
        wakeTheRelayAfterCommit();
    }

    private void wakeTheRelayAfterCommit() {
        if (transactions.getResource(Outbox.class) != null) {
            return;
        }
        transactions.putResource(Outbox.class, Boolean.TRUE);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }

    private String write(DomainEvent event) {
        var body = body(event);
        if (size(body) > LARGEST_BODY) {
            throw new IllegalStateException("an event is larger than a broker takes: " + event.getClass());
        }
        return body;
    }

    private static int size(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    private String body(DomainEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event cannot be written: " + event.getClass(), impossible);
        }
    }

    private static @Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
