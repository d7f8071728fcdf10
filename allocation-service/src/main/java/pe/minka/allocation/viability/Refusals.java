package pe.minka.allocation.viability;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The technical refusals of all processes. */
@ApplicationScoped
class Refusals implements PanacheRepositoryBase<RefusalRow, UUID> {

    RefusalRow require(UUID refusal) {
        return findByIdOptional(refusal).orElseThrow(() -> Problem.notFound().toException());
    }

    RefusalRow requireAlone(UUID refusal) {
        return findByIdOptional(refusal, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    List<RefusalRow> of(ProcessId process) {
        return list("process = ?1 order by decidedOn desc, id", process);
    }
}
