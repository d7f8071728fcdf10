package pe.minka.registry.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The processes that were called. */
@ApplicationScoped
public class Processes {

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager database;

    Processes(EntityManager database) {
        this.database = database;
    }

    /** Refuses as unknown what is not there. */
    public CalledProcess get(ProcessId id) {
        return find(id).seen();
    }

    BudgetProcess find(ProcessId id) {
        return Optional.ofNullable(database.find(BudgetProcess.class, id.value()))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** To change what the process as a whole decides: its phases, the publication of its roll. One at a time. */
    public CalledProcess getForChange(ProcessId id) {
        return findForChange(id).seen();
    }

    BudgetProcess findForChange(ProcessId id) {
        lock(id, "select id from process where id = :id for update");
        return find(id);
    }

    /** To add to it while nobody changes it as a whole; many at a time. */
    public CalledProcess getForAddition(ProcessId id) {
        lock(id, "select id from process where id = :id for share");
        return get(id);
    }

    private void lock(ProcessId id, String statement) {
        database.createNativeQuery(statement).setParameter("id", id.value()).getResultList();
    }

    void add(BudgetProcess process) {
        database.persist(process);
        database.flush();
    }

    void flush() {
        database.flush();
    }

    List<BudgetProcess> list(
            @Nullable EntityCode entity,
            @Nullable FiscalYear year,
            String territory,
            @Nullable String after,
            int limit) {
        var query = database.createQuery(
                "from BudgetProcess where id > :after and territory like :territory"
                        + (entity == null ? "" : " and entity = :entity")
                        + (year == null ? "" : " and fiscalYear = :year")
                        + " order by id",
                BudgetProcess.class);
        if (entity != null) {
            query.setParameter("entity", entity);
        }
        if (year != null) {
            query.setParameter("year", year);
        }
        return query.setParameter("after", after == null ? FIRST : UUID.fromString(after))
                .setParameter("territory", territory + "%")
                .setMaxResults(limit)
                .getResultList();
    }
}
