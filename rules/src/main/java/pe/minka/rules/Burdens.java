package pe.minka.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest possible burden of the most burdened voter when supporters carry the cost of some projects. By the
 * duality of flows it is the largest quotient of the cost of a set of these projects over its supporters; the set is
 * found by Dinkelbach's method, each step of which is a largest flow in whole numbers.
 */
final class Burdens {
    private final Election election;
    private final Support support;
    private final List<Integer> carried = new ArrayList<>();
    /** Voters are alike who support the same of the projects carried; 0 for those who support none. */
    private final int[] kind;

    private int kinds = 1;
    private final List<List<Integer>> kindProjects = new ArrayList<>(List.of(List.of()));
    private final List<Long> kindVoters;

    Burdens(Election election, Support support) {
        this.election = election;
        this.support = support;
        kind = new int[support.groups];
        kindVoters = new ArrayList<>();
        kindVoters.add(Arrays.stream(support.weight).asLongStream().sum());
    }

    /** Adds a project to those carried. */
    void add(int project) {
        int place = carried.size();
        carried.add(project);
        Map<Integer, Integer> split = new HashMap<>();
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            int group = support.columnGroup[entry];
            int old = kind[group];
            Integer renewed = split.get(old);
            if (renewed == null) {
                renewed = kinds++;
                split.put(old, renewed);
                var projects = new ArrayList<>(kindProjects.get(old));
                projects.add(place);
                kindProjects.add(projects);
                kindVoters.add(0L);
            }
            kind[group] = renewed;
            kindVoters.set(old, kindVoters.get(old) - support.columnWeight[entry]);
            kindVoters.set(renewed, kindVoters.get(renewed) + support.columnWeight[entry]);
        }
    }

    /** The burden once a project is carried too, where it is known to be at least a bound. */
    Fraction with(int project, Fraction bound) {
        var voters = new long[kinds];
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            voters[kind[support.columnGroup[entry]]] += support.columnWeight[entry];
        }
        var burden = bound;
        while (true) {
            var heavier = heavier(project, voters, burden);
            if (heavier.compareTo(burden) <= 0) {
                return burden;
            }
            burden = heavier;
        }
    }

    /** The quotient of a set of projects that a burden is too small for, or the burden where there is none. */
    private Fraction heavier(int project, long[] voters, Fraction burden) {
        long perVoter = burden.numerator().longValueExact();
        long perCost = burden.denominator().longValueExact();
        int size = carried.size() + 1;
        var flow = new Flow(size + 2 * kinds + 2);
        int source = size + 2 * kinds;
        int sink = source + 1;
        long asked = 0;
        for (int place = 0; place < size; place++) {
            long cost = election.cost(place < carried.size() ? carried.get(place) : project);
            long scaled = Math.multiplyExact(cost, perCost);
            asked = Math.addExact(asked, scaled);
            flow.edge(source, place, scaled);
        }
        for (int index = 0; index < kinds; index++) {
            long with = voters[index];
            long without = kindVoters.get(index) - with;
            if (without > 0 && !kindProjects.get(index).isEmpty()) {
                connect(flow, size + 2 * index, index, sink, Math.multiplyExact(without, perVoter));
            }
            if (with > 0) {
                connect(flow, size + 2 * index + 1, index, sink, Math.multiplyExact(with, perVoter));
                flow.edge(carried.size(), size + 2 * index + 1, Long.MAX_VALUE);
            }
        }
        if (flow.run(source, sink) == asked) {
            return burden;
        }
        var reached = flow.reached();
        long cost = 0;
        long supporters = 0;
        for (int place = 0; place < size; place++) {
            cost += reached[place] ? election.cost(place < carried.size() ? carried.get(place) : project) : 0;
        }
        for (int index = 0; index < kinds; index++) {
            supporters += reached[size + 2 * index] ? kindVoters.get(index) - voters[index] : 0;
            supporters += reached[size + 2 * index + 1] ? voters[index] : 0;
        }
        return Fraction.of(cost, supporters);
    }

    private void connect(Flow flow, int node, int index, int sink, long capacity) {
        for (int place : kindProjects.get(index)) {
            flow.edge(place, node, Long.MAX_VALUE);
        }
        flow.edge(node, sink, capacity);
    }
}
