package pe.minka.workshop.ballot;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class TurnoutPeriodTest {

    private static Instant at(int hour) {
        return Instant.parse("2016-04-23T00:00:00Z").plusSeconds(hour * 3600L);
    }

    /** @param pairs hour, voters */
    private static SortedMap<Instant, Integer> came(int... pairs) {
        var hours = new TreeMap<Instant, Integer>();
        for (int i = 0; i < pairs.length; i += 2) {
            hours.put(at(pairs[i]), pairs[i + 1]);
        }
        return hours;
    }

    @Test
    void an_hour_in_which_five_came_is_told_alone_and_one_of_four_with_the_next() {
        assertThat(TurnoutPeriod.of(came(8, 5, 9, 4, 11, 1, 12, 6), at(13)))
                .containsExactly(
                        new TurnoutPeriod(at(8), at(9), 5),
                        new TurnoutPeriod(at(9), at(12), 5),
                        new TurnoutPeriod(at(12), at(13), 6));
    }

    @Test
    void of_the_hour_that_is_not_over_nothing_is_told() {
        assertThat(TurnoutPeriod.of(came(8, 5, 9, 90), at(9))).containsExactly(new TurnoutPeriod(at(8), at(9), 5));
        assertThat(TurnoutPeriod.of(came(9, 90), at(9))).isEmpty();
    }

    @Test
    void what_was_told_during_the_vote_stays_and_the_last_few_are_told_with_the_close() {
        var during = TurnoutPeriod.of(came(8, 5, 9, 7, 10, 4), at(11));
        var later = TurnoutPeriod.of(came(8, 5, 9, 7, 10, 4, 12, 3), at(13));
        var closed = TurnoutPeriod.of(came(8, 5, 9, 7, 10, 4), null);

        assertThat(later).startsWith(during.toArray(TurnoutPeriod[]::new));
        assertThat(during).extracting(TurnoutPeriod::voters).containsExactly(5, 7);
        assertThat(closed).containsExactly(new TurnoutPeriod(at(8), at(9), 5), new TurnoutPeriod(at(9), at(11), 11));
    }

    @Test
    void four_voters_in_all_have_no_hours() {
        assertThat(TurnoutPeriod.of(came(8, 2, 9, 2), null)).isEmpty();
        assertThat(TurnoutPeriod.of(came(), null)).isEmpty();
    }
}
