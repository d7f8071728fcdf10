package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

class SupportersRuleTest {

    @Test
    void two_in_ten_thousand_of_706_004_adults_are_142_or_rounded_down_141() {
        assertThat(share("0.02", 706_004, true).needed(null)).hasValue(142);
        assertThat(share("0.02", 706_004, false).needed(null)).hasValue(141);
        assertThat(share("0.02", 705_000, true).needed(null)).hasValue(141);
    }

    @Test
    void the_number_that_the_ordinance_writes_counts_whatever_part_it_writes_beside() {
        var callao = new SupportersRule(140, new BigDecimal("0.02"), 706_004, true, true, "Ordenanza");

        assertThat(callao.needed(null)).hasValue(140);
        assertThat(callao.asksForAdults()).isFalse();
    }

    @Test
    void adults_are_those_that_the_ordinance_counts_and_else_those_published() {
        assertThat(share("0.02", 706_004, true).needed(new BigDecimal("5000"))).hasValue(142);
        assertThat(share("0.02", null, true).needed(new BigDecimal("5000"))).hasValue(1);
        assertThat(share("0.02", null, true).needed(null)).isEmpty();
        assertThat(share("0.02", null, true).asksForAdults()).isTrue();
    }

    @Test
    void the_text_of_an_ordinance_says_the_rule_and_its_article() {
        var document = Ordinances.document("coyllurqui-2016.v1");
        ((ObjectNode) document.at("/accreditation/unorganisedCitizens"))
                .put("supportersPercentOfAdults", "0.02")
                .put("adults", 706_004)
                .put("supportersRounding", "DOWN")
                .put("supportersListed", true);

        var rule = new Regulation(document).admission().supporters();

        assertThat(rule)
                .isEqualTo(new SupportersRule(
                        0, new BigDecimal("0.02"), 706_004, false, true, "DS 142-2009-EF, primera disposición final"));
        assertThat(Ordinances.coyllurqui().admission().supporters().asks()).isFalse();
    }

    private static SupportersRule share(String percent, @Nullable Integer adults, boolean roundsUp) {
        return new SupportersRule(0, new BigDecimal(percent), adults, roundsUp, false, "Ordenanza");
    }
}
