package pe.minka.execution.tender;

import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.crypto.PersonalCipher;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * A sealed bid. The bidder's key is used once to seal it and is kept nowhere: until the bidder presents it again at the
 * opening nobody can read the bid, whoever holds the database.
 */
record Envelope(UUID bid, byte[] sealedKey, byte[] sealed) {

    static final int KEY_BYTES = 32;

    static Envelope seal(UUID bid, byte[] key, Offer offer, SecureRandom random) {
        var cipher = new PersonalCipher(key, random);
        var wrapped = cipher.newWrappedKey(owner(bid));
        return new Envelope(bid, wrapped, cipher.encrypt(wrapped, owner(bid), owner(bid), offer.written()));
    }

    /** Empty where the key is not the one that sealed it. */
    Optional<Offer> open(byte[] key, SecureRandom random) {
        try {
            var written = new PersonalCipher(key, random).decrypt(sealedKey, owner(bid), owner(bid), sealed);
            return Optional.of(Offer.read(written));
        } catch (IllegalStateException anotherKey) {
            return Optional.empty();
        }
    }

    String seal() {
        return Hashes.sha256Hex(sealed);
    }

    private static String owner(UUID bid) {
        return "bid/" + bid;
    }
}
