package pe.minka.allocation.process;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Soles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PercentTest {

    @Test
    @Tag("VES-09")
    void thirty_five_percent_of_the_investment_fund_is_two_million() {
        assertThat(Percent.of("35").atLeast(Soles.of("5714285.71"))).isEqualTo(Soles.of("2000000.00"));
    }

    @Test
    void a_share_with_a_fraction_of_a_centimo_is_rounded_up_so_that_it_is_not_missed() {
        assertThat(Percent.of("35").atLeast(new Soles(3))).isEqualTo(new Soles(2));
        assertThat(Percent.of("35").isMissedBy(new Soles(1), new Soles(3))).isTrue();
        assertThat(Percent.of("35").isMissedBy(new Soles(2), new Soles(3))).isFalse();
    }

    @Test
    void a_ceiling_with_a_fraction_of_a_centimo_is_rounded_down_so_that_it_is_not_exceeded() {
        assertThat(Percent.of("30").atMost(new Soles(7))).isEqualTo(new Soles(2));
        assertThat(Percent.of("30").isExceededBy(new Soles(3), new Soles(7))).isTrue();
    }

    @Test
    void one_centimo_less_than_all_is_not_a_hundred_percent() {
        assertThat(Percent.share(Soles.of("9499999.99"), Soles.of("9500000.00")))
                .isEqualTo(Percent.of("99.9999"));
    }

    @Test
    void no_percentage_is_negative_above_a_hundred_or_in_words() {
        for (var wrong : new String[] {"-1", "100.1", "1e2", "30 %", "", "0.0000001"}) {
            assertThatThrownBy(() -> Percent.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
