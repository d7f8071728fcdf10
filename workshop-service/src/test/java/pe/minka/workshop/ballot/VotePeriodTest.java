package pe.minka.workshop.ballot;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import static org.assertj.core.api.Assertions.assertThat;

class VotePeriodTest {

    private static final Instant OPENED = Instant.parse("2016-04-23T14:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2016-04-23T22:00:00Z");

    private final VotePeriod period = new VotePeriod(OPENED, DEADLINE);

    @Test
    void one_microsecond_before_the_deadline_is_in_time_and_the_deadline_itself_is_too_late() {
        var last = DEADLINE.minus(1, ChronoUnit.MICROS);

        assertThat(period.contains(last)).isTrue();
        assertThat(period.isOver(last)).isFalse();
        assertThat(period.contains(DEADLINE)).isFalse();
        assertThat(period.isOver(DEADLINE)).isTrue();
    }

    @Test
    void the_instant_of_the_opening_is_in_time_and_one_microsecond_before_is_not() {
        assertThat(period.contains(OPENED)).isTrue();
        assertThat(period.contains(OPENED.minus(1, ChronoUnit.MICROS))).isFalse();
    }

    @Test
    void without_a_deadline_only_the_act_of_closing_ends_a_vote() {
        assertThat(new VotePeriod(OPENED, null).isOver(Instant.MAX)).isFalse();
    }
}
