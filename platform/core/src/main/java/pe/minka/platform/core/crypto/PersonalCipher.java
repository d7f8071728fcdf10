package pe.minka.platform.core.crypto;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Encrypts the fields of a person with that person's own key (AES-256-GCM); the key itself is stored wrapped by the
 * master key. Destroying the wrapped key erases the person everywhere at once, backups included (Ley 29733 art. 20).
 *
 * <p>Each ciphertext is bound to its place, a text such as {@code agent/<id>/name}: moved to another row or column it
 * does not decrypt.
 */
public final class PersonalCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKey masterKey;
    private final SecureRandom random;

    /** @param masterKey 32 bytes that never stand in the database */
    public PersonalCipher(byte[] masterKey, SecureRandom random) {
        this.masterKey = aesKey(masterKey);
        this.random = random;
    }

    /** One person's key in use: unwrapped once for all the fields that are written or read together. */
    public final class OpenKey {

        private final byte[] wrapped;
        private final SecretKey key;

        private OpenKey(byte[] wrapped, SecretKey key) {
            this.wrapped = wrapped;
            this.key = key;
        }

        /** For storage beside the person. */
        public byte[] wrapped() {
            return wrapped.clone();
        }

        public byte[] encrypt(String place, String text) {
            return seal(key, text.getBytes(StandardCharsets.UTF_8), place);
        }

        /** @throws IllegalStateException as {@link PersonalCipher#decrypt} */
        public String decrypt(String place, byte[] ciphertext) {
            return new String(PersonalCipher.open(key, ciphertext, place), StandardCharsets.UTF_8);
        }
    }

    /** A new person's key, ready for the person's first fields. */
    public OpenKey newKey(String owner) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new OpenKey(seal(masterKey, key, owner), aesKey(key));
    }

    /** @throws IllegalStateException where key and owner do not belong together */
    public OpenKey open(byte[] wrappedKey, String owner) {
        return new OpenKey(wrappedKey.clone(), unwrap(wrappedKey, owner));
    }

    /** A new person's key, wrapped for storage beside the person. */
    public byte[] newWrappedKey(String owner) {
        return newKey(owner).wrapped();
    }

    public byte[] encrypt(byte[] wrappedKey, String owner, String place, String text) {
        return encrypt(wrappedKey, owner, place, text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] encrypt(byte[] wrappedKey, String owner, String place, byte[] plain) {
        return seal(unwrap(wrappedKey, owner), plain, place);
    }

    /** @throws IllegalStateException where key, place or ciphertext do not belong together or were altered */
    public String decrypt(byte[] wrappedKey, String owner, String place, byte[] ciphertext) {
        return new String(decryptBytes(wrappedKey, owner, place, ciphertext), StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException as {@link #decrypt} */
    public byte[] decryptBytes(byte[] wrappedKey, String owner, String place, byte[] ciphertext) {
        return open(unwrap(wrappedKey, owner), ciphertext, place);
    }

    private SecretKey unwrap(byte[] wrappedKey, String owner) {
        return aesKey(open(masterKey, wrappedKey, owner));
    }

    private byte[] seal(SecretKey key, byte[] plain, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, plain, boundTo);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private static byte[] open(SecretKey key, byte[] sealed, String boundTo) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new IllegalStateException("a ciphertext is too short");
        }
        var buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        return run(Cipher.DECRYPT_MODE, key, nonce, body, boundTo);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] input, String boundTo) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("a personal field could not be read or written", altered);
        }
    }

    private static SecretKey aesKey(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
