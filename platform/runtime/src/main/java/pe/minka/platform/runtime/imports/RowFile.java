package pe.minka.platform.runtime.imports;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The rows of a file, one at a time. */
interface RowFile extends Iterator<Row>, AutoCloseable {

    /** What a row can breach before an importer has seen it. */
    Set<String> CODES = Set.of("wrong-field-count", "unknown-column", "not-an-object", "refused-character");

    /** Longer lines are no rows of anything: they would not fit in constant memory. */
    int LONGEST_LINE = 1 << 18;

    @Override
    void close();

    /** @throws UnreadableFile where it has no rows of this kind */
    static RowFile open(ImportFormat format, List<Column> columns, InputStream content, ObjectMapper json) {
        var text = new BufferedReader(new InputStreamReader(
                withoutByteOrderMark(content),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        return switch (format) {
            case CSV -> CsvFile.open(text, columns);
            case JSON_LINES -> new JsonLinesFile(text, columns, json);
        };
    }

    private static InputStream withoutByteOrderMark(InputStream content) {
        try {
            var result = new PushbackInputStream(content, 3);
            byte[] start = result.readNBytes(3);
            boolean marked =
                    start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
            if (!marked) {
                result.unread(start);
            }
            return result;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A fault of the file where it is one, a fault of ours where it is not. */
    static RuntimeException unreadable(IOException failed, long line) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnreadableFile("not-utf8", java.util.Map.of("line", line));
            }
        }
        return new UncheckedIOException(failed);
    }
}
