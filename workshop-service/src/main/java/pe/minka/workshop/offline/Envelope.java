package pe.minka.workshop.offline;

import pe.minka.platform.core.Hashes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:00:00Z");

    /** The bytes that the device signs: lines, each ended by a line feed. */
    byte[] signed(UUID round) {
        var lines = "minka-envelope-v1\n" + round + "\n" + device + "\n" + envelope + "\n" + sealedAt + "\n"
                + String.join("\n", voters) + "\n"
                + HexFormat.of().formatHex(Hashes.sha256(sealed)) + "\n";
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells one envelope from every other: all that is signed and the signature, whichever of it was altered. */
    byte[] everything(UUID round) {
        var signed = signed(round);
        var both = Arrays.copyOf(signed, signed.length + signature.length);
        System.arraycopy(signature, 0, both, signed.length, signature.length);
        return both;
    }

    /** When it was sealed, by the device, as it is kept beside a voter: no finer than the hour, and within the calendar. */
    Instant hour() {
        if (sealedAt.isBefore(FIRST)) {
            return FIRST;
        }
        return sealedAt.isAfter(LAST) ? LAST : sealedAt.truncatedTo(ChronoUnit.HOURS);
    }

    /** Holds credentials or documents: it is never written out. */
    @Override
    public String toString() {
        return "envelope " + envelope;
    }
}
