package pe.minka.platform.runtime.imports;

/**
 * A column of a file, or a member of its lines.
 *
 * @param name in lower case; capitals do not count in a file
 * @param required whether a file without it is refused as a whole
 */
public record Column(String name, boolean required) {

    public static Column required(String name) {
        return new Column(name, true);
    }

    public static Column optional(String name) {
        return new Column(name, false);
    }
}
