package pe.minka.execution.warehouse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** All movements of all warehouses. */
@ApplicationScoped
class Movements implements PanacheRepositoryBase<MovementRow, UUID> {

    MovementRow require(UUID movement) {
        return findByIdOptional(movement).orElseThrow(() -> Problem.notFound().toException());
    }

    List<MovementRow> of(UUID project, int after, int limit) {
        return find("project = ?1 and place > ?2 order by place", project, after)
                .page(0, limit)
                .list();
    }
}
