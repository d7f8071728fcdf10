package pe.minka.workshop.cryptography;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jboss.logging.Logger;

import java.security.Provider;

/**
 * Signatures by native code where the machine has it: of a ballot's processor time, a third goes into the check of a
 * token and the signing of a receipt. Elsewhere everything works as well, and slower.
 */
@ApplicationScoped
public class NativeCryptography {

    private static final Logger LOG = Logger.getLogger(NativeCryptography.class);

    /** All that asks Java for a signature, such as the check of tokens, gets it from the first provider. */
    void install(@Observes StartupEvent starting) {
        if (isLoaded()) {
            AmazonCorrettoCryptoProvider.install();
        } else {
            LOG.infof(
                    "Signatures are made without native code: %s",
                    AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError().getMessage());
        }
    }

    /** Signs by Ed25519 in a fraction of the time of Java's own provider. */
    public static Provider ed25519() {
        return isLoaded() ? AmazonCorrettoCryptoProvider.INSTANCE : new BouncyCastleProvider();
    }

    private static boolean isLoaded() {
        return AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null;
    }
}
