package pe.minka.workshop.offline;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * How a device seals ballots to a round: HPKE (RFC 9180, base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM), bound to round and envelope, and signed by the device with Ed25519.
 */
final class EnvelopeSeal {

    private static final int ENCAPSULATION_BYTES = 32;
    private static final byte[] NONE = new byte[0];

    private EnvelopeSeal() {}

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /** @param publicKey 32 bytes, for the devices; @param privateKey 32 bytes, for the service alone */
    record Keys(byte[] publicKey, byte[] privateKey) {

        static Keys random() {
            var hpke = hpke();
            var pair = hpke.generatePrivateKey();
            return new Keys(hpke.serializePublicKey(pair.getPublic()), hpke.serializePrivateKey(pair.getPrivate()));
        }
    }

    /** Opens envelopes of one round. */
    static final class Opener {

        private final HPKE hpke = hpke();
        private final AsymmetricCipherKeyPair keys;
        private final byte[] info;

        Opener(UUID round, Keys keys) {
            this.keys = hpke.deserializePrivateKey(keys.privateKey(), keys.publicKey());
            this.info = info(round);
        }

        /** @return nothing where it was altered, or sealed to another round, envelope or key */
        Optional<byte[]> open(UUID envelope, byte[] sealed) {
            if (sealed.length <= ENCAPSULATION_BYTES) {
                return Optional.empty();
            }
            try {
                return Optional.of(hpke.open(
                        Arrays.copyOf(sealed, ENCAPSULATION_BYTES),
                        keys,
                        info,
                        ascii(envelope.toString()),
                        Arrays.copyOfRange(sealed, ENCAPSULATION_BYTES, sealed.length),
                        NONE,
                        NONE,
                        null));
            } catch (InvalidCipherTextException | RuntimeException altered) {
                // whatever the library makes of bytes that somebody made up concerns this envelope alone
                return Optional.empty();
            }
        }
    }

    static byte[] info(UUID round) {
        return ascii("minka-offline-v1\n" + round);
    }

    static boolean isSigned(byte[] publicKey, byte[] message, byte[] signature) {
        var signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(publicKey));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
