package pe.minka.rules;

/**
 * Finds the price per unit of a project on doubles. Newton's steps start from a lower bound and only go up, so after one
 * pass over the supporters only those are looked at again whose money is a little above the bound.
 */
final class PriceSearch {
    /** How far above the bound supporters are remembered: a guess, which only decides how much work there is. */
    private static final double REACH = 1.25;

    /** What a search came to. */
    enum Outcome {
        FOUND,
        /** The supporters have less than the cost. */
        TOO_DEAR,
        /** Doubles cannot tell. */
        UNCLEAR
    }

    private final Support support;
    private final Purses purses;
    private double[] money = new double[0];
    private int[] nearEntries = new int[0];
    private int nearCount;
    private double total;
    private double poorMoney;
    private long poorUnits;
    private long poorVoters;
    private long richUnits;
    private double nearest;
    private double mostPoor;
    private double doubt;

    PriceSearch(Support support, Purses purses) {
        this.support = support;
        this.purses = purses;
    }

    /** Money that the supporters have together at most. */
    double totalAtMost() {
        return total + doubt;
    }

    /** How much the price falls at most if every voter gets one more. */
    double slope() {
        return (double) poorVoters / richUnits;
    }

    /** Looks for the price of an offer and enters it there. */
    Outcome look(Offer offer) {
        int project = offer.project;
        int from = support.columnStart[project];
        int to = support.columnStart[project + 1];
        double trial = offer.low();
        money = purses.money();
        while (true) {
            double reach = trial * REACH;
            pass(from, to, trial, reach);
            doubt = support.supporters[project] * purses.slack()
                    + (to - from + 4) * Purses.ROUNDING * total
                    + offer.cost * Purses.ROUNDING;
            if (total < offer.cost - doubt) {
                return Outcome.TOO_DEAR;
            }
            double next = total <= offer.cost + doubt ? -1 : settle(offer, reach);
            richUnits = offer.units - poorUnits;
            if (next < 0 || richUnits <= 0) {
                return Outcome.UNCLEAR;
            }
            double spread = doubt / richUnits + next * Purses.ROUNDING;
            if (next < reach) {
                return next + 2 * spread + purses.slack() >= nearest
                        ? Outcome.UNCLEAR
                        : entered(offer, trial, next, spread);
            }
            trial = next - spread;
        }
    }

    private Outcome entered(Offer offer, double trial, double price, double spread) {
        offer.price = price;
        offer.error = spread;
        offer.poorMoney = poorMoney;
        offer.richUnits = richUnits;
        double apart = purses.slack() + 2 * spread;
        offer.close = price - Math.max(trial, mostPoor) <= apart || nearest - price <= apart;
        offer.raise(price - spread);
        return Outcome.FOUND;
    }

    /**
     * Sums up the supporters below a trial price and remembers those between it and the reach. Which supporter is where
     * no processor can predict, so the signs of differences are counted instead of branching on them.
     */
    private void pass(int from, int to, double trial, double reach) {
        if (nearEntries.length <= to - from) {
            nearEntries = new int[to - from + 1];
        }
        double sum = 0;
        double poor = 0;
        long units = 0;
        long voters = 0;
        int kept = 0;
        var near = nearEntries;
        var has = money;
        var groups = support.columnGroup;
        var weights = support.columnWeight;
        var worths = support.columnUnits;
        for (int entry = from; entry < to; entry++) {
            double purse = has[groups[entry]];
            int weight = weights[entry];
            int worth = worths[entry];
            double gives = purse * weight;
            long isPoor = Double.doubleToRawLongBits(purse - trial * worth) >>> 63;
            long isBelow = Double.doubleToRawLongBits(purse - reach * worth) >>> 63;
            sum += gives;
            poor += Double.longBitsToDouble(Double.doubleToRawLongBits(gives) & -isPoor);
            units += (long) weight * worth & -isPoor;
            voters += weight & -isPoor;
            near[kept] = entry;
            kept += (int) (isBelow - isPoor);
        }
        total = sum;
        poorMoney = poor;
        poorUnits = units;
        poorVoters = voters;
        nearest = reach;
        nearCount = kept;
        mostPoor = 0;
    }

    /** Moves those remembered below the price as far as they are poor; the price, or one past the reach, or -1. */
    private double settle(Offer offer, double reach) {
        double beyond = nearest;
        while (true) {
            double rich = (double) offer.units - poorUnits;
            if (rich <= 0) {
                return -1;
            }
            double next = (offer.cost - poorMoney) / rich;
            if (next >= reach) {
                return next;
            }
            int kept = 0;
            double least = beyond;
            for (int index = 0; index < nearCount; index++) {
                int entry = nearEntries[index];
                double has = money[support.columnGroup[entry]];
                int weight = support.columnWeight[entry];
                int worth = support.columnUnits[entry];
                if (has < next * worth) {
                    poorMoney += has * weight;
                    poorUnits += (long) weight * worth;
                    poorVoters += weight;
                    mostPoor = Math.max(mostPoor, has / worth);
                } else {
                    nearEntries[kept++] = entry;
                    least = Math.min(least, has / worth);
                }
            }
            if (kept == nearCount) {
                nearest = least;
                return next;
            }
            nearCount = kept;
        }
    }
}
