package pe.minka.allocation.joint;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.joint.Cofinancing.Breach;
import pe.minka.allocation.joint.Cofinancing.Share;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CofinancingTest {

    @Test
    @Tag("ANT-59")
    void three_municipalities_pay_one_project_by_shares_that_add_to_a_hundred() {
        var joint = joint(
                "100.00", of("300301", "", "33.333333"), of("300302", "", "33.333333"), of("300303", "", "33.333334"));

        assertThat(joint.breach()).isEmpty();
        assertThat(joint.amounts().stream().reduce(Soles.ZERO, Soles::plus)).isEqualTo(Soles.of("100.00"));
    }

    @Test
    @Tag("ANT-59")
    void shares_over_or_under_a_hundred_by_the_last_decimal_are_refused() {
        assertThat(joint("100.00", of("300301", "", "50"), of("300302", "", "50.000001"))
                        .breach())
                .contains(new Breach.NotAHundred(new BigDecimal("100.000001")));
        assertThat(joint("100.00", of("300301", "", "50"), of("300302", "", "49.999999"))
                        .breach())
                .contains(new Breach.NotAHundred(new BigDecimal("99.999999")));
    }

    @Test
    @Tag("VES-51")
    void two_neighbourhoods_of_one_district_pool_their_parts() {
        var joint = joint("10000.01", of("300301", "B1", "50"), of("300301", "B2", "50"));

        assertThat(joint.breach()).isEmpty();
        assertThat(joint.amounts()).containsExactly(Soles.of("5000.01"), Soles.of("5000.00"));
    }

    @Test
    void one_alone_the_same_twice_a_share_of_nothing_and_no_cost_are_no_joint_project() {
        assertThat(joint("1.00", of("300301", "", "100")).breach()).contains(new Breach.TooFewPartners());
        assertThat(joint("1.00", of("300301", "B1", "50"), of("300301", "B1", "50"))
                        .breach())
                .contains(new Breach.PartnerTwice(1));
        assertThat(joint("1.00", of("300301", "", "100"), of("300302", "", "0")).breach())
                .contains(new Breach.NothingPaid(1));
        assertThat(joint("0.00", of("300301", "", "50"), of("300302", "", "50")).breach())
                .contains(new Breach.NoCost());
    }

    private static Cofinancing joint(String cost, Share... shares) {
        return new Cofinancing(Soles.of(cost), List.of(shares));
    }

    private static Share of(String entity, String zone, String percent) {
        return new Share(new EntityCode(entity), zone, Percent.of(percent), "Acta 1", LocalDate.of(2016, 5, 1));
    }
}
