package pe.minka.workshop.plan;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** A version of the development plan is in force for a process. Topic {@code minka.workshop.v1}, keyed by process. */
record PlanAdopted(
        ProcessId process, EntityCode entity, UUID plan, long version, String title, List<AdoptedObjective> objectives)
        implements DomainEvent {

    record AdoptedObjective(UUID objective, String code, String name, Objective.Origin origin) {}

    static PlanAdopted of(DevelopmentPlan plan, List<Objective> objectives) {
        return new PlanAdopted(
                plan.process,
                plan.entity,
                plan.plan,
                plan.version,
                plan.title,
                objectives.stream()
                        .map(each -> new AdoptedObjective(each.objective, each.code, each.name, each.origin))
                        .toList());
    }

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return plan.toString();
    }
}
