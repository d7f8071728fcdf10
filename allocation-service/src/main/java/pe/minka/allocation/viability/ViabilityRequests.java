package pe.minka.allocation.viability;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** The lists that were sent to evaluators. */
@ApplicationScoped
class ViabilityRequests implements PanacheRepositoryBase<RequestRow, UUID> {

    RequestRow require(UUID request) {
        return findByIdOptional(request).orElseThrow(() -> Problem.notFound().toException());
    }

    RequestRow requireAlone(UUID request) {
        return findByIdOptional(request, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
