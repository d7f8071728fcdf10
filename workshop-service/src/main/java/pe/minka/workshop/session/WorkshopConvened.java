package pe.minka.workshop.session;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** A workshop was called. Topic {@code minka.workshop.v1}, keyed by process. */
record WorkshopConvened(
        ProcessId process,
        EntityCode entity,
        UUID workshop,
        String title,
        Instant startsAt,
        String place,
        Instant convenedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return workshop.toString();
    }
}
