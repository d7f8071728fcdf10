package pe.minka.allocation.imports;

import java.util.Map;

/** A file that cannot be taken as a whole; nothing of it is written. */
class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> values;

    UnreadableFile(String code, Map<String, String> values) {
        super(code);
        this.code = code;
        this.values = values;
    }

    String code() {
        return code;
    }

    Map<String, String> values() {
        return values;
    }
}
