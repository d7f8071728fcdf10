package pe.minka.platform.runtime.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.core.crypto.PersonalCipher;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the cipher and the index of personal fields from the master key, which no database and no image holds. */
@ApplicationScoped
class PersonalKeys {

    @Produces
    @Singleton
    PersonalCipher cipher(@ConfigProperty(name = "minka.master-key") String masterKey) {
        return new PersonalCipher(Base64.getDecoder().decode(masterKey), new SecureRandom());
    }

    @Produces
    @Singleton
    KeyedIndex index(@ConfigProperty(name = "minka.master-key") String masterKey) {
        return new KeyedIndex(Base64.getDecoder().decode(masterKey));
    }
}
