package pe.minka.platform.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.regex.Pattern;

/**
 * A territory by INEI's code: two digits a region, four a province, six a district, ten a populated centre.
 * RENIEC numbers the same places otherwise; its codes are translated at the edge and never stored.
 *
 * @param value two, four, six or ten digits; a string, since leading zeros count
 */
public record Ubigeo(@JsonValue String value) {

    private static final Pattern CODE = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{10}");

    @JsonCreator
    public Ubigeo {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("an INEI code has 2, 4, 6 or 10 digits: " + value);
        }
    }

    public Ubigeo region() {
        return new Ubigeo(value.substring(0, 2));
    }

    /** @throws IndexOutOfBoundsException for a region, which lies in no province */
    public Ubigeo province() {
        return new Ubigeo(value.substring(0, 4));
    }

    public boolean isWithin(Ubigeo larger) {
        return value.startsWith(larger.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
