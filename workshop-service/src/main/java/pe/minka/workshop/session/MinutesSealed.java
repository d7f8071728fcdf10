package pe.minka.workshop.session;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** The minutes of a workshop can no longer be changed. Topic {@code minka.workshop.v1}, keyed by process. */
record MinutesSealed(ProcessId process, EntityCode entity, UUID workshop, String sha256, Instant sealedAt)
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
