package pe.minka.workshop.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Round;
import pe.minka.workshop.ballot.RoundOption;
import pe.minka.workshop.ballot.Rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Announces the second round of a tie: each voter names one of those that were equal, and nobody else stands. */
@ApplicationScoped
class CallSecondRound {

    private final Results results;
    private final Rounds rounds;
    private final RoundRecords records;
    private final Tosses tosses;

    CallSecondRound(Results results, Rounds rounds, RoundRecords records, Tosses tosses) {
        this.results = results;
        this.rounds = rounds;
        this.records = records;
        this.tosses = tosses;
    }

    /** @param tied all of one tie, and none else */
    @Transactional
    Round call(UUID first, Set<UUID> tied, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        rounds.lock(first);
        var result = results.of(first);
        if (records.find(RoundRecords.Kind.RESULT_ACT, first).isPresent()) {
            throw Problem.conflict("result-act-already-sealed").toException();
        }
        if (records.secondRound(first, tied).isPresent()) {
            throw Problem.conflict("second-round-already-called").toException();
        }
        if (tosses.of(first).stream().anyMatch(toss -> toss.state() != Tosses.State.DISCARDED)) {
            throw Problem.conflict("draw-already-tossed").toException();
        }
        if (!result.order().awaiting().contains(tied)) {
            throw Problem.unprocessable("not-a-tie-for-a-second-round")
                    .with("awaiting", result.order().awaiting())
                    .toException();
        }
        var second = second(result.round(), tied, opensAt, closesAt);
        rounds.add(second);
        records.secondRound(second.round(), first, tied);
        return second;
    }

    private static Round second(Round first, Set<UUID> tied, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        return new Round(
                UUID.randomUUID(),
                first.process(),
                first.entity(),
                first.kind(),
                first.title(),
                first.rule().ofOneChoice(),
                first.zone(),
                null,
                opensAt,
                closesAt,
                null,
                Round.State.PREPARED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                options(first, tied));
    }

    private static List<RoundOption> options(Round first, Set<UUID> tied) {
        var options = new ArrayList<RoundOption>();
        for (RoundOption option : first.options()) {
            if (tied.contains(option.option())) {
                options.add(new RoundOption(
                        option.option(),
                        options.size(),
                        option.title(),
                        option.proposal(),
                        option.objective(),
                        option.zone(),
                        option.cost(),
                        option.origin(),
                        option.uniqueInvestmentCode(),
                        null,
                        null));
            }
        }
        return options;
    }
}
