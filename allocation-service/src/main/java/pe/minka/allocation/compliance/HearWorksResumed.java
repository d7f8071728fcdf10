package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.compliance.HearWorksResumed.WorksResumed;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps that the work of an agreement goes on. */
@ApplicationScoped
class HearWorksResumed implements EventHandler<WorksResumed> {

    private final Fulfilments fulfilments;

    HearWorksResumed(Fulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    record WorksResumed(UUID project) {}

    @Override
    public String type() {
        return "minka.execution.works-resumed.v1";
    }

    @Override
    public Class<WorksResumed> payload() {
        return WorksResumed.class;
    }

    @Override
    public void on(WorksResumed event, EventMetadata metadata) {
        fulfilments.move(event.project(), Stage.WORKING);
    }
}
