package pe.minka.execution.tender;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** All tenders. */
@ApplicationScoped
class Tenders implements PanacheRepositoryBase<TenderRow, UUID> {

    TenderRow require(UUID tender) {
        return findByIdOptional(tender).orElseThrow(() -> Problem.notFound().toException());
    }

    List<TenderRow> of(UUID project) {
        return list("project = ?1 order by createdAt", project);
    }
}
