package pe.minka.allocation.approval;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A body approved an act of agreements.
 *
 * @param approval who: {@code ASSEMBLY}, {@code COORDINATION_COUNCIL}, {@code COUNCIL} and so on
 * @param number of the document of the decision
 * @param complete whether it was the last that the regulation asks for
 */
public record ApprovalRecorded(
        ProcessId process,
        EntityCode entity,
        UUID act,
        String approval,
        String number,
        LocalDate decidedOn,
        boolean complete)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return act.toString();
    }
}
