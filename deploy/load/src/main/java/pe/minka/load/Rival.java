package pe.minka.load;

import pe.minka.local.postgres.PostgresServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the same PostgreSQL does on the same cores with nothing around it: a transaction of one ballot row and one
 * outbox row, by pgbench, or by JDBC where that is not installed.
 */
final class Rival {

    private static final String BALLOT = "insert into rival_ballot (id, round, ballot) values (gen_random_uuid(),"
            + " '5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016', repeat('x', 120))";
    private static final String OUTBOX =
            "insert into rival_outbox (event_id, body) values (gen_random_uuid()," + " repeat('y', 300))";

    private final Ground ground;
    private final Optional<Path> pgbench;

    /** @param microsAnOperation processor time of server and client together */
    record Run(double rate, double microsOfDatabase, double microsOfClient, double p50, double p99, long transactions) {

        double microsAnOperation() {
            return microsOfDatabase + microsOfClient;
        }
    }

    Rival(Ground ground) {
        this.ground = ground;
        this.pgbench = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")).map(Path::of),
                        Stream.of("18", "17", "16", "15", "14")
                                .map(version -> Path.of("/usr/lib/postgresql/" + version + "/bin")))
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
        ground.execute("create table if not exists rival_ballot (id uuid primary key, round uuid not null, ballot text"
                + " not null)");
        ground.execute("create table if not exists rival_outbox (position bigint generated always as identity primary"
                + " key, event_id uuid not null unique, body text not null)");
    }

    String name() {
        return pgbench.map(Path::toString).orElse("JDBC, since pgbench is not installed");
    }

    Run run(int connections, int forSeconds) {
        long database = ProcessorTime.ofFamily(ground.postmaster());
        long before = ground.number("select count(*) from rival_ballot");
        long client = pgbench.isPresent()
                ? ProcessorTime.ofEndedChildren()
                : ProcessorTime.of(ProcessHandle.current().pid());
        var samples = pgbench.isPresent()
                ? byPgbench(pgbench.get(), connections, forSeconds)
                : byJdbc(connections, forSeconds);
        client = (pgbench.isPresent()
                        ? ProcessorTime.ofEndedChildren()
                        : ProcessorTime.of(ProcessHandle.current().pid()))
                - client;
        database = ProcessorTime.ofFamily(ground.postmaster()) - database;
        double done = ground.number("select count(*) from rival_ballot") - before;
        return new Run(
                done / forSeconds, database / done, client / done, samples.millisAt(0.5), samples.millisAt(0.99), (long)
                        done);
    }

    private Burst.Samples byPgbench(Path program, int connections, int forSeconds) {
        try {
            var folder = Files.createTempDirectory(ground.folder(), "pgbench-");
            var script = Files.writeString(
                    folder.resolve("script.sql"), "begin;\n" + BALLOT + ";\n" + OUTBOX + ";\ncommit;\n");
            var builder = new ProcessBuilder(
                    program.toString(),
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=" + connections,
                    "--jobs=" + Math.min(2, connections),
                    "--time=" + forSeconds,
                    "--log",
                    "--log-prefix=" + folder.resolve("log"),
                    "--file=" + script,
                    "--host=127.0.0.1",
                    "--port=" + ground.port(),
                    "--username=" + PostgresServer.SUPERUSER,
                    Ground.DATABASE);
            builder.environment().put("PGPASSWORD", Ground.PASSWORD);
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench failed: " + Files.readString(folder.resolve("out")));
            }
            return samplesIn(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
    }

    private static Burst.Samples samplesIn(Path folder) throws IOException {
        var samples = new Burst.Samples();
        try (var logs = Files.newDirectoryStream(folder, "log.*")) {
            for (var log : logs) {
                try (var lines = Files.lines(log)) {
                    lines.forEach(line -> samples.add(Long.parseLong(line.split(" ")[2])));
                }
            }
        }
        return samples;
    }

    private Burst.Samples byJdbc(int connections, int forSeconds) {
        var found = new ConcurrentLinkedQueue<Burst.Samples>();
        var threads = Executors.newFixedThreadPool(connections);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(forSeconds);
        IntStream.range(0, connections).forEach(i -> threads.execute(() -> found.add(transactionsUntil(end))));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(forSeconds + 60L, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the rival does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
        var all = new Burst.Samples();
        found.forEach(all::addAll);
        return all;
    }

    private Burst.Samples transactionsUntil(long end) {
        var samples = new Burst.Samples();
        try (var connection = DriverManager.getConnection(ground.jdbcUrl(), PostgresServer.SUPERUSER, Ground.PASSWORD);
                var ballot = connection.prepareStatement(BALLOT);
                var outbox = connection.prepareStatement(OUTBOX)) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                ballot.executeUpdate();
                outbox.executeUpdate();
                connection.commit();
                samples.add((System.nanoTime() - start) / 1000);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the rival failed", failed);
        }
        return samples;
    }
}
