package pe.minka.registry.storage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+51 984", "-1", "@SUM(A1)", "\t=1", "\r=1", "=1\n2"})
    void what_a_spreadsheet_would_run_is_marked_as_text(String text) {
        assertThat(SpreadsheetText.plain(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rosa Quispe", "1=1", "Ñahuinlla - Pfaco"})
    void anything_else_stays_as_it_is(String text) {
        assertThat(SpreadsheetText.plain(text)).isEqualTo(text);
    }
}
