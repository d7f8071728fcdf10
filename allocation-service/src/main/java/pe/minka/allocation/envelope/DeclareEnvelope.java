package pe.minka.allocation.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.envelope.Declaration.Outcome;
import pe.minka.allocation.envelope.Declaration.Outcome.Admitted;
import pe.minka.allocation.envelope.Declaration.ShareFinding;
import pe.minka.allocation.envelope.EnvelopeRow.FundedPart;
import pe.minka.allocation.process.CalledProcess;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** An entity declares the money that the agents decide on. */
@ApplicationScoped
class DeclareEnvelope {

    private final Processes processes;
    private final Envelopes envelopes;
    private final FundingLines fundingLines;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    DeclareEnvelope(
            Processes processes,
            Envelopes envelopes,
            FundingLines fundingLines,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.processes = processes;
        this.envelopes = envelopes;
        this.fundingLines = fundingLines;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The envelope's worth in another currency, for comparison only.
     *
     * @param rate soles for one unit of it
     */
    record ForeignAmount(String currency, BigDecimal amount, BigDecimal rate, String source) {}

    record Declared(EnvelopeRow envelope, ShareFinding share) {}

    @Transactional
    Declared declare(
            ProcessId process,
            Declaration declaration,
            @Nullable Soles wholeInvestmentBudget,
            @Nullable ForeignAmount foreign) {
        var called = processes.requireAlone(process);
        caller.mustActFor(called.entity());
        var catalogue = fundingLines.byCode();
        var outcome = declaration.judge(called.regulation(), catalogue.keySet());
        if (!(outcome instanceof Admitted admitted)) {
            throw problem(outcome, called).toException();
        }
        var whole = wholeInvestmentBudget == null ? declaration.investmentBudget() : wholeInvestmentBudget;
        refuseWhatDoesNotAddUp(called, declaration, admitted, whole);
        var envelope = envelope(called, declaration, admitted, whole);
        if (foreign != null) {
            envelope.foreignCurrency = foreign.currency();
            envelope.foreignAmount = foreign.amount();
            envelope.foreignRate = foreign.rate();
            envelope.foreignSource = foreign.source();
        }
        envelopes.persist(envelope);
        outbox.append(declared(envelope, admitted, catalogue));
        return new Declared(envelope, admitted.finding());
    }

    /** The process' row is locked here: no other envelope of it is declared at the same time. */
    private void refuseWhatDoesNotAddUp(CalledProcess called, Declaration declaration, Admitted admitted, Soles whole) {
        if (admitted.amount().exceeds(whole)) {
            throw Problem.unprocessable("envelopes-over-budget")
                    .with("whole", whole)
                    .with("declared", admitted.amount())
                    .toException();
        }
        var sum = admitted.amount();
        for (var other : envelopes.rows(called.id())) {
            if (!other.fiscalYear.equals(declaration.fiscalYear())) {
                continue;
            }
            if (other.purse.equals(admitted.purse())) {
                throw Problem.conflict("envelope-already-declared")
                        .with("envelope", other.id)
                        .with("fiscalYear", other.fiscalYear)
                        .toException();
            }
            if (!other.wholeInvestmentBudget.equals(whole)) {
                throw Problem.unprocessable("whole-budget-differs")
                        .with("declared", other.wholeInvestmentBudget)
                        .toException();
            }
            sum = sum.plus(other.amount);
        }
        if (sum.exceeds(whole)) {
            throw Problem.unprocessable("envelopes-over-budget")
                    .with("whole", whole)
                    .with("declared", sum)
                    .toException();
        }
    }

    private EnvelopeRow envelope(CalledProcess called, Declaration declaration, Admitted admitted, Soles whole) {
        var envelope = new EnvelopeRow();
        envelope.id = UUID.randomUUID();
        envelope.process = called.id();
        envelope.entity = called.entity();
        envelope.fiscalYear = declaration.fiscalYear();
        envelope.purse = admitted.purse();
        envelope.decidedBy = admitted.decidedBy();
        envelope.investmentBudget = declaration.investmentBudget();
        envelope.wholeInvestmentBudget = whole;
        envelope.amount = admitted.amount();
        var announced = admitted.finding().declared();
        envelope.declaredPercent = announced == null ? null : announced.value();
        envelope.computedPercent = admitted.finding().computed().value();
        envelope.declaredAt = clock.instant();
        admitted.lines().forEach(line -> envelope.lines.add(FundedPart.of(line)));
        return envelope;
    }

    private static EnvelopeDeclared declared(
            EnvelopeRow envelope, Admitted admitted, Map<String, FundingLine> catalogue) {
        return new EnvelopeDeclared(
                envelope.process,
                envelope.entity,
                envelope.id,
                envelope.fiscalYear,
                envelope.amount,
                envelope.investmentBudget,
                admitted.finding().computed(),
                admitted.lines().stream()
                        .map(line ->
                                new EnvelopeDeclared.Line(line.line(), sourceOf(line.line(), catalogue), line.amount()))
                        .toList(),
                envelope.purse,
                envelope.decidedBy);
    }

    private static String sourceOf(String line, Map<String, FundingLine> catalogue) {
        var known = catalogue.get(line);
        if (known == null) {
            throw new IllegalStateException("a funding line was admitted that is not in the catalogue: " + line);
        }
        return known.source;
    }

    private static Problem problem(Outcome refused, CalledProcess called) {
        if (refused instanceof Outcome.BelowOrdinance below) {
            return Problem.unprocessable("share-below-ordinance")
                    .with("required", below.required())
                    .with("computed", below.computed())
                    .with("least", below.least())
                    .with("law", below.law())
                    .with("regulation", called.regulation().identifier());
        }
        if (refused instanceof Outcome.OverBudget over) {
            return Problem.unprocessable("envelope-over-investment").with("declared", over.amount());
        }
        if (refused instanceof Outcome.UnknownLine unknown) {
            return Problem.unprocessable("unknown-funding-line")
                    .with("line", unknown.line())
                    .error("/lines/" + unknown.position() + "/line", "unknown-funding-line", "line", unknown.line());
        }
        if (refused instanceof Outcome.RepeatedLine repeated) {
            return Problem.unprocessable("repeated-funding-line")
                    .with("line", repeated.line())
                    .error("/lines/" + repeated.position() + "/line", "repeated-funding-line", "line", repeated.line());
        }
        if (refused instanceof Outcome.AmountMissing missing) {
            return Problem.unprocessable("line-amount-missing")
                    .with("line", missing.line())
                    .error("/lines/" + missing.position() + "/amount", "line-amount-missing", "line", missing.line());
        }
        if (refused instanceof Outcome.UnknownPurse unknown) {
            return Problem.unprocessable("unknown-purse").with("known", String.join(", ", unknown.known()));
        }
        return Problem.unprocessable("no-money");
    }
}
