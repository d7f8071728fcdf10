package pe.minka.registry.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.crypto.PersonalCipher;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The keys by which each entity signs credentials (Ed25519). One is in use; those retired stay published, so that cards
 * printed before still verify.
 */
@ApplicationScoped
class CredentialKeys {

    private static final String ALGORITHM = "Ed25519";

    private final EntityManager database;
    private final PersonalCipher cipher;
    private final Clock clock;

    CredentialKeys(EntityManager database, PersonalCipher cipher, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.clock = clock;
    }

    record Signing(String id, PrivateKey key) {}

    record Published(
            String id,
            PublicKey key,
            Instant createdAt,
            @Nullable Instant retiredAt) {}

    /** The key in use, made on the first occasion. */
    Signing inUse(EntityCode entity) {
        return find(entity).orElseGet(() -> {
            make(entity);
            // where two came at once the unique index kept one, and both read that
            return find(entity).orElseThrow();
        });
    }

    /** Retires the key in use and makes the next. */
    void rotate(EntityCode entity) {
        database.createNativeQuery(
                        "update credential_key set retired_at = :now where entity = :entity and retired_at is null")
                .setParameter("now", now())
                .setParameter("entity", entity.value())
                .executeUpdate();
        make(entity);
    }

    List<Published> published(EntityCode entity) {
        List<?> rows = database.createNativeQuery(
                        "select id, public_key, created_at, retired_at from credential_key where entity = :entity order by created_at desc",
                        Tuple.class)
                .setParameter("entity", entity.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Published(
                        row.get("id", String.class),
                        publicKey(row.get("public_key", byte[].class)),
                        row.get("created_at", Instant.class),
                        row.get("retired_at", Instant.class)))
                .toList();
    }

    private Optional<Signing> find(EntityCode entity) {
        return database.createNativeQuery(
                        "select id, wrapped_key, private_key from credential_key where entity = :entity and retired_at is null",
                        Tuple.class)
                .setParameter("entity", entity.value())
                .getResultStream()
                .findFirst()
                .map(found -> {
                    var row = (Tuple) found;
                    var id = row.get("id", String.class);
                    return new Signing(
                            id,
                            privateKey(cipher.decryptBytes(
                                    row.get("wrapped_key", byte[].class),
                                    owner(id),
                                    owner(id) + "/private",
                                    row.get("private_key", byte[].class))));
                });
    }

    private void make(EntityCode entity) {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var id = Hashes.sha256Hex(pair.getPublic().getEncoded()).substring(0, 12);
            var wrapped = cipher.newWrappedKey(owner(id));
            database.createNativeQuery(
                            "insert into credential_key (id, entity, public_key, wrapped_key, private_key, created_at)"
                                    + " values (:id, :entity, :public, :wrapped, :private, :now) on conflict do nothing")
                    .setParameter("id", id)
                    .setParameter("entity", entity.value())
                    .setParameter("public", pair.getPublic().getEncoded())
                    .setParameter("wrapped", wrapped)
                    .setParameter(
                            "private",
                            cipher.encrypt(
                                    wrapped,
                                    owner(id),
                                    owner(id) + "/private",
                                    pair.getPrivate().getEncoded()))
                    .setParameter("now", now())
                    .executeUpdate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", impossible);
        }
    }

    private static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("a signing key could not be read", altered);
        }
    }

    private static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("a verification key could not be read", altered);
        }
    }

    private static String owner(String id) {
        return "credential-key/" + id;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
