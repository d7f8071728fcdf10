package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.compliance.HearProgressReported.ProgressReported;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.math.BigDecimal;
import java.util.UUID;

/** Keeps how far the work of an agreement is. */
@ApplicationScoped
class HearProgressReported implements EventHandler<ProgressReported> {

    private final Fulfilments fulfilments;

    HearProgressReported(Fulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    record ProgressReported(UUID project, BigDecimal physicalPercent) {}

    @Override
    public String type() {
        return "minka.execution.progress-reported.v1";
    }

    @Override
    public Class<ProgressReported> payload() {
        return ProgressReported.class;
    }

    @Override
    public void on(ProgressReported event, EventMetadata metadata) {
        fulfilments.ofWork(event.project()).ifPresent(row -> row.physicalPercent = event.physicalPercent());
    }
}
