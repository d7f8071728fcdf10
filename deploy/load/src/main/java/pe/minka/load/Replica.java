package pe.minka.load;

import pe.minka.local.postgres.PostgresServer;
import pe.minka.local.process.FreePorts;
import pe.minka.local.process.JavaProgram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One process of the packaged workshop-service, with the settings of its image. */
final class Replica {

    private static final int PATIENCE_SECONDS = 120;

    private final Ground ground;
    private final int number;
    private final int port;
    private Process process;

    private Replica(Ground ground, int number, int port, Process process) {
        this.ground = ground;
        this.number = number;
        this.port = port;
        this.process = process;
    }

    static Replica start(Ground ground, int number) {
        int port = FreePorts.any(1).get(0);
        var replica = new Replica(ground, number, port, launch(ground, number, port));
        replica.awaitReady();
        return replica;
    }

    /** The same again, on the same port, after {@link #kill}. */
    void startAgain() {
        process = launch(ground, number, port);
        awaitReady();
    }

    private static Process launch(Ground ground, int number, int port) {
        var jar = ground.root().resolve("workshop-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("the service is not built: there is no " + jar);
        }
        var words = new ArrayList<>(List.of(java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:NewRatio=1", "-Xss512k"));
        // such as a flight recording
        Optional.ofNullable(System.getenv("MINKA_LOAD_JAVA_OPTIONS"))
                .filter(options -> number == 1 && !options.isBlank())
                .ifPresent(options -> words.addAll(List.of(options.split(" "))));
        words.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        ground.folder().resolve("workshop-" + number + ".log").toFile()));
        var environment = builder.environment();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("MINKA_DATABASE_URL", ground.jdbcUrl());
        environment.put("MINKA_DATABASE_USER", PostgresServer.SUPERUSER);
        environment.put("MINKA_DATABASE_PASSWORD", Ground.PASSWORD);
        environment.put("MINKA_KAFKA", ground.brokers());
        environment.put("MINKA_ISSUER", ground.issuer().address().toString());
        environment.put("MINKA_MASTER_KEY", Ground.MASTER_KEY);
        environment.put("MINKA_CLIENT_SECRET", "unused");
        environment.put("MALLOC_ARENA_MAX", "2");
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The one that the images ship, where the machine has it. */
    static String java() {
        return Objects.requireNonNullElseGet(System.getenv("MINKA_LOAD_JAVA"), JavaProgram::command);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As a power failure of its machine would: at once. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void awaitReady() {
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the service ended: see " + ground.folder());
            }
            if (answers()) {
                return;
            }
            Pause.of(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the service does not answer: see " + ground.folder());
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    address().resolve("/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
