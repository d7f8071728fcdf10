package pe.minka.rules.pabulib;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Splits a file into rows: semicolons, quotes around fields that hold semicolons, any line ending, a byte order mark. */
final class Rows {
    private static final int END = -1;

    private final Reader reader;
    private final String file;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private long line = 1;
    private int column = 1;
    private boolean marked;
    private boolean lineOpen;

    Rows(InputStream bytes, String file) {
        this.reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        this.file = file;
    }

    /** Whether the file started with a byte order mark. */
    boolean marked() {
        return marked;
    }

    /** Whether the last line read has no line ending: the file may be cut off there. */
    boolean lineOpen() {
        return lineOpen;
    }

    /** Line that is read next. */
    long line() {
        return line;
    }

    /** Reads the next row that is not blank; false at the end of the file. */
    boolean next(Row row) throws IOException {
        do {
            if (peek() == END) {
                return false;
            }
            readRow(row);
        } while (row.isBlank());
        return true;
    }

    private void readRow(Row row) throws IOException {
        row.begin(line);
        while (true) {
            row.beginField(column);
            int next = peek();
            if (next == '"') {
                readQuoted(row);
            } else {
                readPlain(row);
            }
            row.endField();
            next = peek();
            if (next != ';') {
                endLine(next);
                return;
            }
            position++;
            column++;
        }
    }

    private void readPlain(Row row) throws IOException {
        while (peek() != END) {
            int from = position;
            while (position < limit && !endsField(buffer[position])) {
                position++;
            }
            row.append(buffer, from, position - from);
            column += position - from;
            if (position < limit) {
                return;
            }
        }
    }

    /** A quoted field, with quotes in it doubled; where text follows the closing quote, the quotes belong to the text. */
    private void readQuoted(Row row) throws IOException {
        long openedLine = line;
        int openedColumn = column;
        int start = row.mark();
        position++;
        column++;
        while (true) {
            int next = peek();
            if (next == END) {
                throw openQuote(openedLine, openedColumn);
            }
            position++;
            column++;
            if (next == '"') {
                int after = peek();
                if (after != '"') {
                    if (after != END && !endsField((char) after) && !restIsBlank()) {
                        if (line > openedLine) {
                            throw openQuote(openedLine, openedColumn);
                        }
                        row.insert(start, '"');
                        row.append('"');
                        readPlain(row);
                    }
                    return;
                }
                position++;
                column++;
            } else if (next == '\n') {
                line++;
                column = 1;
            }
            row.append((char) next);
        }
    }

    private PabulibException openQuote(long openedLine, int openedColumn) {
        return new PabulibException(new Defect(
                Defect.Severity.ERROR,
                file,
                openedLine,
                openedColumn,
                "open-quote",
                "a quote opens here and is never closed; close it, or double it if it belongs to the text"));
    }

    private boolean restIsBlank() throws IOException {
        while (peek() == ' ' || peek() == '\t') {
            position++;
            column++;
        }
        int next = peek();
        return next == END || endsField((char) next);
    }

    private void endLine(int next) throws IOException {
        lineOpen = next == END;
        if (next == '\r') {
            position++;
            next = peek();
        }
        if (next == '\n') {
            position++;
        }
        line++;
        column = 1;
    }

    private static boolean endsField(char character) {
        return character == ';' || character == '\n' || character == '\r';
    }

    private int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, reader.read(buffer, 0, buffer.length));
            if (line == 1 && column == 1 && !marked && limit > 0 && buffer[0] == '\ufeff') {
                marked = true;
                position = 1;
                return peek();
            }
        }
        return limit == 0 ? END : buffer[position];
    }
}
