package pe.minka.transparency.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.transparency.fact.EntityFact.OrganisationRegistered;
import pe.minka.transparency.fact.Fact;
import pe.minka.transparency.fact.FactListener;
import pe.minka.transparency.fact.Heard;
import pe.minka.transparency.fact.ProcessFact;
import pe.minka.transparency.fact.RegistryFact.AgentAccredited;
import pe.minka.transparency.fact.RegistryFact.AgentReplaced;
import pe.minka.transparency.fact.RegistryFact.AgentRevoked;
import pe.minka.transparency.fact.RegistryFact.ProcessCalled;
import pe.minka.transparency.fact.RegistryFact.TrainingHeld;
import pe.minka.transparency.fact.WorkshopFact.BallotsCommitted;
import pe.minka.transparency.finding.Finding;
import pe.minka.transparency.finding.FindingListener;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Every public fact once, in one order that never changes, whoever follows from wherever. It survives a rebuild of the
 * read models: a cursor stays good for ever.
 */
@Singleton
@Priority(FactListener.FEED)
class ChangeFeed implements FactListener, FindingListener {

    /** All writers of the feed take turns, so that a place once visible has no gap before it that is filled later. */
    private static final long TURN = 64652_3333L;

    private static final Pattern HUMP = Pattern.compile("(?<!^)([A-Z])");

    private final Statements database;
    private final ObjectMapper json;

    ChangeFeed(Statements database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Item(
            UUID id,
            Instant at,
            String kind,
            EntityCode entity,
            @Nullable ProcessId process,
            String subject,
            JsonNode fact) {}

    @Override
    public void heard(List<Heard> facts) {
        append(facts.stream()
                .filter(heard -> isShown(heard.fact()))
                .map(heard -> new Item(
                        heard.metadata().id(),
                        heard.metadata().time(),
                        kind(heard.fact()),
                        heard.fact().entity(),
                        heard.fact() instanceof ProcessFact ofProcess ? ofProcess.process() : null,
                        heard.fact().subject(),
                        shown(heard.fact())))
                .toList());
    }

    /** Agents are counted and never listed; commitments are leaves of the public log. */
    private static boolean isShown(Fact fact) {
        return !(fact instanceof AgentAccredited
                || fact instanceof AgentReplaced
                || fact instanceof AgentRevoked
                || fact instanceof OrganisationRegistered
                || fact instanceof BallotsCommitted);
    }

    private static String kind(Fact fact) {
        return HUMP.matcher(fact.getClass().getSimpleName()).replaceAll("-$1").toLowerCase(Locale.ROOT);
    }

    private JsonNode shown(Fact fact) {
        ObjectNode shown = json.valueToTree(fact);
        if (fact instanceof TrainingHeld training) {
            shown.put("attended", training.attended().size());
        } else if (fact instanceof ProcessCalled) {
            ((ObjectNode) shown.path("regulation")).remove("document");
        }
        return shown;
    }

    @Override
    public void raised(Finding finding) {
        append(List.of(item(finding.finding(), "finding-raised", finding.raisedAt(), finding)));
    }

    @Override
    public void answered(Finding finding, UUID answer) {
        var at = finding.answers().get(finding.answers().size() - 1).answeredAt();
        append(List.of(item(answer, "finding-answered", at, finding)));
    }

    @Override
    public void closed(Finding finding) {
        var id = UUID.nameUUIDFromBytes((finding.finding() + "/closed").getBytes(StandardCharsets.UTF_8));
        var at = finding.closedAt() == null ? finding.raisedAt() : finding.closedAt();
        append(List.of(item(id, "finding-closed", at, finding)));
    }

    private Item item(UUID id, String kind, Instant at, Finding finding) {
        return new Item(
                id,
                at,
                kind,
                finding.entity(),
                finding.process(),
                finding.finding().toString(),
                json.valueToTree(finding));
    }

    private void append(List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        database.list("select pg_advisory_xact_lock(?)", row -> 1, TURN);
        database.batch(
                "insert into change (event_id, at, kind, entity, process, subject, fact) values (?, ?, ?, ?, ?, ?, ?::jsonb)"
                        + " on conflict (event_id) do nothing",
                items,
                item -> new Object[] {
                    item.id(),
                    item.at(),
                    item.kind(),
                    item.entity().value(),
                    item.process() == null ? null : item.process().value(),
                    item.subject(),
                    item.fact().toString()
                });
        place();
    }

    /** Gives a place to all that wait for one and whose territory is known by now. */
    private void place() {
        database.execute(
                "with ready as (select c.event_id, coalesce(e.ubigeo, p.ubigeo) ubigeo,"
                        + " (select coalesce(max(position), 0) from change) + row_number() over (order by c.arrival) position"
                        + " from change c left join read_model.entity e using (entity)"
                        + " left join read_model.process p on p.process = c.process"
                        + " where c.position is null and coalesce(e.ubigeo, p.ubigeo) is not null)"
                        + " update change c set position = r.position, ubigeo = r.ubigeo from ready r where c.event_id = r.event_id");
    }

    /** What is asked of the feed. */
    record Wanted(
            @Nullable Ubigeo ubigeo,
            @Nullable ProcessId process,
            @Nullable String kind) {}

    List<Change> after(long position, Wanted wanted, int limit) {
        var sql = new StringBuilder(
                "select position, event_id, at, kind, entity, ubigeo, process, subject, fact from change where position > ?");
        var parameters = new ArrayList<@Nullable Object>(List.of(position));
        if (wanted.ubigeo() != null) {
            sql.append(" and ubigeo like ?");
            parameters.add(wanted.ubigeo().value() + "%");
        }
        if (wanted.process() != null) {
            sql.append(" and process = ?");
            parameters.add(wanted.process().value());
        }
        if (wanted.kind() != null) {
            sql.append(" and kind = ?");
            parameters.add(wanted.kind());
        }
        sql.append(" order by position limit ?");
        parameters.add(limit);
        return database.list(sql.toString(), this::read, parameters.toArray());
    }

    private Change read(ResultSet row) throws SQLException {
        var process = row.getObject("process", UUID.class);
        var fact = row.getString("fact");
        return new Change(
                Cursor.at(row.getLong("position")),
                row.getObject("event_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                new EntityCode(row.getString("entity")),
                new Ubigeo(row.getString("ubigeo")),
                process == null ? null : new ProcessId(process),
                row.getString("subject"),
                fact == null,
                fact == null ? null : tree(fact));
    }

    private Map<String, Object> tree(String fact) {
        try {
            return json.readValue(fact, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL holds only whole JSON", impossible);
        }
    }
}
