package pe.minka.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The examples of requests and of answers, held to their schemas. */
final class ContractExamples {

    private ContractExamples() {}

    static List<String> violations(JsonNode contract) {
        var found = new ArrayList<String>(ContractRules.emptySchemas(contract));
        if (!found.isEmpty()) {
            return found;
        }
        var components = closed(contract);
        Contracts.eachOperation(contract, (route, operation) -> {
            eachJson(route, operation, (where, media) -> check(where, media, components, found));
            eachProblem(route, operation, (where, media) -> check(where, media, components, found));
        });
        return found;
    }

    private static void check(String where, JsonNode media, JsonNode components, List<String> found) {
        var schema = media.path("schema").deepCopy();
        if (schema instanceof ObjectNode root) {
            close(root);
            root.set("components", components);
            for (JsonNode example : of(media)) {
                Schemas.violations(root, parsed(example)).forEach(violation -> found.add(where + ": " + violation));
            }
        }
    }

    /** Each 4xx answer that an operation describes itself. */
    static void eachProblem(String route, ObjectNode operation, BiConsumer<String, JsonNode> visitor) {
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("4")
                        && !response.getValue().has("$ref"))
                .forEach(response -> visitor.accept(
                        route + " " + response.getKey(),
                        response.getValue().path("content").path("application/problem+json")));
    }

    /** Each JSON body of a request and of a 2xx answer. */
    static void eachJson(String route, ObjectNode operation, BiConsumer<String, JsonNode> visitor) {
        eachJson(route + " request", operation.path("requestBody").path("content"), visitor);
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> eachJson(
                        route + " " + response.getKey(), response.getValue().path("content"), visitor));
    }

    private static void eachJson(String where, JsonNode content, BiConsumer<String, JsonNode> visitor) {
        content.properties().stream()
                .filter(media -> media.getKey().startsWith("application/json"))
                .forEach(media -> visitor.accept(where, media.getValue()));
    }

    static List<JsonNode> of(JsonNode media) {
        var found = new ArrayList<JsonNode>();
        if (media.has("example")) {
            found.add(media.get("example"));
        }
        media.path("examples").forEach(each -> found.add(each.path("value")));
        return found;
    }

    /** An example in an annotation is text; what reads as JSON is meant as such. */
    private static JsonNode parsed(JsonNode example) {
        return example.isTextual() && example.asText().strip().matches("(?s)[{\\[].*")
                ? Json.read(example.asText())
                : example;
    }

    /** A member that the schema does not name is a mistake in an example, though it is none on the wire. */
    private static JsonNode closed(JsonNode contract) {
        var components = contract.path("components").deepCopy();
        close(components.path("schemas"));
        return components;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("allOf")
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(ContractExamples::close);
    }
}
