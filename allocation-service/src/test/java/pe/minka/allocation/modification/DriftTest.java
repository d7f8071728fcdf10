package pe.minka.allocation.modification;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.modification.Drift.Change;
import pe.minka.platform.core.Soles;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DriftTest {

    @Test
    @Tag("ANT-14")
    void drift_cumulates_also_where_changes_lead_back_to_what_was_signed() {
        var drift = Drift.of(
                Soles.of("100.00"),
                List.of(
                        new Change(Soles.of("100.00"), Soles.of("60.00")),
                        new Change(Soles.of("60.00"), Soles.of("100.00"))));

        assertThat(drift.now()).isEqualTo(drift.agreed());
        assertThat(drift.moved()).isEqualTo(Soles.of("80.00"));
        assertThat(drift.percent()).isEqualTo("80.00");
    }

    @Test
    void an_agreement_without_changes_has_not_drifted() {
        assertThat(Drift.of(Soles.of("100.00"), List.of()))
                .isEqualTo(new Drift(Soles.of("100.00"), Soles.of("100.00"), Soles.ZERO));
    }

    @Test
    void drift_of_nothing_has_no_percentage() {
        assertThat(Drift.of(Soles.ZERO, List.of()).percent()).isNull();
    }
}
