package pe.minka.transparency.publiclog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** What a stranger does with a signed note. */
final class Notes {

    private static final byte[] X509_OF_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Notes() {}

    /** Whether one of the signatures is of this key over this text. */
    static boolean isSignedBy(String note, byte[] publicKey) {
        int end = note.indexOf("\n\n") + 1;
        var text = note.substring(0, end).getBytes(StandardCharsets.UTF_8);
        return note.substring(end + 1).lines().anyMatch(line -> {
            var blob = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
            return verifies(text, Arrays.copyOfRange(blob, 4, blob.length), publicKey);
        });
    }

    static String line(String note, int number) {
        return note.lines().skip(number).findFirst().orElseThrow();
    }

    private static boolean verifies(byte[] text, byte[] signature, byte[] publicKey) {
        try {
            var encoded = Arrays.copyOf(X509_OF_ED25519, X509_OF_ED25519.length + publicKey.length);
            System.arraycopy(publicKey, 0, encoded, X509_OF_ED25519.length, publicKey.length);
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
