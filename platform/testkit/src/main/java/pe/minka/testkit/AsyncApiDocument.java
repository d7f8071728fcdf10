package pe.minka.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All topics and events in one AsyncAPI 3.0 document, from the folder that holds their examples and schemas. */
final class AsyncApiDocument {

    private AsyncApiDocument() {}

    static JsonNode of(Path events) {
        var document = Json.MAPPER.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Minka: events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What the services tell each other. CloudEvents 1.0 in binary mode over Kafka: attributes are"
                                + " headers, the body is JSON. At least once, in order per key; topics are kept for ever."
                                + " No event holds personal data.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var components = document.putObject("components");
        components.putObject("messageTraits").set("cloudEvent", cloudEvent());
        var messages = components.putObject("messages");
        for (Path service : sorted(events)) {
            if (Files.isDirectory(service)) {
                channel(service, channels, operations, messages);
            }
        }
        return document;
    }

    private static void channel(Path folder, ObjectNode channels, ObjectNode operations, ObjectNode messages) {
        var service = folder.getFileName().toString();
        var channel = channels.putObject(service)
                .put("address", "minka." + service + ".v1")
                .put("description", "What the " + service + " tells; the key is the process, or else the entity.");
        var inChannel = channel.putObject("messages");
        for (Path file : sorted(folder)) {
            var name = file.getFileName().toString();
            if (name.endsWith(".example.json")) {
                var type = name.substring(0, name.length() - ".example.json".length());
                var message = service + "." + type;
                inChannel.putObject(type).put("$ref", "#/components/messages/" + message);
                messages.set(message, message(folder, service, type));
            }
        }
        var send = operations.putObject(service + "-tells").put("action", "send");
        send.putObject("channel").put("$ref", "#/channels/" + service);
    }

    private static ObjectNode message(Path folder, String service, String type) {
        var message = Json.MAPPER.createObjectNode();
        message.put("name", "minka." + service + "." + type + ".v1");
        var schema = folder.resolve(type + ".schema.json");
        if (Files.exists(schema)) {
            var description =
                    Json.read(Examples.text(schema)).path("description").asText();
            if (!description.isBlank()) {
                message.put("summary", description);
            }
            message.putObject("payload").put("$ref", "./" + service + "/" + type + ".schema.json");
        }
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        return message;
    }

    private static ObjectNode cloudEvent() {
        var trait = Json.MAPPER.createObjectNode();
        trait.put("contentType", "application/json");
        var headers = trait.putObject("headers").put("type", "object");
        var required = headers.putArray("required");
        List.of("ce_id", "ce_source", "ce_specversion", "ce_type", "ce_subject", "ce_time")
                .forEach(required::add);
        var properties = headers.putObject("properties");
        header(properties, "ce_id", "Tells a repeated delivery.").put("format", "uuid");
        header(properties, "ce_source", "`/minka/<service>`.");
        header(properties, "ce_specversion", "Of CloudEvents.").put("const", "1.0");
        header(properties, "ce_type", "The name of the message.");
        header(properties, "ce_subject", "Id of what the event is about.");
        header(properties, "ce_time", "When it happened.").put("format", "date-time");
        header(properties, "traceparent", "The trace it belongs to (W3C).");
        return trait;
    }

    private static ObjectNode header(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static List<Path> sorted(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
