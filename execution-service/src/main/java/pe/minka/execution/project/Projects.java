package pe.minka.execution.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All works. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<ProjectRow, UUID> {

    private final Caller caller;

    Projects(Caller caller) {
        this.caller = caller;
    }

    public Project require(UUID project) {
        return row(project);
    }

    /** The work of a process; absent where the process has no such work. */
    public Optional<Project> find(ProcessId process, UUID project) {
        return findByIdOptional(project)
                .filter(each -> each.process().equals(process))
                .map(each -> each);
    }

    ProjectRow row(UUID project) {
        return findByIdOptional(project).orElseThrow(() -> Problem.notFound().toException());
    }

    /**
     * A work to be changed by a caller of its entity, locked until the transaction ends: what is decided on its sums
     * stays true. Answers 404 where the caller's entities do not reach.
     */
    public Project lockedForCaller(UUID project) {
        return rowForCaller(project);
    }

    ProjectRow rowForCaller(UUID project) {
        var entity = getEntityManager()
                .createQuery("select p.entity from ProjectRow p where p.id = :project", EntityCode.class)
                .setParameter("project", project)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound().toException());
        caller.mustActFor(entity);
        return findByIdOptional(project, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** The work of an agreement, locked until the transaction ends. */
    public Optional<Project> lockedOf(UUID agreement) {
        return find("agreement", agreement)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(each -> each);
    }

    List<ProjectRow> of(ProcessId process, UUID after, int limit) {
        return find("process = ?1 and id > ?2 order by id", process, after)
                .page(0, limit)
                .list();
    }
}
