package pe.minka.registry.agent;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialTest {

    private final Credential credential = Credential.random(new SecureRandom());

    @RepeatedTest(20)
    void a_single_wrong_character_is_noticed() {
        var code = credential.code();
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != '-') {
                char other = code.charAt(i) == 'Z' ? 'Y' : 'Z';
                assertThat(Credential.typed(code.substring(0, i) + other + code.substring(i + 1)))
                        .isEmpty();
            }
        }
    }

    @Test
    void case_blanks_and_letters_that_look_like_digits_are_forgiven() {
        var typed = credential
                .code()
                .toLowerCase()
                .replace("-", " ")
                .replace('0', 'o')
                .replace('1', 'l');

        assertThat(Credential.typed(typed)).contains(credential);
    }

    @Test
    void anything_else_is_no_credential() {
        assertThat(Credential.typed("")).isEmpty();
        assertThat(Credential.typed("17801146")).isEmpty();
    }
}
