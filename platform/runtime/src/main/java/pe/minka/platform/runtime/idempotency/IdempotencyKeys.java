package pe.minka.platform.runtime.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** The answers to counted requests, in the database of their effects. */
@ApplicationScoped
class IdempotencyKeys {

    private final AgroalDataSource database;
    private final ObjectMapper json;

    IdempotencyKeys(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @param fingerprint keyed hash of what was asked
     * @param body JSON, or null where the answer had none
     */
    record Answer(
            String fingerprint,
            int status,
            Map<String, String> headers,
            @Nullable String body) {}

    /** Whether this transaction now holds the key; false while another one does. Freed when the transaction ends. */
    boolean claim(String caller, String key) {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, caller + "\n" + key);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("an idempotency key could not be claimed", failed);
        }
    }

    Optional<Answer> find(String caller, String key) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select fingerprint, status, headers, body from idempotency_key where caller = ? and key = ?")) {
            select.setString(1, caller);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Map<String, String> headers = json.readValue(row.getString(3), new TypeReference<>() {});
                return Optional.of(new Answer(row.getString(1), row.getInt(2), headers, row.getString(4)));
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("an idempotency key could not be read", failed);
        }
    }

    void store(String caller, String key, Answer answer) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into idempotency_key"
                        + " (caller, key, fingerprint, status, headers, body) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setString(3, answer.fingerprint());
            insert.setInt(4, answer.status());
            insert.setString(5, json.writeValueAsString(answer.headers()));
            insert.setString(6, answer.body());
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("an idempotency key could not be stored", failed);
        }
    }

    void forgetBefore(Instant oldest) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from idempotency_key where stored_at < ?")) {
            delete.setObject(1, OffsetDateTime.ofInstant(oldest, ZoneOffset.UTC));
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("old idempotency keys could not be deleted", failed);
        }
    }
}
