package pe.minka.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import pe.minka.local.part.Part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class KubernetesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path ROOT = Path.of(System.getProperty("minka.root"));

    private static final Path FOLDER = ROOT.resolve("deploy/kubernetes");

    @Test
    void every_container_is_without_root_and_cannot_write_its_root() throws IOException {
        var pod = only("Deployment").at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.get("containers")).allSatisfy(container -> {
            var security = container.get("securityContext");
            assertThat(security.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(security.get("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        });
    }

    @Test
    void every_container_has_limits_and_three_probes() throws IOException {
        assertThat(only("Deployment").at("/spec/template/spec/containers")).allSatisfy(container -> {
            assertThat(container.at("/resources/limits").fieldNames())
                    .toIterable()
                    .contains("cpu", "memory");
            assertThat(container.fieldNames()).toIterable().contains("startupProbe", "readinessProbe", "livenessProbe");
        });
    }

    @Test
    void a_commit_is_on_two_instances_before_it_is_acknowledged() throws IOException {
        var cluster = only("Cluster");
        assertThat(cluster.at("/spec/instances").asInt()).isEqualTo(3);
        assertThat(cluster.at("/spec/minSyncReplicas").asInt()).isEqualTo(1);
        assertThat(cluster.at("/spec/postgresql/parameters/synchronous_commit").asText())
                .isEqualTo("on");
    }

    @Test
    void a_record_is_on_two_of_three_brokers_before_it_is_acknowledged_and_kept_for_ever() throws IOException {
        var config = only("Kafka").at("/spec/kafka/config");
        assertThat(config.get("default.replication.factor").asInt()).isEqualTo(3);
        assertThat(config.get("min.insync.replicas").asInt()).isEqualTo(2);
        assertThat(all("KafkaTopic")).hasSize(2 * Part.services().size()).allSatisfy(topic -> {
            assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
            assertThat(topic.at("/spec/config/retention.ms").asInt()).isEqualTo(-1);
        });
    }

    @Test
    void nothing_is_reached_unless_it_is_said() throws IOException {
        assertThat(all("NetworkPolicy"))
                .anySatisfy(policy -> {
                    assertThat(policy.at("/spec/podSelector")).isEmpty();
                    assertThat(policy.at("/spec/ingress").isMissingNode()).isTrue();
                })
                .anySatisfy(policy -> {
                    assertThat(policy.at("/spec/policyTypes/0").asText()).isEqualTo("Egress");
                    assertThat(policy.at("/spec/egress").isMissingNode()).isTrue();
                });
    }

    @Test
    void no_secret_stands_in_the_folder() throws IOException {
        assertThat(all("Secret")).isEmpty();
        try (var files = yamlFiles()) {
            for (var file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("PASSWORD=|SECRET=|KEY=");
            }
        }
    }

    @Test
    void the_realm_is_the_one_that_the_local_stack_imports() throws IOException {
        var local = ROOT.resolve("deploy/local/src/main/resources/pe/minka/local/keycloak/realm.json");

        assertThat(only("KeycloakRealmImport").at("/spec/realm")).isEqualTo(JSON.readTree(local.toFile()));
    }

    @Test
    void each_service_has_its_own_database_role_and_client() throws IOException {
        for (var service : Part.services()) {
            var kustomization =
                    Files.readString(FOLDER.resolve("base/services").resolve(service.id() + "/kustomization.yaml"));
            assertThat(kustomization)
                    .contains("namePrefix: " + service.id() + "-\n")
                    .contains("value: " + service.id() + "-database\n")
                    .contains("value: " + service.id() + "-client\n")
                    .contains("name: " + service.id() + "-master-key\n")
                    .contains(":5432/" + service.id() + "?sslmode=verify-full");
        }
    }

    @Test
    void the_overlay_renders_five_services_that_find_their_configuration() throws Exception {
        var rendered = documents(rendered());

        assertThat(rendered.stream()
                        .filter(one -> one.get("kind").asText().equals("Deployment"))
                        .map(one -> one.at("/metadata/name").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        Part.services().stream().map(Part::module).toList());
        var configuration = rendered.stream()
                .filter(one -> one.get("kind").asText().equals("ConfigMap"))
                .map(one -> one.at("/metadata/name").asText())
                .toList();
        assertThat(rendered.stream()
                        .filter(one -> one.get("kind").asText().equals("Deployment"))
                        .map(one -> one.at("/spec/template/spec/containers/0/envFrom/0/configMapRef/name")
                                .asText()))
                .allMatch(configuration::contains);
    }

    private static String rendered() throws IOException, InterruptedException {
        Assumptions.assumeTrue(kubectlIsThere(), "no kubectl on this machine: deploy/kubernetes/render.sh fetches one");
        var process = new ProcessBuilder(
                        "kubectl",
                        "kustomize",
                        FOLDER.resolve("overlays/production").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output;
    }

    private static boolean kubectlIsThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static JsonNode only(String kind) throws IOException {
        var found = all(kind);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<JsonNode> all(String kind) throws IOException {
        var found = new ArrayList<JsonNode>();
        try (var files = yamlFiles()) {
            for (var file : files.toList()) {
                documents(Files.readString(file)).stream()
                        .filter(one -> kind.equals(one.path("kind").asText()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<Path> yamlFiles() throws IOException {
        return Files.walk(FOLDER).filter(file -> file.toString().endsWith(".yaml"));
    }

    private static List<JsonNode> documents(String yaml) {
        var documents = new ArrayList<JsonNode>();
        new Yaml().loadAll(yaml).forEach(one -> documents.add(JSON.valueToTree(one)));
        return documents;
    }
}
