package pe.minka.rules;

import java.math.BigInteger;

/** What the items from some index on can add at most, if one of them may be taken in part; items by falling density. */
final class FractionBound {
    private final long[] costs;
    private final long[] gains;
    private final long[] costSums;
    private final long[] gainSums;
    private final int from;

    FractionBound(long[] costs, long[] gains, int from) {
        this.costs = costs;
        this.gains = gains;
        this.from = from;
        costSums = new long[costs.length - from + 1];
        gainSums = new long[costs.length - from + 1];
        for (int index = from; index < costs.length; index++) {
            costSums[index - from + 1] = costSums[index - from] + costs[index];
            gainSums[index - from + 1] = Math.addExact(gainSums[index - from], gains[index]);
        }
    }

    /** A value that no completion of a set exceeds. */
    long atMost(long cost, long value, long budget) {
        int whole = whole(budget - cost);
        long bound = value + gainSums[whole];
        if (from + whole == costs.length) {
            return bound;
        }
        long room = budget - cost - costSums[whole];
        long high = Math.multiplyHigh(gains[from + whole], room);
        long low = gains[from + whole] * room;
        long part = high == 0 && low >= 0
                ? low / costs[from + whole]
                : BigInteger.valueOf(gains[from + whole])
                        .multiply(BigInteger.valueOf(room))
                        .divide(BigInteger.valueOf(costs[from + whole]))
                        .longValueExact();
        return bound + part;
    }

    /** A value that some completion of a set reaches. */
    long reachable(long cost, long value, long budget) {
        return value + gainSums[whole(budget - cost)];
    }

    /** How many of the items fit whole, one after the other. */
    private int whole(long room) {
        int low = 0;
        int high = costSums.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (costSums[middle] <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
