package pe.minka.local.teststack;

import pe.minka.local.kafka.KafkaBroker;
import pe.minka.local.postgres.PostgresBinaries;
import pe.minka.local.postgres.PostgresServer;
import pe.minka.local.process.Folders;
import pe.minka.local.process.FreePorts;
import pe.minka.local.process.OwnProcess;
import pe.minka.local.process.QuietLog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * The program that holds the shared test stack: {@code <its folder> <folder for PostgreSQL's programs>}. It ends, and
 * deletes its data, some minutes after the last lease.
 */
public final class TestStackProgram {

    /** Long enough for the pause between two modules of a build, or two runs of a person. */
    private static final Duration LINGER =
            Duration.ofSeconds(Long.parseLong(env("MINKA_TEST_STACK_LINGER_SECONDS", "300")));

    private TestStackProgram() {}

    public static void main(String[] arguments) throws Exception {
        QuietLog.install();
        var folder = Path.of(arguments[0]);
        clearPredecessor(folder);
        var run = Files.createDirectories(folder.resolve("run-" + UUID.randomUUID()));
        var ports = FreePorts.any(3);
        var postgres = postgres(PostgresBinaries.unpackUnder(Path.of(arguments[1])), run, ports.get(0));
        var database = postgres.start(run.resolve("postgres.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(postgres, run), "clear-test-stack"));
        var kafka = KafkaBroker.start(run.resolve("kafka"), ports.get(1), ports.get(2));
        postgres.awaitReady(database, Duration.ofSeconds(60));

        try (var control = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var token = HexFormat.of().formatHex(SecureRandom.getSeed(16));
            var leases = new Leases(control, token, new TestDatabases(postgres), run);
            new Descriptor(
                            control.getLocalPort(),
                            token,
                            postgres.port(),
                            kafka.bootstrapServers(),
                            folder.resolve("stack.log"))
                    .write(folder);
            leases.serveUntilUnusedFor(LINGER);
            Files.deleteIfExists(folder.resolve(Descriptor.FILE));
        }
        System.exit(0); // the shutdown hook clears
    }

    private static PostgresServer postgres(PostgresBinaries binaries, Path run, int port) {
        // tests kill processes, never the machine: what the kernel has is safe enough
        var fsync = env("MINKA_TEST_STACK_FSYNC", "off");
        return new PostgresServer(
                binaries,
                run.resolve("postgres"),
                port,
                "minka",
                Map.of("max_connections", "300", "shared_buffers", "64MB", "fsync", fsync, "full_page_writes", fsync));
    }

    /** A predecessor that was killed leaves its PostgreSQL running and its data. */
    private static void clearPredecessor(Path folder) throws IOException {
        OwnProcess.withArguments(arguments -> arguments.stream().anyMatch(word -> word.startsWith(folder + "/run-")))
                .forEach(OwnProcess::kill);
        try (var runs = Files.newDirectoryStream(folder, "run-*")) {
            for (var run : runs) {
                Folders.delete(run);
            }
        }
    }

    private static void clear(PostgresServer postgres, Path run) {
        postgres.running().ifPresent(OwnProcess::kill);
        try {
            Folders.delete(run);
        } catch (IOException e) {
            System.err.println("left behind: " + run + " (" + e + ")");
        }
    }

    private static String env(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null ? otherwise : value;
    }
}
