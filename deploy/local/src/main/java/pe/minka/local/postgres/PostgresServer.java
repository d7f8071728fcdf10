package pe.minka.local.postgres;

import pe.minka.local.process.DetachedCommand;
import pe.minka.local.process.Folders;
import pe.minka.local.process.OwnProcess;
import pe.minka.local.process.Signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server over a data folder that outlives it. Every connection needs a password.
 *
 * @param data holds the databases; made on the first start
 * @param password of the superuser {@link #SUPERUSER}; fixed when the data folder is made
 * @param settings added to the server's own, by their names in {@code postgresql.conf}
 */
public record PostgresServer(
        PostgresBinaries binaries, Path data, int port, String password, Map<String, String> settings) {

    public static final String SUPERUSER = "minka";

    public static final String HOST = "127.0.0.1";

    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(20);

    public PostgresServer {
        data = data.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    /** Starts it unless it runs; {@link #awaitReady} tells when it answers. */
    public OwnProcess start(Path log) {
        var running = running();
        if (running.isPresent()) {
            return running.get();
        }
        initialise(log);
        forgetForeignProcess();
        var words = new ArrayList<>(List.of(binaries.program("postgres"), "-D", data.toString()));
        words.addAll(List.of("-p", String.valueOf(port), "-h", HOST, "-k", ""));
        settings.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return new DetachedCommand(asOrdinaryUser(words), Map.of(), data, log).start();
    }

    public Optional<OwnProcess> running() {
        return runningOver(data);
    }

    /** The server over a data folder, whoever started it. */
    public static Optional<OwnProcess> runningOver(Path data) {
        var folder = data.toAbsolutePath().normalize().toString();
        return OwnProcess.withArguments(arguments -> arguments.contains("-D") && arguments.contains(folder)).stream()
                .findFirst();
    }

    /** Ends the server over a data folder in good order; nothing happens where none runs. */
    public static void stopOver(Path data) {
        runningOver(data).ifPresent(process -> process.end(Signal.INTERRUPT, PATIENCE_TO_STOP));
    }

    /** @throws IllegalStateException when it does not answer within the given time, or ended */
    public void awaitReady(OwnProcess process, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (var connection = connect("postgres")) {
                connection.isValid(1);
                return;
            } catch (SQLException e) {
                if (!process.alive()) {
                    throw new IllegalStateException("PostgreSQL ended while it started", e);
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL does not answer on port " + port, e);
                }
                pause();
            }
        }
    }

    public Connection connect(String database) throws SQLException {
        var credentials = new Properties();
        credentials.setProperty("user", SUPERUSER);
        credentials.setProperty("password", password);
        credentials.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), credentials);
    }

    private void initialise(Path log) {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        var fresh = data.resolveSibling(data.getFileName() + ".new");
        try {
            Files.createDirectories(data.getParent());
            Files.createDirectories(log.toAbsolutePath().getParent());
            OwnProcess.withArguments(arguments -> arguments.contains("--pgdata=" + fresh))
                    .forEach(OwnProcess::kill);
            Folders.delete(fresh);
            var secret = Files.createTempFile(data.getParent(), "superuser", ".password");
            try {
                Files.writeString(secret, password + "\n");
                run(log, initdb(fresh, secret));
            } finally {
                Files.deleteIfExists(secret);
            }
            // a killed first start leaves no half-made folder behind
            Folders.delete(data);
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> initdb(Path fresh, Path secret) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
    }

    /**
     * After a crash of the machine the file may name a process of another program, and PostgreSQL would refuse to
     * start. Where the process is gone the file stays: PostgreSQL then looks for orphans of its own first.
     */
    private void forgetForeignProcess() {
        var file = data.resolve("postmaster.pid");
        try {
            if (Files.exists(file)) {
                var pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
                if (ProcessHandle.of(pid).isPresent()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path log, List<String> words) throws IOException {
        try {
            var process = new ProcessBuilder(asOrdinaryUser(words))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("PostgreSQL could not be set up: see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was set up", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with root's files. */
    private static List<String> asOrdinaryUser(List<String> words) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return words;
        }
        var all = new ArrayList<>(List.of("unshare", "--user"));
        all.addAll(words);
        return all;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
