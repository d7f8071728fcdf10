package pe.minka.workshop.proposal;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/**
 * What somebody proposes.
 *
 * @param proposer the agent who submits it; never published
 * @param beneficiaries people who gain by it
 */
public record Submission(
        String title,
        @Nullable String problem,
        @Nullable String description,
        @Nullable UUID objective,
        @Nullable String zone,
        ProposedProject.Extent extent,
        ProposedProject.Origin origin,
        @Nullable UUID organisation,
        @Nullable AgentId proposer,
        @Nullable Integer beneficiaries,
        @Nullable Soles cost,
        @Nullable String uniqueInvestmentCode) {}
