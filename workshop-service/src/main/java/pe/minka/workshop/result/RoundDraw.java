package pe.minka.workshop.result;

import pe.minka.platform.core.Hashes;
import pe.minka.rules.TieBreaking;

import java.util.UUID;

/**
 * The draw of a round. Its seed comes of a secret that was fixed by its hash before the first ballot, and of the
 * commitments of all ballots, which nobody knew before the last: neither alone tells the outcome, and both are public
 * afterwards. By hand:
 *
 * <pre>
 * printf 'minka-draw-v1\n%s\n%s\n%s\n' ROUND SECRET BALLOTS_DIGEST | sha256sum   # the seed
 * printf '%s|%s' SEED OPTION | sha256sum                                        # a lot; the smallest comes first
 * </pre>
 *
 * @param secret 32 bytes in hexadecimal
 * @param ballotsDigest SHA-256 of the sorted commitments, each in hexadecimal and ended by a line feed
 */
record RoundDraw(UUID round, String secret, String ballotsDigest) {

    String secretSha256() {
        return Hashes.sha256Hex(secret);
    }

    String seed() {
        return Hashes.sha256Hex("minka-draw-v1\n" + round + "\n" + secret + "\n" + ballotsDigest + "\n");
    }

    String lot(UUID option) {
        return new TieBreaking.Draw(seed()).lot(option.toString());
    }
}
