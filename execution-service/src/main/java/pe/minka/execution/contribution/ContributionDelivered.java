package pe.minka.execution.contribution;

import pe.minka.execution.cooperation.ContributionKind;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.UUID;

/** The community brought labour, materials or money. Topic {@code minka.execution.v1}, keyed by process. */
public record ContributionDelivered(
        ProcessId process,
        EntityCode entity,
        UUID project,
        UUID contribution,
        ContributionKind kind,
        String quantity,
        String unit,
        Soles value,
        LocalDate deliveredOn)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return contribution.toString();
    }
}
