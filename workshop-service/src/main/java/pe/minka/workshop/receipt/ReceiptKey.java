package pe.minka.workshop.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The Ed25519 key that signs the receipts of one round. Its public half is told when the round opens, so that a voter
 * whose commitment is missing after the close can prove that it was promised. What is signed says round and commitment,
 * and nothing of who or when.
 */
public final class ReceiptKey {

    private static final int BYTES = 32;

    private final UUID round;
    private final KeyPair pair;

    private ReceiptKey(UUID round, KeyPair pair) {
        this.round = round;
        this.pair = pair;
    }

    /** @param seed 32 secret bytes; the same seed is always the same key */
    public static ReceiptKey of(UUID round, byte[] seed) {
        if (seed.length != BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            return new ReceiptKey(round, generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", impossible);
        }
    }

    /** The 32 bytes of RFC 8032, in hexadecimal: the last ones of their X.509 form. */
    public String publicKey() {
        var encoded = pair.getPublic().getEncoded();
        return HexFormat.of().formatHex(encoded, encoded.length - BYTES, encoded.length);
    }

    /**
     * Signs the lines {@code minka-receipt-v1}, round and commitment, each ended by a line feed.
     *
     * @param commitment in hexadecimal
     * @return 64 bytes in hexadecimal; always the same for the same commitment
     */
    public String sign(String commitment) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(
                    ("minka-receipt-v1\n" + round + "\n" + commitment + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an own key signs", impossible);
        }
    }

    /** Gives the seed to a key generator that asks for random bytes: Java derives the public key in no other way. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;
        private final byte[] bytes;

        private Fixed(byte[] bytes) {
            this.bytes = Arrays.copyOf(bytes, bytes.length);
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
