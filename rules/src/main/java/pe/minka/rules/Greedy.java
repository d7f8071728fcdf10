package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The simple count: the projects in the order of their support, each selected if it fits in what is left.
 *
 * @param measure how support is counted: points for {@link Utility#SCORE}, Borda for {@link Utility#BORDA}, else votes
 * @param perCost whether support is divided by cost
 * @param stopping whether the list ends at the first project that does not fit
 * @param threshold support below which a project is not looked at
 */
public record Greedy(Utility measure, boolean perCost, boolean stopping, Threshold threshold, TieBreaking ties)
        implements SelectionRule {

    /** By votes, skipping what does not fit. */
    public static Greedy byVotes() {
        return new Greedy(Utility.CARDINALITY, false, false, Threshold.NONE, TieBreaking.DEFAULT);
    }

    public Greedy by(Utility newMeasure) {
        return new Greedy(newMeasure, perCost, stopping, threshold, ties);
    }

    public Greedy dividedByCost() {
        return new Greedy(measure, true, stopping, threshold, ties);
    }

    public Greedy stoppingAtTheFirstMisfit() {
        return new Greedy(measure, perCost, true, threshold, ties);
    }

    public Greedy withThreshold(Threshold newThreshold) {
        return new Greedy(measure, perCost, stopping, newThreshold, ties);
    }

    public Greedy withTies(TieBreaking newTies) {
        return new Greedy(measure, perCost, stopping, threshold, newTies);
    }

    @Override
    public String words() {
        return (perCost ? "greedy-per-cost" : "greedy")
                + (measure == Utility.SCORE || measure == Utility.BORDA ? " by " + measure.word() : " by votes")
                + (stopping ? ", stopping" : "")
                + (threshold.equals(Threshold.NONE) ? "" : ", threshold " + threshold.words())
                + ", ties " + ties.words();
    }

    @Override
    public Selection select(Election election, Progress progress) {
        var bundles = Bundles.of(election);
        return bundles.expanded(decide(bundles.merged()));
    }

    private Selection decide(Election election) {
        var votes = election.ballots().votes(election.projects().size());
        var docket = new Docket(election, votes);
        var support = support(election, votes);
        var measures = measures(election, support);
        var waiting = new ArrayList<Integer>();
        for (int project : order(election, measures)) {
            if (!docket.settled(project)) {
                if (threshold.metBy(
                        inWholes(election, support[project]), election.ballots().voters())) {
                    waiting.add(project);
                } else {
                    docket.refuse(project, Obstacle.BELOW_THRESHOLD, threshold.words(), 0, measures.get(project));
                }
            }
        }
        walk(docket, election, waiting, measures, Ground.RANK, stopping);
        return docket.selection(words(), Map.of());
    }

    private long inWholes(Election election, long support) {
        long unit = 1;
        for (int step = 0; measure == Utility.SCORE && step < election.ballots().pointDecimals(); step++) {
            unit *= 10;
        }
        return Math.floorDiv(support, unit);
    }

    private long[] support(Election election, long[] votes) {
        return measure == Utility.SCORE || measure == Utility.BORDA ? measure.totals(election) : votes;
    }

    private List<Fraction> measures(Election election, long[] support) {
        var measures = new ArrayList<Fraction>();
        for (int project = 0; project < support.length; project++) {
            long cost = election.cost(project);
            measures.add(perCost && cost > 0 ? Fraction.of(support[project], cost) : Fraction.of(support[project]));
        }
        return measures;
    }

    private int[] order(Election election, List<Fraction> measures) {
        var ranks = ties.ranks(election);
        var byMeasure = Comparator.<Integer, Fraction>comparing(measures::get)
                .reversed()
                .thenComparing(project -> ranks[project]);
        // per cost, what costs nothing and has support is worth more than anything that costs
        var byFree = Comparator.comparing((Integer project) ->
                perCost && election.cost(project) == 0 && measures.get(project).signum() > 0 ? 0 : 1);
        return IntStream.range(0, ranks.length)
                .boxed()
                .sorted(byFree.thenComparing(byMeasure))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Takes projects in a given order as far as budget and limits let it. What waits for another project or for a
     * minimum is looked at again after each selection; at the end, money that no minimum can use is released.
     */
    static void walk(
            Docket docket,
            Election election,
            List<Integer> order,
            @Nullable List<Fraction> measures,
            Ground ground,
            boolean stopping) {
        var waiting = new ArrayList<>(order);
        boolean released = false;
        int next = 0;
        while (next < waiting.size()) {
            int project = waiting.get(next);
            var measure = measures == null ? null : measures.get(project);
            var breach = docket.breach(project);
            if (!docket.fits(project)) {
                docket.refuse(project, Obstacle.DOES_NOT_FIT, "", election.cost(project) - docket.left(), measure);
                waiting.remove(next);
                if (stopping) {
                    waiting.forEach(later -> stop(docket, later, project, election, measures));
                    return;
                }
            } else if (breach == null) {
                docket.take(project, ground, measure, null);
                waiting.remove(next);
                next = 0;
            } else if (breach.lasting()) {
                docket.refuse(project, breach, measure);
                waiting.remove(next);
                next = 0;
            } else {
                next++;
            }
            if (next == waiting.size() && !released) {
                docket.releaseMinimums();
                released = true;
                next = 0;
            }
        }
        for (int project : waiting) {
            var breach = docket.breach(project);
            if (breach != null) {
                docket.refuse(project, breach, measures == null ? null : measures.get(project));
            }
        }
    }

    private static void stop(
            Docket docket, int later, int stopper, Election election, @Nullable List<Fraction> measures) {
        docket.refuse(
                later,
                Obstacle.AFTER_THE_STOP,
                election.projects().get(stopper).id(),
                0,
                measures == null ? null : measures.get(later));
    }
}
