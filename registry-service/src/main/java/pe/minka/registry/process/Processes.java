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

    /** To change what additions to any process of the entity rest on: waits for those under way, and new ones wait for it. */
    public void holdAll(EntityCode entity) {
        database.createNativeQuery("select id from process where entity = :entity order by id for update")
                .setParameter("entity", entity.value())
                .getResultList();
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
            @Nullable EntityCode entity, @Nullable FiscalYear year, String territory, UUID after, int limit) {
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
        return query.setParameter("after", after)
                .setParameter("territory", territory + "%")
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * The processes of the same fiscal year on other levels: of territories that hold its own, and of those that lie in it.
     * A code of INEI begins with the codes of all that it lies in.
     */
    List<BudgetProcess> linked(BudgetProcess process, UUID after, int limit) {
        return database.createQuery(
                        "from BudgetProcess p where p.id > :after and p.id <> :id and p.fiscalYear = :year and p.level <> :level"
                                + " and (p.territory like :below or :territory like concat(p.territory, '%')) order by p.id",
                        BudgetProcess.class)
                .setParameter("after", after)
                .setParameter("id", process.id().value())
                .setParameter("year", process.fiscalYear())
                .setParameter("level", process.level())
                .setParameter("below", process.territory() + "%")
                .setParameter("territory", process.territory().value())
                .setMaxResults(limit)
                .getResultList();
    }
}
