package pe.minka.testkit;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Who signs the tokens of a test run. Its keys are made anew for each start of a service and never leave the machine. */
final class TestIssuer {

    static final String ISSUER = "https://issuer.test.minka.pe/realms/minka";
    static final String KEY_ID = "test";
    /** The setting by which the lifecycle of the stack hands the signing key to the tests, in another class loader. */
    static final String PRIVATE_KEY = "minka.testkit.private-key";

    private TestIssuer() {}

    static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }

    /** The address of a set of keys, as an identity provider publishes it. */
    static URI published(KeyPair keys) {
        var key = new RSAKey.Builder((RSAPublicKey) keys.getPublic())
                .keyID(KEY_ID)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
        try {
            var file = Files.createTempFile("minka-issuer", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new JWKSet(key).toString()).toUri();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String privateKey(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    static PrivateKey privateKey(String encoded) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("not a private key", unreadable);
        }
    }
}
