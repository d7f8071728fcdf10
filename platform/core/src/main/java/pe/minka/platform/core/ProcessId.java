package pe.minka.platform.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.UUID;

/** One cycle of participatory budgeting of one entity. Random; the same in every service. */
public record ProcessId(@JsonValue UUID value) {

    public static ProcessId random() {
        return new ProcessId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException where the text is no UUID */
    @JsonCreator
    public static ProcessId fromString(String text) {
        return new ProcessId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
