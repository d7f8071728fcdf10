package pe.minka.workshop.ballot;

import pe.minka.platform.core.Hashes;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a receipt is: binds the service to a ballot without telling it. SHA-256 of the lines {@code minka-ballot-v1},
 * the round, the mark, and the nonce in hexadecimal, each ended by a line feed.
 */
final class Commitment {

    private Commitment() {}

    static byte[] to(UUID round, String mark, byte[] nonce) {
        var lines = "minka-ballot-v1\n" + round + "\n" + mark + "\n"
                + HexFormat.of().formatHex(nonce) + "\n";
        return Hashes.sha256(lines.getBytes(StandardCharsets.UTF_8));
    }
}
