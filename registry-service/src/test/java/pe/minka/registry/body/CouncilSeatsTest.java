package pe.minka.registry.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.registry.regulation.Regulation;

import static org.assertj.core.api.Assertions.assertThat;

class CouncilSeatsTest {

    private final JsonNode rule =
            new Regulation(Ordinances.document("national-2009.v3")).body("LOCAL_COORDINATION_COUNCIL");

    @Test
    @Tag("OCO-01")
    void ocongates_five_councillors_give_two_seats_to_civil_society() {
        var seats = CouncilSeats.derived(5, 0, false, rule);

        assertThat(seats.officials()).isEqualTo(6);
        assertThat(seats.computed())
                .as("40 % of the legal number of councillors")
                .isEqualTo("2");
        assertThat(seats.civilSociety()).isEqualTo(2);
        assertThat(seats.law()).contains("Ley 27972");
    }

    @Test
    void la_molinas_eleven_councillors_give_five_rounded_up() {
        assertThat(CouncilSeats.derived(11, 0, false, rule).computed()).isEqualTo("4.4");
        assertThat(CouncilSeats.derived(11, 0, false, rule).civilSociety()).isEqualTo(5);
    }

    @Test
    void the_rounding_is_the_ordinances() {
        var down = ((ObjectNode) rule.deepCopy()).put("rounding", "DOWN");

        assertThat(CouncilSeats.derived(11, 0, false, down).civilSociety()).isEqualTo(4);
    }

    @Test
    void many_populated_centres_and_the_districts_of_a_province_count_in_the_sum() {
        assertThat(CouncilSeats.derived(5, 4, false, rule).computed())
                .as("40 % of 1 + 5 + 4")
                .isEqualTo("4");
        assertThat(CouncilSeats.derived(9, 8, true, rule).computed())
                .as("40 % of 9 + 8")
                .isEqualTo("6.8");
    }

    @Test
    void in_a_region_mayors_are_sixty_and_civil_society_forty_of_the_whole() {
        var regional =
                ((ObjectNode) rule.deepCopy()).put("civilSocietyOf", "WHOLE").put("law", "Ley 27867 art. 11-A");

        assertThat(CouncilSeats.regional(6, regional).civilSociety()).isEqualTo(4);
        assertThat(CouncilSeats.regional(7, regional).computed()).isEqualTo("4.6666");
        assertThat(CouncilSeats.regional(7, regional).civilSociety()).isEqualTo(5);
        assertThat(CouncilSeats.regional(7, regional.put("rounding", "DOWN")).civilSociety())
                .isEqualTo(4);
        assertThat(CouncilSeats.regional(7, regional.put("rounding", "HALF_UP")).civilSociety())
                .isEqualTo(5);
        assertThat(CouncilSeats.regional(13, regional).officials()).isEqualTo(14);
    }
}
