package pe.minka.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import pe.minka.platform.runtime.json.PlatformJson;

/** JSON as the services read and write it. */
final class Json {

    static final ObjectMapper MAPPER = PlatformJson.mapper();

    private Json() {}

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("not JSON: " + text, malformed);
        }
    }

    /** @param body JSON text, a tree, or a record of a service */
    static JsonNode tree(Object body) {
        if (body instanceof JsonNode node) {
            return node;
        }
        return body instanceof String text ? read(text) : MAPPER.valueToTree(body);
    }
}
