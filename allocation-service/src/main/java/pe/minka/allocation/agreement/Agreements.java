package pe.minka.allocation.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The agreements of all acts. */
@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<Agreement, UUID> {

    public Agreement require(UUID agreement) {
        return findByIdOptional(agreement).orElseThrow(() -> Problem.notFound().toException());
    }

    /** The same, and no other transaction changes it until this one ends. */
    public Agreement requireAlone(UUID agreement) {
        return findByIdOptional(agreement, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    public List<Agreement> ofAct(UUID act) {
        return list("act = ?1 order by votes desc, title", act);
    }
}
