package pe.minka.transparency.publiclog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.persistence.Statements;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Hashes of records that are kept elsewhere in this service, so that none of them is altered unseen. */
@ApplicationScoped
public class LoggedRecords {

    /** Beside what the event itself says in the log. */
    private static final int PART = 1_000_000;

    private final LogStore store;
    private final Statements database;

    LoggedRecords(LogStore store, Statements database) {
        this.store = store;
        this.database = database;
    }

    /** @param sha256 of the record; what people look for it by */
    public record Hashed(UUID event, Instant at, String sha256) {}

    /** Each event once, in the transaction that is open. */
    public void append(String kind, List<Hashed> records) {
        store.append(records.stream()
                .map(each -> new LogStore.Statement(each.event(), PART, kind, null, each.sha256(), entry(kind, each)))
                .toList());
    }

    private static byte[] entry(String kind, Hashed hashed) {
        var entry = JsonNodeFactory.instance.objectNode();
        entry.put("kind", kind);
        entry.put("subject", hashed.sha256());
        entry.put("at", hashed.at().toString());
        entry.putObject("statement").put("event", hashed.event().toString()).put("sha256", hashed.sha256());
        return CanonicalDocument.of(entry).text().getBytes(StandardCharsets.UTF_8);
    }

    /** Those of the events that the log has with this very hash. */
    public Set<UUID> known(List<Hashed> records) {
        return new HashSet<>(database.list(
                "select e.event_id from log_entry e join unnest(?::uuid[], ?::text[]) as r (event_id, sha256)"
                        + " on e.event_id = r.event_id and e.subject = r.sha256 where e.part = " + PART,
                row -> row.getObject(1, UUID.class),
                (Object) records.stream().map(Hashed::event).toArray(UUID[]::new),
                (Object) records.stream().map(Hashed::sha256).toArray(String[]::new)));
    }
}
