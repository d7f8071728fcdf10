package pe.minka.platform.core;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.regex.Pattern;

/**
 * A taxpayer's number (Registro Único de Contribuyentes) with a valid check digit.
 *
 * @param value eleven digits
 */
public record Ruc(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("(10|15|16|17|20)\\d{9}");
    private static final int[] WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    @JsonCreator
    public Ruc {
        if (!FORM.matcher(value).matches() || checkDigitOf(value) != Character.digit(value.charAt(10), 10)) {
            throw new IllegalArgumentException("not a valid RUC: " + value);
        }
    }

    /**
     * Whether it is a company's or a public body's. That of a natural person is made of the person's identity number:
     * it is neither kept nor told.
     */
    public boolean ofLegalPerson() {
        return value.startsWith("20");
    }

    private static int checkDigitOf(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
        }
        return (11 - sum % 11) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
