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

/** What of a contract no longer holds in its successor. */
final class BreakingChanges {

    private BreakingChanges() {}

    static List<String> between(JsonNode before, JsonNode after) {
        var changes = OpenApiCompare.fromContents(
                asThreeZero(before).toString(), asThreeZero(after).toString());
        return changes.isCompatible() ? List.of() : described(changes);
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
        return copy;
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
