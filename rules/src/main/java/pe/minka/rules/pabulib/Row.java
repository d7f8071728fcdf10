package pe.minka.rules.pabulib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One row of a file, split at its semicolons. The reader uses one again for the next row: copy what must last. */
public final class Row {
    private long line;
    private int fields;
    private char[] text = new char[1024];
    private int length;
    private int[] ends = new int[32];
    private int[] columns = new int[32];

    /** Line on which the row starts, from 1. */
    public long line() {
        return line;
    }

    /** How many fields it has. */
    public int size() {
        return fields;
    }

    /** The field without blanks around it; empty past the last one. */
    public String text(int field) {
        int from = from(field);
        return field < fields ? new String(text, from, to(field) - from) : "";
    }

    /** The field as it stands. */
    public String raw(int field) {
        int start = field == 0 ? 0 : ends[field - 1];
        return field < fields ? new String(text, start, ends[field] - start) : "";
    }

    /** All fields as they stand. */
    public List<String> all() {
        var all = new ArrayList<String>(fields);
        for (int field = 0; field < fields; field++) {
            all.add(raw(field));
        }
        return all;
    }

    /** Column at which a field starts, from 1. */
    public int column(int field) {
        return field < fields ? columns[field] : 1;
    }

    boolean isBlank() {
        for (int field = 0; field < fields; field++) {
            if (from(field) < to(field)) {
                return false;
            }
        }
        return true;
    }

    char[] characters() {
        return text;
    }

    /** Index among the characters of a field's first that is no blank. */
    int from(int field) {
        int start = field == 0 || field > fields ? 0 : ends[field - 1];
        int end = field < fields ? ends[field] : start;
        while (start < end && isBlank(text[start])) {
            start++;
        }
        return start;
    }

    /** Index among the characters after a field's last that is no blank. */
    int to(int field) {
        int start = field == 0 || field > fields ? 0 : ends[field - 1];
        int end = field < fields ? ends[field] : start;
        while (start < end && isBlank(text[end - 1])) {
            end--;
        }
        return end;
    }

    void begin(long startLine) {
        line = startLine;
        fields = 0;
        length = 0;
    }

    void beginField(int column) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
            columns = Arrays.copyOf(columns, fields * 2);
        }
        columns[fields] = column;
    }

    void endField() {
        ends[fields] = length;
        fields++;
    }

    int mark() {
        return length;
    }

    void insert(int at, char character) {
        append(character);
        System.arraycopy(text, at, text, at + 1, length - at - 1);
        text[at] = character;
    }

    void append(char character) {
        if (length == text.length) {
            text = Arrays.copyOf(text, length * 2);
        }
        text[length++] = character;
    }

    void append(char[] source, int from, int count) {
        if (length + count > text.length) {
            text = Arrays.copyOf(text, Math.max(length + count, text.length * 2));
        }
        System.arraycopy(source, from, text, length, count);
        length += count;
    }

    static boolean isBlank(char character) {
        return character <= ' ' || character == '\u00a0' || character == '\ufeff';
    }
}
