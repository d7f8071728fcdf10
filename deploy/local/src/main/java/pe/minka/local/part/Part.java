package pe.minka.local.part;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of the stack, and where its port lies above the base. */
public enum Part {
    POSTGRES("PostgreSQL", 32),
    KAFKA("Kafka", 92),
    KEYCLOAK("Keycloak", 10),
    REGISTRY("registry", 1),
    WORKSHOP("workshop", 2),
    ALLOCATION("allocation", 3),
    EXECUTION("execution", 4),
    TRANSPARENCY("transparency", 5);

    private static final List<Part> SERVICES = List.of(REGISTRY, WORKSHOP, ALLOCATION, EXECUTION, TRANSPARENCY);

    private final String title;
    private final int offset;

    Part(String title, int offset) {
        this.title = title;
        this.offset = offset;
    }

    public static List<Part> services() {
        return SERVICES;
    }

    /** Finds a part by what a person types: {@code registry}, {@code registry-service}, {@code Kafka}. */
    public static Optional<Part> named(String text) {
        var word = text.toLowerCase(Locale.ROOT).replace("-service", "");
        return Arrays.stream(values()).filter(part -> part.id().equals(word)).findFirst();
    }

    public boolean isService() {
        return SERVICES.contains(this);
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** For files, databases and roles. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of the service in the project. */
    public String module() {
        return id() + "-service";
    }

    public int port(int base) {
        return base + offset;
    }
}
