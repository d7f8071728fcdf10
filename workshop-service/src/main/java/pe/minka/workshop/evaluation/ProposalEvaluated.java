package pe.minka.workshop.evaluation;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/** A technical opinion was given. Topic {@code minka.workshop.v1}, keyed by process. */
record ProposalEvaluated(
        ProcessId process,
        EntityCode entity,
        UUID proposal,
        Opinion opinion,
        @Nullable Soles cost,
        String explanation) implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return proposal.toString();
    }
}
