package pe.minka.local;

import java.net.URI;

/**
 * Where the running stack is found, and what a client of it needs besides.
 *
 * @param issuer of the tokens; {@code <issuer>/protocol/openid-connect/token} gives them
 * @param demoClient public client that the demonstration's accounts sign in with by their password
 * @param enrolmentClient confidential client that may make accounts through Keycloak's administration
 */
public record StackAddresses(
        URI registry,
        URI workshop,
        URI allocation,
        URI execution,
        URI transparency,
        URI keycloak,
        URI issuer,
        String demoClient,
        String enrolmentClient,
        String enrolmentSecret) {

    /** The password of every demonstration account. */
    public static final String DEMO_PASSWORD = "minka";

    /** The base address of a service by its name: registry, workshop, allocation, execution, transparency. */
    public URI of(String service) {
        return switch (service) {
            case "registry" -> registry;
            case "workshop" -> workshop;
            case "allocation" -> allocation;
            case "execution" -> execution;
            case "transparency" -> transparency;
            default -> throw new IllegalArgumentException("no such service: " + service);
        };
    }
}
