package pe.minka.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Projects that go together, treated as one: its cost is their sum, its supporters all who named one of them, its points
 * the sum of theirs. A rule selects the whole or nothing.
 */
final class Bundles {
    private final Election original;
    private final Election merged;
    private final int[] target;

    private Bundles(Election original, Election merged, int[] target) {
        this.original = original;
        this.merged = merged;
        this.target = target;
    }

    static Bundles of(Election election) {
        int size = election.projects().size();
        var target = new int[size];
        if (election.limits().together().isEmpty()) {
            Arrays.setAll(target, position -> position);
            return new Bundles(election, election, target);
        }
        var leader = leaders(election);
        var projects = new ArrayList<Project>();
        for (int position = 0; position < size; position++) {
            if (leader[position] == position) {
                target[position] = projects.size();
                projects.add(whole(election, leader, position));
            } else {
                target[position] = target[leader[position]];
            }
        }
        var limits = limits(election, target, projects);
        var merged = new Election(
                election.denomination(),
                election.budget(),
                projects,
                ballots(election.ballots(), target, projects.size()),
                limits);
        return new Bundles(election, merged, target);
    }

    /** For each project the first of its bundle in the order of the list. */
    private static int[] leaders(Election election) {
        var leader = new int[election.projects().size()];
        Arrays.setAll(leader, position -> position);
        for (var set : election.limits().together()) {
            int first = -1;
            for (int position = 0; position < leader.length; position++) {
                if (set.contains(election.projects().get(position).id())) {
                    first = first < 0 ? position : first;
                    leader[position] = first;
                }
            }
        }
        return leader;
    }

    private static Project whole(Election election, int[] leader, int first) {
        long cost = 0;
        boolean withdrawn = false;
        for (int position = first; position < leader.length; position++) {
            if (leader[position] == first) {
                cost += election.cost(position);
                withdrawn |= election.projects().get(position).withdrawn();
            }
        }
        var project = election.projects().get(first);
        return new Project(project.id(), project.name(), cost, project.territory(), project.categories(), withdrawn);
    }

    private static Ballots ballots(Ballots ballots, int[] target, int size) {
        var box = Ballots.of(ballots.type());
        if (ballots.hasPoints()) {
            box.pointDecimals(ballots.pointDecimals());
        }
        var sums = new long[size];
        for (int group = 0; group < ballots.groups(); group++) {
            var named = new LinkedHashSet<Integer>();
            for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                int project = target[ballots.project(entry)];
                sums[project] = (named.add(project) ? 0 : sums[project]) + ballots.points(entry);
            }
            var ids = named.stream().mapToInt(Integer::intValue).toArray();
            var points = named.stream().mapToLong(project -> sums[project]).toArray();
            box.add(ballots.weight(group), ids, ballots.hasPoints() ? points : null, ids.length);
        }
        return box.build();
    }

    private static Limits limits(Election election, int[] target, List<Project> projects) {
        var limits = election.limits();
        var positions = election.positions();
        var name = new HashMap<String, String>();
        positions.forEach(
                (id, position) -> name.put(id, projects.get(target[position]).id()));
        var groups = limits.groups().stream()
                .map(group -> new Limits.Group(
                        group.label(),
                        renamed(group.projects(), name),
                        group.atLeast(),
                        group.atMost(),
                        group.mostProjects()))
                .toList();
        var after = new HashMap<String, Set<String>>();
        limits.after().forEach((id, before) -> {
            var others = new HashSet<>(renamed(before, name));
            others.remove(name.getOrDefault(id, id));
            after.merge(name.getOrDefault(id, id), others, Bundles::union);
        });
        var payable = new HashMap<String, Set<String>>();
        limits.payableFrom()
                .forEach((id, sources) -> payable.merge(name.getOrDefault(id, id), sources, (one, other) -> {
                    var common = new HashSet<>(one);
                    common.retainAll(other);
                    return common;
                }));
        return new Limits(
                groups,
                limits.exclusive().stream().map(set -> renamed(set, name)).toList(),
                List.of(),
                after,
                limits.sources(),
                payable,
                limits.years(),
                schedule(election, name));
    }

    private static Map<String, List<Long>> schedule(Election election, Map<String, String> name) {
        var limits = election.limits();
        var schedule = new HashMap<String, List<Long>>();
        if (limits.years().isEmpty()) {
            return schedule;
        }
        for (var project : election.projects()) {
            var amounts = limits.schedule().getOrDefault(project.id(), List.of(project.cost()));
            schedule.merge(name.getOrDefault(project.id(), project.id()), amounts, (one, other) -> {
                var sums = new ArrayList<Long>();
                for (int year = 0; year < Math.max(one.size(), other.size()); year++) {
                    sums.add((year < one.size() ? one.get(year) : 0L) + (year < other.size() ? other.get(year) : 0L));
                }
                return sums;
            });
        }
        return schedule;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> renamed(Set<String> ids, Map<String, String> name) {
        var renamed = new TreeSet<String>();
        ids.forEach(id -> renamed.add(name.getOrDefault(id, id)));
        return renamed;
    }

    Election merged() {
        return merged;
    }

    /** The selection for the projects as they stand on the list. */
    Selection expanded(Selection selection) {
        if (original == merged) {
            return selection;
        }
        var votes = original.ballots().votes(target.length);
        var verdicts = new ArrayList<Verdict>();
        for (int position = 0; position < target.length; position++) {
            var project = original.projects().get(position);
            var verdict = selection.verdicts().get(target[position]);
            if (verdict instanceof Verdict.Selected whole) {
                verdicts.add(new Verdict.Selected(
                        project, votes[position], whole.round(), whole.ground(), whole.measure(), whole.payment()));
            } else if (verdict instanceof Verdict.NotSelected whole) {
                verdicts.add(new Verdict.NotSelected(
                        project, votes[position], whole.obstacle(), whole.because(), whole.missing(), whole.measure()));
            }
        }
        var order = new ArrayList<Integer>();
        for (int chosen : selection.order()) {
            for (int position = 0; position < target.length; position++) {
                if (target[position] == chosen) {
                    order.add(position);
                }
            }
        }
        return new Selection(original, selection.rule(), order, verdicts, selection.notes());
    }
}
