package pe.minka.allocation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.agreement.AgreementsAct;
import pe.minka.allocation.agreement.AgreementsActs;
import pe.minka.allocation.approval.ApprovalChain.Outcome;
import pe.minka.allocation.approval.ApprovalChain.Outcome.Admitted;
import pe.minka.allocation.approval.Divergence.Decided;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.RequiredApproval;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The secretary records that a body approved an act. */
@ApplicationScoped
class RecordApproval {

    private final AgreementsActs acts;
    private final Agreements agreements;
    private final Approvals approvals;
    private final Divergences divergences;
    private final Processes processes;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    RecordApproval(
            AgreementsActs acts,
            Agreements agreements,
            Approvals approvals,
            Divergences divergences,
            Processes processes,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.acts = acts;
        this.agreements = agreements;
        this.approvals = approvals;
        this.divergences = divergences;
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
            @Nullable String changes,
            List<OnAgreement> decisions) {}

    /** What a body decided on one agreement. */
    record OnAgreement(
            UUID agreement,
            @Nullable Soles amount,
            @Nullable String scope) {}

    @Transactional
    void record(UUID actId, Decision decision) {
        var act = acts.requireAlone(actId);
        caller.mustActFor(act.entity());
        var chain = approvals.chain(act, processes.require(act.process()).regulation());
        var outcome = chain.admit(decision.approval(), decision.decidedOn());
        if (!(outcome instanceof Admitted admitted)) {
            throw problem(outcome, decision).toException();
        }
        refuseWithoutSession(chain.required().get(admitted.ordinal()), decision);
        var diverging = Divergence.among(decision.approval(), decided(act, decision.decisions()));
        var row = new ApprovalRow();
        row.key = new ApprovalRow.Key(actId, decision.approval());
        row.ordinal = admitted.ordinal();
        row.number = decision.number();
        row.decidedOn = decision.decidedOn();
        row.session = decision.session();
        row.changes = decision.changes();
        row.recordedAt = clock.instant();
        approvals.persistAndFlush(row);
        divergences.add(actId, diverging);
        outbox.append(new ApprovalRecorded(
                act.process(),
                act.entity(),
                actId,
                decision.approval(),
                decision.number(),
                decision.decidedOn(),
                admitted.complete()));
    }

    /** Where the regulation wants the body to decide in public, the session is named. */
    private static void refuseWithoutSession(RequiredApproval required, Decision decision) {
        if (required.needsSession()
                && (decision.session() == null || decision.session().isBlank())) {
            throw Problem.unprocessable("approval-session-missing")
                    .with("approval", required.approval())
                    .with("law", Regulation.article(required.law()))
                    .error(
                            "/session",
                            "approval-session-missing",
                            "approval",
                            required.approval(),
                            "law",
                            Regulation.article(required.law()))
                    .toException();
        }
    }

    private List<Decided> decided(AgreementsAct act, List<OnAgreement> decisions) {
        var known = agreements.of(act.process()).stream()
                .filter(agreement -> agreement.act().equals(act.id()))
                .collect(Collectors.toMap(Agreement::id, agreement -> agreement));
        var seen = new HashSet<UUID>();
        var decided = new ArrayList<Decided>();
        for (int position = 0; position < decisions.size(); position++) {
            var decision = decisions.get(position);
            var agreement = known.get(decision.agreement());
            if (agreement == null || !seen.add(decision.agreement())) {
                throw Problem.unprocessable("decision-on-other-agreement")
                        .with("agreement", decision.agreement())
                        .error(
                                "/decisions/" + position + "/agreement",
                                "decision-on-other-agreement",
                                "agreement",
                                decision.agreement())
                        .toException();
            }
            decided.add(new Decided(agreement, decision.amount(), decision.scope()));
        }
        return decided;
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
