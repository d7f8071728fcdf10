package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

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

    /** Of all agents of a process. Written in the transaction of the reading: what cannot be logged is not shown. */
    void read(ProcessId process, int agents, String purpose) {
        read(process, agents, purpose, null, null);
    }

    /** Of one agent. */
    void readOne(ProcessId process, AgentId agent, String purpose) {
        read(process, 1, purpose, agent, agent);
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
