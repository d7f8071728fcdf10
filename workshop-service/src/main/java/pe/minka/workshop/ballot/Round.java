package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.workshop.process.Regulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One vote of a process, from its announcement to its count. Holds the ballot paper, never the ballots: those grow
 * without bound.
 *
 * @param opensAt as announced; the act of opening is what counts
 * @param closesAt as announced
 * @param deadline when the database's clock reaches it no ballot is taken any more; null: until the act of closing
 * @param roll how many may vote; from the opening on
 */
public record Round(
        UUID round,
        ProcessId process,
        EntityCode entity,
        RoundKind kind,
        String title,
        Regulation.Ballot rule,
        @Nullable String zone,
        @Nullable Soles budget,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant deadline,
        State state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant talliedAt,
        @Nullable Integer roll,
        @Nullable Integer turnout,
        @Nullable Integer blank,
        @Nullable String ballotsSha256,
        List<RoundOption> options) {

    public enum State {
        PREPARED,
        OPEN,
        SUSPENDED,
        CLOSED,
        TALLIED;

        /** Whether the ballots lie open to everyone. */
        public boolean isOver() {
            return this == CLOSED || this == TALLIED;
        }
    }

    /** When the vote ends by what was told: the deadline, or what was announced; null: with the act of closing. */
    @Nullable
    Instant endsAt() {
        return deadline == null ? closesAt : deadline;
    }

    BallotPaper paper() {
        return new BallotPaper(rule, options, budget);
    }
}
