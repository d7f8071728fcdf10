package pe.minka.allocation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.AgreementsActs;
import pe.minka.allocation.approval.ApprovalChain.Outcome;
import pe.minka.allocation.approval.ApprovalChain.Outcome.Admitted;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The secretary records that a body approved an act. */
@ApplicationScoped
class RecordApproval {

    private final AgreementsActs acts;
    private final Approvals approvals;
    private final Processes processes;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    RecordApproval(
            AgreementsActs acts, Approvals approvals, Processes processes, Caller caller, Outbox outbox, Clock clock) {
        this.acts = acts;
        this.approvals = approvals;
        this.processes = processes;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param number of the document of the decision
     * @param changes what changed since the approval before; absent: nothing
     */
    record Decision(
            String approval,
            String number,
            LocalDate decidedOn,
            @Nullable String session,
            @Nullable String changes) {}

    @Transactional
    void record(UUID actId, Decision decision) {
        var act = acts.requireAlone(actId);
        caller.mustActFor(act.entity());
        var chain = approvals.chain(act, processes.require(act.process()).regulation());
        var outcome = chain.admit(decision.approval(), decision.decidedOn());
        if (!(outcome instanceof Admitted admitted)) {
            throw problem(outcome, decision).toException();
        }
        var row = new ApprovalRow();
        row.key = new ApprovalRow.Key(actId, decision.approval());
        row.ordinal = admitted.ordinal();
        row.number = decision.number();
        row.decidedOn = decision.decidedOn();
        row.session = decision.session();
        row.changes = decision.changes();
        row.recordedAt = clock.instant();
        approvals.persist(row);
        outbox.append(new ApprovalRecorded(
                act.process(),
                act.entity(),
                actId,
                decision.approval(),
                decision.number(),
                decision.decidedOn(),
                admitted.complete()));
    }

    private static Problem problem(Outcome refused, Decision decision) {
        if (refused instanceof Outcome.OutOfOrder order) {
            return Problem.conflict("approval-out-of-order")
                    .with("approval", decision.approval())
                    .with("missing", order.missing())
                    .with("law", order.law());
        }
        if (refused instanceof Outcome.NotRequired not) {
            return Problem.unprocessable("approval-not-required")
                    .with("approval", decision.approval())
                    .with("required", String.join(", ", not.required()));
        }
        if (refused instanceof Outcome.DatedBefore before) {
            return Problem.unprocessable("approval-dated-before").with("earliest", before.earliest());
        }
        return Problem.conflict("approval-already-recorded").with("approval", decision.approval());
    }
}
