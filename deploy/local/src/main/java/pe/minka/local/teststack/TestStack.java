package pe.minka.local.teststack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The PostgreSQL and the Kafka broker that the tests of all modules share, and a lease on them. They run outside Maven
 * and end by themselves some minutes after the last lease, so that the next test run finds them warm.
 *
 * <p>The lease is an open connection: it ends with {@link #close}, or with the program however that ends. Needs no
 * library but the JDK's, so that a test's class path stays the service's own.
 */
public final class TestStack implements AutoCloseable {

    private final Descriptor descriptor;
    private final Socket lease;
    private final BufferedReader answers;
    private final PrintWriter requests;

    private TestStack(Descriptor descriptor, Socket lease) throws IOException {
        this.descriptor = descriptor;
        this.lease = lease;
        this.answers = new BufferedReader(new InputStreamReader(lease.getInputStream(), StandardCharsets.UTF_8));
        this.requests = new PrintWriter(lease.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /**
     * Attaches to the running stack, or starts it.
     *
     * @param projectRoot the folder of the parent {@code pom.xml}; the stack lives in its {@code .minka}
     */
    public static TestStack attach(Path projectRoot) {
        return new Attachment(projectRoot.toAbsolutePath().normalize()).attach();
    }

    /** Takes a lease on a stack that is said to run; fails where it does not. */
    static TestStack lease(Descriptor descriptor) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), descriptor.controlPort());
        try {
            var stack = new TestStack(descriptor, socket);
            stack.ask("attach " + descriptor.token());
            return stack;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            socket.close();
            throw new IOException("no test stack answers on port " + descriptor.controlPort(), e);
        }
    }

    /** Reaches the database as {@link #user} with {@link #password}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + descriptor.postgresPort() + "/" + database;
    }

    public int postgresPort() {
        return descriptor.postgresPort();
    }

    /** The superuser. */
    public String user() {
        return "minka";
    }

    public String password() {
        return "minka";
    }

    public String kafkaBootstrapServers() {
        return descriptor.kafka();
    }

    /** Makes an empty database unless one of this name exists; it lives until the stack ends. */
    public void createDatabase(String name) {
        ask("create " + name);
    }

    /** Drops a database with all connections to it; nothing happens where there is none. */
    public void dropDatabase(String name) {
        ask("drop " + name);
    }

    /**
     * Makes an empty database that nobody else uses and that is dropped when this lease ends.
     *
     * @return its name, which starts with the given word
     */
    public String createScratchDatabase(String word) {
        return ask("scratch " + word);
    }

    /** Starts a broker of this lease's own, for tests in which it goes away. It ends with the lease. */
    public LeasedBroker createBroker() {
        var broker = new LeasedBroker(this, ask("broker"));
        broker.start();
        return broker;
    }

    @Override
    public void close() {
        try {
            lease.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized String ask(String request) {
        requests.println(request);
        try {
            var answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the test stack ended: see " + descriptor.log());
            }
            if (!answer.startsWith("ok")) {
                throw new IllegalStateException("the test stack refused \"" + request + "\": " + answer);
            }
            return answer.substring(2).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
