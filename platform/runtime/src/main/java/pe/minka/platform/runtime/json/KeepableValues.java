package pe.minka.platform.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Keepable;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Map;

/** Refuses what could not be kept as it came, wherever it stands in a body: see {@link Keepable}. */
final class KeepableValues extends SimpleModule {

    private static final long serialVersionUID = 1L;

    KeepableValues() {
        super("minka-keepable");
        addDeserializer(String.class, new Text());
        addDeserializer(JsonNode.class, new Tree(JsonNodeDeserializer.getDeserializer(JsonNode.class)));
        addDeserializer(Instant.class, new Time<>(Instant.class, InstantDeserializer.INSTANT));
        addDeserializer(LocalDate.class, new Time<>(LocalDate.class, LocalDateDeserializer.INSTANCE));
        addKeyDeserializer(String.class, new Key());
    }

    /** For what was stored before: as it is. */
    static SimpleModule asStored() {
        return new SimpleModule("minka-as-stored")
                .addDeserializer(String.class, StringDeserializer.instance)
                .addDeserializer(JsonNode.class, new AsItCame())
                .addDeserializer(Instant.class, InstantDeserializer.INSTANT)
                .addDeserializer(LocalDate.class, LocalDateDeserializer.INSTANCE);
    }

    private static <T> T refuse(DeserializationContext context, String character) throws IOException {
        throw new RefusedCharacter(context.getParser(), character);
    }

    private static class Text extends StringDeserializer {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = super.deserialize(parser, context);
            var refused = text == null ? null : Keepable.refusedIn(text);
            return refused == null ? text : refuse(context, refused);
        }
    }

    private static class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            var refused = Keepable.refusedIn(key);
            return refused == null ? key : refuse(context, refused);
        }
    }

    private static class Tree extends JsonDeserializer<JsonNode> {

        private final JsonDeserializer<? extends JsonNode> reader;

        Tree(JsonDeserializer<? extends JsonNode> reader) {
            this.reader = reader;
        }

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var tree = reader.deserialize(parser, context);
            check(tree, context);
            return tree;
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context) {
            return context.getNodeFactory().nullNode();
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        private static void check(JsonNode node, DeserializationContext context) throws IOException {
            if (node.isTextual()) {
                check(node.textValue(), context);
            }
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                check(member.getKey(), context);
                try {
                    check(member.getValue(), context);
                } catch (RefusedCharacter refused) {
                    refused.prependPath(node, member.getKey());
                    throw refused;
                }
            }
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                try {
                    check(node.get(i), context);
                } catch (RefusedCharacter refused) {
                    refused.prependPath(node, i);
                    throw refused;
                }
            }
        }

        private static void check(String text, DeserializationContext context) throws IOException {
            var refused = Keepable.refusedIn(text);
            if (refused != null) {
                refuse(context, refused);
            }
        }
    }

    private static class Time<T extends TemporalAccessor> extends JsonDeserializer<T> {

        private final Class<T> type;
        private final JsonDeserializer<T> reader;

        Time(Class<T> type, JsonDeserializer<T> reader) {
            this.type = type;
            this.reader = reader;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var time = reader.deserialize(parser, context);
            if (time != null && !Keepable.isInRange(time)) {
                return context.reportInputMismatch(type, "the year is not one of 1 to 9999");
            }
            return time;
        }
    }
}
