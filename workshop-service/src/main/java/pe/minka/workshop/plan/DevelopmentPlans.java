package pe.minka.workshop.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** All plans. */
@ApplicationScoped
class DevelopmentPlans implements PanacheRepositoryBase<DevelopmentPlan, UUID> {

    List<DevelopmentPlan> of(ProcessId process) {
        return list("process = ?1 order by plan", process);
    }
}
