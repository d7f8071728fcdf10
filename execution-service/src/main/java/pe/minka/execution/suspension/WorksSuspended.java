package pe.minka.execution.suspension;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/** Works stand still. Topic {@code minka.execution.v1}, keyed by process. */
public record WorksSuspended(
        ProcessId process,
        EntityCode entity,
        UUID project,
        UUID suspension,
        SuspensionCause cause,
        LocalDate since,
        @Nullable LocalDate expectedUntil)
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
