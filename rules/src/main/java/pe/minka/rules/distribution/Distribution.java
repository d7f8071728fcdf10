package pe.minka.rules.distribution;

import pe.minka.rules.Fraction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * A formula that shares an envelope among territories. Each criterion gets its weight of the envelope, and each territory
 * its part of that money; both roundings keep the sum, so that the table of terms adds up in both directions to the
 * centimo. A territory whose direct indicator rises while everything else stays the same never gets less.
 *
 * @param criteria the terms; their weights add to exactly 100
 * @param minimum what each territory gets at least, in the smallest unit; taken from the others in proportion to what they
 *     have above it
 * @param tieOrder ids of the territories in the order in which equal remainders get a unit; empty for the order given
 */
public record Distribution(List<Criterion> criteria, long minimum, List<String> tieOrder) {

    public Distribution {
        criteria = List.copyOf(criteria);
        tieOrder = List.copyOf(tieOrder);
        checkWeights(criteria);
        if (minimum < 0) {
            throw new FormulaRefused(FormulaRefused.Reason.INDICATOR_OUT_OF_RANGE, "the minimum is negative");
        }
    }

    /** A formula without minimum; equal remainders get their unit in the order of the territories. */
    public static Distribution by(Criterion... criteria) {
        return new Distribution(List.of(criteria), 0, List.of());
    }

    public Distribution withMinimum(long money) {
        return new Distribution(criteria, money, tieOrder);
    }

    public Distribution withTieOrder(String... ids) {
        return new Distribution(criteria, minimum, List.of(ids));
    }

    private static void checkWeights(List<Criterion> criteria) {
        if (criteria.isEmpty()) {
            throw new FormulaRefused(FormulaRefused.Reason.NO_CRITERIA, "a formula needs at least one criterion");
        }
        var names = new HashSet<String>();
        var sum = BigDecimal.ZERO;
        for (var criterion : criteria) {
            if (criterion.weight().signum() <= 0) {
                throw new FormulaRefused(
                        FormulaRefused.Reason.WEIGHT_NOT_POSITIVE,
                        "the weight of " + criterion.name() + " is not positive");
            }
            if (!names.add(criterion.name())) {
                throw new FormulaRefused(
                        FormulaRefused.Reason.NAME_TWICE, "two criteria are called " + criterion.name());
            }
            sum = sum.add(criterion.weight());
        }
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            throw new FormulaRefused(
                    FormulaRefused.Reason.WEIGHTS_DO_NOT_ADD_TO_100,
                    "the weights add to " + sum.stripTrailingZeros().toPlainString() + " %, not to 100 %");
        }
    }

    /**
     * Shares out an envelope.
     *
     * @param envelope in the smallest unit
     * @return one share for each territory, in the order given; together exactly the envelope
     * @throws FormulaRefused where territories or indicators do not fit the formula
     */
    public List<Share> of(long envelope, List<Territory> territories) {
        check(envelope, territories);
        var ranks = ranks(territories);
        var weights =
                criteria.stream().map(criterion -> fraction(criterion.weight())).toList();
        var pots = LargestRemainder.split(envelope, weights, inOrder(criteria.size()));
        var terms = new ArrayList<List<Share.Term>>();
        territories.forEach(territory -> terms.add(new ArrayList<>()));
        for (int index = 0; index < pots.length; index++) {
            addTerms(criteria.get(index), pots[index], territories, ranks, terms);
        }
        var amounts = new long[territories.size()];
        for (int place = 0; place < amounts.length; place++) {
            amounts[place] =
                    terms.get(place).stream().mapToLong(Share.Term::money).sum();
        }
        var raised = raisedToMinimum(envelope, amounts, ranks);
        var shares = new ArrayList<Share>();
        for (int place = 0; place < amounts.length; place++) {
            shares.add(
                    new Share(territories.get(place), raised[place], terms.get(place), raised[place] - amounts[place]));
        }
        return shares;
    }

    private void check(long envelope, List<Territory> territories) {
        if (envelope < 0) {
            throw new FormulaRefused(FormulaRefused.Reason.ENVELOPE_NEGATIVE, "the envelope is negative");
        }
        if (territories.isEmpty()) {
            throw new FormulaRefused(FormulaRefused.Reason.NO_TERRITORIES, "there is no territory to share among");
        }
        var ids = new HashSet<String>();
        for (var territory : territories) {
            if (!ids.add(territory.id())) {
                throw new FormulaRefused(
                        FormulaRefused.Reason.NAME_TWICE, "the territory " + territory.id() + " stands twice");
            }
        }
        if (minimum > 0 && minimum > envelope / territories.size()) {
            throw new FormulaRefused(
                    FormulaRefused.Reason.MINIMUM_OVER_ENVELOPE, "the minimums together exceed the envelope");
        }
        if (!tieOrder.isEmpty() && (tieOrder.size() != ids.size() || !ids.containsAll(tieOrder))) {
            throw new FormulaRefused(
                    FormulaRefused.Reason.TIE_ORDER_INCOMPLETE, "the tie order must name each territory once");
        }
    }

    private int[] ranks(List<Territory> territories) {
        var ranks = inOrder(territories.size());
        if (!tieOrder.isEmpty()) {
            Arrays.setAll(
                    ranks, place -> tieOrder.indexOf(territories.get(place).id()));
        }
        return ranks;
    }

    private static int[] inOrder(int size) {
        var ranks = new int[size];
        Arrays.setAll(ranks, place -> place);
        return ranks;
    }

    private static void addTerms(
            Criterion criterion, long pot, List<Territory> territories, int[] ranks, List<List<Share.Term>> terms) {
        var values = territories.stream()
                .map(territory -> value(criterion, territory))
                .toList();
        var total = values.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (total.signum() == 0) {
            throw new FormulaRefused(
                    FormulaRefused.Reason.INDICATOR_ALL_ZERO,
                    "no territory has any " + criterion.indicator() + "; nothing can be shared by it");
        }
        var money = LargestRemainder.split(pot, values, ranks);
        for (int place = 0; place < money.length; place++) {
            var value = values.get(place);
            terms.get(place).add(new Share.Term(criterion.name(), value, value.over(total), money[place]));
        }
    }

    private static Fraction value(Criterion criterion, Territory territory) {
        if (criterion.kind() == Criterion.Kind.EQUAL) {
            return Fraction.ONE;
        }
        var value = indicator(territory, criterion.indicator());
        if (criterion.per() != null) {
            var divisor = indicator(territory, criterion.per());
            if (divisor.signum() == 0) {
                throw outOfRange(territory, criterion.per(), "is zero and the formula divides by it");
            }
            value = value.over(divisor);
        }
        if (criterion.cap() != null) {
            value = value.min(fraction(criterion.cap()));
        }
        if (criterion.floor() != null) {
            value = value.max(fraction(criterion.floor()));
        }
        if (criterion.kind() == Criterion.Kind.INVERSE) {
            if (value.signum() == 0) {
                throw outOfRange(territory, criterion.indicator(), "is zero and the formula divides by it");
            }
            return Fraction.ONE.over(value);
        }
        return value;
    }

    private static Fraction indicator(Territory territory, String name) {
        var value = territory.indicators().get(name);
        if (value == null) {
            throw new FormulaRefused(
                    FormulaRefused.Reason.INDICATOR_MISSING, territory.id() + " has no indicator " + name);
        }
        if (value.signum() < 0) {
            throw outOfRange(territory, name, "is negative");
        }
        return fraction(value);
    }

    private static FormulaRefused outOfRange(Territory territory, String name, String how) {
        return new FormulaRefused(
                FormulaRefused.Reason.INDICATOR_OUT_OF_RANGE,
                "the indicator " + name + " of " + territory.id() + " " + how);
    }

    private long[] raisedToMinimum(long envelope, long[] amounts, int[] ranks) {
        boolean anyBelow = Arrays.stream(amounts).anyMatch(amount -> amount < minimum);
        if (!anyBelow) {
            return amounts;
        }
        var surpluses = Arrays.stream(amounts)
                .mapToObj(amount -> Fraction.of(Math.max(0, amount - minimum)))
                .toList();
        long above = envelope - minimum * amounts.length;
        var raised = above == 0 ? new long[amounts.length] : LargestRemainder.split(above, surpluses, ranks);
        for (int place = 0; place < raised.length; place++) {
            raised[place] += minimum;
        }
        return raised;
    }

    private static Fraction fraction(BigDecimal value) {
        return value.scale() > 0
                ? Fraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : Fraction.of(value.toBigIntegerExact(), BigInteger.ONE);
    }
}
