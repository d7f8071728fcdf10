package pe.minka.local.part;

import pe.minka.local.postgres.PostgresBinaries;
import pe.minka.local.postgres.PostgresServer;
import pe.minka.local.process.OwnProcess;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The database server, with a database and a role of its own for each service. */
final class PostgresPart implements PartProcess {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Stack stack;

    PostgresPart(Stack stack) {
        this.stack = stack;
    }

    @Override
    public String name() {
        return Part.POSTGRES.id();
    }

    @Override
    public String title() {
        return Part.POSTGRES.title();
    }

    @Override
    public Path log() {
        return stack.home().log(name());
    }

    @Override
    public List<Integer> ports() {
        return List.of(stack.port(Part.POSTGRES));
    }

    @Override
    public OwnProcess launch() {
        stack.home().turnLog(name());
        var process = server(PostgresBinaries.unpackUnder(stack.programs()))
                .start(stack.home().log(name()));
        process.remember(stack.home().process(name()));
        return process;
    }

    @Override
    public Optional<OwnProcess> running() {
        return PostgresServer.runningOver(stack.home().data(Part.POSTGRES));
    }

    /** Ready is more than answering: the services find their databases. */
    @Override
    public boolean ready(OwnProcess process) {
        var server = server(PostgresBinaries.unpackUnder(stack.programs()));
        try {
            server.awaitReady(process, LOOK);
            provide(server);
            return true;
        } catch (IllegalStateException | SQLException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        PostgresServer.stopOver(stack.home().data(Part.POSTGRES));
    }

    private PostgresServer server(PostgresBinaries binaries) {
        return new PostgresServer(
                binaries,
                stack.home().data(Part.POSTGRES),
                stack.port(Part.POSTGRES),
                stack.secrets().superuserPassword(),
                Map.of("max_connections", "300", "shared_buffers", "64MB"));
    }

    private void provide(PostgresServer server) throws SQLException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            for (var service : Part.services()) {
                provide(service, connection, statement);
            }
        }
    }

    private void provide(Part service, Connection connection, Statement statement) throws SQLException {
        var name = service.id();
        if (!found(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            // both are made of letters and digits of ours, and CREATE ROLE takes no parameters
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '"
                    + stack.secrets().databasePassword(service) + "'");
        }
        if (!found(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        }
    }

    private static boolean found(Connection connection, String sql, String name) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
