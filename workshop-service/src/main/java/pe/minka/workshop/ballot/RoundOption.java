package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/**
 * Something that can be marked.
 *
 * @param position its place on the ballot, from 0
 * @param votes ballots that name it; only once counted
 * @param score votes, or points, by the kind of ballot; only once counted
 */
public record RoundOption(
        UUID option,
        int position,
        String title,
        @Nullable UUID proposal,
        @Nullable UUID objective,
        @Nullable String zone,
        @Nullable Soles cost,
        @Nullable String origin,
        @Nullable String uniqueInvestmentCode,
        @Nullable Integer votes,
        @Nullable Long score) {}
