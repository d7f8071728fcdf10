package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/** Counts a closed round, and counts it again for whoever doubts. */
@ApplicationScoped
class TallyRound {

    private final Rounds rounds;
    private final BallotBox box;
    private final BallotFile file;
    private final Outbox outbox;

    TallyRound(Rounds rounds, BallotBox box, BallotFile file, Outbox outbox) {
        this.rounds = rounds;
        this.box = box;
        this.file = file;
        this.outbox = outbox;
    }

    @Transactional
    Round tally(UUID id) {
        var round = rounds.locked(id);
        if (round.state() == Round.State.TALLIED) {
            throw Problem.conflict("round-already-tallied").toException();
        }
        if (round.state() != Round.State.CLOSED) {
            throw Problem.conflict("round-not-closed").toException();
        }
        var count = box.count(round);
        int struckOff = rounds.struckOffTheRoll(id) - rounds.withoutBallot(id);
        if (count.ballots() != struckOff) {
            throw Problem.conflict("ballots-do-not-match-roll")
                    .with("ballots", count.ballots())
                    .with("struckOff", struckOff)
                    .toException();
        }
        for (RoundOption option : round.options()) {
            rounds.execute(
                    "update round_option set votes = ?, score = ? where round = ? and option = ?",
                    count.votes(option.position()),
                    count.score(option.position()),
                    id,
                    option.option());
        }
        rounds.execute(
                "update round set state = 'TALLIED', tallied_at = clock_timestamp(), turnout = ?, blank = ?,"
                        + " ballots_sha256 = ? where round = ?",
                count.ballots(),
                count.blank(),
                file.sha256(round, count),
                id);
        var tallied = rounds.known(id);
        outbox.append(event(tallied));
        return tallied;
    }

    private static RoundTallied event(Round round) {
        return new RoundTallied(
                round.process(),
                round.entity(),
                round.round(),
                round.kind(),
                Objects.requireNonNull(round.roll()),
                Objects.requireNonNull(round.turnout()),
                Objects.requireNonNull(round.blank()),
                round.options().stream()
                        .sorted(RANKING)
                        .map(option -> new RoundTallied.Tally(
                                option.option(),
                                option.title(),
                                option.objective(),
                                option.zone(),
                                option.cost(),
                                Objects.requireNonNull(option.votes()),
                                String.valueOf(Objects.requireNonNull(option.score())),
                                option.origin(),
                                option.uniqueInvestmentCode()))
                        .toList(),
                Objects.requireNonNull(round.ballotsSha256()),
                round.zone());
    }

    /** By score; equal ones in the order of the ballot, which settles no tie. */
    static final Comparator<RoundOption> RANKING = Comparator.<RoundOption>comparingLong(
                    option -> -Objects.requireNonNullElse(option.score(), 0L))
            .thenComparingInt(RoundOption::position);

    /** @param same whether it equals what was published, option by option, and the hash of the file too */
    record Recount(Count count, String ballotsSha256, boolean same) {}

    Recount recount(Round round) {
        var count = box.count(round);
        var hash = file.sha256(round, count);
        boolean same = hash.equals(round.ballotsSha256())
                && Objects.equals(round.turnout(), count.ballots())
                && Objects.equals(round.blank(), count.blank())
                && round.options().stream()
                        .allMatch(option -> Objects.equals(option.votes(), count.votes(option.position()))
                                && Objects.equals(option.score(), count.score(option.position())));
        return new Recount(count, hash, same);
    }
}
