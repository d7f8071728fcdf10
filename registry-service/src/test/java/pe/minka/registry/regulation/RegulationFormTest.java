package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RegulationFormTest {

    private final RegulationSchema schema = new RegulationSchema();
    private final ObjectNode ordinance = Ordinances.document("coyllurqui-2016.v1");

    @Test
    void each_fault_of_form_is_shown_with_its_place() {
        ordinance.remove("title");
        ordinance.put("efectiveFrom", "2016-03-18");
        ((ObjectNode) ordinance.path("horizon")).put("years", "three");
        ((ObjectNode) ordinance.path("share")).put("percent", "135");
        ((ObjectNode) ordinance.path("ordinance")).put("date", "18/03/2016");

        assertThat(schema.faults(ordinance))
                .extracting(Fault::pointer, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("/title", "schema-required"),
                        tuple("/efectiveFrom", "schema-unknown-member"),
                        tuple("/horizon/years", "schema-type"),
                        tuple("/share/percent", "schema-form"),
                        tuple("/ordinance/date", "schema-form"));
    }

    @Test
    @Tag("SJM-09")
    void criteria_whose_weights_do_not_add_to_100_are_refused() {
        var document = Ordinances.document("villa-el-salvador-2001.v1");
        ((ObjectNode) document.at("/distribution/criteria/0")).put("weightPercent", "31");

        assertThat(Coherence.faults(document))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/distribution/criteria", "weights-not-hundred"));
    }

    @Test
    @Tag("COY-50")
    void an_ordinance_is_not_in_force_before_its_own_date() {
        ordinance.put("effectiveFrom", "2016-03-17");

        assertThat(Coherence.faults(ordinance)).extracting(Fault::code).containsExactly("in-force-before-its-act");
    }

    @Test
    void a_committee_has_one_post_for_each_member_and_a_phase_stands_once() {
        ((ObjectNode) ordinance.at("/committees/VIGILANCE")).put("members", 6);
        var phases = (ArrayNode) ordinance.path("phases");
        phases.add(phases.get(0).deepCopy());

        assertThat(Coherence.faults(ordinance))
                .extracting(Fault::code)
                .containsExactlyInAnyOrder("posts-not-members", "twice");
    }

    @Test
    void equal_documents_have_equal_text_whatever_the_order_of_their_members() {
        var first = RegulationText.tree("{\"b\":1,\"a\":{\"d\":\"x\",\"c\":[1,2]}}");
        var second = RegulationText.tree("{ \"a\": {\"c\":[1,2],\"d\":\"x\"}, \"b\":1 }");

        assertThat(RegulationText.canonical(first)).isEqualTo("{\"a\":{\"c\":[1,2],\"d\":\"x\"},\"b\":1}");
        assertThat(RegulationText.sha256(first)).isEqualTo(RegulationText.sha256(second));
    }
}
