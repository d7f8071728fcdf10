package pe.minka.workshop.process;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class RegulationTest {

    @Test
    void half_plus_one_of_three_hundred_is_151_and_of_301_too() {
        var halfPlusOne = new Regulation.Quorum(new BigDecimal("50"), true, null, "art. 7");

        assertThat(halfPlusOne.of(300)).isEqualTo(151);
        assertThat(halfPlusOne.of(301)).isEqualTo(151);
        assertThat(halfPlusOne.of(302)).isEqualTo(152);
    }

    @Test
    void a_share_without_plus_one_is_rounded_up() {
        assertThat(new Regulation.Quorum(new BigDecimal("33.3333"), false, null, "art. 7").of(10))
                .isEqualTo(4);
    }

    @Test
    @Tag("COY-41")
    void days_of_notice_are_counted_by_the_calendar_of_peru() {
        var week = new Regulation.Convocation(7, 0, "art. 5");

        assertThat(week.isMetBy(Instant.parse("2016-04-02T04:59:00Z"), Instant.parse("2016-04-08T14:00:00Z")))
                .isTrue();
        assertThat(week.isMetBy(Instant.parse("2016-04-02T05:00:00Z"), Instant.parse("2016-04-08T14:00:00Z")))
                .isFalse();
    }

    @Test
    void a_quota_takes_the_larger_of_percentage_and_count() {
        var quota = new Regulation.Quota("VIGILANCE_COMMITTEE", "WOMEN", new BigDecimal("30"), 1, "BLOCK", "art. 10");

        assertThat(quota.minimumOf(5)).isEqualTo(2);
        assertThat(quota.minimumOf(2)).isEqualTo(1);
    }
}
