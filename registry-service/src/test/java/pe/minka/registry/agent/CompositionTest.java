package pe.minka.registry.agent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.registry.regulation.Quota;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CompositionTest {

    private static final List<Quota> QUOTAS = Ordinances.coyllurqui().quotas("ROLL");

    @Test
    @Tag("COY-75")
    void the_roll_of_2016_has_35_percent_women_and_meets_its_target() {
        var roll = roll(300, 105);

        assertThat(roll.womenPercent()).isEqualTo("35.0");
        assertThat(womenGap(roll).missing()).isZero();
    }

    @Test
    void the_roll_of_2017_lacks_33_women_of_its_target() {
        var roll = roll(257, 45);

        assertThat(roll.womenPercent()).isEqualTo("17.5");
        assertThat(womenGap(roll).need())
                .as("30 % of 257, a fraction counting as one")
                .isEqualTo(78);
        assertThat(womenGap(roll).missing()).isEqualTo(33);
        assertThat(roll.blocking(QUOTAS)).as("targets of the roll only warn").isEmpty();
    }

    private static Composition.Gap womenGap(Composition roll) {
        return roll.gaps(QUOTAS).stream()
                .filter(gap -> gap.quota().group().equals("WOMEN"))
                .findFirst()
                .orElseThrow();
    }

    private static Composition roll(int agents, int women) {
        return new Composition(agents, women, agents - women, 100, Map.of("WOMEN", women));
    }
}
