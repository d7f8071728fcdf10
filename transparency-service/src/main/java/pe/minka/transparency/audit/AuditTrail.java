package pe.minka.transparency.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.transparency.fact.FactListener;
import pe.minka.transparency.fact.Heard;
import pe.minka.transparency.fact.ProcessFact;
import pe.minka.transparency.fact.RegistryFact;
import pe.minka.transparency.fact.WorkshopFact;
import pe.minka.transparency.publiclog.LoggedRecords;
import pe.minka.transparency.publiclog.LoggedRecords.Hashed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps each word that is told of a process with the word on the same thing before it, and gives its hash to the public
 * log. Agents are left out, as everywhere in public; commitments to ballots too, which say nothing of time. Told after the
 * read models: who waits for the turn of the log waits for no row any more.
 */
@Singleton
@Priority(FactListener.LOG + 10)
class AuditTrail implements FactListener {

    private static final String KIND = "data-changed";

    private final Statements database;
    private final LoggedRecords log;
    private final ObjectMapper json;

    AuditTrail(Statements database, LoggedRecords log, ObjectMapper json) {
        this.database = database;
        this.log = log;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** @param before null for the first word on a thing */
    record Entry(
            UUID event,
            ProcessId process,
            String kind,
            String subject,
            String office,
            Instant at,
            @Nullable String before,
            String after) {

        /** Of its members as text, so that no number is written in two ways. */
        String sha256() {
            var document = JsonNodeFactory.instance.objectNode();
            document.put("event", event.toString());
            document.put("process", process.toString());
            document.put("kind", kind);
            document.put("subject", subject);
            document.put("office", office);
            document.put("at", at.toString());
            if (before != null) {
                document.put("before", before);
            }
            document.put("after", after);
            return CanonicalDocument.of(document).sha256();
        }
    }

    /** @param intact whether its hash is still the one that the public log has of this event */
    record Kept(long number, Entry entry, String sha256, boolean intact) {}

    @Override
    public void heard(List<Heard> facts) {
        var known = known(facts);
        Map<String, String> last = new HashMap<>();
        var entries = new ArrayList<Entry>();
        for (Heard heard : facts) {
            if (heard.fact() instanceof ProcessFact fact
                    && isPublic(fact)
                    && known.add(heard.metadata().id())) {
                entries.add(entry(heard, fact, last));
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        database.batch(
                "insert into audit_record (event_id, process, kind, subject, office, at, before, after, sha256)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries,
                each -> new Object[] {
                    each.event(),
                    each.process().value(),
                    each.kind(),
                    each.subject(),
                    each.office(),
                    each.at(),
                    each.before(),
                    each.after(),
                    each.sha256()
                });
        log.append(
                KIND,
                entries.stream()
                        .map(each -> new Hashed(each.event(), each.at(), each.sha256()))
                        .toList());
    }

    /** What was told before a rebuild is told again, and is on record. */
    private HashSet<UUID> known(List<Heard> facts) {
        return new HashSet<>(database.list(
                "select event_id from audit_record where event_id = any (?)",
                row -> row.getObject(1, UUID.class),
                (Object) facts.stream().map(heard -> heard.metadata().id()).toArray(UUID[]::new)));
    }

    private static boolean isPublic(ProcessFact fact) {
        return !(fact instanceof RegistryFact.AgentAccredited
                || fact instanceof RegistryFact.AgentReplaced
                || fact instanceof RegistryFact.AgentRevoked
                || fact instanceof WorkshopFact.BallotsCommitted);
    }

    private Entry entry(Heard heard, ProcessFact fact, Map<String, String> last) {
        var kind = fact.getClass().getSimpleName();
        var thing = fact.process() + "/" + kind + "/" + fact.subject();
        var before = last.containsKey(thing) ? last.get(thing) : before(fact, kind);
        var after = write(fact);
        last.put(thing, after);
        return new Entry(
                heard.metadata().id(),
                fact.process(),
                kind,
                fact.subject(),
                Office.of(fact),
                heard.metadata().time().truncatedTo(ChronoUnit.MICROS),
                before,
                after);
    }

    private @Nullable String before(ProcessFact fact, String kind) {
        return database.find(
                        "select after from audit_record where process = ? and kind = ? and subject = ?"
                                + " order by number desc limit 1",
                        row -> row.getString(1),
                        fact.process().value(),
                        kind,
                        fact.subject())
                .orElse(null);
    }

    private String write(ProcessFact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a fact cannot be written", impossible);
        }
    }

    /** In the order in which they were heard. */
    List<Kept> of(ProcessId process, long after, int limit) {
        var found = database.list(
                "select number, event_id, kind, subject, office, at, before, after, sha256 from audit_record"
                        + " where process = ? and number > ? order by number limit ?",
                row -> new Kept(
                        row.getLong("number"),
                        new Entry(
                                row.getObject("event_id", UUID.class),
                                process,
                                row.getString("kind"),
                                row.getString("subject"),
                                row.getString("office"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("before"),
                                row.getString("after")),
                        row.getString("sha256"),
                        false),
                process.value(),
                after,
                limit);
        var logged = log.known(found.stream()
                .map(each -> new Hashed(
                        each.entry().event(), each.entry().at(), each.entry().sha256()))
                .toList());
        return found.stream()
                .map(each -> new Kept(
                        each.number(),
                        each.entry(),
                        each.sha256(),
                        each.sha256().equals(each.entry().sha256())
                                && logged.contains(each.entry().event())))
                .toList();
    }
}
