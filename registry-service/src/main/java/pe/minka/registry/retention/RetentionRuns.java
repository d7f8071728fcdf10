package pe.minka.registry.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.registry.agent.Erasures;
import pe.minka.registry.organisation.LegalRepresentatives;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Erases those whose terms have passed: a person goes when each process the person had to do with is closed, its
 * regulation says how long it keeps people, and that time is over; whoever represents an organisation before the law, when
 * that is so of each process of the organisation. Any number of replicas may run it at once.
 */
@ApplicationScoped
class RetentionRuns {

    private static final int BATCH = 1000;
    /** A process without a term, or not closed, keeps everyone who had to do with it. */
    private static final String DUE = "with ended as (select p.id, max(f.closed_at) + make_interval(months =>"
            + " cast(cast(p.rules as jsonb) #>> '{personalData,retentionMonths}' as integer)) as until"
            + " from process p join phase f on f.process = p.id where p.entity = :entity"
            + " group by p.id having bool_and(f.state = 'CLOSED')),"
            + " had as (select a.person, a.process from agent a where a.entity = :entity"
            + " union select l.person, l.process from application l join process p on p.id = l.process where p.entity = :entity"
            + " union select e.person, e.process from evaluator e join process p on p.id = e.process where p.entity = :entity"
            + " union select d.person, d.process from interest_declaration d join process p on p.id = d.process where p.entity = :entity)"
            + " select x.id from person x where x.entity = :entity and x.erased_at is null"
            + " and exists (select 1 from had h where h.person = x.id)"
            + " and not exists (select 1 from had h left join ended e on e.id = h.process"
            + " where h.person = x.id and (e.until is null or e.until > :now))";

    private final EntityManager database;
    private final Erasures erasures;
    private final LegalRepresentatives representatives;
    private final Clock clock;

    RetentionRuns(EntityManager database, Erasures erasures, LegalRepresentatives representatives, Clock clock) {
        this.database = database;
        this.erasures = erasures;
        this.representatives = representatives;
        this.clock = clock;
    }

    /** @param due people whose terms had passed, legal representatives among them; in a dry run nobody is erased */
    record Run(UUID id, Instant at, boolean dryRun, int due, int erased) {}

    /** One batch; another run may have the rest. A person held by another transaction is left to the next run. */
    @Transactional
    Run run(EntityCode entity, String account, boolean dryRun) {
        var now = clock.instant();
        List<?> due = database.createNativeQuery(
                        dryRun ? DUE : DUE + " limit " + BATCH + " for update of x skip locked", UUID.class)
                .setParameter("entity", entity.value())
                .setParameter("now", at(now))
                .getResultList();
        var representing = representatives.due(entity, now, dryRun ? Integer.MAX_VALUE : BATCH);
        int people = due.size();
        if (dryRun) {
            people += representing.size() + erasures.supportersPastTerm(entity);
        } else {
            people +=
                    (int) representing.stream().filter(representatives::forget).count();
            people += erasures.eraseSupportersPastTerm(entity, BATCH - due.size());
            due.forEach(person -> erasures.erase((UUID) person));
        }
        var run = new Run(UUID.randomUUID(), now, dryRun, people, dryRun ? 0 : people);
        if (dryRun || run.due() > 0 || !account.equals(RetentionJob.ACCOUNT)) {
            note(entity, run, account);
        }
        return run;
    }

    /** Entities of which some regulation says how long it keeps people. */
    @Transactional
    List<EntityCode> entitiesWithATerm() {
        List<?> codes = database.createNativeQuery(
                        "select distinct entity from process"
                                + " where cast(rules as jsonb) #>> '{personalData,retentionMonths}' is not null order by entity")
                .getResultList();
        return codes.stream().map(code -> new EntityCode(String.valueOf(code))).toList();
    }

    List<Run> of(EntityCode entity) {
        List<?> rows = database.createNativeQuery(
                        "select id, run_at, dry_run, due, erased from retention_run where entity = :entity order by run_at desc limit 200",
                        Tuple.class)
                .setParameter("entity", entity.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Run(
                        row.get("id", UUID.class),
                        row.get("run_at", Instant.class),
                        row.get("dry_run", Boolean.class),
                        ((Number) row.get("due")).intValue(),
                        ((Number) row.get("erased")).intValue()))
                .toList();
    }

    private void note(EntityCode entity, Run run, String account) {
        database.createNativeQuery("insert into retention_run (id, entity, run_at, account, dry_run, due, erased)"
                        + " values (:id, :entity, :at, :by, :dry, :due, :erased)")
                .setParameter("id", run.id())
                .setParameter("entity", entity.value())
                .setParameter("at", at(run.at()))
                .setParameter("by", account)
                .setParameter("dry", run.dryRun())
                .setParameter("due", run.due())
                .setParameter("erased", run.erased())
                .executeUpdate();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
