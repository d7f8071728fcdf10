package pe.minka.local.part;

import pe.minka.local.process.OwnProcess;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All processes of one stack. */
public final class PartProcesses {

    private final Stack stack;
    private final Map<Part, PartProcess> parts = new EnumMap<>(Part.class);

    public PartProcesses(Stack stack) {
        this.stack = stack;
        parts.put(Part.POSTGRES, new PostgresPart(stack));
        parts.put(Part.KAFKA, new KafkaPart(stack));
        parts.put(Part.KEYCLOAK, new KeycloakPart(stack));
        Part.services().forEach(service -> parts.put(service, new ServicePart(stack, service, 1)));
    }

    public PartProcess of(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    public List<PartProcess> all() {
        return List.copyOf(parts.values());
    }

    /** @param number from 2 on: the first replica is the service itself */
    public PartProcess replica(Part service, int number) {
        return new ServicePart(stack, service, number);
    }

    /** Each Java process of this home, replicas and forgotten ones too. */
    public static List<OwnProcess> javaProcessesOf(Home home) {
        var prefix = home.marker("");
        return OwnProcess.withArguments(
                arguments -> arguments.stream().anyMatch(argument -> argument.startsWith(prefix)));
    }
}
