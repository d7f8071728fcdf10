package pe.minka.rules.pabulib;

/**
 * Something in a file that is not as the format wants it.
 *
 * @param severity whether the file can be counted in spite of it
 * @param file name of the file
 * @param line starting at 1; 0 where it concerns the whole file
 * @param column of the first character concerned, starting at 1; 0 where it concerns the whole line
 * @param code stable word for programs
 * @param reason sentence for people, with what to do
 */
public record Defect(Severity severity, String file, long line, int column, String code, String reason) {

    /** How much a defect matters. */
    public enum Severity {
        /** The result would not be certain: the file is refused. */
        ERROR,
        /** The file is counted; somebody should look at it. */
        WARNING
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (severity == Severity.ERROR ? "error" : "warning") + ": "
                + reason + " [" + code + "]";
    }
}
