package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Who read personal fields, of whom, and for what (Ley 29733). */
@ApplicationScoped
class AccessLog {

    private final EntityManager database;
    private final Caller caller;
    private final Clock clock;

    AccessLog(EntityManager database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** Of all accredited agents of a process. Written in the transaction of the reading: what cannot be logged is not shown. */
    void read(ProcessId process, int agents, String purpose) {
        read(process, agents, purpose, null, null);
    }

    /** Of one agent. */
    void readOne(ProcessId process, AgentId agent, String purpose) {
        read(process, 1, purpose, agent, agent);
    }

    /** Of people who are no agents: applicants, or those who signed for one. */
    void readOthers(ProcessId process, int people, String purpose) {
        database.createNativeQuery("insert into access_log (at, account, process, agents, purpose, listed)"
                        + " values (:at, :account, :process, :people, :purpose, true)")
                .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("account", caller.subject())
                .setParameter("process", process.value())
                .setParameter("people", people)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }

    /** Of these agents, scattered over the roll. */
    void readEach(ProcessId process, List<UUID> agents, String purpose) {
        var reading = database.createNativeQuery(
                        "insert into access_log (at, account, process, agents, purpose, listed)"
                                + " values (:at, :account, :process, :agents, :purpose, true) returning id",
                        Long.class)
                .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("account", caller.subject())
                .setParameter("process", process.value())
                .setParameter("agents", agents.size())
                .setParameter("purpose", purpose)
                .getSingleResult();
        database.createNativeQuery("insert into access_log_agent (reading, agent)"
                        + " select :reading, agent from unnest(cast(:agents as uuid[])) as agent")
                .setParameter("reading", reading)
                .setParameter("agents", agents.toArray(UUID[]::new))
                .executeUpdate();
    }

    /**
     * A reading as whoever watches over them sees it.
     *
     * @param by the account that saw them
     * @param agents how many it showed
     */
    record Entry(long reading, Instant at, String by, String purpose, int agents) {}

    /** The readings of a process, the oldest first. */
    List<Entry> of(ProcessId process, long after, int limit) {
        List<?> rows = database.createNativeQuery(
                        "select id, at, account, purpose, agents from access_log where process = :process and id > :after"
                                + " order by id limit :limit",
                        Tuple.class)
                .setParameter("process", process.value())
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Entry(
                        row.get("id", Long.class),
                        row.get("at", Instant.class),
                        row.get("account", String.class),
                        row.get("purpose", String.class),
                        row.get("agents", Integer.class)))
                .toList();
    }

    /** Of a page of agents, in the order of their ids. */
    void read(ProcessId process, int agents, String purpose, @Nullable AgentId first, @Nullable AgentId last) {
        database.createNativeQuery(
                        "insert into access_log (at, account, process, agents, purpose, first_agent, last_agent)"
                                + " values (:at, :account, :process, :agents, :purpose, cast(:first as uuid), cast(:last as uuid))")
                .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("account", caller.subject())
                .setParameter("process", process.value())
                .setParameter("agents", agents)
                .setParameter("purpose", purpose)
                .setParameter("first", Objects.toString(first, null))
                .setParameter("last", Objects.toString(last, null))
                .executeUpdate();
    }
}
