package pe.minka.local.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

class RealmFileTest {

    private static final List<String> ROLES_OF_AN_ENTITY = List.of(
            "registrar",
            "facilitator",
            "evaluator",
            "budget-officer",
            "council-secretary",
            "execution-officer",
            "warehouse-keeper",
            "committee-member",
            "vigilance-member",
            "polling-officer",
            "participant",
            "entity-admin");

    private static final List<String> OTHER_ROLES = List.of("auditor", "regional-reader", "platform-admin", "service");

    private static final String CLAIMS =
            "audience minka, entities of the caller, territories of the caller," + " agent of the caller";

    @Test
    void the_realm_has_the_roles_of_the_design_and_no_other() throws IOException {
        assertThat(elements(realm().at("/roles/realm"))
                        .map(role -> role.get("name").asText()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(ROLES_OF_AN_ENTITY.stream(), OTHER_ROLES.stream())
                        .toList());
    }

    @Test
    void every_client_puts_the_audience_and_the_reach_of_the_caller_into_its_tokens(@TempDir Path home)
            throws IOException {
        assertThat(elements(imported(home).get("clients")))
                .hasSize(8)
                .allSatisfy(client -> assertThat(
                                String.join(", ", client.get("protocolMappers").findValuesAsText("name")))
                        .isEqualTo(CLAIMS));
    }

    @Test
    void the_built_in_client_scopes_are_left_to_keycloak(@TempDir Path home) throws IOException {
        assertThat(imported(home).has("clientScopes")).isFalse();
    }

    @Test
    void a_frontend_signs_in_with_a_proof_key() throws IOException {
        var web = client(realm(), "minka-web");

        assertThat(web.get("publicClient").asBoolean()).isTrue();
        assertThat(web.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(web.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    @Test
    void what_every_installation_imports_has_no_password_and_no_password_grant() throws IOException {
        assertThat(realm().findValues("credentials")).isEmpty();
        assertThat(elements(realm().get("clients")))
                .noneMatch(client -> client.get("directAccessGrantsEnabled").asBoolean())
                .filteredOn(client -> client.has("secret"))
                .allMatch(client -> client.get("secret").asText().startsWith("${"));
    }

    @Test
    void each_role_of_an_entity_has_an_account_in_two_entities(@TempDir Path home) throws IOException {
        var users = imported(home).get("users");

        assertThat(ROLES_OF_AN_ENTITY).allSatisfy(role -> {
            assertThat(user(users, role + ".coyllurqui")
                            .at("/attributes/entities/0")
                            .asText())
                    .isEqualTo("300305");
            assertThat(user(users, role + ".ves").at("/attributes/entities/0").asText())
                    .isEqualTo("301291");
            assertThat(user(users, role + ".ves").at("/realmRoles/0").asText()).isEqualTo(role);
        });
        assertThat(user(users, "reader.apurimac")
                        .at("/attributes/territories/0")
                        .asText())
                .isEqualTo("03");
    }

    @Test
    void a_kept_realm_that_is_older_than_the_file_is_noticed(@TempDir Path home) throws IOException {
        var file = new RealmFile(home);
        file.write();
        Files.createDirectories(home.resolve("data/h2"));
        assertThat(file.changedSinceImport()).isFalse();

        Files.writeString(home.resolve("data/import/minka-realm.json"), "{}");

        assertThat(file.changedSinceImport()).isTrue();
    }

    private static JsonNode realm() throws IOException {
        try (var content = RealmFileTest.class.getResourceAsStream("/pe/minka/local/keycloak/realm.json")) {
            return new ObjectMapper().readTree(content);
        }
    }

    private static JsonNode imported(Path home) throws IOException {
        new RealmFile(home).write();
        return new ObjectMapper()
                .readTree(home.resolve("data/import/minka-realm.json").toFile());
    }

    private static JsonNode client(JsonNode realm, String id) {
        return elements(realm.get("clients"))
                .filter(client -> client.get("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode user(JsonNode users, String name) {
        return elements(users)
                .filter(user -> user.get("username").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no account " + name));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
