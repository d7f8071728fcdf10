package pe.minka.testkit;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** One document names all topics and events; it is written from their schemas and examples. */
class AsyncApiDocumentTest {

    private static final Path PUBLISHED = Project.contracts().resolve("events/asyncapi.yaml");

    @Test
    void the_document_names_every_event_and_nothing_else() throws IOException {
        var written = AsyncApiDocument.of(Project.contracts().resolve("events"));
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(PUBLISHED, Contracts.yaml(written));
        }

        assertThat(Contracts.differences(Contracts.read(Files.readString(PUBLISHED)), written))
                .as("-Dcontracts.update=true writes it anew")
                .isEmpty();
    }

    @Test
    void the_document_is_one_of_asyncapi_3() throws IOException {
        var rules = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(Json.read(
                        Files.readString(Project.module().resolve("src/test/resources/asyncapi/3.0.0.json"))));

        assertThat(rules.validate(Contracts.read(Files.readString(PUBLISHED)))).isEmpty();
        assertThat(rules.validate(Contracts.read("asyncapi: 3.0.0"))).isNotEmpty();
    }
}
