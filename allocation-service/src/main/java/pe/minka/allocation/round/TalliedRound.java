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
 */
public record TalliedRound(
        UUID id,
        ProcessId process,
        int turnout,
        List<ProjectTally> tallies,
        @Nullable String ballotsSha256) {}
