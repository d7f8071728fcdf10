package pe.minka.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the projects from some place on can add at most, if money could go to parts of them, within the budget and within
 * the maximums of groups that share no project. For such maximums giving money by utility per cost is best.
 */
final class LimitedBound {
    private final long[] costs;
    private final long[] gains;
    /** For each place the maximum that holds it, or -1. */
    private final int[] holder;

    private final long[] maximums;

    LimitedBound(Election election, List<Integer> order, long[] costs, long[] gains) {
        this.costs = costs;
        this.gains = gains;
        holder = new int[costs.length];
        var taken = new HashSet<String>();
        var kept = new ArrayList<Long>();
        Arrays.fill(holder, -1);
        for (var group : maximums(election.limits())) {
            if (Collections.disjoint(taken, group.projects())) {
                taken.addAll(group.projects());
                for (int place = 0; place < holder.length; place++) {
                    if (group.projects()
                            .contains(election.projects().get(order.get(place)).id())) {
                        holder[place] = kept.size();
                    }
                }
                kept.add(group.atMost());
            }
        }
        maximums = kept.stream().mapToLong(Long::longValue).toArray();
    }

    /** Groups with a maximum, and for each funding source the projects that only it may pay. */
    private static List<Limits.Group> maximums(Limits limits) {
        var all = new ArrayList<Limits.Group>();
        limits.groups().stream()
                .filter(group -> group.atMost() < Long.MAX_VALUE)
                .forEach(all::add);
        limits.sources().forEach((source, money) -> {
            var only = new HashSet<String>();
            limits.payableFrom().forEach((project, allowed) -> {
                if (allowed.equals(Set.of(source))) {
                    only.add(project);
                }
            });
            all.add(Limits.Group.atMost(source, money, only));
        });
        return all;
    }

    /** A value that no choice among the projects from a place on can exceed, beside those chosen before. */
    long atMost(int from, long value, long money, BitSet chosenPlaces) {
        var left = maximums.clone();
        for (int place = chosenPlaces.nextSetBit(0); place >= 0; place = chosenPlaces.nextSetBit(place + 1)) {
            if (holder[place] >= 0) {
                left[holder[place]] -= costs[place];
            }
        }
        long room = money;
        long bound = value;
        for (int place = from; place < costs.length; place++) {
            int held = holder[place];
            long given = Math.min(costs[place], held < 0 ? room : Math.min(room, left[held]));
            room -= given;
            if (held >= 0) {
                left[held] -= given;
            }
            bound += given == costs[place] ? gains[place] : part(gains[place], given, costs[place]);
        }
        return bound;
    }

    /** The gain from part of a cost, rounded up. */
    private static long part(long gain, long given, long cost) {
        if (given == 0) {
            return 0;
        }
        return Math.multiplyHigh(gain, given) == 0 && gain * given >= 0
                ? (gain * given - 1) / cost + 1
                : BigInteger.valueOf(gain)
                        .multiply(BigInteger.valueOf(given))
                        .add(BigInteger.valueOf(cost - 1))
                        .divide(BigInteger.valueOf(cost))
                        .longValueExact();
    }
}
