package pe.minka.platform.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** A participating agent. Random and nothing but: outside the registry no one can tell the person behind it. */
public record AgentId(@JsonValue UUID value) {

    public static AgentId random() {
        return new AgentId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException where the text is no UUID */
    @JsonCreator
    public static AgentId fromString(String text) {
        return new AgentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
