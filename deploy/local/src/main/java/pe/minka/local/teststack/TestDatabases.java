package pe.minka.local.teststack;

import pe.minka.local.postgres.PostgresServer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The databases of the shared test stack. */
final class TestDatabases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    private final PostgresServer server;

    TestDatabases(PostgresServer server) {
        this.server = server;
    }

    /** One at a time: PostgreSQL refuses to copy its template twice at once. */
    synchronized void create(String name) throws SQLException {
        try (var connection = server.connect("postgres")) {
            if (!exists(connection, checked(name))) {
                execute(connection, "CREATE DATABASE " + name);
            }
        }
    }

    String createScratch(String word) throws SQLException {
        var name = checked(word) + "_"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toLowerCase(Locale.ROOT);
        create(name);
        return name;
    }

    void drop(String name) throws SQLException {
        try (var connection = server.connect("postgres")) {
            execute(connection, "DROP DATABASE IF EXISTS " + checked(name) + " WITH (FORCE)");
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a database: " + name);
        }
        return name;
    }
}
