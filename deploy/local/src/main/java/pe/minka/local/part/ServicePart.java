package pe.minka.local.part;

import pe.minka.local.process.Folders;
import pe.minka.local.process.OwnProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One of the five services, or a further replica of it on another port. */
final class ServicePart extends JavaPart {

    private static final int PORTS_BETWEEN_REPLICAS = 20;

    private final Part part;
    private final int replica;

    /** @param replica 1 for the service as everyone knows it */
    ServicePart(Stack stack, Part part, int replica) {
        super(stack, replica == 1 ? part.id() : part.id() + "-" + replica);
        this.part = part;
        this.replica = replica;
    }

    @Override
    public String title() {
        return name();
    }

    @Override
    public List<Integer> ports() {
        return List.of(port());
    }

    URI address() {
        return URI.create("http://localhost:" + port());
    }

    @Override
    public Optional<String> obstacle() {
        return Files.exists(built().resolve("quarkus-run.jar"))
                ? Optional.empty()
                : Optional.of("not built: there is no " + part.module() + "/target/quarkus-app");
    }

    @Override
    List<String> arguments() {
        return List.of(
                "-Xmx160m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-jar",
                stack().home().program(part).resolve("quarkus-run.jar").toString());
    }

    @Override
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", Stack.HOST);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port()));
        environment.put(
                "MINKA_DATABASE_URL",
                "jdbc:postgresql://" + Stack.HOST + ":" + stack().port(Part.POSTGRES) + "/" + part.id());
        environment.put("MINKA_DATABASE_USER", part.id());
        environment.put("MINKA_DATABASE_PASSWORD", stack().secrets().databasePassword(part));
        environment.put("MINKA_KAFKA", stack().kafka());
        environment.put("MINKA_ISSUER", stack().issuer().toString());
        environment.put("MINKA_CLIENT_SECRET", stack().secrets().clientSecret(part));
        environment.put("MINKA_MASTER_KEY", stack().secrets().masterKey());
        for (var other : Part.services()) {
            environment.put(
                    "MINKA_" + other.id().toUpperCase(Locale.ROOT) + "_URL",
                    stack().address(other).toString());
        }
        return environment;
    }

    @Override
    Path directory() {
        return stack().home().program(part);
    }

    @Override
    void prepare() {
        try {
            Folders.mirror(built(), stack().home().program(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ready(OwnProcess process) {
        return answers(address().resolve("/q/health/ready"));
    }

    private int port() {
        return stack().port(part) + (replica - 1) * PORTS_BETWEEN_REPLICAS;
    }

    private Path built() {
        return stack().root().resolve(part.module()).resolve("target").resolve("quarkus-app");
    }
}
