package pe.minka.transparency.finding;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** The entity answered a finding; the answer is public. */
record FindingAnswered(ProcessId process, EntityCode entity, UUID finding, Finding.State state, Instant answeredAt)
        implements DomainEvent {

    static FindingAnswered of(Finding finding, Instant answeredAt) {
        return new FindingAnswered(finding.process(), finding.entity(), finding.finding(), finding.state(), answeredAt);
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
