package pe.minka.allocation.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.round.Rounds;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.UUID;

/** The budget office declares what holds among the projects of a round, before anybody knows who wins. */
@ApplicationScoped
class DeclareConditions {

    private final Processes processes;
    private final Rounds rounds;
    private final RoundConditions conditions;
    private final Documents documents;
    private final Caller caller;
    private final Clock clock;

    DeclareConditions(
            Processes processes,
            Rounds rounds,
            RoundConditions conditions,
            Documents documents,
            Caller caller,
            Clock clock) {
        this.processes = processes;
        this.rounds = rounds;
        this.conditions = conditions;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ConditionsRow declare(ProcessId process, UUID round, Conditions declared, String act) {
        var called = processes.requireAlone(process);
        caller.mustActFor(called.entity());
        if (!rounds.isOpen(process, round)) {
            throw Problem.conflict("vote-is-over").with("round", round).toException();
        }
        refuse(declared);
        var row = new ConditionsRow();
        row.id = UUID.randomUUID();
        row.round = round;
        row.process = process;
        row.entity = called.entity();
        row.sequence = conditions.newest(round).map(before -> before.sequence).orElse(0) + 1;
        row.conditions = documents.write(declared);
        row.act = act;
        row.recordedAt = clock.instant();
        conditions.persist(row);
        return row;
    }

    private static void refuse(Conditions declared) {
        var problem = Problem.unprocessable("conditions-unsound");
        for (var breach : declared.breaches()) {
            if (breach instanceof Conditions.Breach.Circular circular) {
                problem.error("/after", "project-before-itself", "project", circular.project());
            } else if (breach instanceof Conditions.Breach.TogetherTwice twice) {
                problem.error("/together", "together-twice", "project", twice.project());
            } else if (breach instanceof Conditions.Breach.TooFew few) {
                problem.error(few.pointer(), "set-of-one");
            } else if (breach instanceof Conditions.Breach.NotAHundred not) {
                problem.error(
                        "/schedule", "shares-not-hundred", "sum", not.sum().toPlainString(), "project", not.project());
            } else if (breach instanceof Conditions.Breach.BeyondTheYears beyond) {
                problem.error("/schedule", "schedule-beyond-ceilings", "project", beyond.project());
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }
}
