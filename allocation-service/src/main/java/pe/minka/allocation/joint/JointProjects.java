package pe.minka.allocation.joint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The joint projects of all entities. */
@ApplicationScoped
class JointProjects implements PanacheRepositoryBase<JointProjectRow, UUID> {

    JointProjectRow require(UUID project) {
        return findByIdOptional(project).orElseThrow(() -> Problem.notFound().toException());
    }

    /** Those that an entity pays for, whoever leads them. */
    List<JointProjectRow> paidBy(EntityCode entity) {
        return list(
                "select distinct p from JointProjectRow p join p.shares s where s.entity = ?1 order by p.agreedOn",
                entity);
    }
}
