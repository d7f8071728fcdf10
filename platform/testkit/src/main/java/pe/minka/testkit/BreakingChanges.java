package pe.minka.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What of a contract no longer holds in its successor. */
final class BreakingChanges {

    private static final int DEEPEST = 8;

    private BreakingChanges() {}

    static List<String> between(JsonNode before, JsonNode after) {
        var changes = OpenApiCompare.fromContents(
                asThreeZero(before).toString(), asThreeZero(after).toString());
        var found = new ArrayList<String>(changes.isCompatible() ? List.of() : described(changes));
        var kept = membersOfAnswers(after);
        membersOfAnswers(before).stream()
                .filter(member -> !kept.contains(member))
                .forEach(member -> found.add("gone from an answer: " + member));
        return found;
    }

    /** Each member that a 2xx answer may have, required or not: callers read it. */
    private static Set<String> membersOfAnswers(JsonNode contract) {
        var members = new TreeSet<String>();
        Contracts.eachOperation(
                contract,
                (route, operation) -> operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .forEach(response -> collect(
                                contract,
                                response.getValue().at("/content/application~1json/schema"),
                                route + " " + response.getKey(),
                                0,
                                members)));
        return members;
    }

    private static void collect(JsonNode contract, JsonNode schema, String where, int depth, Set<String> members) {
        if (depth > DEEPEST) {
            return;
        }
        if (schema.has("$ref")) {
            var target = contract.at(schema.path("$ref").asText().substring(1));
            collect(contract, target, where, depth + 1, members);
        }
        schema.path("properties").properties().forEach(member -> {
            members.add(where + "/" + member.getKey());
            collect(contract, member.getValue(), where + "/" + member.getKey(), depth + 1, members);
        });
        if (schema.has("items")) {
            collect(contract, schema.get("items"), where + "/*", depth + 1, members);
        }
        for (String word : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(word).forEach(each -> collect(contract, each, where, depth + 1, members));
        }
    }

    private static List<String> described(ChangedOpenApi changes) {
        var found = new ArrayList<String>();
        changes.getMissingEndpoints().forEach(gone -> found.add("gone: " + gone.getMethod() + " " + gone.getPathUrl()));
        changes.getChangedOperations().stream()
                .filter(operation -> operation.isIncompatible())
                .forEach(operation -> found.add("broken: " + operation.getHttpMethod() + " " + operation.getPathUrl()));
        var text = new ByteArrayOutputStream();
        new MarkdownRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        found.add(text.toString(StandardCharsets.UTF_8));
        return found;
    }

    /** The comparison knows the types of 3.0 only: {@code type: [string, null]} of 3.1 is {@code nullable} there. */
    private static JsonNode asThreeZero(JsonNode contract) {
        var copy = (ObjectNode) contract.deepCopy();
        copy.put("openapi", "3.0.3");
        rewrite(copy);
        dropDangling(copy, copy);
        return copy;
    }

    /** A reference to nothing says nothing; the comparison would not read a contract that has one. */
    private static void dropDangling(JsonNode contract, JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("$ref").asText().startsWith("#/")
                && contract.at(object.path("$ref").asText().substring(1)).isMissingNode()) {
            object.remove("$ref");
        }
        node.forEach(each -> dropDangling(contract, each));
    }

    private static void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("type") instanceof ArrayNode types) {
            for (JsonNode type : types) {
                if ("null".equals(type.asText())) {
                    object.put("nullable", true);
                } else {
                    object.put("type", type.asText());
                }
            }
        }
        node.forEach(BreakingChanges::rewrite);
    }
}
