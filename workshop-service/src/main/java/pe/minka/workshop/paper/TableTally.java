package pe.minka.workshop.paper;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody read from the ballots of a table.
 *
 * @param marks how often each mark occurs, the blank one too
 * @param invalid ballots that mark nothing the ballot paper admits
 */
record TableTally(SortedMap<String, Integer> marks, int invalid) {

    TableTally {
        marks = new TreeMap<>(marks);
        marks.values().removeIf(times -> times == 0);
    }

    int valid() {
        return marks.values().stream().mapToInt(Integer::intValue).sum();
    }

    int ballots() {
        return Math.addExact(valid(), invalid);
    }

    /** The one way to write it: two who read the same wrote the same. */
    String text() {
        return marks.entrySet().stream()
                        .map(each -> "[" + each.getKey() + "]=" + each.getValue())
                        .collect(Collectors.joining(";"))
                + "|" + invalid;
    }

    static TableTally of(Map<String, Integer> marks, int invalid) {
        return new TableTally(new TreeMap<>(marks), invalid);
    }
}
