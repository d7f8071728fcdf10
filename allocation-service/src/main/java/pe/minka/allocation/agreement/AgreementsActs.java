package pe.minka.allocation.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** The acts of all processes. */
@ApplicationScoped
public class AgreementsActs implements PanacheRepositoryBase<AgreementsAct, UUID> {

    public AgreementsAct require(UUID act) {
        return findByIdOptional(act).orElseThrow(() -> Problem.notFound().toException());
    }

    /** The same, and no other transaction records an approval of it until this one ends. */
    public AgreementsAct requireAlone(UUID act) {
        return findByIdOptional(act, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
