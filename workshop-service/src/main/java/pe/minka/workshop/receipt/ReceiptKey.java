package pe.minka.workshop.receipt;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import pe.minka.workshop.cryptography.NativeCryptography;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The Ed25519 key that signs the receipts of one round. Its public half is told when the round opens, so that a voter
 * whose commitment is missing after the close can prove that it was promised. What is signed says round and commitment,
 * and nothing of who or when.
 */
public final class ReceiptKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int BYTES = 32;
    /** What stands before the seed in an Ed25519 key of PKCS #8, RFC 8410. */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final Provider PROVIDER = NativeCryptography.ed25519();

    private final UUID round;
    private final byte[] publicKey = new byte[BYTES];
    private final PrivateKey privateKey;
    private final ThreadLocal<Signature> signers = ThreadLocal.withInitial(this::signer);

    private ReceiptKey(UUID round, byte[] seed) {
        this.round = round;
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        this.privateKey = privateKey(seed);
    }

    private static PrivateKey privateKey(byte[] seed) {
        try {
            var factory = PROVIDER.getService("KeyFactory", ALGORITHM) == null
                    ? KeyFactory.getInstance(ALGORITHM)
                    : KeyFactory.getInstance(ALGORITHM, PROVIDER);
            var encoded = ByteBuffer.allocate(PKCS8.length + BYTES).put(PKCS8).put(seed);
            return factory.generatePrivate(new PKCS8EncodedKeySpec(encoded.array()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every 32 bytes are a seed", impossible);
        }
    }

    private Signature signer() {
        try {
            var signer = Signature.getInstance(ALGORITHM, PROVIDER);
            signer.initSign(privateKey);
            return signer;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an own key signs", impossible);
        }
    }

    /** @param seed 32 secret bytes; the same seed is always the same key */
    public static ReceiptKey of(UUID round, byte[] seed) {
        if (seed.length != BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        return new ReceiptKey(round, seed);
    }

    /** The 32 bytes of RFC 8032, in hexadecimal. */
    public String publicKey() {
        return HexFormat.of().formatHex(publicKey);
    }

    /**
     * Signs the lines {@code minka-receipt-v1}, round and commitment, each ended by a line feed.
     *
     * @param commitment in hexadecimal
     * @return 64 bytes in hexadecimal; always the same for the same commitment
     */
    public String sign(String commitment) {
        var lines = ("minka-receipt-v1\n" + round + "\n" + commitment + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            var signer = signers.get();
            signer.update(lines);
            return HexFormat.of().formatHex(signer.sign());
        } catch (SignatureException impossible) {
            throw new IllegalStateException("an own key signs", impossible);
        }
    }
}
