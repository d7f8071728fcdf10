package pe.minka.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** JSON Schemas of the contracts (draft 2020-12, formats asserted). */
final class Schemas {

    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    /** OpenAPI's own members beside those of JSON Schema say nothing about validity. */
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(VersionFlag.V202012))
            .metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .keyword(new NonValidationKeyword("components"))
                    .keyword(new NonValidationKeyword("example"))
                    .build())
            .build();

    private static final Map<Path, JsonSchema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    /** What is wrong with the instance; empty where nothing is. */
    static List<String> violations(Path schema, JsonNode instance) {
        return READ
                .computeIfAbsent(schema, file -> FACTORY.getSchema(Json.read(Examples.text(file)), STRICT))
                .validate(instance)
                .stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    static List<String> violations(JsonNode schema, JsonNode instance) {
        return FACTORY.getSchema(schema, STRICT).validate(instance).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** Holds an event to its schema; a service that is still without schemas is held to nothing. */
    static void mustBeValid(String service, String type, JsonNode body) {
        var schema = Examples.schemaFile(service, type);
        if (!Files.exists(schema)) {
            return;
        }
        var violations = violations(schema, body);
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    "not a " + type + " of " + service + ": " + String.join("; ", violations) + "\n" + body);
        }
    }
}
