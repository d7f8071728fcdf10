package pe.minka.platform.runtime.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plain SQL against the service's PostgreSQL, in the transaction that is open, if one is. {@code ?} are the values in
 * turn: those of the domain go in as they are, arrays as arrays.
 */
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

    public <T> List<T> list(String query, Reading<T> reading, @Nullable Object... values) {
        return with(query, statement -> {
            bind(statement, values);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reading.of(row));
                }
                return found;
            }
        });
    }

    /** The first row of an answer. */
    public <T> Optional<T> find(String query, Reading<T> reading, @Nullable Object... values) {
        return list(query, reading, values).stream().findFirst();
    }

    /** The one number that a query answers. */
    public int count(String query, @Nullable Object... values) {
        return find(query, row -> row.getInt(1), values).orElse(0);
    }

    /** @return how many rows it touched */
    public int execute(String command, @Nullable Object... values) {
        return with(command, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** One command for many rows in one round trip, in their order. */
    public <T> void batch(String command, List<T> items, Function<T, @Nullable Object[]> values) {
        if (items.isEmpty()) {
            return;
        }
        with(command, statement -> {
            for (T item : items) {
                bind(statement, values.apply(item));
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    /**
     * One command for many rows together: the database plans it once and its triggers fire once.
     *
     * @param command with {@code %s} where it reads the rows, in their order
     * @param types of PostgreSQL, one a column
     * @return how many rows it touched
     */
    public int bulk(String command, List<String> types, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var columns = types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
        return with(command.formatted("unnest(" + columns + ")"), statement -> {
            for (int i = 0; i < types.size(); i++) {
                int column = i;
                var values = rows.stream().map(row -> row[column]);
                statement.setArray(
                        i + 1,
                        types.get(i).equals("bytea")
                                ? statement.getConnection().createArrayOf("bytea", values.toArray(byte[][]::new))
                                : statement
                                        .getConnection()
                                        .createArrayOf(
                                                "text",
                                                values.map(Statements::text).toArray(String[]::new)));
            }
            return statement.executeUpdate();
        });
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : String.valueOf(plain(value));
    }

    /** Whoever else asks for the same name waits until this transaction ends. */
    public void alone(String name) {
        list("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, name);
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database refused: " + sql, failed);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value instanceof UUID[] ids) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids));
            } else if (value instanceof byte[][] bytes) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("bytea", bytes));
            } else if (value instanceof Integer[] numbers) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("integer", numbers));
            } else if (value instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, plain(value));
            }
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Soles soles) {
            return soles.centimos();
        }
        if (value instanceof FiscalYear year) {
            return year.value();
        }
        if (value instanceof ProcessId process) {
            return process.value();
        }
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof EntityCode || value instanceof Enum<?>) {
            return value.toString();
        }
        return value;
    }
}
