package pe.minka.platform.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SolesTest {

    @Test
    void an_amount_keeps_its_last_centimo() {
        assertThat(Soles.of("1999999.99").plus(new Soles(1))).hasToString("2000000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.005", "1e3", "1,000.00", "", ".5", "01", "NaN", "12345678901234567"})
    void what_is_no_exact_amount_is_refused(String text) {
        assertThatThrownBy(() -> Soles.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_total_past_the_largest_amount_is_no_total() {
        assertThatThrownBy(() -> new Soles(Long.MAX_VALUE).plus(new Soles(1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void more_than_there_is_cannot_be_taken() {
        assertThatThrownBy(() -> Soles.ZERO.minus(new Soles(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
