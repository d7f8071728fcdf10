package pe.minka.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a result must respect besides the budget. Amounts are in the smallest unit of the election's money.
 *
 * @param groups projects of a territory, a category or an aim that together have a minimum or a maximum
 * @param exclusive sets of which at most one project may be selected
 * @param together sets of which all projects are selected or none; the ballots count them as one project
 * @param after for a project, those that must be selected before it
 * @param sources money of each funding source; empty where it is all one
 * @param payableFrom for a project, the only sources that may pay it; a project not named here takes any
 * @param years ceiling of each year of the programme; empty where there is one year
 * @param schedule for a project, its amount in each year; a project not named here is paid in the first
 */
public record Limits(
        List<Group> groups,
        List<Set<String>> exclusive,
        List<Set<String>> together,
        Map<String, Set<String>> after,
        Map<String, Long> sources,
        Map<String, Set<String>> payableFrom,
        List<Long> years,
        Map<String, List<Long>> schedule) {

    private static final Limits NONE =
            new Limits(List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of());
    private static final int MOST_SOURCES = 16;

    /**
     * Projects with a common minimum or maximum.
     *
     * @param label what they have in common, as reasons name it
     * @param atLeast money kept for them as long as any of them can still use it; 0 for none
     * @param atMost money they may get together; {@link Long#MAX_VALUE} for any
     * @param mostProjects how many of them may be selected; {@link Integer#MAX_VALUE} for any
     */
    public record Group(String label, Set<String> projects, long atLeast, long atMost, int mostProjects) {
        public Group {
            projects = Set.copyOf(projects);
            if (atLeast < 0 || atMost < atLeast || mostProjects < 0) {
                throw new IllegalArgumentException("the limits of " + label + " contradict each other");
            }
        }

        /** Money kept for a group. */
        public static Group atLeast(String label, long money, Set<String> projects) {
            return new Group(label, projects, money, Long.MAX_VALUE, Integer.MAX_VALUE);
        }

        /** Money that a group may not exceed. */
        public static Group atMost(String label, long money, Set<String> projects) {
            return new Group(label, projects, 0, money, Integer.MAX_VALUE);
        }
    }

    public Limits {
        groups = List.copyOf(groups);
        exclusive = List.copyOf(exclusive);
        together = List.copyOf(together);
        after = Map.copyOf(after);
        sources = Map.copyOf(sources);
        payableFrom = Map.copyOf(payableFrom);
        years = List.copyOf(years);
        schedule = Map.copyOf(schedule);
        if (sources.size() > MOST_SOURCES) {
            throw new IllegalArgumentException("at most " + MOST_SOURCES + " funding sources");
        }
        sources.forEach((source, money) -> refuseNegative("source " + source, money));
        years.forEach(money -> refuseNegative("year", money));
        var known = sources.keySet();
        payableFrom.forEach((project, allowed) -> {
            if (allowed.isEmpty() || !known.containsAll(allowed)) {
                throw new IllegalArgumentException("project " + project + " names no source or an unknown one");
            }
        });
        refuseCycles(after);
    }

    /** Nothing but the budget limits the result. */
    public static Limits none() {
        return NONE;
    }

    public boolean isNone() {
        return equals(NONE);
    }

    public Limits withGroup(Group group) {
        var more = new ArrayList<>(groups);
        more.add(group);
        return new Limits(more, exclusive, together, after, sources, payableFrom, years, schedule);
    }

    /** At most one of these is selected. */
    public Limits withExclusive(String... ids) {
        var more = new ArrayList<>(exclusive);
        more.add(Set.of(ids));
        return new Limits(groups, more, together, after, sources, payableFrom, years, schedule);
    }

    /** All of these are selected or none. */
    public Limits withTogether(String... ids) {
        var more = new ArrayList<>(together);
        more.add(Set.of(ids));
        return new Limits(groups, exclusive, more, after, sources, payableFrom, years, schedule);
    }

    /** A project is selected only after others. */
    public Limits withAfter(String id, String... before) {
        var more = new HashMap<>(after);
        more.put(id, Set.of(before));
        return new Limits(groups, exclusive, together, more, sources, payableFrom, years, schedule);
    }

    /** Money comes from these sources, and some projects may be paid from some of them only. */
    public Limits withSources(Map<String, Long> money, Map<String, Set<String>> allowed) {
        return new Limits(groups, exclusive, together, after, money, allowed, years, schedule);
    }

    /** Money is spent over years, each with its ceiling. */
    public Limits withYears(List<Long> ceilings, Map<String, List<Long>> amounts) {
        return new Limits(groups, exclusive, together, after, sources, payableFrom, ceilings, amounts);
    }

    /** Each territory gets at most so much; a project without territory is not held by it. */
    public Limits withMostPerTerritory(List<Project> projects, long money) {
        var byTerritory = new HashMap<String, Set<String>>();
        for (var project : projects) {
            if (project.territory() != null) {
                byTerritory
                        .computeIfAbsent(project.territory(), name -> new HashSet<>())
                        .add(project.id());
            }
        }
        var more = this;
        for (var name : byTerritory.keySet().stream().sorted().toList()) {
            more = more.withGroup(Group.atMost(name, money, byTerritory.getOrDefault(name, Set.of())));
        }
        return more;
    }

    /** @throws IllegalArgumentException where a limit names a project that is not on the list, or amounts do not add up */
    void check(List<Project> projects) {
        if (isNone()) {
            return;
        }
        var costs = new HashMap<String, Long>();
        projects.forEach(project -> costs.put(project.id(), project.cost()));
        var named = new HashSet<String>();
        groups.forEach(group -> named.addAll(group.projects()));
        exclusive.forEach(named::addAll);
        together.forEach(named::addAll);
        after.forEach((project, before) -> {
            named.add(project);
            named.addAll(before);
        });
        named.addAll(payableFrom.keySet());
        named.addAll(schedule.keySet());
        named.removeAll(costs.keySet());
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("limits name projects that are not on the list: "
                    + String.join(", ", named.stream().sorted().toList()));
        }
        schedule.forEach((project, amounts) -> checkSchedule(project, amounts, costs.getOrDefault(project, 0L)));
        var bundled = new HashSet<String>();
        for (var set : together) {
            for (var id : set) {
                if (!bundled.add(id)) {
                    throw new IllegalArgumentException("project " + id + " belongs to two sets that go together");
                }
            }
            refuseWithoutCommonSource(set);
        }
    }

    private void refuseWithoutCommonSource(Set<String> together) {
        var common = new HashSet<>(sources.keySet());
        together.forEach(id -> common.retainAll(payableFrom.getOrDefault(id, sources.keySet())));
        if (common.isEmpty() && !sources.isEmpty()) {
            throw new IllegalArgumentException("the projects "
                    + String.join(", ", together.stream().sorted().toList())
                    + " go together, but no funding source may pay them all");
        }
    }

    private void checkSchedule(String project, List<Long> amounts, long cost) {
        if (amounts.size() > years.size()) {
            throw new IllegalArgumentException("project " + project + " needs money after the last year");
        }
        amounts.forEach(amount -> refuseNegative("phase of project " + project, amount));
        if (amounts.stream().mapToLong(Long::longValue).sum() != cost) {
            throw new IllegalArgumentException("the phases of project " + project + " do not add to its cost");
        }
    }

    private static void refuseNegative(String what, long money) {
        if (money < 0) {
            throw new IllegalArgumentException("negative amount for " + what + ": " + money);
        }
    }

    private static void refuseCycles(Map<String, Set<String>> after) {
        var settled = new HashSet<String>();
        for (var start : after.keySet()) {
            visit(start, after, settled, new HashSet<>());
        }
    }

    private static void visit(String id, Map<String, Set<String>> after, Set<String> settled, Set<String> path) {
        if (settled.contains(id)) {
            return;
        }
        if (!path.add(id)) {
            throw new IllegalArgumentException("project " + id + " would have to come before itself");
        }
        for (var before : after.getOrDefault(id, Set.of())) {
            visit(before, after, settled, path);
        }
        path.remove(id);
        settled.add(id);
    }
}
