package pe.minka.transparency.publiclog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The keys that sign the log, and all that ever did. */
@ApplicationScoped
class LogKeys {

    private static final Logger LOG = Logger.getLogger(LogKeys.class);

    private final Statements database;
    private final String origin;
    private final List<String> configured;
    private volatile @Nullable List<SigningKey> inForce;

    LogKeys(
            Statements database,
            @ConfigProperty(name = "minka.log.origin") String origin,
            @ConfigProperty(name = "minka.log.signing-keys") Optional<List<String>> configured) {
        this.database = database;
        this.origin = origin;
        this.configured = configured.orElse(List.of());
    }

    /** @param verifierKey as verifiers are given it */
    record PublicKey(String keyId, String verifierKey, Instant since) {}

    String origin() {
        return origin;
    }

    /** The newest first. While keys are changed both the new and the one before sign. */
    List<SigningKey> inForce() {
        var keys = inForce;
        if (keys == null) {
            synchronized (this) {
                keys = QuarkusTransaction.requiringNew().call(this::load);
                inForce = keys;
            }
        }
        return keys;
    }

    private List<SigningKey> load() {
        var keys = configured.isEmpty()
                ? List.of(kept())
                : configured.stream()
                        .map(seed -> SigningKey.of(origin, Base64.getDecoder().decode(seed)))
                        .toList();
        keys.forEach(key -> remember(key, false));
        return keys;
    }

    private SigningKey kept() {
        database.list("select pg_advisory_xact_lock(646523334)", row -> 1);
        return database.find(
                        "select seed from log_key where seed is not null and name = ? order by since limit 1",
                        row -> SigningKey.of(origin, row.getBytes(1)),
                        origin)
                .orElseGet(() -> {
                    LOG.warn(
                            "No key of the public log is configured (minka.log.signing-keys): one is made and kept in the"
                                    + " database, which is right only for trying things out");
                    var made = SigningKey.random(origin, new SecureRandom());
                    remember(made, true);
                    return made;
                });
    }

    private void remember(SigningKey key, boolean withSeed) {
        database.execute(
                "insert into log_key (key_id, name, public_key, seed) values (?, ?, ?, ?) on conflict (key_id) do nothing",
                key.hexId(),
                origin,
                key.publicKey(),
                withSeed ? key.seed() : null);
    }

    List<PublicKey> all() {
        inForce();
        return database.list(
                "select key_id, name, public_key, since from log_key order by since desc, key_id",
                row -> new PublicKey(
                        row.getString(1),
                        SigningKey.verifierKey(row.getString(2), row.getBytes(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
    }
}
