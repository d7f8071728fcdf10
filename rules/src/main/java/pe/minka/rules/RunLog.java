package pe.minka.rules;

import java.util.Arrays;

/**
 * What one run of Equal Shares found out about prices, for the next run with a larger endowment.
 *
 * <p>As long as both runs have bought the same projects in the same order, every voter of the later run has at least the
 * money of the earlier one, and at most {@code gain} more, where the gain is known from the prices paid. The supporters
 * of a project then have at most {@code supporters x gain} more together, and since the money that they would give for a
 * price per unit is a concave function of it, whose slope at the earlier price is the units of those who could pay it,
 * the new price is at least {@code earlier price - gain x supporters / those units}. So a bound of the earlier run,
 * lowered by that much, spares the later run most of its work and changes nothing of its outcome.
 */
final class RunLog {
    final double endowment;
    final int[] order;
    final double[] paid;
    int bought;
    final int[] outRound;
    final double[] outTotal;
    private final int[] counts;
    private final int[][] rounds;
    private final double[][] bounds;
    private final double[][] slopes;

    RunLog(int projects, double endowment) {
        this.endowment = endowment;
        order = new int[projects];
        paid = new double[projects];
        outRound = new int[projects];
        Arrays.fill(outRound, Integer.MAX_VALUE);
        outTotal = new double[projects];
        counts = new int[projects];
        rounds = new int[projects][4];
        bounds = new double[projects][4];
        slopes = new double[projects][4];
    }

    void bought(int project, double price) {
        order[bought] = project;
        paid[bought] = price;
        bought++;
    }

    void bound(int project, int round, double bound, double slope) {
        int at = counts[project];
        if (at > 0 && rounds[project][at - 1] == round) {
            at--;
        } else if (at == rounds[project].length) {
            rounds[project] = Arrays.copyOf(rounds[project], at * 2);
            bounds[project] = Arrays.copyOf(bounds[project], at * 2);
            slopes[project] = Arrays.copyOf(slopes[project], at * 2);
        }
        rounds[project][at] = round;
        bounds[project][at] = bound;
        slopes[project][at] = slope;
        counts[project] = at + 1;
    }

    int count(int project) {
        return counts[project];
    }

    int round(int project, int at) {
        return rounds[project][at];
    }

    double bound(int project, int at) {
        return bounds[project][at];
    }

    double slope(int project, int at) {
        return slopes[project][at];
    }
}
