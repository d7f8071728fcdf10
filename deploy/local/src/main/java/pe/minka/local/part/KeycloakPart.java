package pe.minka.local.part;

import pe.minka.local.process.OwnProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The identity provider, with its users and its realm in a database of its own that is kept. */
final class KeycloakPart extends JavaPart {

    private final RealmFile realm;

    KeycloakPart(Stack stack) {
        super(stack, Part.KEYCLOAK.id());
        this.realm = new RealmFile(stack.home().keycloak());
    }

    @Override
    public String title() {
        return Part.KEYCLOAK.title();
    }

    @Override
    public List<Integer> ports() {
        return List.of(stack().port(Part.KEYCLOAK));
    }

    @Override
    public Optional<String> notice() {
        if (realm.changedSinceImport()) {
            return Optional.of("the realm has changed since it was imported, and the kept one is used;"
                    + " ./minka reset imports the new one");
        }
        return new KeycloakDistribution(stack().programs()).isUnpacked()
                ? Optional.empty()
                : Optional.of("is unpacked and built, once for all later starts");
    }

    @Override
    void prepare() {
        var home = stack().home().keycloak();
        try {
            if (!realm.imported()) {
                realm.write();
            }
            Files.createDirectories(home.resolve("conf"));
            Files.createDirectories(home.resolve("providers"));
            // Keycloak looks for its program beside its data
            Files.deleteIfExists(home.resolve("lib"));
            Files.createSymbolicLink(home.resolve("lib"), program().resolve("lib"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    List<String> arguments() {
        var words = new ArrayList<>(List.of("-Xms64m", "-Xmx256m"));
        words.addAll(KeycloakDistribution.runtime(program(), stack().home().keycloak()));
        words.addAll(List.of("start", "--optimized", "--import-realm"));
        words.addAll(List.of("--http-enabled=true", "--http-host=" + Stack.HOST));
        words.add("--http-port=" + stack().port(Part.KEYCLOAK));
        words.add("--hostname=" + stack().address(Part.KEYCLOAK));
        words.add("--cache=local");
        return words;
    }

    @Override
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", stack().secrets().keycloakAdministrator());
        environment.put("MINKA_CLIENT_SECRET_ENROLMENT", stack().secrets().enrolmentSecret());
        for (var service : Part.services()) {
            environment.put(
                    "MINKA_CLIENT_SECRET_" + service.id().toUpperCase(Locale.ROOT),
                    stack().secrets().clientSecret(service));
        }
        return environment;
    }

    @Override
    Path directory() {
        return stack().home().keycloak();
    }

    @Override
    public boolean ready(OwnProcess process) {
        return answers(URI.create(stack().issuer() + "/.well-known/openid-configuration"));
    }

    private Path program() {
        return new KeycloakDistribution(stack().programs()).unpacked();
    }
}
