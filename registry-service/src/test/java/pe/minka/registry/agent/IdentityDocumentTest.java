package pe.minka.registry.agent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pe.minka.registry.agent.IdentityDocument.Flaw;

import static org.assertj.core.api.Assertions.assertThat;
import static pe.minka.registry.agent.IdentityDocument.Kind.DNI;
import static pe.minka.registry.agent.IdentityDocument.Kind.FOREIGN_CARD;

class IdentityDocumentTest {

    @ParameterizedTest
    @CsvSource({"17801146,0,D", "45678922,1,F", "12345678,1,E", "40178683,5,J", "00000001,4,I", "10000000,3,H"})
    void a_dni_is_checked_by_its_ninth_character_when_that_is_given(String number, char digit, char letter) {
        assertThat(IdentityDocument.flawOf(DNI, number)).isEmpty();
        assertThat(IdentityDocument.flawOf(DNI, number + "-" + digit)).isEmpty();
        assertThat(IdentityDocument.flawOf(DNI, number + letter)).isEmpty();
        assertThat(IdentityDocument.flawOf(DNI, number + "-" + (char) (digit + 1)))
                .contains(Flaw.WRONG_CHECK_CHARACTER);
        assertThat(IdentityDocument.of(DNI, number + "-" + digit).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "123456", "1234567.0"})
    void a_dni_that_a_spreadsheet_robbed_of_its_zeros_is_told_apart(String number) {
        assertThat(IdentityDocument.flawOf(DNI, number)).contains(Flaw.LEADING_ZERO_LOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567A", "12345678901", "ABCDEFGH"})
    void what_is_no_dni_is_malformed(String number) {
        assertThat(IdentityDocument.flawOf(DNI, number)).contains(Flaw.MALFORMED);
    }

    @Test
    void a_foreign_card_has_nine_to_twelve_characters() {
        assertThat(IdentityDocument.flawOf(FOREIGN_CARD, "000 123 456")).isEmpty();
        assertThat(IdentityDocument.flawOf(FOREIGN_CARD, "12345678")).contains(Flaw.MALFORMED);
    }

    @Test
    void the_number_is_never_printed() {
        assertThat(IdentityDocument.of(DNI, "17801146").toString()).doesNotContain("17801146");
    }
}
