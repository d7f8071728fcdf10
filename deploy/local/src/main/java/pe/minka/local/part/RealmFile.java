package pe.minka.local.part;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The realm that a fresh Keycloak imports: the one that every installation has, with the demonstration's accounts and
 * the client that they sign in with. The client secrets stay placeholders, which Keycloak fills from its environment.
 *
 * @param keycloak the folder of one stack's Keycloak
 */
record RealmFile(Path keycloak) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keycloak imports a realm once and then keeps its own. */
    boolean imported() {
        return Files.exists(keycloak.resolve("data/h2"));
    }

    boolean changedSinceImport() {
        try {
            return imported()
                    && Files.exists(file())
                    && !Files.readString(file()).equals(content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content());
    }

    private Path file() {
        return keycloak.resolve("data/import/minka-realm.json");
    }

    private static String content() throws IOException {
        var realm = read("realm.json");
        var local = read("demo-accounts.json");
        realm.set("passwordPolicy", local.get("passwordPolicy"));
        for (var list : new String[] {"clients", "users"}) {
            ((ArrayNode) realm.get(list)).addAll((ArrayNode) local.get(list));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    private static ObjectNode read(String name) throws IOException {
        try (var content = RealmFile.class.getResourceAsStream("/pe/minka/local/keycloak/" + name)) {
            return (ObjectNode) JSON.readTree(content);
        }
    }
}
