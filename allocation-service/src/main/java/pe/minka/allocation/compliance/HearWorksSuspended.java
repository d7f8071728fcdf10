package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.compliance.HearWorksSuspended.WorksSuspended;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps that the work of an agreement stands still. */
@ApplicationScoped
class HearWorksSuspended implements EventHandler<WorksSuspended> {

    private final Fulfilments fulfilments;

    HearWorksSuspended(Fulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    record WorksSuspended(UUID project) {}

    @Override
    public String type() {
        return "minka.execution.works-suspended.v1";
    }

    @Override
    public Class<WorksSuspended> payload() {
        return WorksSuspended.class;
    }

    @Override
    public void on(WorksSuspended event, EventMetadata metadata) {
        fulfilments.move(event.project(), Stage.SUSPENDED);
    }
}
