package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Who read personal fields, of how many people, and for what (Ley 29733). */
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

    /** Written in the transaction of the reading: what cannot be logged is not shown. */
    void read(ProcessId process, int agents, String purpose) {
        database.createNativeQuery("insert into access_log (at, account, process, agents, purpose)"
                        + " values (:at, :account, :process, :agents, :purpose)")
                .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("account", caller.subject())
                .setParameter("process", process.value())
                .setParameter("agents", agents)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }
}
