package pe.minka.allocation.distribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The distributions of all envelopes. */
@ApplicationScoped
public class Distributions implements PanacheRepositoryBase<DistributionRow, UUID> {

    /** The zones of the last distribution of an envelope; empty where it was never distributed. */
    public List<String> zones(UUID envelope) {
        return find("envelope = ?1 order by sequence desc", envelope)
                .firstResultOptional()
                .map(row -> row.parts.stream().map(part -> part.zone()).toList())
                .orElse(List.of());
    }

    DistributionRow require(UUID distribution) {
        return findByIdOptional(distribution)
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
