package pe.minka.execution.progress;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/** How far a work was at the end of a period; percentages with two decimals. Topic {@code minka.execution.v1}, keyed by process. */
public record ProgressReported(
        ProcessId process,
        EntityCode entity,
        UUID project,
        UUID report,
        String physicalPercent,
        String financialPercent,
        LocalDate periodEnd)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return report.toString();
    }
}
