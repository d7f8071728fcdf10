package pe.minka.transparency.publiclog;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SigningKeyTest {

    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    @Test
    void a_seed_gives_the_public_key_that_rfc_8032_says() {
        assertThat(HexFormat.of().formatHex(SigningKey.of("minka.pe/log", SEED).publicKey()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void the_key_of_a_verifier_is_that_of_the_signed_note_specification() {
        var publicKey = HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

        assertThat(SigningKey.verifierKey("minka.pe/log", publicKey))
                .matches("minka\\.pe/log\\+[0-9a-f]{8}\\+AddamAGCsQq3.*");
    }

    @Test
    void a_checkpoint_is_signed_by_the_new_key_and_by_the_one_before_while_they_change() {
        var before = SigningKey.of("minka.pe/log", SEED);
        var now = SigningKey.of("minka.pe/log", new byte[32]);
        var note = Checkpoint.signed("minka.pe/log", 7, new byte[32], List.of(now, before))
                .note();

        assertThat(note).startsWith("minka.pe/log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— minka.pe/log ");
        assertThat(Notes.isSignedBy(note, now.publicKey())).isTrue();
        assertThat(Notes.isSignedBy(note, before.publicKey())).isTrue();
        assertThat(Notes.isSignedBy(note.replace("\n7\n", "\n8\n"), before.publicKey()))
                .isFalse();
    }

    @Test
    void paths_of_tiles_have_one_form_only() {
        assertThat(TilePath.of("0/x001/x234/067")).contains(new TilePath(0, 1_234_067, 256));
        assertThat(TilePath.of("1/000.p/8")).contains(new TilePath(1, 0, 8));
        assertThat(TilePath.of("entries/005")).contains(new TilePath(TilePath.ENTRIES, 5, 256));
        assertThat(TilePath.of("0/5")).isEmpty();
        assertThat(TilePath.of("0/x000/001")).isEmpty();
        assertThat(TilePath.of("0/000.p/256")).isEmpty();
        assertThat(TilePath.of("0/000.p/0")).isEmpty();
        assertThat(TilePath.of("../0/000")).isEmpty();
    }
}
