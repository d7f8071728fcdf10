package pe.minka.transparency.measure;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

class ShareTest {

    @Test
    @Tag("COY-75")
    void women_105_of_300_are_35_percent() {
        assertThat(Share.percent(105, 300)).isEqualByComparingTo("35.0").hasToString("35.0");
    }

    @Test
    @Tag("COY-76")
    void women_45_of_257_are_17_5_percent() {
        assertThat(Share.percent(45, 257)).hasToString("17.5");
    }

    @Test
    @Tag("OCO-13")
    void from_83_to_47_is_a_fall_by_43_percent() {
        assertThat(Share.growth(BigDecimal.valueOf(83), BigDecimal.valueOf(47))).hasToString("-43.4");
    }

    @Test
    void there_is_no_share_of_nothing() {
        assertThat(Share.percent(0, 0)).isNull();
    }
}
