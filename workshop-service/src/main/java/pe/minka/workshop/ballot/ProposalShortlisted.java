package pe.minka.workshop.ballot;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.UUID;

/** A proposal stands on the ballot of a round. Topic {@code minka.workshop.v1}, keyed by process. */
record ProposalShortlisted(ProcessId process, EntityCode entity, UUID proposal, UUID round) implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return proposal.toString();
    }
}
