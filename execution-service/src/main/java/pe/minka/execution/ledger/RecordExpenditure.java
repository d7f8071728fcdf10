package pe.minka.execution.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.ledger.EntryDecision.Admitted;
import pe.minka.execution.ledger.EntryDecision.Refused;
import pe.minka.execution.ledger.Expenditure.Entry;
import pe.minka.execution.process.Processes;
import pe.minka.execution.project.Projects;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.UUID;

/** Records public money that moved a phase further. The lock on the work decides who comes first. */
@ApplicationScoped
class RecordExpenditure {

    private final Projects projects;
    private final Processes processes;
    private final Expenditures expenditures;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    RecordExpenditure(
            Projects projects,
            Processes processes,
            Expenditures expenditures,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.projects = projects;
        this.processes = processes;
        this.expenditures = expenditures;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Expenditure record(UUID projectId, Entry entry) {
        var project = projects.lockedForCaller(projectId);
        project.mustBeOpen();
        var decision =
                new Ledger(project.agreed(), project.totals()).admit(entry.phase(), entry.amount(), entry.origin());
        if (decision instanceof Refused refused) {
            throw problem(refused)
                    .with("phase", entry.phase())
                    .with("amount", entry.amount())
                    .with("available", refused.available())
                    .toException();
        }
        var admitted = (Admitted) decision;
        var expenditure = new Expenditure(project.process(), project.entity(), project.title(), entry, clock.instant());
        expenditure.of(project, expenditures.nextPlaceOf(projectId), admitted);
        project.spend(admitted.totals());
        return stored(expenditure);
    }

    /** Money that went into a work which no agreement names: a fact to be told, whatever one thinks of it. */
    @Transactional
    Expenditure recordOutsideAgreements(ProcessId processId, String workName, Entry entry) {
        var process = processes.require(processId);
        caller.mustActFor(process.entity());
        return stored(new Expenditure(processId, process.entity(), workName, entry, clock.instant()));
    }

    private Expenditure stored(Expenditure expenditure) {
        expenditures.persist(expenditure);
        outbox.append(expenditure.recorded());
        return expenditure;
    }

    private static Problem problem(Refused refused) {
        return switch (refused.because()) {
            case OVER_AGREED_AMOUNT -> Problem.unprocessable("over-agreed-amount");
            case OVER_EARLIER_PHASE -> Problem.unprocessable("over-earlier-phase");
        };
    }
}
