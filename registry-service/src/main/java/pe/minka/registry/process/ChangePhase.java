package pe.minka.registry.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.time.Clock;

/** Opens and closes the phases of a process. */
@ApplicationScoped
class ChangePhase {

    private final Processes processes;
    private final Records records;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    ChangePhase(Processes processes, Records records, Caller caller, Outbox outbox, Clock clock) {
        this.processes = processes;
        this.records = records;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    BudgetProcess open(ProcessId id, String phase, @Nullable String ifMatch) {
        var process = reached(id, ifMatch);
        settle(process.open(phase, records.of(process), clock.instant()), phase);
        outbox.append(new PhaseOpened(id, process.entity(), phase, clock.instant()));
        processes.flush();
        return process;
    }

    @Transactional
    BudgetProcess close(ProcessId id, String phase, @Nullable String ifMatch) {
        var process = reached(id, ifMatch);
        settle(process.close(phase, records.of(process), clock.instant()), phase);
        outbox.append(new PhaseClosed(id, process.entity(), phase, clock.instant()));
        processes.flush();
        return process;
    }

    private BudgetProcess reached(ProcessId id, @Nullable String ifMatch) {
        var process = processes.findForChange(id);
        caller.mustActFor(process.entity());
        Versions.require(ifMatch, process.version());
        return process;
    }

    private static void settle(PhaseOutcome outcome, String phase) {
        if (outcome instanceof PhaseOutcome.Refused refused) {
            throw problem(refused, phase).toException();
        }
    }

    private static Problem problem(PhaseOutcome.Refused refused, String phase) {
        return switch (refused.because()) {
            case NO_SUCH_PHASE -> Problem.notFound();
            case ALREADY_OPEN -> Problem.conflict("phase-already-open").with("phase", phase);
            case ALREADY_CLOSED -> Problem.conflict("phase-already-closed").with("phase", phase);
            case NOT_OPEN -> Problem.conflict("phase-not-open").with("phase", phase);
            case OUT_OF_ORDER -> Problem.conflict("phase-out-of-order").with("phase", phase);
            case NOT_COMPLETE ->
                MissingItems.list(
                        Problem.conflict("phase-not-complete").with("phase", phase), refused.missing(), "/" + phase);
        };
    }
}
