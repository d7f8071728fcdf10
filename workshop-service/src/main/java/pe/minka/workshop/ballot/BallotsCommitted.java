package pe.minka.workshop.ballot;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** The commitments of all ballots of a closed round, in no order that tells anything; large rounds in several parts. Topic {@code minka.workshop.v1}, keyed by process. */
record BallotsCommitted(ProcessId process, EntityCode entity, UUID round, List<String> commitments)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return round.toString();
    }
}
