package pe.minka.workshop.process;

import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.ProcessId;

import java.util.Locale;

/** The code on an agent's card as the registry tells it: the hash of process and code, twelve characters in groups. */
final class CredentialCode {

    private static final int GROUP = 4;

    private CredentialCode() {}

    /** Forgives case, blanks, missing hyphens and the letters O, I and L. */
    static String sha256Hex(ProcessId process, String typed) {
        var bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var grouped = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                grouped.append('-');
            }
            grouped.append(bare.charAt(i));
        }
        return Hashes.sha256Hex(process + ":" + grouped);
    }
}
