package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.ProcessId;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Why applications were refused, counted by requirement; nothing of who applied. */
@ApplicationScoped
class Refusals {

    private final EntityManager database;
    private final Clock clock;

    Refusals(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void note(ProcessId process, List<Unmet> unmet) {
        var application = UUID.randomUUID();
        unmet.forEach(one -> database.createNativeQuery(
                        "insert into application_refusal (process, requirement, refused_at, application)"
                                + " values (:process, :requirement, :at, :application)")
                .setParameter("process", process.value())
                .setParameter("requirement", one.code())
                .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("application", application)
                .executeUpdate());
    }

    /** How many applications were refused, each once, however much it lacked. */
    int applications(ProcessId process) {
        return ((Number) database.createNativeQuery(
                                "select count(distinct application) from application_refusal where process = :process")
                        .setParameter("process", process.value())
                        .getSingleResult())
                .intValue();
    }

    Map<String, Integer> byRequirement(ProcessId process) {
        var counts = new TreeMap<String, Integer>();
        database.createNativeQuery(
                        "select requirement, count(*) as refused from application_refusal where process = :process group by requirement",
                        Tuple.class)
                .setParameter("process", process.value())
                .getResultList()
                .forEach(row -> counts.put(
                        ((Tuple) row).get("requirement", String.class),
                        ((Number) ((Tuple) row).get("refused")).intValue()));
        return counts;
    }
}
