package pe.minka.rules;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one project's price in a run of Equal Shares. Prices only grow during a run, so the last one found
 * bounds the next from below.
 */
final class Offer {
    /** Covers the roundings of the few operations between bounds. */
    static final double MARGIN = 1e-12;

    final int project;
    final long cost;
    /** Units that all supporters get from it together. */
    final long units;
    /** Utility of one unit. */
    final long divisor;
    /** Place in the declared order among equals. */
    final int rank;
    /** Whether it may still be bought. */
    boolean live;
    /** Whether limits keep it out for now. */
    boolean aside;
    /** The look at all offers in which its price was found last; 0 for none. */
    int found;

    double price;
    /** How far the price may be off. */
    double error;
    /** Money of those who have less than the price. */
    double poorMoney;

    long richUnits;
    /** Whether some supporter's money is close to the price. */
    boolean close;
    /** The exact price of the round, where it was needed. */
    @Nullable
    Fraction exact;

    private double low;
    private double lowRatio;

    Offer(int project, long cost, long units, long divisor, int rank) {
        this.project = project;
        this.cost = cost;
        this.units = units;
        this.divisor = divisor;
        this.rank = rank;
        raise((double) cost / Math.max(1, units) * (1 - MARGIN));
        richUnits = 0;
    }

    /** A price per unit that it cannot go below. */
    double low() {
        return low;
    }

    /** The same per utility. */
    double lowRatio() {
        return lowRatio;
    }

    /** A price per utility that it does not exceed, once it is found. */
    double highRatio() {
        return (price + error) / divisor * (1 + MARGIN);
    }

    void raise(double bound) {
        if (bound > low) {
            low = bound;
            lowRatio = bound / divisor * (1 - MARGIN);
        }
    }

    /** Enters that all supporters pay a price in full. */
    void paidByAllAt(double fullPrice, double relativeError) {
        price = fullPrice;
        error = fullPrice * relativeError;
        poorMoney = 0;
        richUnits = units;
        close = false;
        raise(price - error);
    }

    /** Whether all supporters pay its price in full, so that the price is the cost over all units. */
    boolean paidByAll() {
        return richUnits == units;
    }

    /** The price if all supporters can pay alike: the smallest possible. */
    Fraction cheapest() {
        return Fraction.of(cost, units);
    }

    /** Whether it comes before another even if the supporters of both can pay alike. */
    boolean comesBeforeAtBest(Offer other) {
        int comparison = cheapest().over(divisor).compareTo(other.cheapest().over(other.divisor));
        return comparison < 0 || comparison == 0 && rank < other.rank;
    }
}
