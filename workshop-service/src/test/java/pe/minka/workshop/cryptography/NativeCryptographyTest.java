package pe.minka.workshop.cryptography;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

class NativeCryptographyTest {

    /** RFC 8032, 7.1, test 1: of the empty message. */
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String SIGNATURE =
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                    + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

    @Test
    void a_signature_is_that_of_the_standard_with_native_code_and_without() throws Exception {
        assertThat(signed(NativeCryptography.ed25519())).isEqualTo(SIGNATURE);
        assertThat(signed(new BouncyCastleProvider())).isEqualTo(SIGNATURE);
    }

    private static String signed(Provider provider) throws Exception {
        var factory = provider instanceof BouncyCastleProvider
                ? KeyFactory.getInstance("Ed25519", provider)
                : KeyFactory.getInstance("Ed25519");
        var key = factory.generatePrivate(
                new PKCS8EncodedKeySpec(HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED)));
        var signer = Signature.getInstance("Ed25519", provider);
        signer.initSign(key);
        return HexFormat.of().formatHex(signer.sign());
    }
}
