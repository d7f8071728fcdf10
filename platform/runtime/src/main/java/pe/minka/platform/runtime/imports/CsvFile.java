package pe.minka.platform.runtime.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import pe.minka.platform.core.Keepable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Rows of a CSV file with a header. */
final class CsvFile implements RowFile {

    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private long number;
    private long line = 1;

    private CsvFile(CloseableIterator<CsvRecord> records, List<Column> columns) {
        this.records = records;
        if (!hasNext()) {
            throw new UnreadableFile("empty-file", Map.of());
        }
        this.header = nextRecord().getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        check(header, columns);
    }

    static RowFile open(BufferedReader text, List<Column> columns) {
        try {
            text.mark(LONGEST_LINE);
            var separator = separatorOf(firstLine(text));
            text.reset();
            var records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(LONGEST_LINE)
                    .ofCsvRecord(text)
                    .iterator();
            return new CsvFile(records, columns);
        } catch (IOException failed) {
            throw RowFile.unreadable(failed, 1);
        }
    }

    private static String firstLine(BufferedReader text) throws IOException {
        var line = new StringBuilder();
        for (int next = text.read();
                next >= 0 && next != '\n' && line.length() < LONGEST_LINE / 2;
                next = text.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Spreadsheets in Spanish write semicolons, since the comma is their decimal sign. */
    private static char separatorOf(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private static void check(List<String> header, List<Column> columns) {
        var names = columns.stream().map(Column::name).toList();
        var seen = new LinkedHashSet<String>();
        for (String name : header) {
            if (!names.contains(name)) {
                throw new UnreadableFile("unknown-column", Map.of("column", name, "known", String.join(", ", names)));
            }
            if (!seen.add(name)) {
                throw new UnreadableFile("repeated-column", Map.of("column", name));
            }
        }
        for (Column column : columns) {
            if (column.required() && !seen.contains(column.name())) {
                throw new UnreadableFile("missing-column", Map.of("column", column.name()));
            }
        }
    }

    @Override
    public boolean hasNext() {
        return guarded(records::hasNext);
    }

    @Override
    public Row next() {
        var record = nextRecord();
        number++;
        var fields = new HashMap<String, String>();
        var refused = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            var character = Keepable.refusedIn(record.getField(i));
            if (character == null) {
                fields.put(header.get(i), record.getField(i));
            } else {
                refused.put(header.get(i), character);
            }
        }
        var row = new Row(number, record.getStartingLineNumber(), header, fields);
        refused.forEach((column, character) -> row.breach(column, "refused-character", "character", character));
        if (record.getFieldCount() != header.size()) {
            row.breach("", "wrong-field-count", "expected", header.size(), "found", record.getFieldCount());
        }
        return row;
    }

    private CsvRecord nextRecord() {
        var record = guarded(records::next);
        line = record.getStartingLineNumber();
        return record;
    }

    private <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CsvParseException malformed) {
            if (malformed.getCause() instanceof IOException failed) {
                throw RowFile.unreadable(failed, line + 1);
            }
            throw new UnreadableFile("malformed-file", Map.of("line", line + 1));
        } catch (UncheckedIOException failed) {
            throw RowFile.unreadable(Objects.requireNonNull(failed.getCause()), line + 1);
        }
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
