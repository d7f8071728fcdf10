package pe.minka.allocation.selection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/**
 * What a selection found for one project.
 *
 * @param rank its place by support, from 1, ties broken
 * @param reserve its place on the reserve list, from 1, for those that only lacked money
 * @param missing what it lacked in the moment it was passed over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectOutcome(
        UUID proposal,
        String title,
        Soles amount,
        long votes,
        int rank,
        @Nullable UUID objective,
        @Nullable String zone,
        @Nullable String uniqueInvestmentCode,
        @Nullable String origin,
        Reason reason,
        @Nullable Integer reserve,
        @Nullable Soles missing) {}
