package pe.minka.allocation.selection;

import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What holds among the projects of a round, declared while people still vote and nobody knows the result. A project
 * that does not come to the vote has no conditions.
 *
 * @param exclusive sets of which at most one is selected
 * @param together sets that are selected whole or not at all
 * @param after for a later phase, the projects that must be selected before it
 * @param payableFrom for a project, the only funding lines that may pay it
 * @param ceilings of each year of the horizon, the first being that of the process; empty where all is one
 * @param schedule for a project, what part of its cost each of these years pays
 */
record Conditions(
        List<Set<UUID>> exclusive,
        List<Set<UUID>> together,
        Map<UUID, Set<UUID>> after,
        Map<UUID, Set<String>> payableFrom,
        List<Soles> ceilings,
        Map<UUID, List<Percent>> schedule) {

    static final Conditions NONE = new Conditions(List.of(), List.of(), Map.of(), Map.of(), List.of(), Map.of());

    /** What is wrong with conditions. */
    sealed interface Breach {

        record Circular(UUID project) implements Breach {}

        record TogetherTwice(UUID project) implements Breach {}

        record TooFew(String pointer) implements Breach {}

        record NotAHundred(UUID project, BigDecimal sum) implements Breach {}

        record BeyondTheYears(UUID project) implements Breach {}
    }

    List<Breach> breaches() {
        var found = new ArrayList<Breach>();
        if (exclusive.stream().anyMatch(set -> set.size() < 2)) {
            found.add(new Breach.TooFew("/exclusive"));
        }
        if (together.stream().anyMatch(set -> set.size() < 2)) {
            found.add(new Breach.TooFew("/together"));
        }
        var bundled = new HashSet<UUID>();
        together.forEach(set -> set.stream().sorted().forEach(project -> {
            if (!bundled.add(project)) {
                found.add(new Breach.TogetherTwice(project));
            }
        }));
        after.keySet().stream()
                .sorted()
                .filter(project -> comesBefore(project, project))
                .forEach(project -> found.add(new Breach.Circular(project)));
        schedule.forEach((project, parts) -> {
            var sum = parts.stream().map(Percent::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
                found.add(new Breach.NotAHundred(project, sum));
            }
            if (parts.size() > ceilings.size()) {
                found.add(new Breach.BeyondTheYears(project));
            }
        });
        return found;
    }

    /** Whether one project has to come before another, directly or through others. */
    private boolean comesBefore(UUID first, UUID last) {
        var waiting = new ArrayDeque<>(after.getOrDefault(last, Set.of()));
        var seen = new HashSet<UUID>();
        while (!waiting.isEmpty()) {
            var next = waiting.pop();
            if (next.equals(first)) {
                return true;
            }
            if (seen.add(next)) {
                waiting.addAll(after.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
