package pe.minka.workshop.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Rounds;

import java.util.UUID;

/**
 * Takes what fell in front of all where a draw has to decide. All ballots are committed to by then, so nobody can choose
 * one to suit the draw; and who throws does not know the secret. Two people tell it, neither of whom sees what the other
 * told.
 */
@ApplicationScoped
class TossForDraw {

    private final Results results;
    private final Rounds rounds;
    private final RoundRecords records;
    private final Tosses tosses;
    private final Caller caller;

    TossForDraw(Results results, Rounds rounds, RoundRecords records, Tosses tosses, Caller caller) {
        this.results = results;
        this.rounds = rounds;
        this.records = records;
        this.tosses = tosses;
        this.caller = caller;
    }

    @Transactional
    Tosses.Toss tell(UUID round, String tossed, String document) {
        rounds.lock(round);
        var result = results.of(round);
        if (records.find(RoundRecords.Kind.RESULT_ACT, round).isPresent()) {
            throw Problem.conflict("result-act-already-sealed").toException();
        }
        if (result.order().undrawn().stream().noneMatch(tie -> tie.round().equals(round))) {
            throw Problem.conflict("no-draw-waits").toException();
        }
        var all = tosses.of(round);
        var waiting = all.stream()
                .filter(toss -> toss.state() == Tosses.State.WAITING)
                .findFirst();
        if (waiting.isEmpty()) {
            tosses.add(round, all.size() + 1, tossed, document, caller.subject());
        } else {
            answer(round, waiting.get(), tossed);
        }
        var told = tosses.of(round);
        return told.get(told.size() - 1);
    }

    private void answer(UUID round, Tosses.Toss waiting, String tossed) {
        if (waiting.toldBy().equals(caller.subject())) {
            throw Problem.conflict("tossed-by-the-same-person").toException();
        }
        var state = waiting.tosses().equals(tossed) ? Tosses.State.ATTESTED : Tosses.State.DISCARDED;
        tosses.answer(round, waiting.number(), state, caller.subject());
    }
}
