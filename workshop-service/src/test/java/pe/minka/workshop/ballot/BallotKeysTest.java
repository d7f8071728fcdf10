package pe.minka.workshop.ballot;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BallotKeysTest {

    private static final UUID ROUND = new UUID(1, 2);
    private static final UUID AGENT = new UUID(3, 4);

    private final BallotKeys keys = new BallotKeys(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void all_sealed_ballots_of_a_round_have_one_length_and_none_is_like_another() {
        var key = keys.newSealKey();
        var blank = keys.seal(key, ROUND, new byte[32], "", 40);
        var full = keys.seal(key, ROUND, new byte[32], "0,1,2,3,4,5,6,7,8,9", 40);

        assertThat(blank).hasSameSizeAs(full);
        assertThat(keys.seal(key, ROUND, new byte[32], "", 40)).isNotEqualTo(blank);
        assertThat(keys.unseal(key, ROUND, full).mark()).isEqualTo("0,1,2,3,4,5,6,7,8,9");
        assertThat(keys.unseal(key, ROUND, blank).mark()).isEmpty();
    }

    @Test
    void a_ballot_opens_with_its_own_key_and_in_its_own_round_only() {
        var key = keys.unwrap(ROUND, keys.wrap(ROUND, keys.newSealKey()));
        var sealed = keys.seal(key, ROUND, new byte[32], "1", 10);

        assertThatThrownBy(() -> keys.unseal(keys.newSealKey(), ROUND, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.unseal(key, new UUID(9, 9), sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_request_has_the_same_receipt_and_any_other_has_another() {
        var round = keys.of(ROUND);
        var nonce = round.nonce(AGENT, "key", "0,1");

        assertThat(round.nonce(AGENT, "key", "0,1")).isEqualTo(nonce);
        assertThat(round.nonce(AGENT, "other", "0,1")).isNotEqualTo(nonce);
        assertThat(round.nonce(new UUID(5, 6), "key", "0,1")).isNotEqualTo(nonce);
        assertThat(Commitment.to(ROUND, "0,1", nonce)).isNotEqualTo(Commitment.to(ROUND, "0", nonce));
    }
}
