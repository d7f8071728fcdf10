package pe.minka.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The best set under limits: take or leave, project by project, as long as the best set known can still be beaten. */
final class LimitedWelfare {
    private final Election election;
    private final List<Integer> order;
    private final long[] costs;
    private final long[] gains;
    private final FractionBound[] bounds;
    private final Progress progress;
    private BitSet best = new BitSet();
    private long bestValue = -1;
    private long bestCost = Long.MAX_VALUE;
    private boolean minimums = true;
    private long looked;

    LimitedWelfare(Election election, long[] values, List<Integer> order, Progress progress) {
        this.election = election;
        this.order = order;
        this.progress = progress;
        costs = new long[order.size()];
        gains = new long[order.size()];
        Arrays.setAll(costs, index -> election.cost(order.get(index)));
        Arrays.setAll(gains, index -> values[order.get(index)]);
        bounds = new FractionBound[order.size() + 1];
        Arrays.setAll(bounds, from -> new FractionBound(costs, gains, from));
    }

    /** The best set that keeps every limit; where no set reaches the minimums, the best that keeps the others. */
    BitSet best() {
        search(0, 0, 0, new BitSet());
        if (bestValue < 0) {
            minimums = false;
            search(0, 0, 0, new BitSet());
        }
        return best;
    }

    private void search(int index, long cost, long value, BitSet chosen) {
        looked++;
        if (looked % 100_000 == 0) {
            progress.reached("searching the best set", looked, 0);
        }
        long reach = bounds[index].atMost(cost, value, election.budget());
        if (reach < bestValue || reach == bestValue && cost >= bestCost) {
            return;
        }
        if (index == costs.length) {
            if ((value > bestValue || value == bestValue && cost < bestCost) && keepsAll(chosen)) {
                best = (BitSet) chosen.clone();
                bestValue = value;
                bestCost = cost;
            }
            return;
        }
        int project = order.get(index);
        if (cost + costs[index] <= election.budget()) {
            chosen.set(project);
            if (keepsMaximums(chosen)) {
                search(index + 1, cost + costs[index], value + gains[index], chosen);
            }
            chosen.clear(project);
        }
        search(index + 1, cost, value, chosen);
    }

    private boolean keepsMaximums(BitSet chosen) {
        var tally = new LimitTally(election);
        tally.release();
        for (int project = chosen.nextSetBit(0); project >= 0; project = chosen.nextSetBit(project + 1)) {
            var breach = tally.breach(project);
            if (breach != null && breach.obstacle() != Obstacle.NEEDS_ANOTHER_FIRST) {
                return false;
            }
            tally.take(project);
        }
        return true;
    }

    private boolean keepsAll(BitSet chosen) {
        var positions = election.positions();
        for (var entry : election.limits().after().entrySet()) {
            boolean all = entry.getValue().stream().allMatch(before -> chosen.get(positions.getOrDefault(before, 0)));
            if (chosen.get(positions.getOrDefault(entry.getKey(), 0)) && !all) {
                return false;
            }
        }
        for (var group : election.limits().groups()) {
            long money = group.projects().stream()
                    .map(id -> positions.getOrDefault(id, 0))
                    .filter(chosen::get)
                    .mapToLong(election::cost)
                    .sum();
            if (minimums && money < group.atLeast()) {
                return false;
            }
        }
        return true;
    }
}
