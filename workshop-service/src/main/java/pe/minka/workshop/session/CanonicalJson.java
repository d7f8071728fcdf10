package pe.minka.workshop.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way to write a JSON document: members sorted by name (UTF-16 code units), no blanks, as RFC 8785 for documents
 * whose numbers are whole.
 */
final class CanonicalJson {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private CanonicalJson() {}

    static String of(JsonNode document) {
        try {
            return PLAIN.writeValueAsString(sorted(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree cannot be written", impossible);
        }
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            var items = new ArrayList<Object>();
            node.forEach(item -> items.add(sorted(item)));
            return items;
        }
        if (node.isFloatingPointNumber()) {
            throw new IllegalArgumentException("a sealed document holds whole numbers only: " + node);
        }
        return node;
    }
}
