package pe.minka.execution.cooperation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;

/** All agreements of cooperation. */
@ApplicationScoped
public class CooperationAgreements implements PanacheRepositoryBase<CooperationAgreement, UUID> {

    /** Whether an agreement is about this work. */
    public boolean isOf(UUID project, UUID agreement) {
        return count("id = ?1 and project = ?2", agreement, project) > 0;
    }

    List<CooperationAgreement> of(UUID project) {
        return list("project = ?1 order by signedOn, id", project);
    }
}
