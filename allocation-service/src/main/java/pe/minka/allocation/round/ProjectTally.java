package pe.minka.allocation.round;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/**
 * What the agents gave one proposal.
 *
 * @param score votes, or points where the ballot gave points, as a decimal number
 * @param origin {@code AGENTS} or {@code PROGRAMME}
 */
public record ProjectTally(
        UUID proposal,
        String title,
        @Nullable UUID objective,
        @Nullable String zone,
        Soles cost,
        long votes,
        @Nullable String score,
        @Nullable String origin,
        @Nullable String uniqueInvestmentCode) {}
