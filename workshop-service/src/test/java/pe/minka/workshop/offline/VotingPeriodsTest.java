package pe.minka.workshop.offline;

import org.junit.jupiter.api.Test;
import pe.minka.workshop.offline.VotingPeriods.Interruption;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class VotingPeriodsTest {

    private static final Instant OPENED = Instant.parse("2016-04-23T13:00:00Z");
    private static final Instant SUSPENDED = Instant.parse("2016-04-23T14:00:00Z");
    private static final Instant RESUMED = Instant.parse("2016-04-23T15:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2016-04-23T21:00:00Z");
    private static final Instant NOW = Instant.parse("2016-04-23T20:00:00Z");

    private final VotingPeriods periods =
            new VotingPeriods(OPENED, DEADLINE, List.of(new Interruption(SUSPENDED, RESUMED)), NOW);

    @Test
    void a_period_holds_its_beginning_and_not_its_end() {
        assertThat(periods.untimely(OPENED.minusNanos(1))).contains(Untimely.OUTSIDE_ITS_PERIOD);
        assertThat(periods.untimely(OPENED)).isEmpty();
        assertThat(periods.untimely(SUSPENDED.minusNanos(1))).isEmpty();
        assertThat(periods.untimely(SUSPENDED)).contains(Untimely.DURING_A_SUSPENSION);
        assertThat(periods.untimely(RESUMED.minusNanos(1))).contains(Untimely.DURING_A_SUSPENSION);
        assertThat(periods.untimely(RESUMED)).isEmpty();
    }

    @Test
    void the_deadline_ends_the_vote_even_where_the_clock_of_the_device_might_run_ahead() {
        var atTheEnd = new VotingPeriods(OPENED, DEADLINE, List.of(), DEADLINE);

        assertThat(atTheEnd.untimely(DEADLINE.minusNanos(1))).isEmpty();
        assertThat(atTheEnd.untimely(DEADLINE)).contains(Untimely.OUTSIDE_ITS_PERIOD);
        assertThat(atTheEnd.untimely(Instant.MAX)).contains(Untimely.OUTSIDE_ITS_PERIOD);
        assertThat(atTheEnd.untimely(Instant.MIN)).contains(Untimely.OUTSIDE_ITS_PERIOD);
    }

    @Test
    void a_clock_may_run_ahead_by_two_minutes_and_no_more() {
        assertThat(periods.untimely(NOW.plus(VotingPeriods.TOLERANCE))).isEmpty();
        assertThat(periods.untimely(NOW.plus(VotingPeriods.TOLERANCE).plusNanos(1)))
                .contains(Untimely.IN_THE_FUTURE);
        assertThat(new VotingPeriods(OPENED, null, List.of(), NOW).untimely(Instant.MAX))
                .contains(Untimely.IN_THE_FUTURE);
    }

    @Test
    void a_suspension_without_resumption_lasts() {
        var suspended = new VotingPeriods(OPENED, null, List.of(new Interruption(SUSPENDED, null)), NOW);

        assertThat(suspended.untimely(NOW)).contains(Untimely.DURING_A_SUSPENSION);
    }
}
