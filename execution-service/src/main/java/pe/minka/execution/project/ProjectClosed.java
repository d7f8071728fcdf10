package pe.minka.execution.project;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/** A work was closed, its accounts settled. Topic {@code minka.execution.v1}, keyed by process. */
public record ProjectClosed(ProcessId process, EntityCode entity, UUID project, LocalDate closedOn)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return project.toString();
    }
}
