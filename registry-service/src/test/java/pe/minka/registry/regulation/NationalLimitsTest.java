package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NationalLimitsTest {

    private final ObjectNode norm = Ordinances.document("national-2009.v2");
    private final ObjectNode ordinance = Ordinances.document("coyllurqui-2016.v1");

    @Test
    void a_vigilance_committee_of_three_is_against_the_norm_whose_article_is_named() {
        ((ObjectNode) ordinance.at("/committees/VIGILANCE")).put("members", 3);

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/committees/VIGILANCE/members");
            assertThat(fault.expected()).isEqualTo("≥ 4");
            assertThat(fault.law()).contains("Instructivo 001-2010");
        });
    }

    @Test
    void weighted_votes_are_against_the_norm() {
        ((ObjectNode) ordinance.path("participation")).put("weightedVotes", true);

        assertThat(faults()).singleElement().extracting(Fault::pointer).isEqualTo("/participation/weightedVotes");
    }

    @Test
    @Tag("NAT-01")
    void the_four_phases_of_the_law_stand_in_their_order_and_no_other_beside_them() {
        var phases = (ArrayNode) ordinance.path("phases");
        phases.insert(0, phases.remove(2));
        assertThat(faults()).extracting(Fault::code).containsExactly("order-against-the-norm");

        ((ObjectNode) phases.get(0)).put("phase", "FESTIVAL");
        assertThat(faults())
                .extracting(Fault::code)
                .containsExactly("left-out-against-the-norm", "added-against-the-norm");
    }

    @Test
    void a_district_cannot_do_without_its_council() {
        ((ArrayNode) ordinance.path("approvals")).remove(2);

        assertThat(faults()).singleElement().extracting(Fault::expected).isEqualTo("COUNCIL");
    }

    private java.util.List<Fault> faults() {
        return NationalLimits.broken(Defaults.fill(ordinance, norm), norm);
    }
}
