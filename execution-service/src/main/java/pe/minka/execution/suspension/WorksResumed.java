package pe.minka.execution.suspension;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/** Works go on. Topic {@code minka.execution.v1}, keyed by process. */
public record WorksResumed(ProcessId process, EntityCode entity, UUID project, UUID suspension, LocalDate resumedOn)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return suspension.toString();
    }
}
