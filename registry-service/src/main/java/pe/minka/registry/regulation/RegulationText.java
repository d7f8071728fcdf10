package pe.minka.registry.regulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import pe.minka.platform.core.Hashes;

/** A regulation as stored: JSON with its members in order, so that equal documents have equal text and equal hash. */
public final class RegulationText {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private RegulationText() {}

    /** @throws IllegalStateException where stored text is no JSON */
    public static Regulation read(String text) {
        return new Regulation(tree(text));
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored regulation is no JSON", broken);
        }
    }

    /** Members sorted by name, nothing between the tokens. */
    public static String canonical(JsonNode document) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(document, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }

    static String sha256(JsonNode document) {
        return Hashes.sha256Hex(canonical(document));
    }
}
