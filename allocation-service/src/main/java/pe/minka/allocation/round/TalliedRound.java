package pe.minka.allocation.round;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/**
 * A round of voting that is closed and counted.
 *
 * @param tallies in the order of the ballot
 * @param ballotsSha256 of the anonymous ballot file that anyone can recount
 * @param kind for example {@code PRIORITISE_PROJECTS}, or {@code SCORED_LIST} where nobody voted
 */
public record TalliedRound(
        UUID id,
        ProcessId process,
        int turnout,
        List<ProjectTally> tallies,
        @Nullable String ballotsSha256,
        String kind) {

    static final String SCORED_LIST = "SCORED_LIST";

    /** Whether points of a matrix rank its projects, and not votes. */
    public boolean isScored() {
        return kind.equals(SCORED_LIST);
    }
}
