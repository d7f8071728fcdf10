package pe.minka.transparency.finding;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** Someone who watches over the process was content with what became of a finding. */
record FindingClosed(ProcessId process, EntityCode entity, UUID finding, Instant closedAt) implements DomainEvent {

    static FindingClosed of(Finding finding, Instant closedAt) {
        return new FindingClosed(finding.process(), finding.entity(), finding.finding(), closedAt);
    }

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return finding.toString();
    }
}
