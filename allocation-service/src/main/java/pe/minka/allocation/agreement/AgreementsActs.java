package pe.minka.allocation.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The acts of all processes. */
@ApplicationScoped
public class AgreementsActs implements PanacheRepositoryBase<ActRow, UUID> {

    public AgreementsAct require(UUID act) {
        return findByIdOptional(act)
                .map(ActRow::snapshot)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** The same, and no other transaction records an approval of it until this one ends. */
    public AgreementsAct requireAlone(UUID act) {
        return findByIdOptional(act, LockModeType.PESSIMISTIC_WRITE)
                .map(ActRow::snapshot)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** All acts of a process in the order of their dates. */
    public List<AgreementsAct> of(ProcessId process) {
        return list("process = ?1 order by signedOn, signedAt", process).stream()
                .map(ActRow::snapshot)
                .toList();
    }

    ActRow row(UUID act) {
        return findByIdOptional(act).orElseThrow(() -> Problem.notFound().toException());
    }
}
