package pe.minka.transparency.publiclog;

import java.util.Base64;
import java.util.List;

/**
 * How many entries the log has and what they hash to, signed (C2SP tlog-checkpoint).
 *
 * @param note the signed text, as it is served
 */
record Checkpoint(long size, byte[] root, String note) {

    /** Signed by every key that is in force, the newest first: verifiers that know only the key before still follow. */
    static Checkpoint signed(String origin, long size, byte[] root, List<SigningKey> keys) {
        var text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
        var note = new StringBuilder(text).append('\n');
        keys.forEach(key -> note.append(key.line(text)));
        return new Checkpoint(size, root, note.toString());
    }
}
