package pe.minka.allocation.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipException;

/** The lines of a CSV file, one at a time: UTF-8 with or without its mark, separated by comma, semicolon or tab. */
final class CsvLines implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 18;

    private final CloseableIterator<CsvRecord> records;
    private long line = 1;

    private CsvLines(CloseableIterator<CsvRecord> records) {
        this.records = records;
    }

    /** @param number the line of the file, from 1; where a quoted field spans lines, the first of them */
    record NumberedLine(long number, List<String> fields) {}

    static CsvLines open(InputStream content) {
        var text = new BufferedReader(
                new InputStreamReader(
                        content, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)),
                1 << 16);
        try {
            text.mark(LONGEST_LINE);
            boolean marked = text.read() == '\uFEFF';
            text.reset();
            if (marked) {
                text.read();
                text.mark(LONGEST_LINE);
            }
            var separator = separatorOf(text);
            text.reset();
            return new CsvLines(CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(LONGEST_LINE)
                    .ofCsvRecord(text)
                    .iterator());
        } catch (IOException failed) {
            throw unreadable(failed, 1);
        }
    }

    private static char separatorOf(BufferedReader text) throws IOException {
        int[] counts = new int[3];
        String candidates = ",;\t";
        int read = 0;
        for (int next = text.read(); next >= 0 && next != '\n' && read < LONGEST_LINE / 2; next = text.read()) {
            int which = candidates.indexOf(next);
            if (which >= 0) {
                counts[which]++;
            }
            read++;
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates.charAt(best);
    }

    boolean hasNext() {
        return guarded(records::hasNext);
    }

    NumberedLine next() {
        var record = guarded(records::next);
        line = record.getStartingLineNumber();
        return new NumberedLine(line, record.getFields());
    }

    private <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CsvParseException malformed) {
            if (malformed.getCause() instanceof IOException failed) {
                throw unreadable(failed, line + 1);
            }
            throw new UnreadableFile("malformed-file", Map.of("line", Long.toString(line + 1)));
        } catch (UncheckedIOException failed) {
            var cause = failed.getCause();
            throw cause == null ? failed : unreadable(cause, line + 1);
        }
    }

    /** A fault of the file where it is one; an upload that broke off where it is not. */
    private static RuntimeException unreadable(IOException failed, long line) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new UnreadableFile("not-utf8", Map.of("line", Long.toString(line)));
            }
            if (cause instanceof ZipException || cause instanceof EOFException) {
                return new UnreadableFile("broken-off", Map.of("line", Long.toString(line)));
            }
        }
        return new UncheckedIOException(failed);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
