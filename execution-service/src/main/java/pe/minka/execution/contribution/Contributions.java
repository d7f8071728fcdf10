package pe.minka.execution.contribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;

/** All contributions to all works. */
@ApplicationScoped
class Contributions implements PanacheRepositoryBase<Contribution, UUID> {

    List<Contribution> of(UUID project, UUID after, int limit) {
        return find("project = ?1 and id > ?2 order by id", project, after)
                .page(0, limit)
                .list();
    }
}
