package pe.minka.workshop.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Round;
import pe.minka.workshop.ballot.Rounds;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.session.SessionRecords;

import java.time.Clock;
import java.util.Objects;

/** Puts a decision on record, once it can have been taken as it is told. */
@ApplicationScoped
class RecordDecision {

    private final Decisions decisions;
    private final Rounds rounds;
    private final SessionRecords sessions;
    private final Outbox outbox;
    private final Clock clock;

    RecordDecision(Decisions decisions, Rounds rounds, SessionRecords sessions, Outbox outbox, Clock clock) {
        this.decisions = decisions;
        this.rounds = rounds;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Decisions.Recorded record(BudgetProcess process, Decision decision) {
        var problem = Problem.unprocessable("decision-incomplete");
        decision.flaws().forEach(flaw -> say(flaw, problem));
        var now = clock.instant();
        if (decision.decidedOn().isAfter(Peru.dayOf(now))) {
            problem.error("/decidedOn", "decided-in-the-future");
        }
        if (decision.workshop() != null && !sessions.isOf(decision.workshop(), process.process())) {
            problem.error("/workshop", "session-of-another-process");
        }
        if (decision.round() != null && !isCounted(process, decision)) {
            problem.error("/round", "round-not-counted-here");
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        var recorded = decisions.add(process, decision, now);
        outbox.append(new DecisionRecorded(
                process.process(),
                process.entity(),
                recorded.id(),
                recorded.number(),
                decision.body(),
                decision.method(),
                recorded.outcome(),
                decision.objectionsSaid().size(),
                decision.round(),
                decision.decidedOn()));
        return recorded;
    }

    private boolean isCounted(BudgetProcess process, Decision decision) {
        return rounds.find(Objects.requireNonNull(decision.round()))
                .filter(round -> round.process().equals(process.process()))
                .filter(round -> round.state() == Round.State.TALLIED)
                .isPresent();
    }

    private static void say(Decision.Flaw flaw, Problem problem) {
        switch (flaw) {
            case OBJECTIONS_NOT_ASKED -> problem.error("/objections", "objections-not-asked");
            case CONSENSUS_WITH_VOTES_AGAINST -> problem.error("/against", "consensus-with-votes-against");
            case HANDS_NOT_COUNTED -> problem.error("/inFavour", "hands-not-counted");
            case ROUND_NOT_NAMED -> problem.error("/round", "round-and-ballot-belong-together");
            case EXECUTIVE_DECIDES_BY_RESOLUTION -> problem.error("/method", "executive-decides-by-resolution");
        }
    }
}
