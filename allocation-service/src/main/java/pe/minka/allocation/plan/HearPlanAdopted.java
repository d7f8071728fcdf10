package pe.minka.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.plan.HearPlanAdopted.PlanAdopted;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.List;
import java.util.UUID;

/** Keeps each version of a plan. */
@ApplicationScoped
class HearPlanAdopted implements EventHandler<PlanAdopted> {

    private final Plans plans;
    private final Documents documents;

    HearPlanAdopted(Plans plans, Documents documents) {
        this.plans = plans;
        this.documents = documents;
    }

    record PlanAdopted(ProcessId process, UUID plan, int version, String title, List<Objective> objectives) {}

    @Override
    public String type() {
        return "minka.workshop.plan-adopted.v1";
    }

    @Override
    public Class<PlanAdopted> payload() {
        return PlanAdopted.class;
    }

    @Override
    public void on(PlanAdopted event, EventMetadata metadata) {
        var key = new PlanVersion.Key(event.process().value(), event.version());
        var known = plans.findByIdOptional(key);
        var row = known.orElseGet(PlanVersion::new);
        row.key = key;
        row.plan = event.plan();
        row.title = event.title();
        row.objectives = documents.write(event.objectives());
        if (known.isEmpty()) {
            plans.persist(row);
        }
    }
}
