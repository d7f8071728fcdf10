package pe.minka.platform.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

import java.io.IOException;

/** An item of a batch whose items are judged one by one: what cannot be kept is found when the item itself is read. */
public class AsItCame extends StdDeserializer<JsonNode> {

    private static final long serialVersionUID = 1L;

    public AsItCame() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(parser, context);
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return context.getNodeFactory().nullNode();
    }
}
