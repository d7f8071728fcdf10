package pe.minka.registry.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What is on record of reaching people. */
@ApplicationScoped
class OutreachRecords {

    private final EntityManager database;

    OutreachRecords(EntityManager database) {
        this.database = database;
    }

    void add(Object record) {
        database.persist(record);
        database.flush();
    }

    Stakeholder stakeholder(ProcessId process, UUID id) {
        return found(database.find(Stakeholder.class, id), Stakeholder::process, process);
    }

    /** Held against other changes until the end of the transaction. */
    Stakeholder stakeholderForChange(ProcessId process, UUID id) {
        return found(
                database.find(Stakeholder.class, id, LockModeType.PESSIMISTIC_WRITE), Stakeholder::process, process);
    }

    /** Held likewise: of a making and a cancelling at once one stands. */
    Visit visitForChange(ProcessId process, UUID stakeholder, UUID id) {
        stakeholder(process, stakeholder);
        return Optional.ofNullable(database.find(Visit.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(visit -> visit.stakeholder().equals(stakeholder))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    Commitment commitment(ProcessId process, UUID id) {
        return found(database.find(Commitment.class, id), Commitment::process, process);
    }

    AreaTask task(ProcessId process, UUID id) {
        return found(database.find(AreaTask.class, id), AreaTask::process, process);
    }

    private static <T> T found(@Nullable T record, Function<T, ProcessId> processOf, ProcessId process) {
        return Optional.ofNullable(record)
                .filter(each -> processOf.apply(each).equals(process))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    List<Stakeholder> stakeholders(ProcessId process) {
        return database.createQuery("from Stakeholder where process = :process order by nameKey", Stakeholder.class)
                .setParameter("process", process)
                .getResultList();
    }

    /**
     * @param onlyUninvited those whom no invitation has reached yet
     * @param after key of the last name of the part before; empty at the start
     */
    List<Stakeholder> stakeholders(ProcessId process, boolean onlyUninvited, String after, int limit) {
        return database.createQuery(
                        "from Stakeholder where process = :process and nameKey > :after"
                                + (onlyUninvited ? " and invitedOn is null" : "")
                                + " order by nameKey",
                        Stakeholder.class)
                .setParameter("process", process)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<Visit> visits(ProcessId process) {
        return database.createQuery(
                        "select v from Visit v, Stakeholder s where s.id = v.stakeholder and s.process = :process"
                                + " order by v.plannedOn, v.id",
                        Visit.class)
                .setParameter("process", process)
                .getResultList();
    }

    List<Commitment> commitments(ProcessId process) {
        return database.createQuery("from Commitment where process = :process order by dueOn, id", Commitment.class)
                .setParameter("process", process)
                .getResultList();
    }

    List<AreaTask> tasks(ProcessId process) {
        return database.createQuery("from AreaTask where process = :process order by area, dueOn, id", AreaTask.class)
                .setParameter("process", process)
                .getResultList();
    }
}
