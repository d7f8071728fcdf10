package pe.minka.allocation.viability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Who was refused appeals within the days that the rule gives, once; what is decided on it stays with the refusal. */
@ApplicationScoped
class AppealRefusal {

    private final Refusals refusals;
    private final Appeals appeals;
    private final Caller caller;
    private final Clock clock;

    AppealRefusal(Refusals refusals, Appeals appeals, Caller caller, Clock clock) {
        this.refusals = refusals;
        this.appeals = appeals;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    RefusalRow file(UUID refusal, String document, String grounds, LocalDate filedOn) {
        var refused = refusals.requireAlone(refusal);
        caller.mustActFor(refused.entity);
        if (appeals.findByIdOptional(refusal).isPresent()) {
            throw Problem.conflict("appeal-already-filed").toException();
        }
        if (filedOn.isBefore(refused.decidedOn) || filedOn.isAfter(refused.appealUntil)) {
            throw Problem.unprocessable("appeal-out-of-time")
                    .with("from", refused.decidedOn)
                    .with("until", refused.appealUntil)
                    .with("law", refused.appealLaw)
                    .toException();
        }
        var row = new AppealRow();
        row.refusal = refusal;
        row.document = document;
        row.grounds = grounds;
        row.filedOn = filedOn;
        row.recordedAt = clock.instant();
        appeals.persist(row);
        return refused;
    }

    @Transactional
    RefusalRow decide(UUID refusal, AppealOutcome outcome, String decision, LocalDate decidedOn) {
        var refused = refusals.requireAlone(refusal);
        caller.mustActFor(refused.entity);
        var appeal = appeals.findByIdOptional(refusal)
                .orElseThrow(() -> Problem.conflict("nothing-appealed").toException());
        if (appeal.outcome != null) {
            throw Problem.conflict("appeal-already-decided")
                    .with("outcome", appeal.outcome)
                    .toException();
        }
        if (decidedOn.isBefore(appeal.filedOn)) {
            throw Problem.unprocessable("answer-dated-before")
                    .with("earliest", appeal.filedOn)
                    .toException();
        }
        appeal.outcome = outcome;
        appeal.decision = decision;
        appeal.decidedOn = decidedOn;
        return refused;
    }
}
