package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.compliance.HearWorksStarted.WorksStarted;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.time.LocalDate;
import java.util.UUID;

/** Keeps when the work of an agreement began. */
@ApplicationScoped
class HearWorksStarted implements EventHandler<WorksStarted> {

    private final Fulfilments fulfilments;

    HearWorksStarted(Fulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    record WorksStarted(UUID project, LocalDate startedOn) {}

    @Override
    public String type() {
        return "minka.execution.works-started.v1";
    }

    @Override
    public Class<WorksStarted> payload() {
        return WorksStarted.class;
    }

    @Override
    public void on(WorksStarted event, EventMetadata metadata) {
        fulfilments.ofWork(event.project()).ifPresent(row -> {
            row.stage = Stage.WORKING;
            row.startedOn = event.startedOn();
        });
    }
}
