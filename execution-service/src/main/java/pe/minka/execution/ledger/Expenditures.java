package pe.minka.execution.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** All entries of all ledgers. */
@ApplicationScoped
class Expenditures implements PanacheRepositoryBase<Expenditure, UUID> {

    /** The place of the next entry of a work that is locked. */
    int nextPlaceOf(UUID project) {
        return getEntityManager()
                        .createQuery(
                                "select coalesce(max(e.ordinal), 0) from Expenditure e where e.project = :project",
                                Integer.class)
                        .setParameter("project", project)
                        .getSingleResult()
                + 1;
    }

    List<Expenditure> of(UUID project, int after, int limit) {
        return find("project = ?1 and ordinal > ?2 order by ordinal", project, after)
                .page(0, limit)
                .list();
    }

    List<Expenditure> outsideAgreements(ProcessId process, UUID after, int limit) {
        return find("process = ?1 and project is null and id > ?2 order by id", process, after)
                .page(0, limit)
                .list();
    }
}
