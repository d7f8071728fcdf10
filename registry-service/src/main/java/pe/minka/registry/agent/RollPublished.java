package pe.minka.registry.agent;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;

/** The roll of accredited agents was published. Keyed by process. */
public record RollPublished(
        ProcessId process, EntityCode entity, int agents, int women, int men, int organisations, Instant at)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return process.toString();
    }
}
