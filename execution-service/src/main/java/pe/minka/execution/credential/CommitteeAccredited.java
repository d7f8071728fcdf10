package pe.minka.execution.credential;

import pe.minka.execution.committee.CommitteeKind;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The members of a committee have their credentials. Topic {@code minka.execution.v1}, keyed by process.
 *
 * @param daysLate from the day of the election; 0 on that day
 */
record CommitteeAccredited(
        ProcessId process,
        EntityCode entity,
        UUID committee,
        CommitteeKind kind,
        String minutesSha256,
        LocalDate electedOn,
        LocalDate issuedOn,
        int daysLate)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return committee.toString();
    }
}
