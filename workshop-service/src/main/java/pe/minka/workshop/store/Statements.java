package pe.minka.workshop.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs one statement in the transaction of the caller; {@code ?} are the values in turn, lists of ids as arrays. */
@ApplicationScoped
public class Statements {

    private final AgroalDataSource database;

    Statements(AgroalDataSource database) {
        this.database = database;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {

        T of(ResultSet row) throws SQLException;
    }

    /** @return how many rows changed */
    public int execute(String statement, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var update = prepared(connection, statement, values)) {
            return update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("a change could not be stored", failed);
        }
    }

    public <T> List<T> list(String query, Reading<T> reading, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var select = prepared(connection, query, values);
                var row = select.executeQuery()) {
            var found = new ArrayList<T>();
            while (row.next()) {
                found.add(reading.of(row));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("what was stored could not be read", failed);
        }
    }

    public <T> Optional<T> find(String query, Reading<T> reading, @Nullable Object... values) {
        return list(query, reading, values).stream().findFirst();
    }

    /** The one number that a query answers. */
    public int count(String query, @Nullable Object... values) {
        return find(query, row -> row.getInt(1), values).orElse(0);
    }

    private static PreparedStatement prepared(Connection connection, String statement, @Nullable Object... values)
            throws SQLException {
        var prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            bind(connection, prepared, i + 1, values[i]);
        }
        return prepared;
    }

    private static void bind(Connection connection, PreparedStatement prepared, int at, @Nullable Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            prepared.setObject(at, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof UUID[] ids) {
            prepared.setArray(at, connection.createArrayOf("uuid", ids));
        } else if (value instanceof byte[][] bytes) {
            prepared.setArray(at, connection.createArrayOf("bytea", bytes));
        } else if (value instanceof Integer[] numbers) {
            prepared.setArray(at, connection.createArrayOf("integer", numbers));
        } else if (value instanceof String[] texts) {
            prepared.setArray(at, connection.createArrayOf("text", texts));
        } else {
            prepared.setObject(at, value);
        }
    }
}
