package pe.minka.load;

import pe.minka.local.kafka.BrokerProgram;
import pe.minka.local.postgres.PostgresBinaries;
import pe.minka.local.postgres.PostgresServer;
import pe.minka.local.process.Folders;
import pe.minka.local.process.FreePorts;
import pe.minka.local.process.JavaProgram;
import pe.minka.local.process.OwnProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What the service under load stands on: a PostgreSQL of its own with durability as it is by default, a broker, and an
 * issuer of tokens.
 */
final class Ground implements AutoCloseable {

    static final String DATABASE = "workshop";
    static final String PASSWORD = "load";
    static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Path root;
    private final Path folder;
    private final PostgresServer server;
    private final List<Integer> brokerPorts;
    private OwnProcess postmaster;
    private Process broker;
    private final String brokers;
    private final Issuer issuer = Issuer.start();
    private final List<Replica> replicas = new ArrayList<>();

    private Ground(Path root, Path folder) throws IOException, SQLException {
        this.root = root;
        this.folder = folder;
        if (Files.isDirectory(folder)) {
            PostgresServer.stopOver(folder.resolve("postgres"));
            Folders.delete(folder);
        }
        Files.createDirectories(folder);
        var ports = FreePorts.any(3);
        server = new PostgresServer(
                PostgresBinaries.unpackUnder(root.resolve(".minka/stack")),
                folder.resolve("postgres"),
                ports.get(0),
                PASSWORD,
                Map.of("max_connections", "200", "shared_buffers", "256MB", "max_wal_size", "2GB"));
        postmaster = server.start(folder.resolve("postgres.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-everything"));
        brokers = "127.0.0.1:" + ports.get(1);
        brokerPorts = ports.subList(1, 3);
        broker = startBroker();
        server.awaitReady(postmaster, Duration.ofSeconds(60));
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
    }

    static Ground start(Path root) {
        try {
            return new Ground(root, root.resolve("deploy/load/target/run"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL could not be prepared", failed);
        }
    }

    private Process startBroker() throws IOException {
        return new ProcessBuilder(
                        JavaProgram.command(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProgram.class.getName(),
                        folder.resolve("kafka").toString(),
                        String.valueOf(brokerPorts.get(0)),
                        String.valueOf(brokerPorts.get(1)),
                        folder.resolve("kafka.process").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("kafka.log").toFile()))
                .start();
    }

    /** One more process of the packaged service over this ground; returns when it answers. */
    Replica replica() {
        var replica = Replica.start(this, replicas.size() + 1);
        replicas.add(replica);
        return replica;
    }

    Connection connect() {
        try {
            return server.connect(DATABASE);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL does not answer", failed);
        }
    }

    /** @param values of {@code ?} in turn */
    int execute(String statement, Object... values) {
        try (var connection = connect();
                var update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }

    long number(String query, Object... values) {
        try (var connection = connect();
                var select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    /**
     * Flushes of the write-ahead log that somebody waited for, so far: not those of PostgreSQL's own housekeeping.
     * Connections tell theirs when they have been idle for ten seconds.
     */
    long flushes() {
        return number("select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal' and backend_type = 'client"
                + " backend'");
    }

    Path root() {
        return root;
    }

    Path folder() {
        return folder;
    }

    Issuer issuer() {
        return issuer;
    }

    String brokers() {
        return brokers;
    }

    int port() {
        return server.port();
    }

    String jdbcUrl() {
        return server.jdbcUrl(DATABASE);
    }

    long postmaster() {
        return postmaster.pid();
    }

    /** As a power failure of its machine would: at once, with all its children. */
    void killPostgres() {
        postmaster.kill();
    }

    /** Over the same data, which it has to recover first; returns when it answers. */
    void startPostgresAgain() {
        postmaster = server.start(folder.resolve("postgres.log"));
        server.awaitReady(postmaster, Duration.ofSeconds(60));
    }

    void killBroker() {
        broker.destroyForcibly().onExit().join();
    }

    void startBrokerAgain() {
        try {
            broker = startBroker();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void end() {
        replicas.forEach(Replica::kill);
        broker.destroy();
        postmaster.kill();
        issuer.close();
    }

    @Override
    public void close() {
        end();
    }
}
