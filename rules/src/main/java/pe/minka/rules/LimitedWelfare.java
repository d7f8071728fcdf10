package pe.minka.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The best set under limits: take or leave, project by project, as long as the best set known can still be beaten. */
final class LimitedWelfare {
    private final Election election;
    private final List<Integer> order;
    private final long[] costs;
    private final long[] gains;
    private final LimitedBound bound;
    private final Progress progress;
    private final LimitTally tally;
    private final List<Minimum> minimums = new ArrayList<>();
    /** For each place those that must be chosen with it. */
    private final BitSet[] before;
    /** For each place those that cannot be chosen without it. */
    private final BitSet[] after;

    private final BitSet chosen = new BitSet();
    private BitSet best = new BitSet();
    private long bestValue = -1;
    private long bestCost = Long.MAX_VALUE;
    private boolean demanding = true;
    private long looked;

    /** Money that some places have to get together, and what those from a place on could still add. */
    private record Minimum(long money, BitSet places, long[] later) {}

    /**
     * Prepares a search.
     *
     * @param order projects that could help, by falling utility per cost
     */
    LimitedWelfare(Election election, long[] values, List<Integer> order, Progress progress) {
        this.election = election;
        this.order = order;
        this.progress = progress;
        int size = order.size();
        costs = new long[size];
        gains = new long[size];
        Arrays.setAll(costs, place -> election.cost(order.get(place)));
        Arrays.setAll(gains, place -> values[order.get(place)]);
        bound = new LimitedBound(election, order, costs, gains);
        tally = new LimitTally(election);
        tally.release();
        before = new BitSet[size];
        after = new BitSet[size];
        Arrays.setAll(before, place -> new BitSet());
        Arrays.setAll(after, place -> new BitSet());
        prepare();
    }

    private void prepare() {
        var ids = order.stream()
                .map(project -> election.projects().get(project).id())
                .toList();
        election.limits().after().forEach((id, needed) -> {
            int place = ids.indexOf(id);
            for (var other : needed) {
                int otherPlace = ids.indexOf(other);
                if (place >= 0 && otherPlace >= 0) {
                    before[place].set(otherPlace);
                    after[otherPlace].set(place);
                } else if (place >= 0) {
                    before[place].set(costs.length); // one that can never be chosen
                }
            }
        });
        for (var group : election.limits().groups()) {
            var places = new BitSet();
            var later = new long[costs.length + 1];
            for (int place = costs.length - 1; place >= 0; place--) {
                places.set(place, group.projects().contains(ids.get(place)));
                later[place] = later[place + 1] + (places.get(place) ? costs[place] : 0);
            }
            minimums.add(new Minimum(group.atLeast(), places, later));
        }
    }

    /** The best set that keeps every limit; where no set reaches the minimums, the best that keeps the others. */
    BitSet best() {
        search(0, 0, 0);
        if (bestValue < 0) {
            demanding = false;
            search(0, 0, 0);
        }
        var projects = new BitSet();
        best.stream().forEach(place -> projects.set(order.get(place)));
        return projects;
    }

    private void search(int place, long cost, long value) {
        looked++;
        if (looked % 100_000 == 0) {
            progress.reached("searching the best set", looked, 0);
        }
        long reach = bound.atMost(place, value, election.budget() - cost, chosen);
        if (reach < bestValue || reach == bestValue && cost >= bestCost || !canReachMinimums(place)) {
            return;
        }
        if (place == costs.length) {
            best = (BitSet) chosen.clone();
            bestValue = value;
            bestCost = cost;
            return;
        }
        int project = order.get(place);
        if (cost + costs[place] <= election.budget()
                && tally.lastingBreach(project) == null
                && !isMissing(before[place], place)) {
            chosen.set(place);
            tally.take(project);
            search(place + 1, cost + costs[place], value + gains[place]);
            tally.giveBack(project);
            chosen.clear(place);
        }
        if (!after[place].intersects(chosen)) {
            search(place + 1, cost, value);
        }
    }

    /** Whether one of some places is left out already. */
    private boolean isMissing(BitSet needed, int place) {
        for (int other = needed.nextSetBit(0); other >= 0; other = needed.nextSetBit(other + 1)) {
            if (other == costs.length || other < place && !chosen.get(other)) {
                return true;
            }
        }
        return false;
    }

    private boolean canReachMinimums(int place) {
        if (!demanding) {
            return true;
        }
        for (var minimum : minimums) {
            long given = minimum.later()[place];
            for (int other = chosen.nextSetBit(0); other >= 0; other = chosen.nextSetBit(other + 1)) {
                given += minimum.places().get(other) ? costs[other] : 0;
            }
            if (given < minimum.money()) {
                return false;
            }
        }
        return true;
    }
}
