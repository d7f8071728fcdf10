package pe.minka.transparency.measure;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts by group, published so that nobody can be found in them. A cell under the smallest size is not told; and since
 * the whole is known, the next smallest cells are kept back too until the hidden ones together say nothing of one.
 */
public final class SmallCells {

    private SmallCells() {}

    /** @param count null where it is kept back */
    public record Cell(String value, @Nullable Integer count) {}

    public static List<Cell> publish(Map<String, Integer> counts, int smallest) {
        var rising = new ArrayList<>(counts.entrySet());
        rising.sort(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        Set<String> hidden = new HashSet<>();
        int together = 0;
        for (var cell : rising) {
            boolean tooSmall = cell.getValue() < smallest;
            boolean givesAway = !hidden.isEmpty() && (hidden.size() == 1 || together < 2 * smallest);
            if (tooSmall || givesAway) {
                hidden.add(cell.getKey());
                together += cell.getValue();
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(cell -> new Cell(cell.getKey(), hidden.contains(cell.getKey()) ? null : cell.getValue()))
                .toList();
    }
}
