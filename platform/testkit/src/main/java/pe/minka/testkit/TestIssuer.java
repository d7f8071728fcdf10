package pe.minka.testkit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Who signs the tokens of a test run. Its keys are made anew for each start of a service and never leave the machine. */
final class TestIssuer {

    static final String ISSUER = "https://issuer.test.minka.pe/realms/minka";
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

    static String publicKey(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
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
