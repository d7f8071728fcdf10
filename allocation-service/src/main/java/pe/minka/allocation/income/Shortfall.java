package pe.minka.allocation.income;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.envelope.Envelope;
import pe.minka.platform.core.Soles;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What did not arrive, and which agreements it touches.
 *
 * <p>A line of an envelope loses the part of its amount that its funding line lost, rounded against the envelope. What is
 * left pays first the agreements that are kept already, then the open ones by votes; those it does not reach to the end
 * are touched.
 *
 * @law DS 142-2009-EF art. 6.3: the referential ceiling, and measures where less arrives
 */
record Shortfall(List<LineGap> lines, List<EnvelopeCover> envelopes, List<Touched> agreements) {

    /** One of missing and surplus is zero. */
    record LineGap(String line, Soles forecast, Soles actual, Soles missing, Soles surplus) {}

    /** @param covered what of the envelope the actual income carries */
    record EnvelopeCover(UUID envelope, String purse, Soles amount, Soles covered) {}

    /** @param covered what is left for it */
    record Touched(UUID agreement, UUID envelope, String title, Soles amount, Soles covered, Soles missing) {}

    /** @param agreements of those envelopes */
    static Shortfall of(
            SortedMap<String, Soles> forecast,
            SortedMap<String, Soles> actual,
            List<Envelope> envelopes,
            List<Agreement> agreements) {
        var gaps = gaps(forecast, actual);
        var covers = new ArrayList<EnvelopeCover>();
        var touched = new ArrayList<Touched>();
        for (var envelope : envelopes) {
            var covered = envelope.lines().entrySet().stream()
                    .map(line -> covered(line.getValue(), gaps.get(line.getKey())))
                    .reduce(Soles.ZERO, Soles::plus);
            covers.add(new EnvelopeCover(envelope.id(), envelope.purse(), envelope.amount(), covered));
            touched.addAll(touched(covered, envelope.id(), agreements));
        }
        return new Shortfall(List.copyOf(gaps.values()), covers, touched);
    }

    private static SortedMap<String, LineGap> gaps(SortedMap<String, Soles> forecast, SortedMap<String, Soles> actual) {
        var codes = new TreeSet<>(forecast.keySet());
        codes.addAll(actual.keySet());
        var gaps = new TreeMap<String, LineGap>();
        for (var line : codes) {
            var expected = forecast.getOrDefault(line, Soles.ZERO);
            var arrived = actual.getOrDefault(line, Soles.ZERO);
            gaps.put(line, new LineGap(line, expected, arrived, over(expected, arrived), over(arrived, expected)));
        }
        return gaps;
    }

    /** By how much the one exceeds the other; nothing where it does not. */
    private static Soles over(Soles one, Soles other) {
        return one.exceeds(other) ? one.minus(other) : Soles.ZERO;
    }

    private static Soles covered(Soles amount, @Nullable LineGap gap) {
        if (gap == null || gap.missing().equals(Soles.ZERO)) {
            return amount;
        }
        return new Soles(BigInteger.valueOf(amount.centimos())
                .multiply(BigInteger.valueOf(gap.actual().centimos()))
                .divide(BigInteger.valueOf(gap.forecast().centimos()))
                .longValueExact());
    }

    private static List<Touched> touched(Soles covered, UUID envelope, List<Agreement> agreements) {
        var inOrder = agreements.stream()
                .filter(agreement -> agreement.envelope().equals(envelope))
                .filter(agreement -> agreement.state() != AgreementState.WITHDRAWN)
                .sorted(Comparator.comparing((Agreement agreement) -> agreement.state() != AgreementState.DONE)
                        .thenComparing(
                                Comparator.comparingLong(Agreement::votes).reversed())
                        .thenComparing(Agreement::title)
                        .thenComparing(Agreement::id))
                .toList();
        var found = new ArrayList<Touched>();
        var left = covered;
        for (var agreement : inOrder) {
            var given = agreement.amount().exceeds(left) ? left : agreement.amount();
            left = left.minus(given);
            if (agreement.state() == AgreementState.OPEN && agreement.amount().exceeds(given)) {
                found.add(new Touched(
                        agreement.id(),
                        envelope,
                        agreement.title(),
                        agreement.amount(),
                        given,
                        agreement.amount().minus(given)));
            }
        }
        return found;
    }
}
