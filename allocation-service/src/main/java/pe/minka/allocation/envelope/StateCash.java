package pe.minka.allocation.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.envelope.CashStatements.CashStatement;
import pe.minka.allocation.envelope.CashStatements.Explanation;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The treasury states the cash behind an envelope, and explains in public where it does not suffice. */
@ApplicationScoped
class StateCash {

    private final Envelopes envelopes;
    private final CashStatements cash;
    private final Caller caller;
    private final Clock clock;

    StateCash(Envelopes envelopes, CashStatements cash, Caller caller, Clock clock) {
        this.envelopes = envelopes;
        this.cash = cash;
        this.caller = caller;
        this.clock = clock;
    }

    /** The envelope is held meanwhile: no agreement takes money between the count and the statement. */
    @Transactional
    void state(UUID envelopeId, LocalDate asOf, Soles amount, String source) {
        envelopes.lock(envelopeId);
        var envelope = envelopes.require(envelopeId);
        caller.mustActFor(envelope.entity());
        var before = cash.of(envelopeId);
        if (!before.isEmpty() && asOf.isBefore(before.get(0).asOf())) {
            throw Problem.unprocessable("cash-dated-before")
                    .with("earliest", before.get(0).asOf())
                    .toException();
        }
        cash.add(
                envelopeId,
                new CashStatement(
                        UUID.randomUUID(), before.size() + 1, asOf, amount, envelope.reserved(), source, null),
                clock.instant());
    }

    @Transactional
    void explain(UUID envelopeId, UUID statement, Explanation explanation) {
        envelopes.lock(envelopeId);
        var envelope = envelopes.require(envelopeId);
        caller.mustActFor(envelope.entity());
        var explained = cash.of(envelopeId).stream()
                .filter(each -> each.id().equals(statement))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().toException());
        if (!explained.isShort()) {
            throw Problem.conflict("nothing-to-explain").toException();
        }
        if (!cash.explain(statement, explanation, clock.instant())) {
            throw Problem.conflict("already-explained").toException();
        }
    }
}
