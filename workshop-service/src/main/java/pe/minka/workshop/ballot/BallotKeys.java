package pe.minka.workshop.ballot;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * The keys that keep voter and choice apart in the database. All are derived from the master key, but the one that seals
 * the ballots of a round: that is random, and destroyed with the close.
 */
@Singleton
class BallotKeys {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int GCM_NONCE_BYTES = 12;
    private static final int GCM_TAG_BITS = 128;

    // looking a provider up costs more than the work it is looked up for
    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(() -> provided(() -> Mac.getInstance(HMAC)));
    private static final ThreadLocal<Cipher> CIPHERS =
            ThreadLocal.withInitial(() -> provided(() -> Cipher.getInstance("AES/GCM/NoPadding")));

    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();

    BallotKeys(@ConfigProperty(name = "minka.master-key") String masterKey) {
        this.master = new SecretKeySpec(Base64.getDecoder().decode(masterKey), HMAC);
    }

    /** What one round needs of them while it is voted. */
    record OfRound(UUID round, SecretKey requests, SecretKey handles, SecretKey nonces) {

        /** Tells a repeated request without telling whose it is. */
        byte[] tag(UUID agent, String idempotencyKey) {
            return hmac(requests, "tag\n" + agent + "\n" + idempotencyKey);
        }

        /** Tells whether a repeated request has the same body. */
        byte[] body(byte[] commitment) {
            return hmac(
                    requests,
                    ByteBuffer.allocate(5 + commitment.length)
                            .put("body\n".getBytes(StandardCharsets.US_ASCII))
                            .put(commitment)
                            .array());
        }

        /** Where an agent's sealed ballot lies, so that it can be replaced where that is allowed. */
        byte[] handle(UUID agent) {
            return hmac(handles, agent.toString());
        }

        /** The same for the same request, so that its repetition gets the same receipt; random to everyone else. */
        byte[] nonce(UUID agent, String idempotencyKey, String mark) {
            return hmac(nonces, agent + "\n" + idempotencyKey + "\n" + mark);
        }
    }

    OfRound of(UUID round) {
        return new OfRound(round, derive("requests/" + round), derive("handles/" + round), derive("nonces/" + round));
    }

    /** Of the key that signs the receipts of a round. */
    byte[] receiptSeed(UUID round) {
        return hmac(master, "minka/ballot/v1/receipts/" + round);
    }

    /** Of a draw among equals: fixed before the first ballot, shown after the last. */
    byte[] drawSeed(UUID round) {
        return hmac(master, "minka/ballot/v1/draw/" + round);
    }

    private SecretKey derive(String purpose) {
        return new SecretKeySpec(hmac(master, "minka/ballot/v1/" + purpose), HMAC);
    }

    SecretKey newSealKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }

    byte[] wrap(UUID round, SecretKey sealKey) {
        return crypt(Cipher.ENCRYPT_MODE, wrappingKey(), newNonce(), sealKey.getEncoded(), "round/" + round);
    }

    SecretKey unwrap(UUID round, byte[] wrapped) {
        return new SecretKeySpec(open(wrappingKey(), wrapped, "round/" + round), "AES");
    }

    private SecretKey wrappingKey() {
        return new SecretKeySpec(hmac(master, "minka/ballot/v1/wrap"), "AES");
    }

    /** @param mark padded to the length of the longest, so that the length tells nothing */
    byte[] seal(SecretKey sealKey, UUID round, byte[] nonce, String mark, int longest) {
        var text = mark.getBytes(StandardCharsets.US_ASCII);
        var plain = ByteBuffer.allocate(nonce.length + longest + 1).put(nonce).put(text);
        while (plain.hasRemaining()) {
            plain.put((byte) ' ');
        }
        return crypt(Cipher.ENCRYPT_MODE, sealKey, newNonce(), plain.array(), "ballot/" + round);
    }

    /** A ballot out of its seal. */
    record Unsealed(byte[] nonce, String mark) {}

    Unsealed unseal(SecretKey sealKey, UUID round, byte[] sealed) {
        var plain = ByteBuffer.wrap(open(sealKey, sealed, "ballot/" + round));
        var nonce = new byte[KEY_BYTES];
        plain.get(nonce);
        return new Unsealed(
                nonce, StandardCharsets.US_ASCII.decode(plain).toString().stripTrailing());
    }

    private byte[] newNonce() {
        var nonce = new byte[GCM_NONCE_BYTES];
        random.nextBytes(nonce);
        return nonce;
    }

    private static byte[] open(SecretKey key, byte[] sealed, String boundTo) {
        var nonce = new byte[GCM_NONCE_BYTES];
        System.arraycopy(sealed, 0, nonce, 0, nonce.length);
        var body = new byte[sealed.length - nonce.length];
        System.arraycopy(sealed, nonce.length, body, 0, body.length);
        return crypt(Cipher.DECRYPT_MODE, key, nonce, body, boundTo);
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] input, String boundTo) {
        try {
            var cipher = CIPHERS.get();
            cipher.init(mode, key, new GCMParameterSpec(GCM_TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
            var output = cipher.doFinal(input);
            return mode == Cipher.DECRYPT_MODE
                    ? output
                    : ByteBuffer.allocate(nonce.length + output.length)
                            .put(nonce)
                            .put(output)
                            .array();
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("a sealed ballot or its key was altered", altered);
        }
    }

    @FunctionalInterface
    private interface Provided<T> {
        T get() throws GeneralSecurityException;
    }

    private static <T> T provided(Provided<T> algorithm) {
        try {
            return algorithm.get();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256 and AES-GCM", impossible);
        }
    }

    private static byte[] hmac(SecretKey key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(SecretKey key, byte[] input) {
        try {
            var mac = MACS.get();
            mac.init(key);
            return mac.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }
}
