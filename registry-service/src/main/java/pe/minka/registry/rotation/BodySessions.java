package pe.minka.registry.rotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The sessions of the bodies of each entity and who held a seat in them. */
@ApplicationScoped
public class BodySessions {

    private final EntityManager database;

    BodySessions(EntityManager database) {
        this.database = database;
    }

    /** A session on record, of whatever process of the entity. */
    record Held(UUID session, String body, LocalDate heldOn, int sat) {}

    /** {@code false} where one of that body and day is on record. */
    boolean add(
            UUID session,
            ProcessId process,
            EntityCode entity,
            String body,
            LocalDate heldOn,
            Collection<AgentId> sat,
            Instant now) {
        int added = database.createNativeQuery(
                        "insert into body_session (id, entity, process, body, held_on, recorded_at)"
                                + " values (:id, :entity, :process, :body, :heldOn, :now) on conflict do nothing")
                .setParameter("id", session)
                .setParameter("entity", entity.value())
                .setParameter("process", process.value())
                .setParameter("body", body)
                .setParameter("heldOn", heldOn)
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        if (added == 0) {
            return false;
        }
        database.createNativeQuery("insert into body_sitting (session, agent, person)"
                        + " select :session, a.id, a.person from agent a where a.id = any(cast(:agents as uuid[]))")
                .setParameter("session", session)
                .setParameter("agents", sat.stream().map(AgentId::value).toArray(UUID[]::new))
                .executeUpdate();
        return true;
    }

    /** Whether the person held a seat in one of the body's last sessions, whatever process they were of. */
    public boolean satLately(EntityCode entity, String body, UUID person, int sessions) {
        return !database.createNativeQuery("select 1 from body_sitting s join (select id from body_session"
                        + " where entity = :entity and body = :body order by held_on desc limit :sessions) last"
                        + " on last.id = s.session where s.person = :person limit 1")
                .setParameter("entity", entity.value())
                .setParameter("body", body)
                .setParameter("sessions", sessions)
                .setParameter("person", person)
                .getResultList()
                .isEmpty();
    }

    List<Held> of(EntityCode entity) {
        List<?> rows = database.createNativeQuery(
                        "select b.id as id, b.body as body, cast(b.held_on as text) as held_on,"
                                + " (select count(*) from body_sitting s where s.session = b.id) as sat"
                                + " from body_session b where b.entity = :entity order by b.held_on desc, b.body limit 200",
                        Tuple.class)
                .setParameter("entity", entity.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Held(
                        row.get("id", UUID.class),
                        row.get("body", String.class),
                        LocalDate.parse(row.get("held_on", String.class)),
                        ((Number) row.get("sat")).intValue()))
                .toList();
    }
}
