package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.SmallCells;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which languages the agents are written to in, women and men apart, without anyone being recognised: a language with a
 * group of one to four shows neither of its two groups, and others are hidden beside it until the totals give nothing away.
 *
 * @param women absent where it cannot be shown
 */
record LanguageUse(
        String language, @Nullable Integer women, @Nullable Integer men) {

    static List<LanguageUse> suppressed(Map<String, Map<Sex, Integer>> counts) {
        var ordered = new TreeMap<>(counts);
        var hidden = new TreeSet<String>();
        ordered.forEach((language, bySex) -> {
            if (bySex.values().stream().anyMatch(LanguageUse::small)) {
                hidden.add(language);
            }
        });
        while (!hidden.isEmpty() && hidden.size() < ordered.size() && tells(ordered, hidden)) {
            ordered.entrySet().stream()
                    .filter(language -> !hidden.contains(language.getKey()))
                    .min(Comparator.comparingInt(language -> all(language.getValue())))
                    .ifPresent(next -> hidden.add(next.getKey()));
        }
        return ordered.entrySet().stream()
                .map(language -> hidden.contains(language.getKey())
                        ? new LanguageUse(language.getKey(), null, null)
                        : new LanguageUse(
                                language.getKey(),
                                language.getValue().getOrDefault(Sex.FEMALE, 0),
                                language.getValue().getOrDefault(Sex.MALE, 0)))
                .toList();
    }

    /** Whether the totals would give the hidden ones away: one language alone, or a group that is small in all. */
    private static boolean tells(Map<String, Map<Sex, Integer>> counts, Set<String> hidden) {
        return hidden.size() == 1
                || Arrays.stream(Sex.values())
                        .anyMatch(sex -> small(hidden.stream()
                                .mapToInt(language ->
                                        counts.getOrDefault(language, Map.of()).getOrDefault(sex, 0))
                                .sum()));
    }

    private static int all(Map<Sex, Integer> bySex) {
        return bySex.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean small(int agents) {
        return agents > 0 && agents < SmallCells.SMALLEST_SHOWN;
    }
}
