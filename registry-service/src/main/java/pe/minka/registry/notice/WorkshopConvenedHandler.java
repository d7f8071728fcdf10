package pe.minka.registry.notice;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.time.Instant;
import java.util.UUID;

/** Hears when workshops are, for the calendar. */
@ApplicationScoped
class WorkshopConvenedHandler implements EventHandler<WorkshopConvenedHandler.WorkshopConvened> {

    private final WorkshopDates dates;

    WorkshopConvenedHandler(WorkshopDates dates) {
        this.dates = dates;
    }

    record WorkshopConvened(
            ProcessId process, UUID workshop, String title, Instant startsAt, String place, Instant convenedAt) {}

    @Override
    public String type() {
        return "minka.workshop.workshop-convened.v1";
    }

    @Override
    public Class<WorkshopConvened> payload() {
        return WorkshopConvened.class;
    }

    @Override
    public void on(WorkshopConvened told, EventMetadata metadata) {
        dates.told(told.process(), told.workshop(), told.title(), told.startsAt(), told.place(), told.convenedAt());
    }
}
