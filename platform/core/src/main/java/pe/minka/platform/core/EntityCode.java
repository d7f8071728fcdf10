package pe.minka.platform.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.regex.Pattern;

/**
 * A public entity that runs processes, by the code of its budget unit at the Ministry of Economy ({@code sec_ejec}).
 * An entity is not a territory: a provincial municipality governs its province and its capital district.
 *
 * @param value six digits; a string, since leading zeros count
 */
public record EntityCode(@JsonValue String value) {

    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

    @JsonCreator
    public EntityCode {
        if (!SIX_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("an entity code has six digits: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
