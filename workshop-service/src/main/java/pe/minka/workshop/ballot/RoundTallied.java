package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.UUID;

/**
 * A round was closed and counted: sums only, never who cast what. Topic {@code minka.workshop.v1}, keyed by process.
 *
 * @param zone where only one zone voted
 */
record RoundTallied(
        ProcessId process,
        EntityCode entity,
        UUID round,
        RoundKind kind,
        int roll,
        int turnout,
        int blank,
        List<Tally> tallies,
        String ballotsSha256,
        @Nullable String zone)
        implements DomainEvent {

    /** @param score an exact number: votes, or points, by the kind of ballot */
    record Tally(
            UUID proposal,
            String title,
            @Nullable UUID objective,
            @Nullable String zone,
            @Nullable Soles cost,
            int votes,
            String score,
            @Nullable String origin,
            @Nullable String uniqueInvestmentCode) {}

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return round.toString();
    }
}
