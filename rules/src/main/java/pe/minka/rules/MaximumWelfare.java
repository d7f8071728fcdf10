package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The set of projects that gives the voters most within the budget, proved to be the best. Of several best sets the
 * cheapest is taken; of several of one cost, the one that holds the project that is first by utility per cost and then by
 * the declared tie-break.
 *
 * <p>Sets are built project by project. A set is dropped that another beats in both cost and utility (Nemhauser and
 * Ullmann 1969), or that could not reach the best set known even if what is left of the budget could be spent on
 * fractions of projects. Under limits the first reason does not hold, and only the second is used, within the maximums.
 */
public record MaximumWelfare(Utility utility, TieBreaking ties) implements SelectionRule {

    public MaximumWelfare(Utility utility) {
        this(utility, TieBreaking.DEFAULT);
    }

    @Override
    public String words() {
        return "max-welfare, utility " + utility.word() + ", ties " + ties.words();
    }

    /** A set of projects as its last item and the set before; the empty set has no item. */
    private record State(
            long cost, long value, int item, @Nullable State previous) {
        private static final State NOTHING = new State(0, 0, -1, null);
    }

    @Override
    public Selection select(Election election, Progress progress) {
        var bundles = Bundles.of(election);
        return bundles.expanded(decide(bundles.merged(), progress));
    }

    private Selection decide(Election election, Progress progress) {
        var values = utility.totals(election);
        var ranks = ties.ranks(election);
        boolean limited = !election.limits().isNone();
        var order = IntStream.range(0, values.length)
                .filter(project -> (values[project] > 0 || limited)
                        && election.cost(project) <= election.budget()
                        && !election.projects().get(project).withdrawn())
                .boxed()
                .sorted(byDensity(election, values).thenComparing(project -> ranks[project]))
                .toList();
        var chosen = limited
                ? new LimitedWelfare(election, values, order, progress).best()
                : unlimited(election, values, order, progress);
        var docket = new Docket(election, election.ballots().votes(values.length));
        for (int project : order) {
            if (chosen.get(project)) {
                docket.take(project, Ground.BEST_SET, Fraction.of(values[project]), null);
            }
        }
        for (int project = 0; project < values.length; project++) {
            if (!docket.settled(project)) {
                boolean tooDear = election.cost(project) > election.budget();
                docket.refuse(
                        project,
                        values[project] == 0
                                ? Obstacle.NO_VOTES
                                : tooDear ? Obstacle.DOES_NOT_FIT : Obstacle.NOT_IN_THE_BEST_SET,
                        "",
                        tooDear ? election.cost(project) - election.budget() : 0,
                        Fraction.of(values[project]));
            }
        }
        return docket.selection(words(), Map.of());
    }

    /** More utility per cost first; compared by multiplication, without rounding. */
    static Comparator<Integer> byDensity(Election election, long[] values) {
        return Comparator.comparing((Integer project) -> values[project] == 0)
                .thenComparing((left, right) -> values[left] == 0
                        ? 0
                        : BigInteger.valueOf(values[right])
                                .multiply(BigInteger.valueOf(election.cost(left)))
                                .compareTo(BigInteger.valueOf(values[left])
                                        .multiply(BigInteger.valueOf(election.cost(right)))));
    }

    private static BitSet unlimited(Election election, long[] values, List<Integer> order, Progress progress) {
        long budget = election.budget();
        int size = order.size();
        var costs = new long[size];
        var gains = new long[size];
        Arrays.setAll(costs, index -> election.cost(order.get(index)));
        Arrays.setAll(gains, index -> values[order.get(index)]);
        long known = 0;
        long spent = 0;
        for (int index = 0; index < size; index++) {
            if (spent + costs[index] <= budget) {
                spent += costs[index];
                known += gains[index];
            }
        }
        List<State> states = List.of(State.NOTHING);
        for (int index = 0; index < size; index++) {
            var bound = new FractionBound(costs, gains, index + 1);
            states = extended(states, index, costs[index], gains[index], budget, known, bound);
            for (var state : states) {
                known = Math.max(known, bound.reachable(state.cost(), state.value(), budget));
            }
            progress.reached("searching the best set", index + 1L, size);
        }
        var best = states.get(states.size() - 1);
        var chosen = new BitSet();
        for (State state = best; state != null && state.item() >= 0; state = state.previous()) {
            chosen.set(order.get(state.item()));
        }
        return chosen;
    }

    /** Merges the states without and with an item in the order of cost, keeping those that no other beats. */
    private static List<State> extended(
            List<State> states, int item, long cost, long gain, long budget, long known, FractionBound bound) {
        var merged = new ArrayList<State>();
        int with = 0;
        int without = 0;
        while (with < states.size() || without < states.size()) {
            State next;
            boolean takeWith = without == states.size();
            if (!takeWith && with < states.size()) {
                long withCost = states.get(with).cost() + cost;
                long withoutCost = states.get(without).cost();
                takeWith = withCost < withoutCost
                        || withCost == withoutCost
                                && states.get(with).value() + gain
                                        > states.get(without).value();
            }
            if (takeWith) {
                var base = states.get(with++);
                if (base.cost() + cost > budget) {
                    with = states.size();
                    continue;
                }
                next = new State(base.cost() + cost, Math.addExact(base.value(), gain), item, base);
            } else {
                next = states.get(without++);
            }
            boolean beaten = !merged.isEmpty() && merged.get(merged.size() - 1).value() >= next.value();
            if (!beaten && bound.atMost(next.cost(), next.value(), budget) >= known) {
                merged.add(next);
            }
        }
        return merged;
    }
}
