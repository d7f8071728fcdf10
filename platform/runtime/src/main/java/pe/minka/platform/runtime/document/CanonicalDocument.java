package pe.minka.platform.runtime.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pe.minka.platform.core.Hashes;

import java.util.TreeMap;

/**
 * A document in the one form that can be hashed again by anyone: members sorted by name, no blanks, UTF-8. It holds
 * strings and whole numbers only, so that no two programs can write it differently (RFC 8785).
 *
 * @param text the canonical JSON
 * @param sha256 of its UTF-8 bytes, in hexadecimal
 */
public record CanonicalDocument(String text, String sha256) {

    public static CanonicalDocument of(JsonNode document) {
        var text = sorted(document).toString();
        return new CanonicalDocument(text, Hashes.sha256Hex(text));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            throw new IllegalArgumentException("a sealed document holds no fractions: " + node);
        }
        if (node instanceof ObjectNode object) {
            var members = new TreeMap<String, JsonNode>();
            object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            var result = JsonNodeFactory.instance.objectNode();
            result.setAll(members);
            return result;
        }
        if (node instanceof ArrayNode array) {
            var result = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> result.add(sorted(item)));
            return result;
        }
        return node;
    }
}
