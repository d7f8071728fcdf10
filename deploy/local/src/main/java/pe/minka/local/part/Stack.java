package pe.minka.local.part;

import java.net.URI;
import java.nio.file.Path;

/**
 * What every part has to know of the stack it belongs to.
 *
 * @param root the folder of the parent {@code pom.xml}
 * @param base the ports lie above it
 */
public record Stack(Path root, Home home, int base, Secrets secrets) {

    static final String HOST = "127.0.0.1";

    public int port(Part part) {
        return part.port(base);
    }

    /** Kafka's own, which no client uses. */
    public int controllerPort() {
        return Part.KAFKA.port(base) + 1;
    }

    /** Where a person or a client finds the part. */
    public URI address(Part part) {
        return switch (part) {
            case POSTGRES -> URI.create("postgresql://" + HOST + ":" + port(part));
            case KAFKA -> URI.create("kafka://" + kafka());
            case KEYCLOAK, REGISTRY, WORKSHOP, ALLOCATION, EXECUTION, TRANSPARENCY ->
                URI.create("http://localhost:" + port(part));
        };
    }

    public String kafka() {
        return HOST + ":" + port(Part.KAFKA);
    }

    public URI issuer() {
        return address(Part.KEYCLOAK).resolve("/realms/minka");
    }

    /** What all projects and stacks of this folder share: programs, never data. */
    Path programs() {
        return root.resolve(".minka").resolve("stack");
    }
}
