package pe.minka.workshop.result;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Hashes;
import pe.minka.rules.TieBreaking;

import java.util.Objects;
import java.util.UUID;

/**
 * The draw of a round. Its seed comes of a secret that was fixed by its hash before the first ballot, of the commitments
 * of all ballots, which nobody knew before the last, and of what was tossed in front of all after that: who knows the
 * secret cannot choose the tosses, who throws does not know the secret, and all is public afterwards. By hand:
 *
 * <pre>
 * printf 'minka-draw-v2\n%s\n%s\n%s\n%s\n' ROUND SECRET BALLOTS_DIGEST TOSSES | sha256sum   # the seed
 * printf '%s|%s' SEED OPTION | sha256sum                                              # a lot; the smallest comes first
 * </pre>
 *
 * @param secret 32 bytes in hexadecimal
 * @param ballotsDigest SHA-256 of the sorted commitments, each in hexadecimal and ended by a line feed
 * @param tosses coins or dice in the order in which they fell; null until two people told them
 */
record RoundDraw(
        UUID round,
        String secret,
        String ballotsDigest,
        @Nullable String tosses) {

    String secretSha256() {
        return Hashes.sha256Hex(secret);
    }

    boolean isTossed() {
        return tosses != null;
    }

    /** @throws NullPointerException while nothing was tossed: nobody shall know how it would end */
    String seed() {
        return Hashes.sha256Hex("minka-draw-v2\n" + round + "\n" + secret + "\n" + ballotsDigest + "\n"
                + Objects.requireNonNull(tosses) + "\n");
    }

    String lot(UUID option) {
        return new TieBreaking.Draw(seed()).lot(option.toString());
    }
}
