package pe.minka.workshop.offline;

import org.jspecify.annotations.Nullable;
import pe.minka.workshop.ballot.VotePeriod;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a round was voted, as its opening, the acts on it and its deadline say. The beginning of a period belongs to it,
 * its end does not.
 *
 * @param deadline null: until the act of closing
 * @param now by the database's clock
 */
record VotingPeriods(Instant openedAt, @Nullable Instant deadline, List<Interruption> interruptions, Instant now) {

    /** How far the clock of a device may run ahead of the database's. */
    static final Duration TOLERANCE = Duration.ofMinutes(2);

    /** Nobody could vote meanwhile. @param to null: still */
    record Interruption(Instant from, @Nullable Instant to) {

        boolean contains(Instant instant) {
            return !instant.isBefore(from) && (to == null || instant.isBefore(to));
        }
    }

    /** Why an envelope that was sealed then is kept aside; nothing where the round was voted. */
    Optional<Untimely> untimely(Instant sealedAt) {
        if (!new VotePeriod(openedAt, deadline).contains(sealedAt)) {
            return Optional.of(Untimely.OUTSIDE_ITS_PERIOD);
        }
        if (sealedAt.isAfter(now.plus(TOLERANCE))) {
            return Optional.of(Untimely.IN_THE_FUTURE);
        }
        return interruptions.stream().anyMatch(each -> each.contains(sealedAt))
                ? Optional.of(Untimely.DURING_A_SUSPENSION)
                : Optional.empty();
    }
}
