package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** What one run of Equal Shares found out about prices, for the next run with a larger endowment ({@link Foresight}). */
final class RunLog {
    final double endowment;
    private final int[] order;
    private final double[] prices;
    private int bought;
    private int[] offers;
    private double[] highRatios;
    private int offered;
    private final int[] outRound;
    private final double[] outTotal;
    private final int[] counts;
    private final int[][] rounds;
    private final double[][] bounds;
    private final double[][] slopes;
    private Purses.@Nullable Footing footing;

    RunLog(int projects, double endowment) {
        this.endowment = endowment;
        order = new int[projects];
        prices = new double[projects];
        offers = new int[projects + 1];
        highRatios = new double[projects + 1];
        outRound = new int[projects];
        Arrays.fill(outRound, Integer.MAX_VALUE);
        outTotal = new double[projects];
        counts = new int[projects];
        rounds = new int[projects][4];
        bounds = new double[projects][4];
        slopes = new double[projects][4];
    }

    /** Notes a project that was bought, and a bound from above of its price per unit. */
    void bought(int project, double price) {
        order[bought] = project;
        prices[bought] = price;
        bought++;
    }

    /** Notes a project that came next, whether limits let it in or not, and a bound from above of its price per utility. */
    void offered(int project, double highRatio) {
        if (offered == offers.length) {
            offers = Arrays.copyOf(offers, offered * 2);
            highRatios = Arrays.copyOf(highRatios, offered * 2);
        }
        offers[offered] = project;
        highRatios[offered] = highRatio;
        offered++;
    }

    /** Notes that the supporters of a project have less than its cost in a round, and at most how much. */
    void out(int project, int round, double total) {
        outRound[project] = round;
        outTotal[project] = total;
    }

    /** Notes a bound of a price from below in a round, and how much it falls at most if every voter gets one more. */
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

    void keep(Purses.@Nullable Footing newFooting) {
        footing = newFooting;
    }

    Purses.@Nullable Footing footing() {
        return footing;
    }

    int bought() {
        return bought;
    }

    int project(int round) {
        return order[round];
    }

    double price(int round) {
        return prices[round];
    }

    int offered() {
        return offered;
    }

    int offer(int place) {
        return offers[place];
    }

    double highRatio(int place) {
        return highRatios[place];
    }

    int outRound(int project) {
        return outRound[project];
    }

    double outTotal(int project) {
        return outTotal[project];
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
