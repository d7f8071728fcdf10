package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * From when until when a vote takes ballots: at the instant of the opening it does, at that of the deadline no more.
 *
 * @param deadline null where only the act of closing ends the vote
 */
public record VotePeriod(Instant openedAt, @Nullable Instant deadline) {

    public boolean contains(Instant at) {
        return !at.isBefore(openedAt) && !isOver(at);
    }

    public boolean isOver(Instant now) {
        return deadline != null && !now.isBefore(deadline);
    }
}
