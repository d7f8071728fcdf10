package pe.minka.transparency.finding;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/**
 * The facts of a process show something amiss. Told once for each kind and subject.
 *
 * @param subject the id of the thing it is about
 */
record FindingRaised(ProcessId process, EntityCode entity, UUID finding, String kind, String subject, Instant raisedAt)
        implements DomainEvent {

    static FindingRaised of(Finding finding) {
        return new FindingRaised(
                finding.process(),
                finding.entity(),
                finding.finding(),
                finding.kind(),
                finding.subject(),
                finding.raisedAt());
    }

    @Override
    public String key() {
        return process.toString();
    }
}
