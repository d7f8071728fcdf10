package pe.minka.platform.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import pe.minka.platform.core.Soles;

import java.io.IOException;

/**
 * Values on the wire: money as {@code {"amount":"12.50","currency":"PEN"}}, unknown members refused, nothing guessed, and
 * no text or time that could not be kept.
 */
@Singleton
public class PlatformJson implements ObjectMapperCustomizer {

    /** The same reading and writing outside a service: in a test, in a program. */
    public static ObjectMapper mapper() {
        var mapper = JsonMapper.builder().findAndAddModules().build();
        new PlatformJson().customize(mapper);
        return mapper;
    }

    /** The same for what was stored, also before a rule about texts and times. */
    public static ObjectMapper ofStored(ObjectMapper mapper) {
        return mapper.copy().registerModule(KeepableValues.asStored());
    }

    /** After the modules that the framework finds: of two readers of one type the last to come counts. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new KeepableValues());
        mapper.registerModule(new SimpleModule("minka")
                .addSerializer(Soles.class, new SolesWriter())
                .addDeserializer(Soles.class, new SolesReader()));
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static class SolesWriter extends StdSerializer<Soles> {

        SolesWriter() {
            super(Soles.class);
        }

        @Override
        public void serialize(Soles soles, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("amount", soles.toString());
            out.writeStringField("currency", "PEN");
            out.writeEndObject();
        }
    }

    private static class SolesReader extends StdDeserializer<Soles> {

        SolesReader() {
            super(Soles.class);
        }

        @Override
        public Soles deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode money = context.readTree(parser);
            if (!money.path("amount").isTextual()
                    || !"PEN".equals(money.path("currency").asText())) {
                return refuse(context, "money is {\"amount\":\"12.50\",\"currency\":\"PEN\"}");
            }
            try {
                return Soles.of(money.get("amount").textValue());
            } catch (IllegalArgumentException notExact) {
                return refuse(context, String.valueOf(notExact.getMessage()));
            }
        }

        private static Soles refuse(DeserializationContext context, String why) throws IOException {
            return context.reportInputMismatch(Soles.class, "%s", why);
        }
    }
}
