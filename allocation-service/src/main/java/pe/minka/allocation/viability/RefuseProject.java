package pe.minka.allocation.viability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A technical refusal is recorded with the rule it rests on, the office that decided it and where to appeal. */
@ApplicationScoped
class RefuseProject {

    private final Processes processes;
    private final Refusals refusals;
    private final Caller caller;
    private final Clock clock;

    RefuseProject(Processes processes, Refusals refusals, Caller caller, Clock clock) {
        this.processes = processes;
        this.refusals = refusals;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param author the office or body that decided; never a person's name
     * @param appeal only where the regulation says nothing of appeals
     */
    record Decision(
            UUID proposal,
            String title,
            String rule,
            String explanation,
            String author,
            String document,
            LocalDate decidedOn,
            @Nullable Appeal appeal) {}

    /** Where an appeal is filed. */
    record Appeal(String to, LocalDate until) {}

    @Transactional
    RefusalRow refuse(ProcessId process, Decision decision) {
        var called = processes.require(process);
        caller.mustActFor(called.entity());
        var row = new RefusalRow();
        row.id = UUID.randomUUID();
        row.process = process;
        row.entity = called.entity();
        row.proposal = decision.proposal();
        row.title = decision.title();
        row.rule = decision.rule();
        row.explanation = decision.explanation();
        row.author = decision.author();
        row.document = decision.document();
        row.decidedOn = decision.decidedOn();
        row.recordedAt = clock.instant();
        setAppeal(row, called.regulation(), decision);
        refusals.persist(row);
        return row;
    }

    private static void setAppeal(RefusalRow row, Regulation regulation, Decision decision) {
        var set = regulation.proposals() == null ? null : regulation.proposals().appeal();
        var asked = decision.appeal();
        if (set != null) {
            row.appealTo = set.to();
            row.appealUntil = decision.decidedOn().plusDays(set.days());
            row.appealLaw = Regulation.article(set.law());
        } else if (asked != null) {
            row.appealTo = asked.to();
            row.appealUntil = asked.until();
            row.appealLaw = Regulation.NO_ARTICLE;
        } else {
            throw Problem.unprocessable("appeal-missing").toException();
        }
        if (row.appealUntil.isBefore(decision.decidedOn())) {
            throw Problem.unprocessable("appeal-over-before-it-begins").toException();
        }
    }
}
