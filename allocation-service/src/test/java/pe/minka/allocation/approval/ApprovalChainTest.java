package pe.minka.allocation.approval;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.approval.ApprovalChain.Given;
import pe.minka.allocation.approval.ApprovalChain.Outcome;
import pe.minka.allocation.process.Regulation.RequiredApproval;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ApprovalChainTest {

    private static final LocalDate SIGNED = LocalDate.of(2016, 4, 30);
    private static final List<RequiredApproval> LOCAL = List.of(
            new RequiredApproval("ASSEMBLY", null, "Ordenanza 001-2016"),
            new RequiredApproval("COORDINATION_COUNCIL", null, "Ley 27972 art. 104"),
            new RequiredApproval("COUNCIL", null, "DS 142-2009-EF art. 10.1"));

    @Test
    @Tag("NAT-12")
    void a_local_act_is_complete_only_with_the_council() {
        assertThat(chain(given("ASSEMBLY"), given("COORDINATION_COUNCIL")).complete())
                .isFalse();
        assertThat(chain(given("ASSEMBLY"), given("COORDINATION_COUNCIL")).admit("COUNCIL", SIGNED))
                .isEqualTo(new Outcome.Admitted(2, true));
    }

    @Test
    @Tag("NAT-11")
    void a_regional_act_needs_the_coordination_council_before_the_regional_council() {
        var regional = new ApprovalChain(
                List.of(
                        new RequiredApproval("COORDINATION_COUNCIL", null, "Ley 27867 art. 11-B"),
                        new RequiredApproval("REGIONAL_COUNCIL", null, "Ley 27867 art. 15")),
                List.of(),
                SIGNED);

        assertThat(regional.admit("REGIONAL_COUNCIL", SIGNED))
                .isEqualTo(new Outcome.OutOfOrder("COORDINATION_COUNCIL", "Ley 27867 art. 11-B"));
        assertThat(regional.admit("COORDINATION_COUNCIL", SIGNED)).isEqualTo(new Outcome.Admitted(0, false));
    }

    @Test
    @Tag("VES-55")
    void an_approval_out_of_order_names_the_first_that_is_missing() {
        assertThat(chain().admit("COUNCIL", SIGNED))
                .isEqualTo(new Outcome.OutOfOrder("ASSEMBLY", "Ordenanza 001-2016"));
    }

    @Test
    void an_approval_is_given_once() {
        assertThat(chain(given("ASSEMBLY")).admit("ASSEMBLY", SIGNED)).isEqualTo(new Outcome.AlreadyGiven());
    }

    @Test
    void an_approval_that_the_regulation_does_not_name_is_not_taken() {
        assertThat(chain().admit("MEF", SIGNED))
                .isEqualTo(new Outcome.NotRequired(List.of("ASSEMBLY", "COORDINATION_COUNCIL", "COUNCIL")));
    }

    @Test
    void nothing_is_approved_the_day_before_it_was_signed() {
        assertThat(chain().admit("ASSEMBLY", SIGNED.minusDays(1))).isEqualTo(new Outcome.DatedBefore(SIGNED));
        assertThat(chain().admit("ASSEMBLY", SIGNED)).isInstanceOf(Outcome.Admitted.class);
    }

    private static ApprovalChain chain(Given... given) {
        return new ApprovalChain(LOCAL, List.of(given), SIGNED);
    }

    private static Given given(String approval) {
        return new Given(approval, SIGNED);
    }
}
