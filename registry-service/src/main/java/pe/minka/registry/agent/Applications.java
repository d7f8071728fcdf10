package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.storage.Violation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The applications of the processes. The table lets a person have one open application in a process. */
@ApplicationScoped
class Applications {

    private static final String LAPSED = "ending is null and complete = false and cureUntil < :today";

    private final EntityManager database;
    private final Supporters supporters;
    private final Clock clock;

    Applications(EntityManager database, Supporters supporters, Clock clock) {
        this.database = database;
        this.supporters = supporters;
        this.clock = clock;
    }

    void add(LodgedApplication application) {
        try {
            database.persist(application);
            database.flush();
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused)
                    .filter("application_one_open"::equals)
                    .isPresent()) {
                throw Problem.conflict("application-open").toException();
            }
            throw refused;
        }
    }

    LodgedApplication get(ProcessId process, UUID id) {
        return Optional.ofNullable(database.find(LodgedApplication.class, id))
                .filter(application -> application.process().equals(process))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** Read anew and held, so that two registrars do not decide on the same application. */
    LodgedApplication getForChange(ProcessId process, UUID id) {
        var application = get(process, id);
        database.refresh(application, LockModeType.PESSIMISTIC_WRITE);
        return application;
    }

    /** The same for one on which something can still be done; what is over says since when and by which article. */
    LodgedApplication getOpen(CalledProcess process, UUID id) {
        var application = getForChange(process.id(), id);
        var state = application.stateOn(today());
        switch (state) {
            case OBSERVED, COMPLETE -> {}
            case LAPSED ->
                throw Problem.conflict("cure-late")
                        .with("last", application.cureUntil())
                        .with("law", process.regulation().admission().law())
                        .toException();
            case ACCREDITED, WITHDRAWN ->
                throw Problem.conflict("application-ended").with("state", state).toException();
        }
        return application;
    }

    /** Whether a person has an open application in any process; one whose term is over is none. */
    boolean hasOpen(UUID person) {
        return !database.createQuery(
                        "select id from LodgedApplication where person = :person and ending is null"
                                + " and (complete = true or cureUntil >= :today)",
                        UUID.class)
                .setParameter("person", person)
                .setParameter("today", today())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Writes down what the term has ended already, so that the same person may apply again and who signed may sign for
     * another. To be called before an application is held.
     */
    void lapse(ProcessId process) {
        List<?> lapsed = database.createNativeQuery(
                        "update application set ending = 'LAPSED', ended_at = :now, ended_by = 'term' where id in"
                                + " (select id from application where process = :process and ending is null and not complete"
                                + " and cure_until < :today order by id for update) returning id",
                        UUID.class)
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("process", process.value())
                .setParameter("today", today())
                .getResultList();
        if (!lapsed.isEmpty()) {
            supporters.eraseAll(lapsed.stream().map(UUID.class::cast).toList());
        }
    }

    /**
     * @param state as it is today; absent for all
     * @param after the last application of the part before; absent at the start
     */
    List<LodgedApplication> list(ProcessId process, @Nullable ApplicationState state, @Nullable UUID after, int limit) {
        var query = database.createQuery(
                        "from LodgedApplication where process = :process and id > :after"
                                + (state == null ? "" : " and " + condition(state)) + " order by id",
                        LodgedApplication.class)
                .setParameter("process", process)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setMaxResults(limit);
        if (state == ApplicationState.OBSERVED || state == ApplicationState.LAPSED) {
            query.setParameter("today", today());
        }
        return query.getResultList();
    }

    private static String condition(ApplicationState state) {
        return switch (state) {
            case OBSERVED -> "ending is null and complete = false and cureUntil >= :today";
            case COMPLETE -> "ending is null and complete = true";
            case LAPSED -> "(ending = LAPSED or (" + LAPSED + "))";
            case ACCREDITED -> "ending = ACCREDITED";
            case WITHDRAWN -> "ending = WITHDRAWN";
        };
    }

    /** How many stand where today, by the name of the state. */
    Map<String, Integer> byState(ProcessId process) {
        var counts = new TreeMap<String, Integer>();
        database.createNativeQuery(
                        "select coalesce(ending, case when complete then 'COMPLETE' when cure_until < :today then 'LAPSED'"
                                + " else 'OBSERVED' end) as state, count(*) as many from application where process = :process group by 1",
                        Tuple.class)
                .setParameter("today", today())
                .setParameter("process", process.value())
                .getResultList()
                .forEach(row -> counts.put(
                        ((Tuple) row).get("state", String.class), ((Number) ((Tuple) row).get("many")).intValue()));
        return counts;
    }

    LocalDate today() {
        return Peru.today(clock);
    }
}
