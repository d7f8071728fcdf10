package pe.minka.rules.pabulib;

import java.util.ArrayList;
import java.util.List;

/** The defects of one file: kept together, or the first error refuses the file. */
final class Defects {
    private static final int KEPT = 1_000;

    private final String file;
    private final boolean refusing;
    private final List<Defect> found = new ArrayList<>();
    private long errors;
    private long left;

    private Defects(String file, boolean refusing) {
        this.file = file;
        this.refusing = refusing;
    }

    /** The first error ends the reading. */
    static Defects refusing(String file) {
        return new Defects(file, true);
    }

    /** Everything is noted, the first thousand word for word. */
    static Defects noting(String file) {
        return new Defects(file, false);
    }

    String file() {
        return file;
    }

    List<Defect> found() {
        return List.copyOf(found);
    }

    boolean anyError() {
        return errors > 0;
    }

    /** How many defects were counted but not kept. */
    long left() {
        return left;
    }

    void error(Row row, int field, String code, String reason) throws PabulibException {
        error(row.line(), row.column(field), code, reason);
    }

    void error(long line, int column, String code, String reason) throws PabulibException {
        var defect = new Defect(Defect.Severity.ERROR, file, line, column, code, reason);
        if (refusing) {
            throw new PabulibException(defect);
        }
        errors++;
        keep(defect);
    }

    void warning(Row row, int field, String code, String reason) {
        warning(row.line(), row.column(field), code, reason);
    }

    void warning(long line, int column, String code, String reason) {
        keep(new Defect(Defect.Severity.WARNING, file, line, column, code, reason));
    }

    private void keep(Defect defect) {
        if (found.size() < KEPT) {
            found.add(defect);
        } else {
            left++;
        }
    }
}
