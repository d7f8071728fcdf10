package pe.minka.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Sequential Phragmén (Los, Christoff, Grossi 2022): every voter earns money at the same pace and spends it on the first
 * project that the voter's side can pay in full. The run ends at the first project that could be bought and does not fit
 * in the budget any more.
 */
public record Phragmen(TieBreaking ties) implements SelectionRule {

    public Phragmen() {
        this(TieBreaking.DEFAULT);
    }

    @Override
    public String words() {
        return "phragmen, ties " + ties.words();
    }

    @Override
    public Selection select(Election election, Progress progress) {
        var bundles = Bundles.of(election);
        return bundles.expanded(new Run(bundles.merged(), ties).run(words()));
    }

    /** Moments are burdens: the time at which a voter last spent everything is the load that the voter carries. */
    private static final class Run {
        private final Election election;
        private final Support support;
        private final int[] ranks;
        private final Docket docket;
        private final long[] votes;
        /** For each group the selection that its voters paid last, from 0; -1 for none. */
        private final int[] lastPaid;

        private final List<Fraction> loads = new ArrayList<>();
        private final boolean[] open;
        private final double[] low;
        private final double[] high;
        private final boolean[] fresh;

        private Run(Election election, TieBreaking ties) {
            this.election = election;
            support = Support.of(election, Utility.CARDINALITY);
            ranks = ties.ranks(election);
            votes = election.ballots().votes(ranks.length);
            docket = new Docket(election, votes);
            lastPaid = new int[support.groups];
            Arrays.fill(lastPaid, -1);
            open = new boolean[ranks.length];
            low = new double[ranks.length];
            high = new double[ranks.length];
            fresh = new boolean[ranks.length];
            for (int project = 0; project < ranks.length; project++) {
                long cost = election.cost(project);
                if (!docket.settled(project) && votes[project] == 0) {
                    docket.refuse(project, Obstacle.NO_VOTES);
                } else if (!docket.settled(project) && cost > election.budget()) {
                    docket.refuse(project, Obstacle.DOES_NOT_FIT, "", cost - election.budget(), null);
                } else {
                    open[project] = !docket.settled(project);
                    low[project] = (double) cost / Math.max(1, votes[project]) * (1 - 1e-12);
                }
            }
        }

        private Selection run(String words) {
            var aside = new boolean[open.length];
            boolean released = false;
            while (true) {
                int next = next(aside);
                if (next < 0) {
                    if (released) {
                        break;
                    }
                    released = true;
                    docket.releaseMinimums();
                    Arrays.fill(aside, false);
                    continue;
                }
                var load = load(next);
                if (!docket.fits(next)) {
                    stop(next, load);
                    break;
                }
                var breach = docket.breach(next);
                if (breach == null) {
                    take(next, load);
                    Arrays.fill(aside, false);
                } else if (breach.lasting()) {
                    open[next] = false;
                    docket.refuse(next, breach, load);
                    Arrays.fill(aside, false);
                } else {
                    aside[next] = true;
                }
            }
            for (int project = 0; project < open.length; project++) {
                var breach = docket.settled(project) ? null : docket.breach(project);
                if (breach != null) {
                    docket.refuse(project, breach, null);
                }
            }
            return docket.selection(words, Map.of());
        }

        private void stop(int stopper, Fraction load) {
            docket.refuse(stopper, Obstacle.DOES_NOT_FIT, "", election.cost(stopper) - docket.left(), load);
            for (int project = 0; project < open.length; project++) {
                if (!docket.settled(project)) {
                    docket.refuse(
                            project,
                            Obstacle.AFTER_THE_STOP,
                            election.projects().get(stopper).id(),
                            0,
                            load(project));
                }
            }
        }

        private void take(int project, Fraction load) {
            long payers = votes[project];
            docket.take(project, Ground.PHRAGMEN, load, new Verdict.Payment(payers, load, 0));
            open[project] = false;
            loads.add(load);
            for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
                lastPaid[support.columnGroup[entry]] = loads.size() - 1;
            }
            Arrays.fill(fresh, false);
        }

        /** The open project that can be bought first, or -1: only those whose bound is low enough are looked at. */
        private int next(boolean[] aside) {
            var doubles = loads.stream().mapToDouble(Fraction::approximation).toArray();
            double bestHigh = lowestHigh(aside);
            while (true) {
                int stale = -1;
                for (int project = 0; project < open.length; project++) {
                    boolean candidate = open[project] && !aside[project] && !fresh[project];
                    if (candidate && (stale < 0 || low[project] < low[stale])) {
                        stale = project;
                    }
                }
                if (stale < 0 || low[stale] > bestHigh) {
                    return first(aside, bestHigh);
                }
                estimate(stale, doubles);
                bestHigh = Math.min(bestHigh, high[stale]);
            }
        }

        private double lowestHigh(boolean[] aside) {
            double lowest = Double.POSITIVE_INFINITY;
            for (int project = 0; project < open.length; project++) {
                if (open[project] && !aside[project] && fresh[project]) {
                    lowest = Math.min(lowest, high[project]);
                }
            }
            return lowest;
        }

        private void estimate(int project, double[] doubles) {
            double sum = election.cost(project);
            int from = support.columnStart[project];
            int to = support.columnStart[project + 1];
            for (int entry = from; entry < to; entry++) {
                int last = lastPaid[support.columnGroup[entry]];
                sum += last < 0 ? 0 : doubles[last] * support.columnWeight[entry];
            }
            double load = sum / votes[project];
            double doubt = load * (to - from + 8) * 0x1p-51;
            low[project] = Math.max(low[project], load - doubt);
            high[project] = load + doubt;
            fresh[project] = true;
        }

        /** The best of those whose loads are too close for doubles. */
        private int first(boolean[] aside, double bestHigh) {
            var near = new ArrayList<Integer>();
            for (int project = 0; project < open.length; project++) {
                if (open[project] && !aside[project] && fresh[project] && low[project] <= bestHigh) {
                    near.add(project);
                }
            }
            if (near.size() <= 1) {
                return near.isEmpty() ? -1 : near.get(0);
            }
            int best = -1;
            Fraction bestLoad = Fraction.ZERO;
            for (int project : near) {
                var load = load(project);
                int comparison = best < 0 ? -1 : load.compareTo(bestLoad);
                if (comparison < 0 || comparison == 0 && ranks[project] < ranks[best]) {
                    best = project;
                    bestLoad = load;
                }
            }
            return best;
        }

        /** The load of a project's supporters once they pay for it, exactly. */
        private Fraction load(int project) {
            var counts = new long[loads.size()];
            for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
                int last = lastPaid[support.columnGroup[entry]];
                if (last >= 0) {
                    counts[last] += support.columnWeight[entry];
                }
            }
            var sum = Fraction.of(election.cost(project));
            for (int index = 0; index < counts.length; index++) {
                if (counts[index] > 0) {
                    sum = sum.plus(loads.get(index).times(counts[index]));
                }
            }
            return sum.over(votes[project]);
        }
    }
}
