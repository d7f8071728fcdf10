package pe.minka.workshop.receipt;

import org.junit.jupiter.api.Test;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class ReceiptKeyTest {

    private static final UUID ROUND = UUID.fromString("c6dae4f8-2051-4f92-a7db-51607f8e9801");
    private static final String COMMITMENT = "5f".repeat(32);

    /** RFC 8032, 7.1, test 1. */
    @Test
    void the_public_key_is_that_of_the_standard() {
        var key = ReceiptKey.of(
                ROUND, HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        assertThat(key.publicKey()).isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void a_receipt_is_always_the_same_and_says_round_and_commitment_only() throws Exception {
        var key = ReceiptKey.of(ROUND, new byte[32]);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new X509EncodedKeySpec(HexFormat.of().parseHex("302a300506032b6570032100" + key.publicKey()))));
        verifier.update(("minka-receipt-v1\n" + ROUND + "\n" + COMMITMENT + "\n").getBytes(US_ASCII));

        assertThat(verifier.verify(HexFormat.of().parseHex(key.sign(COMMITMENT))))
                .isTrue();
        assertThat(key.sign(COMMITMENT)).isEqualTo(key.sign(COMMITMENT)).isNotEqualTo(key.sign("6f".repeat(32)));
    }
}
