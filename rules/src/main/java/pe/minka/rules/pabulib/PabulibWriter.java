package pe.minka.rules.pabulib;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a file row by row as the format wants it: sections and headings in their order, quotes where a field needs them,
 * numbers and columns as they came. Columns of the votes can be left out, such as the age of the voters.
 */
public final class PabulibWriter implements PabulibSink {
    private final Writer out;
    private final Set<String> leftOut;
    private final Set<Integer> leftOutFields = new HashSet<>();
    private boolean begun;

    /** @param leftOut names of columns of the votes that are not written, in lower case */
    public PabulibWriter(Writer out, Set<String> leftOut) {
        this.out = out;
        this.leftOut = Set.copyOf(leftOut);
    }

    @Override
    public void meta(Row row) throws IOException {
        if (!begun) {
            begun = true;
            out.write("META\nkey;value\n");
        }
        write(row.all(), Set.of());
    }

    @Override
    public void projectColumns(List<String> names, Row row) throws IOException {
        out.write("PROJECTS\n");
        write(names, Set.of());
    }

    @Override
    public void project(Row row) throws IOException {
        write(row.all(), Set.of());
    }

    @Override
    public void voteColumns(List<String> names, Row row) throws IOException {
        out.write("VOTES\n");
        for (int field = 0; field < names.size(); field++) {
            if (leftOut.contains(names.get(field))) {
                leftOutFields.add(field);
            }
        }
        write(names, leftOutFields);
    }

    @Override
    public void vote(Row row) throws IOException {
        write(row.all(), leftOutFields);
    }

    private void write(List<String> fields, Set<Integer> without) throws IOException {
        boolean first = true;
        for (int field = 0; field < fields.size(); field++) {
            if (!without.contains(field)) {
                out.write(first ? "" : ";");
                out.write(quoted(fields.get(field).strip()));
                first = false;
            }
        }
        out.write("\n");
    }

    private static String quoted(String field) {
        boolean needed = field.indexOf(';') >= 0
                || field.indexOf('\n') >= 0
                || field.indexOf('\r') >= 0
                || field.startsWith("\"");
        return needed ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }
}
