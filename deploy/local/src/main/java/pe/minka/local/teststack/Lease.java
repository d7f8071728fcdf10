package pe.minka.local.teststack;

import org.jspecify.annotations.Nullable;
import pe.minka.local.kafka.KafkaBroker;
import pe.minka.local.process.FreePorts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One client's use of the stack: a request is a line, and so is its answer. What it made for itself ends with it. */
final class Lease implements AutoCloseable {

    private final BufferedReader requests;
    private final PrintWriter answers;
    private final String token;
    private final TestDatabases databases;
    private final Path run;
    private final Set<String> scratch = new HashSet<>();
    private final Map<String, Broker> brokers = new HashMap<>();

    Lease(Socket client, String token, TestDatabases databases, Path run) throws IOException {
        this.requests = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        this.answers = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8);
        this.token = token;
        this.databases = databases;
        this.run = run;
    }

    void serve() throws IOException {
        var greeting = requests.readLine();
        if (greeting == null || !sameText(greeting, "attach " + token)) {
            answers.println("refused");
            return;
        }
        answers.println("ok");
        for (var request = requests.readLine(); request != null; request = requests.readLine()) {
            answers.println(answer(request));
        }
    }

    @Override
    public void close() {
        brokers.values().forEach(Broker::stop);
        for (var database : scratch) {
            try {
                databases.drop(database);
            } catch (SQLException e) {
                System.err.println("not dropped: " + database + " (" + e + ")");
            }
        }
    }

    private String answer(String request) {
        var words = request.split(" ", 2);
        var object = words.length > 1 ? words[1] : "";
        try {
            return "ok " + obey(words[0], object);
        } catch (SQLException | RuntimeException e) {
            return "failed: " + e.toString().replace('\n', ' ');
        }
    }

    private String obey(String verb, String object) throws SQLException {
        switch (verb) {
            case "create" -> databases.create(object);
            case "drop" -> databases.drop(object);
            case "scratch" -> {
                var name = databases.createScratch(object);
                scratch.add(name);
                return name;
            }
            case "broker" -> {
                var ports = FreePorts.any(2);
                var broker = new Broker(run.resolve("kafka-" + UUID.randomUUID()), ports.get(0), ports.get(1));
                brokers.put(broker.bootstrapServers(), broker);
                return broker.bootstrapServers();
            }
            case "broker-start" -> broker(object).start();
            case "broker-stop" -> broker(object).stop();
            default -> throw new IllegalArgumentException("unknown request");
        }
        return "";
    }

    private Broker broker(String bootstrapServers) {
        var broker = brokers.get(bootstrapServers);
        if (broker == null) {
            throw new IllegalArgumentException("no such broker");
        }
        return broker;
    }

    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Broker {
        private final Path data;
        private final int port;
        private final int controllerPort;
        private @Nullable KafkaBroker running;

        Broker(Path data, int port, int controllerPort) {
            this.data = data;
            this.port = port;
            this.controllerPort = controllerPort;
        }

        String bootstrapServers() {
            return KafkaBroker.HOST + ":" + port;
        }

        void start() {
            if (running == null) {
                running = KafkaBroker.start(data, port, controllerPort);
            }
        }

        void stop() {
            if (running != null) {
                running.close();
                running = null;
            }
        }
    }
}
