package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.SmallCells;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Whole hours in which so many voted that nobody is found among them. What was told once never changes while the vote
 * lasts: two answers compared tell no more than the later one.
 *
 * @param until the first instant after it
 * @param voters at least {@link SmallCells#SMALLEST_SHOWN}
 */
public record TurnoutPeriod(Instant from, Instant until, int voters) {

    /**
     * @param byHour voters by the hour
     * @param running the hour that is not over, of which nothing is told; null once the vote is closed, and then who came
     *     after the last period is told with it
     */
    static List<TurnoutPeriod> of(SortedMap<Instant, Integer> byHour, @Nullable Instant running) {
        var over = running == null ? byHour : byHour.headMap(running);
        var told = new ArrayList<TurnoutPeriod>();
        if (over.isEmpty()) {
            return told;
        }
        var from = over.firstKey();
        int voters = 0;
        for (Map.Entry<Instant, Integer> hour : over.entrySet()) {
            voters += hour.getValue();
            if (voters >= SmallCells.SMALLEST_SHOWN) {
                var until = after(hour.getKey());
                told.add(new TurnoutPeriod(from, until, voters));
                from = until;
                voters = 0;
            }
        }
        if (running == null && voters > 0 && !told.isEmpty()) {
            var last = told.remove(told.size() - 1);
            told.add(new TurnoutPeriod(last.from(), after(over.lastKey()), last.voters() + voters));
        }
        return told;
    }

    private static Instant after(Instant hour) {
        return hour.plus(1, ChronoUnit.HOURS);
    }
}
