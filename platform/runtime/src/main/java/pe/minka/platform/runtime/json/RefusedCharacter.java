package pe.minka.platform.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A text holds a character that cannot be kept. */
public class RefusedCharacter extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    private final String character;

    RefusedCharacter(JsonParser parser, String character) {
        super(parser, "the text holds " + character, String.class);
        this.character = character;
    }

    /** Such as {@code U+0000}. */
    public String character() {
        return character;
    }
}
