package pe.minka.workshop.proposal;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.UUID;

/**
 * A proposal was put forward. Topic {@code minka.workshop.v1}, keyed by process.
 *
 * @param organisation null where the regulation hides who proposes from those who evaluate
 */
record ProposalSubmitted(
        ProcessId process,
        EntityCode entity,
        UUID proposal,
        String title,
        @Nullable UUID objective,
        @Nullable String zone,
        ProposedProject.Extent scope,
        ProposedProject.Origin origin,
        @Nullable UUID organisation)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return proposal.toString();
    }
}
