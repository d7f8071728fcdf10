package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Public counts in which nobody can be recognised: a group of one to four is not shown, and where a single group is
 * hidden the next smallest is hidden too, or the total would give it away.
 */
final class SmallCells {

    private static final int LEAST_SHOWN = 5;

    private SmallCells() {}

    /** @param agents how many; absent where the group is too small to be shown */
    record Cell(String key, @Nullable Integer agents) {}

    static List<Cell> suppressed(Map<String, Integer> counts) {
        var ascending = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int hidden = (int) ascending.stream()
                .filter(count -> count.getValue() < LEAST_SHOWN)
                .count();
        if (hidden == 1 && ascending.size() > 1) {
            hidden = 2;
        }
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < ascending.size(); i++) {
            var count = ascending.get(i);
            cells.add(new Cell(count.getKey(), i < hidden ? null : count.getValue()));
        }
        cells.sort(Comparator.comparing(Cell::key));
        return cells;
    }
}
