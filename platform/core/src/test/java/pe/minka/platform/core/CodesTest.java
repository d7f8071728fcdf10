package pe.minka.platform.core;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodesTest {

    @Test
    void coyllurqui_lies_in_cotabambas_and_in_apurimac() {
        var coyllurqui = new Ubigeo("030503");

        assertThat(coyllurqui.province()).isEqualTo(new Ubigeo("0305"));
        assertThat(coyllurqui.isWithin(new Ubigeo("03"))).isTrue();
        assertThat(coyllurqui.isWithin(new Ubigeo("0306"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30503", "0305031", "03O503", " 030503", ""})
    void a_code_that_lost_its_zero_is_refused(String code) {
        assertThatThrownBy(() -> new Ubigeo(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20131380951", "20131312955", "20131370645", "20295613620", "20168999926"})
    void the_numbers_of_public_offices_are_valid(String ruc) {
        assertThat(new Ruc(ruc)).hasToString(ruc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20131380952", "2013138095", "30131380951", "201313809511"})
    void a_wrong_check_digit_length_or_prefix_is_refused(String ruc) {
        assertThatThrownBy(() -> new Ruc(ruc)).isInstanceOf(IllegalArgumentException.class);
    }
}
