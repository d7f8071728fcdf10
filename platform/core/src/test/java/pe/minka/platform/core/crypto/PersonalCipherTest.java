package pe.minka.platform.core.crypto;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PersonalCipherTest {

    private static final byte[] MASTER = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final PersonalCipher cipher = new PersonalCipher(MASTER, new SecureRandom());
    private final byte[] key = cipher.newWrappedKey("agent/1");
    private final byte[] name = cipher.encrypt(key, "agent/1", "agent/1/name", "Saturnina Huillca");

    @Test
    void a_field_is_read_back_with_its_own_key_and_place() {
        assertThat(cipher.decrypt(key, "agent/1", "agent/1/name", name)).isEqualTo("Saturnina Huillca");
        assertThat(new String(name, StandardCharsets.ISO_8859_1)).doesNotContain("Huillca");
    }

    @Test
    void the_same_text_never_looks_the_same_twice() {
        assertThat(cipher.encrypt(key, "agent/1", "agent/1/name", "Saturnina Huillca"))
                .isNotEqualTo(name);
    }

    @Test
    void a_field_moved_to_another_place_or_person_is_unreadable() {
        assertThatThrownBy(() -> cipher.decrypt(key, "agent/1", "agent/1/email", name))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.decrypt(key, "agent/2", "agent/1/name", name))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_person_whose_key_is_gone_is_erased() {
        var another = cipher.newWrappedKey("agent/1");

        assertThatThrownBy(() -> cipher.decrypt(another, "agent/1", "agent/1/name", name))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_document_has_one_index_however_it_is_written() {
        var index = new KeyedIndex(MASTER);

        assertThat(index.of("DNI", " 4567-8922 ")).isEqualTo(index.of("DNI", "45678922"));
        assertThat(index.of("DNI", "45678922")).isNotEqualTo(index.of("FOREIGN_CARD", "45678922"));
        assertThat(new KeyedIndex(new byte[32]).of("DNI", "45678922")).isNotEqualTo(index.of("DNI", "45678922"));
    }

    @Test
    void texts_that_differ_in_a_blank_or_in_case_are_told_apart_where_they_are_compared_exactly() {
        var index = new KeyedIndex(MASTER);

        assertThat(index.exactly("REQUEST", "a well")).isEqualTo(index.exactly("REQUEST", "a well"));
        assertThat(index.exactly("REQUEST", "a well"))
                .isNotEqualTo(index.exactly("REQUEST", "A well"))
                .isNotEqualTo(index.exactly("REQUEST", "awell"))
                .isNotEqualTo(index.exactly("OTHER", "a well"))
                .isNotEqualTo(new KeyedIndex(new byte[32]).exactly("REQUEST", "a well"));
    }
}
