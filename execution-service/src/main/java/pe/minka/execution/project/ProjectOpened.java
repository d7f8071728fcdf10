package pe.minka.execution.project;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.UUID;

/** An approved agreement became a work. Topic {@code minka.execution.v1}, keyed by process. */
public record ProjectOpened(
        ProcessId process,
        EntityCode entity,
        UUID project,
        UUID agreement,
        String title,
        Soles amount,
        @Nullable String zone,
        @Nullable UUID objective,
        @Nullable String uniqueInvestmentCode,
        Instant openedAt)
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
