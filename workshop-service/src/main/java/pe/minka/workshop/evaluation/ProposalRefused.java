package pe.minka.workshop.evaluation;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.UUID;

/** A proposal will not be put to the vote. Topic {@code minka.workshop.v1}, keyed by process. */
record ProposalRefused(ProcessId process, EntityCode entity, UUID proposal, String because) implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return proposal.toString();
    }
}
