package pe.minka.allocation.distribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** The distributions of all envelopes. */
@ApplicationScoped
class Distributions implements PanacheRepositoryBase<DistributionRow, UUID> {

    DistributionRow require(UUID distribution) {
        return findByIdOptional(distribution)
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
