package pe.minka.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Limits that a seed decides, and a plain check of a set of projects against them. */
final class GeneratedLimits {
    private GeneratedLimits() {}

    /** Any mixture of limits for an election; what goes together counts as one project, so it is mixed with fewer. */
    static Limits of(long seed, Election election) {
        var random = new Random(seed);
        var ids = election.projects().stream().map(Project::id).toList();
        var limits = Limits.none();
        boolean together = random.nextInt(3) == 0 && ids.size() > 4;
        for (int group = together ? 0 : random.nextInt(3); group > 0; group--) {
            long least = random.nextBoolean() ? 0 : random.nextInt(100);
            limits = limits.withGroup(new Limits.Group(
                    "g" + group,
                    some(ids, random, 2),
                    least,
                    random.nextBoolean() ? Long.MAX_VALUE : least + random.nextInt(150),
                    random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(3)));
        }
        if (random.nextInt(3) == 0 && ids.size() > 2) {
            limits = limits.withExclusive(ids.get(0), ids.get(1), ids.get(2));
        }
        if (together) {
            limits = limits.withTogether(ids.get(3), ids.get(4));
        }
        if (random.nextInt(3) == 0) {
            limits = limits.withAfter(ids.get(0), ids.get(ids.size() - 1));
        }
        if (!together && random.nextInt(3) == 0) {
            limits = withSources(limits, ids, random);
        }
        return random.nextInt(3) == 0 ? withYears(limits, election, random) : limits;
    }

    private static Limits withSources(Limits limits, List<String> ids, Random random) {
        var allowed = new HashMap<String, Set<String>>();
        var choices = List.of(Set.of("canon"), Set.of("own"), Set.of("canon", "own"), Set.of("own", "gift"));
        some(ids, random, 2).forEach(id -> allowed.put(id, choices.get(random.nextInt(choices.size()))));
        return limits.withSources(
                Map.of("canon", (long) random.nextInt(200), "own", (long) random.nextInt(200), "gift", 50L), allowed);
    }

    private static Limits withYears(Limits limits, Election election, Random random) {
        var schedule = new HashMap<String, List<Long>>();
        for (var project : election.projects()) {
            long first = project.cost() / (1 + random.nextInt(3));
            schedule.put(project.id(), List.of(first, project.cost() - first));
        }
        return limits.withYears(List.of((long) random.nextInt(250), (long) random.nextInt(250)), schedule);
    }

    private static Set<String> some(List<String> ids, Random random, int oneIn) {
        var some = new HashSet<String>();
        ids.stream().filter(id -> random.nextInt(oneIn) == 0).forEach(some::add);
        return some;
    }

    /** What a set of projects breaks, in words; minimums apart. */
    static List<String> broken(Election election, Set<String> winners) {
        var limits = election.limits();
        var costs = new HashMap<String, Long>();
        election.projects().forEach(project -> costs.put(project.id(), project.cost()));
        var broken = new ArrayList<String>();
        if (cost(winners, costs) > election.budget()) {
            broken.add("budget");
        }
        for (var group : limits.groups()) {
            var members = common(winners, group.projects());
            if (cost(members, costs) > group.atMost() || members.size() > group.mostProjects()) {
                broken.add(group.label());
            }
        }
        limits.exclusive().stream()
                .filter(set -> common(winners, set).size() > 1)
                .forEach(set -> broken.add("exclusive " + set));
        limits.together().stream()
                .filter(set -> !common(winners, set).isEmpty() && !winners.containsAll(set))
                .forEach(set -> broken.add("together " + set));
        limits.after().forEach((id, before) -> {
            if (winners.contains(id) && !winners.containsAll(before)) {
                broken.add("after " + id);
            }
        });
        broken.addAll(brokenByMoney(limits, winners, costs));
        return broken;
    }

    private static List<String> brokenByMoney(Limits limits, Set<String> winners, Map<String, Long> costs) {
        var broken = new ArrayList<String>();
        var list = List.copyOf(winners);
        for (int set = 1; set < 1 << list.size() && !limits.sources().isEmpty(); set++) {
            int members = set;
            var some = IntStream.range(0, list.size())
                    .filter(index -> (members & 1 << index) != 0)
                    .mapToObj(list::get)
                    .toList();
            var sources = new HashSet<String>();
            some.forEach(id -> sources.addAll(
                    limits.payableFrom().getOrDefault(id, limits.sources().keySet())));
            long money = sources.stream()
                    .mapToLong(source -> limits.sources().getOrDefault(source, 0L))
                    .sum();
            if (cost(Set.copyOf(some), costs) > money) {
                broken.add("sources " + some);
            }
        }
        for (int year = 0; year < limits.years().size(); year++) {
            int index = year;
            long amount = winners.stream()
                    .mapToLong(id ->
                            limits.schedule().getOrDefault(id, List.of(0L, 0L)).get(index))
                    .sum();
            if (amount > limits.years().get(year)) {
                broken.add("year " + year);
            }
        }
        return broken;
    }

    /** Whether a set of projects gets every group its minimum. */
    static boolean reachesMinimums(Election election, Set<String> winners) {
        var costs = new HashMap<String, Long>();
        election.projects().forEach(project -> costs.put(project.id(), project.cost()));
        return election.limits().groups().stream()
                .allMatch(group -> cost(common(winners, group.projects()), costs) >= group.atLeast());
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }

    private static long cost(Set<String> ids, Map<String, Long> costs) {
        return ids.stream().mapToLong(id -> costs.getOrDefault(id, 0L)).sum();
    }
}
