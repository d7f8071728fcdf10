package pe.minka.allocation.distribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Regulation.Criterion;
import pe.minka.platform.core.Soles;
import pe.minka.rules.distribution.Atomisation;
import pe.minka.rules.distribution.Distribution;
import pe.minka.rules.distribution.Share;
import pe.minka.rules.distribution.Territory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An envelope shared out among zones: the parts add to it to the centimo, and each shows its terms.
 *
 * @param atomisation 0 where one zone has all, 1 where all have the same
 * @param equalSplit whether no two parts differ by more than a centimo
 * @param poorerBelow pairs of zones in which the poorer gets less per head; empty where poverty is not known
 */
record ZoneShares(List<Part> parts, BigDecimal atomisation, boolean equalSplit, List<PoorerBelow> poorerBelow) {

    static final String POPULATION = "POPULATION";

    /** A zone with its indicators. */
    record Zone(String zone, String name, Map<String, BigDecimal> values) {}

    /**
     * @param perHead soles for each inhabitant, two decimals rounded down, where the population is known
     * @param adjustment raised to the minimum or given up for that of others; absent where it is nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            String zone,
            String name,
            Soles amount,
            List<Term> terms,
            @Nullable String adjustment,
            @Nullable Soles perHead) {}

    /** What one criterion brings a zone. */
    record Term(String criterion, Percent weightPercent, String value, Soles amount) {}

    record PoorerBelow(String poorer, String richer) {}

    /**
     * Shares out an amount.
     *
     * @param poverty the indicator by which zones are poorer: more of it is poorer; null where nothing is compared
     * @throws pe.minka.rules.distribution.FormulaRefused where formula and indicators do not fit
     */
    static ZoneShares of(
            Soles amount, List<Criterion> criteria, Soles minimum, List<Zone> zones, @Nullable String poverty) {
        var formula = new Distribution(criteria.stream().map(ZoneShares::term).toList(), minimum.centimos(), List.of());
        var territories = zones.stream()
                .map(zone -> new Territory(zone.zone(), zone.name(), zone.values()))
                .toList();
        var shares = formula.of(amount.centimos(), territories);
        var atomisation = Atomisation.of(shares.stream().map(Share::amount).toList());
        return new ZoneShares(
                shares.stream().map(share -> part(share, criteria)).toList(),
                atomisation.index(),
                atomisation.equalSplit(),
                poverty == null ? List.of() : poorerBelow(shares, poverty));
    }

    private static pe.minka.rules.distribution.Criterion term(Criterion criterion) {
        var weight = criterion.weightPercent().toString();
        return "INVERSE".equals(criterion.direction())
                ? pe.minka.rules.distribution.Criterion.inverse(criterion.indicator(), weight)
                : pe.minka.rules.distribution.Criterion.direct(criterion.indicator(), weight);
    }

    private static Part part(Share share, List<Criterion> criteria) {
        var values = share.territory().indicators();
        var terms = new ArrayList<Term>();
        for (int index = 0; index < criteria.size(); index++) {
            var criterion = criteria.get(index);
            var value = Objects.requireNonNull(values.get(criterion.indicator()));
            terms.add(new Term(
                    criterion.indicator(),
                    criterion.weightPercent(),
                    value.toPlainString(),
                    new Soles(share.terms().get(index).money())));
        }
        return new Part(
                share.territory().id(),
                share.territory().name(),
                new Soles(share.amount()),
                terms,
                share.adjustment() == 0
                        ? null
                        : BigDecimal.valueOf(share.adjustment(), 2).toPlainString(),
                perHead(share.amount(), values.get(POPULATION)));
    }

    private static @Nullable Soles perHead(long centimos, @Nullable BigDecimal population) {
        return population == null || population.signum() <= 0
                ? null
                : new Soles(BigDecimal.valueOf(centimos)
                        .divide(population, 0, RoundingMode.DOWN)
                        .longValueExact());
    }

    private static List<PoorerBelow> poorerBelow(List<Share> shares, String poverty) {
        var comparable = shares.stream()
                .filter(share -> share.territory().indicators().containsKey(poverty))
                .filter(share ->
                        perHead(share.amount(), share.territory().indicators().get(POPULATION)) != null)
                .sorted(Comparator.comparing((Share share) -> Objects.requireNonNull(
                                share.territory().indicators().get(poverty)))
                        .reversed())
                .toList();
        var found = new ArrayList<PoorerBelow>();
        for (int i = 1; i < comparable.size(); i++) {
            var poorer = comparable.get(i - 1);
            var richer = comparable.get(i);
            if (isPoorer(poorer, richer, poverty) && receivesLess(poorer, richer)) {
                found.add(new PoorerBelow(
                        poorer.territory().id(), richer.territory().id()));
            }
        }
        return found;
    }

    private static boolean isPoorer(Share one, Share other, String poverty) {
        return Objects.requireNonNull(one.territory().indicators().get(poverty))
                        .compareTo(other.territory().indicators().get(poverty))
                > 0;
    }

    /** Compared crosswise, so that no division rounds the answer. */
    private static boolean receivesLess(Share one, Share other) {
        var onePopulation = Objects.requireNonNull(one.territory().indicators().get(POPULATION));
        var otherPopulation =
                Objects.requireNonNull(other.territory().indicators().get(POPULATION));
        return BigDecimal.valueOf(one.amount())
                        .multiply(otherPopulation)
                        .compareTo(BigDecimal.valueOf(other.amount()).multiply(onePopulation))
                < 0;
    }
}
