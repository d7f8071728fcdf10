package pe.minka.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pe.minka.testkit.assembly.MotionTabled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds the events of a service to their contracts sees each way of breaking them. */
class AssemblyEventsTest {

    private static final Path CONTRACTS = Project.module().resolve("src/test/resources/contracts/events");
    private static final String GOOD_EXAMPLE = Examples.text(CONTRACTS.resolve("assembly/motion-tabled.example.json"));
    private static final String GOOD_SCHEMA = Examples.text(CONTRACTS.resolve("assembly/motion-tabled.schema.json"));

    @TempDir
    Path contracts;

    @Test
    void what_is_in_order_raises_nothing() throws IOException {
        promise(GOOD_EXAMPLE, GOOD_SCHEMA);

        assertThat(broken()).isEmpty();
    }

    @Test
    void a_record_without_schema_and_example_is_noticed() {
        assertThat(new EventContracts(Project.contracts(), "assembly", "none").brokenPromises(MotionTabled.class))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).startsWith("missing"));
    }

    @Test
    void an_example_with_more_than_the_record_has_is_noticed() throws IOException {
        promise(GOOD_EXAMPLE.replace("\"entity\"", "\"colour\": \"red\", \"entity\""), GOOD_SCHEMA);

        assertThat(broken()).anySatisfy(each -> assertThat(each).contains("cannot be read"));
    }

    @Test
    void an_example_with_less_than_the_record_sends_is_noticed() throws IOException {
        promise(GOOD_EXAMPLE.replace("\"title\": \"A well for Pfaco\",", ""), GOOD_SCHEMA.replace("\"title\", ", ""));

        assertThat(broken()).anySatisfy(each -> assertThat(each).startsWith("/title"));
    }

    @Test
    void an_example_that_its_schema_refuses_is_noticed() throws IOException {
        promise(GOOD_EXAMPLE, GOOD_SCHEMA.replace("^[0-9]{6}$", "^[0-9]{7}$"));

        assertThat(broken()).anySatisfy(each -> assertThat(each).startsWith("the example"));
    }

    @Test
    void a_schema_that_forbids_additions_or_describes_nothing_is_noticed() throws IOException {
        promise(
                GOOD_EXAMPLE,
                GOOD_SCHEMA
                        .replace(
                                "\"type\": \"object\",\n  \"required\"",
                                "\"additionalProperties\": false, \"required\"")
                        .replace("\"description\": \"Its id.\", ", ""));

        assertThat(broken()).hasSize(2);
    }

    private java.util.List<String> broken() {
        return new EventContracts(contracts, "assembly", "none").brokenPromises(MotionTabled.class);
    }

    private void promise(String example, String schema) throws IOException {
        var folder = Files.createDirectories(contracts.resolve("assembly"));
        Files.writeString(folder.resolve("motion-tabled.example.json"), example);
        Files.writeString(folder.resolve("motion-tabled.schema.json"), schema);
    }
}
