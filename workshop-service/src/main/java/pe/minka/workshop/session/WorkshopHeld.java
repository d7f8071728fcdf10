package pe.minka.workshop.session;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** A workshop opened with quorum; told again with the final figures when its minutes are sealed. Topic {@code minka.workshop.v1}, keyed by process. */
record WorkshopHeld(
        ProcessId process,
        EntityCode entity,
        UUID workshop,
        Instant heldAt,
        int attendance,
        int women,
        int men,
        int quorum)
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
