package pe.minka.registry.process;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;

/** A phase of a process was opened. Keyed by process. */
public record PhaseOpened(ProcessId process, EntityCode entity, String phase, Instant at) implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return process.toString();
    }
}
