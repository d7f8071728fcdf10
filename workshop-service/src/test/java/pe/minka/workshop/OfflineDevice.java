package pe.minka.workshop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import pe.minka.platform.core.Hashes;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A device without a network, written from the contract alone: seals ballots to the key of the round and signs. */
final class OfflineDevice {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
    private final UUID round;
    private final byte[] roundKey;
    UUID id = new UUID(0, 0);

    /** @param roundKey as the service gives it, Base64 */
    OfflineDevice(UUID round, String roundKey) {
        this.round = round;
        this.roundKey = Base64.getDecoder().decode(roundKey);
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded());
    }

    Map<String, Object> envelope(List<String> voters, List<List<String>> choices) {
        return envelope(UUID.randomUUID(), Instant.now().truncatedTo(ChronoUnit.MILLIS), voters, choices);
    }

    Map<String, Object> envelope(UUID envelope, Instant sealedAt, List<String> voters, List<List<String>> choices) {
        try {
            var ballots = choices.stream().map(each -> Map.of("choices", each)).toList();
            var plain = JSON.writeValueAsString(Map.of("ballots", ballots));
            return sealing(envelope, sealedAt, voters, padded(plain).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Whatever the content is. */
    Map<String, Object> sealing(UUID envelope, Instant sealedAt, List<String> voters, byte[] content) {
        try {
            var hpke = new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
            var parts = hpke.seal(
                    hpke.deserializePublicKey(roundKey),
                    ("minka-offline-v1\n" + round).getBytes(StandardCharsets.US_ASCII),
                    envelope.toString().getBytes(StandardCharsets.US_ASCII),
                    content,
                    new byte[0],
                    new byte[0],
                    null);
            var sealed = new byte[parts[0].length + parts[1].length];
            System.arraycopy(parts[1], 0, sealed, 0, parts[1].length);
            System.arraycopy(parts[0], 0, sealed, parts[1].length, parts[0].length);
            return signed(envelope, sealedAt, voters, sealed);
        } catch (InvalidCipherTextException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String padded(String plain) {
        int block = 256;
        return plain + " ".repeat(block - plain.length() % block);
    }

    Map<String, Object> signed(UUID envelope, Instant sealedAt, List<String> voters, byte[] sealed) {
        var lines = "minka-envelope-v1\n" + round + "\n" + id + "\n" + envelope + "\n" + sealedAt + "\n"
                + String.join("\n", voters) + "\n"
                + HexFormat.of().formatHex(Hashes.sha256(sealed)) + "\n";
        var signer = new Ed25519Signer();
        signer.init(true, key);
        var bytes = lines.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        var made = new HashMap<String, Object>();
        made.put("envelope", envelope.toString());
        made.put("device", id.toString());
        made.put("sealedAt", sealedAt.toString());
        made.put("voters", voters);
        made.put("sealed", Base64.getEncoder().encodeToString(sealed));
        made.put("signature", Base64.getEncoder().encodeToString(signer.generateSignature()));
        return made;
    }
}
