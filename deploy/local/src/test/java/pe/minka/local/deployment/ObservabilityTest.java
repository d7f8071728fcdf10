package pe.minka.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import pe.minka.local.part.Part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ObservabilityTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path ROOT = Path.of(System.getProperty("minka.root"));

    private static final Path FOLDER = ROOT.resolve("deploy/observability");

    private static final List<String> WATCHED =
            List.of("minka_outbox_oldest_seconds", "minka_dead_letters", "http_server_requests_seconds_count");

    @Test
    void every_service_is_scraped_where_it_listens() throws IOException {
        var targets =
                yaml("prometheus.yaml").at("/scrape_configs/0/static_configs").findValuesAsText("service");

        assertThat(targets)
                .containsExactlyElementsOf(
                        Part.services().stream().map(Part::id).toList());
        for (var service : Part.services()) {
            assertThat(Files.readString(FOLDER.resolve("prometheus.yaml"))).contains("localhost:" + service.port(8100));
        }
    }

    @Test
    void lag_dead_letters_and_failures_wake_somebody_and_stand_on_the_page() throws IOException {
        var expressions = String.join("\n", yaml("alerts.yaml").findValuesAsText("expr"));
        var page = String.join(
                "\n", JSON.readTree(FOLDER.resolve("dashboard.json").toFile()).findValuesAsText("expr"));

        assertThat(WATCHED).allSatisfy(measure -> {
            assertThat(expressions).contains(measure);
            assertThat(page).contains(measure);
        });
    }

    @Test
    void every_alert_says_what_people_notice() throws IOException {
        assertThat(yaml("alerts.yaml").at("/groups/0/rules")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(rule.at("/annotations/description").asText()).isNotEmpty();
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
        });
    }

    private static JsonNode yaml(String name) throws IOException {
        return JSON.valueToTree(new Yaml().load(Files.readString(FOLDER.resolve(name))));
    }
}
