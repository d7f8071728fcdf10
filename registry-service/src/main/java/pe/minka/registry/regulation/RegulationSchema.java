package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.Keyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published JSON Schema of regulations, the same file that lawyers and editors read. */
@Singleton
public class RegulationSchema {

    private static final String FILE = "regulation/regulation.schema.json";

    private final String text;
    private final JsonSchema schema;

    public RegulationSchema() {
        this.text = read();
        this.schema = JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012, factory -> factory.metaSchema(withNames()))
                .getSchema(
                        text,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .pathType(PathType.JSON_POINTER)
                                .build());
    }

    public String text() {
        return text;
    }

    /** The same schema with its titles in Spanish, or in Quechua where there is a word for them. */
    String named(String language) {
        var named = RegulationText.tree(text);
        rename(named, language);
        return named.toString();
    }

    private static void rename(JsonNode node, String language) {
        node.forEach(each -> rename(each, language));
        if (node instanceof ObjectNode property && property.path("x-title-es").isTextual()) {
            var spanish = property.path("x-title-es").asText();
            property.put(
                    "title", language.equals("qu") ? property.path("x-title-qu").asText(spanish) : spanish);
        }
    }

    /** What the schema says beside the form of a document: names by language, articles, units, strictness. */
    private static JsonMetaSchema withNames() {
        return JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .keywords(Stream.of("x-title-es", "x-title-qu", "x-law", "x-unit", "x-stricter", "x-key", "x-ordered")
                        .map(name -> (Keyword) new AnnotationKeyword(name))
                        .toList())
                .build();
    }

    /** Every fault of form, in the order of the document. */
    List<Fault> faults(JsonNode document) {
        return schema.validate(document).stream()
                .map(RegulationSchema::fault)
                .distinct()
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                .toList();
    }

    private static Fault fault(ValidationMessage message) {
        var pointer = message.getInstanceLocation().toString();
        var arguments = message.getArguments() == null
                ? ""
                : Arrays.stream(message.getArguments()).map(String::valueOf).collect(Collectors.joining(", "));
        return switch (message.getType()) {
            case "required" ->
                new Fault(pointer + "/" + message.getProperty(), "schema-required", message.getProperty(), "");
            case "additionalProperties", "unevaluatedProperties", "propertyNames" ->
                new Fault(
                        pointer + "/" + message.getProperty(),
                        "schema-unknown-member",
                        String.valueOf(message.getProperty()),
                        "");
            case "type" -> new Fault(pointer, "schema-type", arguments, "");
            case "enum", "const" -> new Fault(pointer, "schema-choice", arguments, "");
            case "pattern", "format" -> new Fault(pointer, "schema-form", arguments, "");
            default -> new Fault(pointer, "schema-range", message.getType() + " " + arguments, "");
        };
    }

    private static String read() {
        try (InputStream file = RegulationSchema.class.getClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the service was built without " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
