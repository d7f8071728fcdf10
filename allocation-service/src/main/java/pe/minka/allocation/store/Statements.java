package pe.minka.allocation.store;

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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain SQL, in the transaction of the caller where there is one. Values of the domain go in as they are. */
@ApplicationScoped
public class Statements {

    private final AgroalDataSource database;

    Statements(AgroalDataSource database) {
        this.database = database;
    }

    /** What one row of an answer says. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String query, Reading<T> reading, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            fill(statement, values);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database did not answer", failed);
        }
    }

    public <T> Optional<T> first(String query, Reading<T> reading, @Nullable Object... values) {
        return list(query, reading, values).stream().findFirst();
    }

    /** @return how many rows it touched */
    public int run(String command, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(command)) {
            fill(statement, values);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database did not take it", failed);
        }
    }

    /** Whoever else asks for the same name waits until this transaction ends. */
    public void alone(String name) {
        list("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, name);
    }

    private static void fill(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, plain(values[i]));
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
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (value instanceof EntityCode || value instanceof Enum<?>) {
            return value.toString();
        }
        return value;
    }
}
