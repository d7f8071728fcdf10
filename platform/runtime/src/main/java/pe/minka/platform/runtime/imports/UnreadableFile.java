package pe.minka.platform.runtime.imports;

import java.util.Map;

/** A file that is refused as a whole: none of its rows is taken in that comes after the fault. */
class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> values;

    UnreadableFile(String code, Map<String, Object> values) {
        super(code);
        this.code = code;
        this.values = values;
    }

    Breach breach() {
        return new Breach("", 0, code, values);
    }
}
