package pe.minka.platform.core.crypto;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Finds a person by an exact document number without storing it. A bare hash of eight digits is guessed in seconds,
 * so the hash is keyed (HMAC-SHA256).
 */
public final class KeyedIndex {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param masterKey the key of {@link PersonalCipher}; the index uses one derived from it */
    public KeyedIndex(byte[] masterKey) {
        this.key = new SecretKeySpec(hmac(new SecretKeySpec(masterKey, ALGORITHM), "minka/keyed-index/v1"), ALGORITHM);
    }

    /** The same for each way of writing one document: case, blanks and Unicode form do not count. */
    public String of(String kind, String number) {
        var canonical = Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        return HexFormat.of().formatHex(hmac(key, kind + ":" + canonical));
    }

    /**
     * Tells whether two texts are the same, to the last character, where what they say could be guessed.
     *
     * @param purpose one text has another index for another purpose
     */
    public String exactly(String purpose, String text) {
        return HexFormat.of().formatHex(hmac(key, purpose + "\n" + text));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }
}
