package pe.minka.workshop.offline;

import pe.minka.platform.core.Hashes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a device brings: voters in clear, their ballots sealed, in the same order. One voter's ballot, or the sheet of a
 * pollster.
 *
 * @param voters credentials, or documents of a poll
 * @param sealed the HPKE encapsulation, 32 bytes, and the ciphertext
 * @param signature Ed25519 over {@link #signed}
 */
record Envelope(UUID envelope, UUID device, Instant sealedAt, List<String> voters, byte[] sealed, byte[] signature) {

    /** The bytes that the device signs: lines, each ended by a line feed. */
    byte[] signed(UUID round) {
        var lines = "minka-envelope-v1\n" + round + "\n" + device + "\n" + envelope + "\n" + sealedAt + "\n"
                + String.join("\n", voters) + "\n"
                + HexFormat.of().formatHex(Hashes.sha256(sealed)) + "\n";
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells one envelope from another that bears its id: bound to what is sealed, not to the voters. */
    byte[] digest() {
        var both = Arrays.copyOf(sealed, sealed.length + signature.length);
        System.arraycopy(signature, 0, both, sealed.length, signature.length);
        return Hashes.sha256(both);
    }

    /** Holds credentials or documents: it is never written out. */
    @Override
    public String toString() {
        return "envelope " + envelope;
    }
}
