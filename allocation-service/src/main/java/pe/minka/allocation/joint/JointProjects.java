package pe.minka.allocation.joint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The joint projects of all entities. */
@ApplicationScoped
public class JointProjects implements PanacheRepositoryBase<JointProjectRow, UUID> {

    /** Who pays and who maintains a joint project; an unknown one is not found. */
    public JointProject agreed(UUID project) {
        var row = require(project);
        return new JointProject(
                row.id,
                row.title,
                row.cost,
                row.maintainer,
                row.shares.stream()
                        .map(share -> new JointProject.Payer(share.entity, new Percent(share.percent), share.amount))
                        .toList());
    }

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
