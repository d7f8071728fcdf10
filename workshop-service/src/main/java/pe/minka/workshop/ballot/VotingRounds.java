package pe.minka.workshop.ballot;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.receipt.ReceiptKey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What casting needs of a round, kept for some seconds: paper and keys do not change while a round is open, and whether
 * it is open the database decides with each ballot.
 */
@ApplicationScoped
class VotingRounds {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private final Map<UUID, Voting> kept = new ConcurrentHashMap<>();
    private final Map<UUID, CompletableFuture<Optional<Voting>>> reading = new ConcurrentHashMap<>();
    private final Rounds rounds;
    private final BallotKeys keys;
    private final RoundSecrets secrets;
    private final RoundPledges pledges;
    private final Clock clock;

    VotingRounds(Rounds rounds, BallotKeys keys, RoundSecrets secrets, RoundPledges pledges, Clock clock) {
        this.pledges = pledges;
        this.rounds = rounds;
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param sealKey null before the opening and after the close */
    record Voting(
            Round round,
            BallotPaper paper,
            BallotKeys.OfRound keys,
            javax.crypto.@Nullable SecretKey sealKey,
            ReceiptKey receiptKey,
            Instant until) {

        /** Refuses what comes over a channel that the regulation does not admit. */
        void mustAdmit(Channel channel) {
            if (!round.rule().admits(channel.name())) {
                throw Problem.conflict("channel-not-admitted")
                        .with("channel", channel)
                        .with("law", round.rule().law())
                        .toException();
            }
        }
    }

    /** As {@link #find}, and waits for nothing: what is not kept another thread reads, once for all who ask meanwhile. */
    CompletionStage<Optional<Voting>> ask(UUID id) {
        var known = kept(id);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known);
        }
        var asked = new CompletableFuture<Optional<Voting>>();
        var first = reading.putIfAbsent(id, asked);
        if (first != null) {
            return first;
        }
        Infrastructure.getDefaultExecutor().execute(() -> {
            try {
                asked.complete(find(id));
            } catch (RuntimeException failed) {
                asked.completeExceptionally(failed);
            } finally {
                reading.remove(id);
            }
        });
        return asked;
    }

    private Optional<Voting> kept(UUID id) {
        return Optional.ofNullable(kept.get(id)).filter(known -> clock.instant().isBefore(known.until()));
    }

    Optional<Voting> find(UUID id) {
        var known = kept(id);
        if (known.isPresent()) {
            return known;
        }
        if (kept.size() >= MOST) {
            kept.clear();
        }
        var read = rounds.find(id)
                .map(round -> new Voting(
                        round,
                        round.paper(),
                        keys.of(id),
                        secrets.find(id).orElse(null),
                        pledges.receiptKey(id),
                        clock.instant().plus(KEPT)));
        read.ifPresent(voting -> {
            if (voting.sealKey() == null) {
                kept.remove(id);
            } else {
                kept.put(id, voting);
            }
        });
        return read;
    }

    void forgetOld() {
        var now = clock.instant();
        kept.values().removeIf(voting -> !now.isBefore(voting.until()));
    }

    boolean holdsKeyOf(UUID id) {
        return kept.containsKey(id);
    }

    void forget(UUID id) {
        kept.remove(id);
    }
}
