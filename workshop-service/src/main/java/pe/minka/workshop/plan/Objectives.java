package pe.minka.workshop.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** All objectives of all plans. */
@ApplicationScoped
public class Objectives implements PanacheRepositoryBase<Objective, UUID> {

    List<Objective> of(UUID plan) {
        return list("plan = ?1 order by code", plan);
    }

    boolean codeIsTaken(UUID plan, String code) {
        return count("plan = ?1 and code = ?2", plan, code) > 0;
    }

    /** Whether a plan of this process has the objective. */
    public boolean serves(ProcessId process, UUID objective) {
        return getEntityManager()
                        .createQuery(
                                "select count(o) from Objective o, DevelopmentPlan p where o.plan = p.plan"
                                        + " and p.process = :process and o.objective = :objective",
                                Long.class)
                        .setParameter("process", process)
                        .setParameter("objective", objective)
                        .getSingleResult()
                > 0;
    }
}
