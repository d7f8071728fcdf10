package pe.minka.platform.core.crypto;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds a person by an exact document number without storing it. A bare hash of eight digits is guessed in seconds,
 * so the hash is keyed (HMAC-SHA256).
 */
public final class KeyedIndex {

    private static final String ALGORITHM = "HmacSHA256";

    private static final Pattern BLANKS = Pattern.compile("[\\s-]");

    private final Mac keyed;

    /** @param masterKey the key of {@link PersonalCipher}; the index uses one derived from it */
    public KeyedIndex(byte[] masterKey) {
        this.keyed = mac(hmac(mac(masterKey), "minka/keyed-index/v1"));
    }

    /** The same for each way of writing one document: case, blanks and Unicode form do not count. */
    public String of(String kind, String number) {
        var canonical = BLANKS.matcher(Normalizer.normalize(number, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return HexFormat.of().formatHex(hmac(keyed, kind + ":" + canonical));
    }

    /**
     * Tells whether two texts are the same, to the last character, where what they say could be guessed.
     *
     * @param purpose one text has another index for another purpose
     */
    public String exactly(String purpose, String text) {
        return HexFormat.of().formatHex(hmac(keyed, purpose + "\n" + text));
    }

    /** With a copy of what was keyed once: to find and key one anew costs more than the hash, and one cannot be shared. */
    private static byte[] hmac(Mac keyed, String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's HMAC-SHA256 can be copied", impossible);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }
}
