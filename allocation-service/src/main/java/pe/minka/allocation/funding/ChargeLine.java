package pe.minka.allocation.funding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.envelope.Envelope;
import pe.minka.allocation.envelope.Envelopes;
import pe.minka.allocation.funding.LineUse.Outcome;
import pe.minka.allocation.funding.LineUse.SpendingClass;
import pe.minka.allocation.funding.UseRules.Charge;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Something is charged to a funding line, as far as the rule of its day lets it. */
@ApplicationScoped
class ChargeLine {

    private final Envelopes envelopes;
    private final Processes processes;
    private final Agreements agreements;
    private final UseRules rules;
    private final Caller caller;
    private final Clock clock;

    ChargeLine(
            Envelopes envelopes,
            Processes processes,
            Agreements agreements,
            UseRules rules,
            Caller caller,
            Clock clock) {
        this.envelopes = envelopes;
        this.processes = processes;
        this.agreements = agreements;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    record Request(
            String line,
            Use use,
            String title,
            Soles amount,
            @Nullable UUID proposal,
            LocalDate chargedOn) {}

    @Transactional
    Charge charge(UUID envelopeId, Request request) {
        var envelope = envelopes.require(envelopeId);
        caller.mustActFor(envelope.entity());
        var rule = rules.rule(
                        request.line(), request.use(), request.chargedOn(), envelope.entity(), envelope.fiscalYear())
                .orElseThrow(() -> Problem.unprocessable("unknown-funding-line")
                        .with("line", request.line())
                        .toException());
        envelopes.refuseOverCash(envelopeId, Soles.ZERO);
        var charged = rules.chargedAlone(envelopeId, request.line(), request.use(), rule.spendingClass())
                .orElseThrow(() -> Problem.unprocessable("line-not-in-envelope")
                        .with("line", request.line())
                        .toException());
        var outcome =
                rule.judge(request.amount(), charged.line(), charged.all(), charged.sameUse(), charged.sameClass());
        if (!(outcome instanceof Outcome.Allowed allowed)) {
            throw problem(outcome, request).toException();
        }
        refuseUndecided(envelope, request, rule);
        var charge = new Charge(
                UUID.randomUUID(),
                request.line(),
                request.use(),
                rule.spendingClass(),
                request.title(),
                request.amount(),
                request.proposal(),
                request.use() == Use.CURRENT_EXPENDITURE_WORK ? request.use().name() : null,
                allowed.law(),
                request.chargedOn());
        rules.add(envelopeId, charge, clock.instant());
        return charge;
    }

    /** Where all investment is decided by the agents, none is paid that no agreement of theirs stands behind. */
    private void refuseUndecided(Envelope envelope, Request request, LineUse rule) {
        var regulation = processes.require(envelope.process()).regulation();
        if (rule.spendingClass() != SpendingClass.INVESTMENT || !regulation.refusesUndecidedInvestment()) {
            return;
        }
        boolean decided = agreements.of(envelope.process()).stream()
                .filter(agreement -> agreement.state() != AgreementState.WITHDRAWN)
                .anyMatch(agreement -> agreement.proposal().equals(request.proposal()));
        if (!decided) {
            throw Problem.unprocessable("investment-undecided")
                    .with("title", request.title())
                    .with("law", regulation.shareLaw())
                    .toException();
        }
    }

    @Transactional
    void split(EntityCode entity, String line, FiscalYear year, Percent investment, String act) {
        caller.mustActFor(entity);
        if (rules.on(LocalDate.of(year.value(), 1, 1)).stream()
                .noneMatch(rule -> rule.line().equals(line))) {
            throw Problem.unprocessable("unknown-funding-line")
                    .with("line", line)
                    .toException();
        }
        rules.setCouncil(entity, line, year, investment, act);
    }

    private static Problem problem(Outcome outcome, Request request) {
        if (outcome instanceof Outcome.Refused refused) {
            return Problem.unprocessable("use-refused")
                    .with("line", request.line())
                    .with("use", request.use())
                    .with("law", refused.law());
        }
        if (outcome instanceof Outcome.OverShare over) {
            return Problem.unprocessable("use-over-share")
                    .with("line", request.line())
                    .with("use", request.use())
                    .with("most", over.most())
                    .with("already", over.already())
                    .with("law", over.law());
        }
        if (outcome instanceof Outcome.OverLine over) {
            return Problem.conflict("line-overdrawn")
                    .with("line", request.line())
                    .with("free", over.free());
        }
        return Problem.conflict("council-percentage-missing")
                .with("line", request.line())
                .with("law", outcome instanceof Outcome.CouncilMissing missing ? missing.law() : "");
    }
}
