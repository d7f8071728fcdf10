package pe.minka.platform.core;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Public counts by group in which nobody can be found. A group smaller than the smallest size is kept back; and since the
 * whole is known, the next smallest ones are kept back too until those hidden are at least two and together not a small
 * group themselves. Groups of nobody are left out.
 */
public final class SmallCells {

    /** The size from which a group is shown where no rule names another. */
    public static final int SMALLEST_SHOWN = 5;

    private SmallCells() {}

    /** @param count null where it is kept back, which does not mean that it is small itself */
    public record Cell(String key, @Nullable Integer count) {}

    public static List<Cell> publish(Map<String, Integer> counts) {
        return publish(counts, SMALLEST_SHOWN);
    }

    /** @return cells in the order of their keys */
    public static List<Cell> publish(Map<String, Integer> counts, int smallest) {
        var rising = counts.entrySet().stream()
                .filter(cell -> cell.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Set<String> hidden = new HashSet<>();
        int together = 0;
        for (var cell : rising) {
            boolean tooSmall = cell.getValue() < smallest;
            boolean givesAway = !hidden.isEmpty() && (hidden.size() == 1 || together < smallest);
            if (tooSmall || givesAway) {
                hidden.add(cell.getKey());
                together += cell.getValue();
            }
        }
        return rising.stream()
                .map(cell -> new Cell(cell.getKey(), hidden.contains(cell.getKey()) ? null : cell.getValue()))
                .sorted(Comparator.comparing(Cell::key))
                .toList();
    }
}
