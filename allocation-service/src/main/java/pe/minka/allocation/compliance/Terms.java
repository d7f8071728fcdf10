package pe.minka.allocation.compliance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** The terms of office of all entities. */
@ApplicationScoped
class Terms implements PanacheRepositoryBase<TermRow, UUID> {

    TermRow require(UUID term) {
        return findByIdOptional(term).orElseThrow(() -> Problem.notFound().toException());
    }
}
