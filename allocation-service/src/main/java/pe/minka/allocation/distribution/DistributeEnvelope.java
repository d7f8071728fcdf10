package pe.minka.allocation.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.distribution.DistributionRow.ZoneAmount;
import pe.minka.allocation.distribution.IndicatorSets.Indicators;
import pe.minka.allocation.envelope.Envelope;
import pe.minka.allocation.envelope.Envelopes;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.Criterion;
import pe.minka.allocation.process.Regulation.Formula;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.rules.distribution.FormulaRefused;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An envelope is shared out among zones, for good or to see what would be. */
@ApplicationScoped
class DistributeEnvelope {

    private final Envelopes envelopes;
    private final Processes processes;
    private final IndicatorSets indicatorSets;
    private final Distributions distributions;
    private final Documents documents;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    DistributeEnvelope(
            Envelopes envelopes,
            Processes processes,
            IndicatorSets indicatorSets,
            Distributions distributions,
            Documents documents,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.envelopes = envelopes;
        this.processes = processes;
        this.indicatorSets = indicatorSets;
        this.distributions = distributions;
        this.documents = documents;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param given indicators sent with the request; absent: those heard of for the scheme and year
     * @param criteria absent: those of the regulation
     * @param poverty the indicator by which zones are poorer
     */
    record Request(
            @Nullable String scheme,
            @Nullable Integer year,
            @Nullable Indicators given,
            @Nullable List<Criterion> criteria,
            @Nullable Soles minimum,
            @Nullable String poverty) {}

    /** The formula as it was applied. */
    record Applied(
            List<Criterion> criteria,
            Soles minimum,
            @Nullable String poverty,
            String law) {}

    record Distributed(Envelope envelope, Applied formula, Indicators indicators, ZoneShares shares) {}

    /** What would be; nothing is written. */
    @Transactional
    Distributed simulate(UUID envelopeId, Request request) {
        var envelope = envelopes.require(envelopeId);
        caller.mustActFor(envelope.entity());
        var regulation = processes.require(envelope.process()).regulation();
        return distributed(envelope, request, applied(regulation.distribution(), request, true));
    }

    @Transactional
    DistributionRow distribute(UUID envelopeId, Request request) {
        envelopes.lock(envelopeId);
        var envelope = envelopes.require(envelopeId);
        caller.mustActFor(envelope.entity());
        var set = processes.require(envelope.process()).regulation().distribution();
        var distributed = distributed(envelope, request, applied(set, request, false));
        refuseWhatTheOrdinanceForbids(set, distributed.shares());
        var row = row(distributed);
        distributions.persist(row);
        outbox.append(new DistributionMade(
                row.process,
                row.entity,
                row.id,
                row.envelope,
                row.amount,
                distributed.shares().parts().stream()
                        .map(part -> new DistributionMade.Part(
                                part.zone(),
                                part.amount(),
                                part.terms().stream()
                                        .map(term -> new DistributionMade.Term(
                                                term.criterion(), term.weightPercent(), term.value(), term.amount()))
                                        .toList()))
                        .toList()));
        return row;
    }

    private static Applied applied(@Nullable Formula set, Request request, boolean simulated) {
        if (set == null && request.criteria() == null) {
            throw Problem.unprocessable("formula-missing").toException();
        }
        var law = Regulation.article(set == null ? null : set.law());
        if (set != null && request.criteria() != null && !simulated) {
            throw Problem.unprocessable("formula-fixed").with("law", law).toException();
        }
        var criteria = request.criteria() != null
                ? request.criteria()
                : Objects.requireNonNull(set).criteria();
        var sum = criteria.stream()
                .map(criterion -> criterion.weightPercent().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            throw Problem.unprocessable("weights-not-hundred")
                    .with("sum", sum.toPlainString())
                    .toException();
        }
        return new Applied(criteria, Objects.requireNonNullElse(request.minimum(), Soles.ZERO), request.poverty(), law);
    }

    private Distributed distributed(Envelope envelope, Request request, Applied formula) {
        var indicators = indicators(envelope, request);
        refuseGaps(formula, indicators);
        try {
            return new Distributed(
                    envelope,
                    formula,
                    indicators,
                    ZoneShares.of(
                            envelope.amount(),
                            formula.criteria(),
                            formula.minimum(),
                            indicators.zones(),
                            formula.poverty()));
        } catch (FormulaRefused refused) {
            throw Problem.unprocessable("formula-refused")
                    .with("reason", refused.reason())
                    .with("explanation", String.valueOf(refused.getMessage()))
                    .toException();
        }
    }

    private Indicators indicators(Envelope envelope, Request request) {
        if (request.given() != null) {
            return request.given();
        }
        var scheme = Objects.requireNonNullElse(request.scheme(), "—");
        int year =
                Objects.requireNonNullElse(request.year(), envelope.fiscalYear().value());
        return indicatorSets
                .newest(envelope.entity(), scheme, year)
                .orElseThrow(() -> Problem.unprocessable("indicators-unknown")
                        .with("scheme", scheme)
                        .with("year", year)
                        .toException());
    }

    private static void refuseGaps(Applied formula, Indicators indicators) {
        var problem = Problem.unprocessable("indicators-incomplete");
        for (var zone : indicators.zones()) {
            for (var criterion : formula.criteria()) {
                if (!zone.values().containsKey(criterion.indicator())) {
                    problem.error(
                            "/indicators/zones",
                            "indicator-missing",
                            "indicator",
                            criterion.indicator(),
                            "zone",
                            zone.zone());
                }
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private static void refuseWhatTheOrdinanceForbids(@Nullable Formula set, ZoneShares shares) {
        if (set == null
                || !Boolean.TRUE.equals(set.poorestAtLeastPerHead())
                || shares.poorerBelow().isEmpty()) {
            return;
        }
        var first = shares.poorerBelow().get(0);
        throw Problem.unprocessable("poorer-below-per-head")
                .with("poorer", first.poorer())
                .with("richer", first.richer())
                .with("law", Regulation.article(set.law()))
                .toException();
    }

    private DistributionRow row(Distributed distributed) {
        var envelope = distributed.envelope();
        var row = new DistributionRow();
        row.id = UUID.randomUUID();
        row.process = envelope.process();
        row.entity = envelope.entity();
        row.envelope = envelope.id();
        row.sequence = Math.toIntExact(distributions.count("envelope", envelope.id()) + 1);
        row.amount = envelope.amount();
        row.formula = documents.write(distributed.formula());
        row.inputs = documents.write(distributed.indicators());
        row.outcome = documents.write(distributed.shares());
        row.madeAt = clock.instant();
        distributed.shares().parts().forEach(part -> row.parts.add(new ZoneAmount(part.zone(), part.amount())));
        return row;
    }
}
