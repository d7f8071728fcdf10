package pe.minka.platform.runtime.imports;

import com.fasterxml.jackson.annotation.JsonValue;

/** What happens to the sound rows of a file that has others. */
public enum ImportMode {
    /** They are taken; the others are reported. */
    VALID_ROWS("valid-rows"),
    /** None is taken: the file is one change. */
    ALL_OR_NOTHING("all-or-nothing");

    private final String word;

    ImportMode(String word) {
        this.word = word;
    }

    /** As it stands in requests. */
    @JsonValue
    public String word() {
        return word;
    }
}
