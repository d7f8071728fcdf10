package pe.minka.allocation.scoring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** The scored lists of all processes. */
@ApplicationScoped
class ScoredLists implements PanacheRepositoryBase<ScoredListRow, UUID> {

    ScoredListRow require(UUID list) {
        return findByIdOptional(list).orElseThrow(() -> Problem.notFound().toException());
    }
}
