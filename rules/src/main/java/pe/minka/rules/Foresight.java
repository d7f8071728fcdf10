package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * What an earlier run of Equal Shares with a smaller endowment says about this one.
 *
 * <p>As long as both have bought the same projects in the same order, every voter has at least the money of the earlier
 * run, and at most {@code gain} more, where the gain is known from the prices paid. Let m of a project's supporters have
 * had less than a price per unit, and the others together take u units of it. At that price the supporters then give at
 * most {@code m x gain} more than before; what they give is a concave function of the price, which rises by at least u for
 * each unit of price below it; so the new price is lower by at most {@code gain x m / u}. A bound of the earlier run,
 * lowered by that much, spares this run most of its work and changes nothing of its outcome.
 */
final class Foresight {
    private final RunLog earlier;
    private final Support support;
    private final double endowment;
    private final int[] next;
    private double[] gains = new double[16];
    private double gain;
    private boolean same = true;

    Foresight(RunLog earlier, Support support, double endowment) {
        this.earlier = earlier;
        this.support = support;
        this.endowment = endowment;
        next = new int[support.units.length];
        gain = (endowment - earlier.endowment) * (1 + Offer.MARGIN) + endowment * Offer.MARGIN;
        gains[0] = gain;
    }

    /** Whether both runs have bought the same so far. */
    boolean applies() {
        return same;
    }

    /** Where all supporters of the next project of the earlier run paid it in full, from there on; or null. */
    Purses.@Nullable Footing footing(int project, int round, int purchases) {
        var footing = earlier.footing();
        return same && footing != null && purchases < footing.purchases() && earlier.project(round) == project
                ? footing
                : null;
    }

    /** Whether in the earlier run the same project came next, after the same had come before. */
    boolean expects(int project, int place) {
        return same && place < earlier.offered() && earlier.offer(place) == project;
    }

    /** A bound from above of the price per utility of what came next in the earlier run. */
    double earlierRatio(int place) {
        return same && place < earlier.offered() ? earlier.highRatio(place) : 0;
    }

    /** Whether the earlier run offered and bought the same in all. */
    boolean sameInAll(RunLog log) {
        return same && log.bought() == earlier.bought() && log.offered() == earlier.offered();
    }

    /** Money that the supporters of a project have at most, if that is less than its cost; or zero where nothing is known. */
    double knownToLack(Offer offer, int round) {
        int since = earlier.outRound(offer.project);
        if (!same || since > round) {
            return 0;
        }
        double total =
                earlier.outTotal(offer.project) + support.supporters[offer.project] * gains[since] * (1 + Offer.MARGIN);
        return total < offer.cost * (1 - Offer.MARGIN) ? total : 0;
    }

    /** Raises the bound of an offer to what the earlier run knows of it; whether that changed anything. */
    boolean raise(Offer offer, int round, RunLog log) {
        int project = offer.project;
        double best = offer.low();
        double slope = 0;
        while (same && next[project] < earlier.count(project) && earlier.round(project, next[project]) <= round) {
            int at = next[project]++;
            double lowered = earlier.bound(project, at) * (1 - Offer.MARGIN)
                    - gains[earlier.round(project, at)] * earlier.slope(project, at) * (1 + Offer.MARGIN);
            if (lowered > best) {
                best = lowered;
                slope = earlier.slope(project, at);
            }
        }
        if (best <= offer.low()) {
            return false;
        }
        offer.raise(best);
        log.bound(project, round, best, slope);
        return true;
    }

    /** Follows a purchase in this run at no less than a price. */
    void bought(int project, int round, double price) {
        if (!same || round >= earlier.bought() || earlier.project(round) != project) {
            same = false;
            return;
        }
        gain += Math.max(0, earlier.price(round) - price) * support.mostUnits * (1 + Offer.MARGIN)
                + endowment * Offer.MARGIN;
        if (gains.length <= round + 1) {
            gains = Arrays.copyOf(gains, gains.length * 2);
        }
        gains[round + 1] = gain;
    }
}
