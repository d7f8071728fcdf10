package pe.minka.transparency.publiclog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key that signs checkpoints as notes (C2SP signed-note): its id is bound to the name of the log, so that a
 * signature says of which log it is.
 */
final class SigningKey {

    private static final byte ED25519 = 1;
    private static final int SEED_BYTES = 32;

    private final String name;
    private final byte[] seed;
    private final KeyPair pair;

    private SigningKey(String name, byte[] seed, KeyPair pair) {
        this.name = name;
        this.seed = seed.clone();
        this.pair = pair;
    }

    /** @param seed 32 secret bytes; the same seed is always the same key */
    static SigningKey of(String name, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            return new SigningKey(name, seed, generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", impossible);
        }
    }

    static SigningKey random(String name, SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return of(name, seed);
    }

    byte[] seed() {
        return seed.clone();
    }

    /** The 32 bytes of RFC 8032. */
    byte[] publicKey() {
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        byte[] bytes = new byte[SEED_BYTES];
        byte[] y = point.getY().toByteArray();
        for (int i = 0; i < Math.min(y.length, SEED_BYTES); i++) {
            bytes[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            bytes[SEED_BYTES - 1] |= (byte) 0x80;
        }
        return bytes;
    }

    /** The first four bytes of the hash of name and key. */
    byte[] id() {
        return idOf(name, publicKey());
    }

    static byte[] idOf(String name, byte[] publicKey) {
        var named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(named.length + 1 + publicKey.length)
                .put(named)
                .put(ED25519)
                .put(publicKey)
                .array();
        return Arrays.copyOf(pe.minka.platform.core.Hashes.sha256(bytes), 4);
    }

    String hexId() {
        return HexFormat.of().formatHex(id());
    }

    /** The key as verifiers are given it: {@code name+id+key}. */
    static String verifierKey(String name, byte[] publicKey) {
        var typed = ByteBuffer.allocate(1 + publicKey.length)
                .put(ED25519)
                .put(publicKey)
                .array();
        return name + "+" + HexFormat.of().formatHex(idOf(name, publicKey)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The signature line of a note. */
    String line(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signed = signature.sign();
            var blob =
                    ByteBuffer.allocate(4 + signed.length).put(id()).put(signed).array();
            return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(blob) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an own key signs", impossible);
        }
    }

    /** Gives the seed to a key generator that asks for random bytes: Java derives the public key in no other way. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;
        private final byte[] bytes;

        private Fixed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
