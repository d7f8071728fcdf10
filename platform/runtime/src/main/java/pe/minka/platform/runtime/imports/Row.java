package pe.minka.platform.runtime.imports;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Keepable;
import pe.minka.platform.core.Soles;

import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of a file. Reading it notes what is wrong with it, so that a person learns of all the mistakes at once:
 *
 * <pre>{@code
 * var sex = row.read("sex", Sex::valueOf);
 * var cost = row.soles("cost");
 * if (!row.sound()) {
 *     return row.refused();
 * }
 * }</pre>
 */
public final class Row {

    private final long number;
    private final long line;
    private final List<String> header;
    private final Map<String, String> fields;
    private final List<Breach> breaches = new ArrayList<>();

    /** @param header the columns in the order of the file; empty where lines name their own members */
    Row(long number, long line, List<String> header, Map<String, String> fields) {
        this.number = number;
        this.line = line;
        this.header = header;
        this.fields = fields;
    }

    /** From 1, the header not counted. */
    public long number() {
        return number;
    }

    /** Of the file, from 1; where a quoted field spans lines, the first of them. */
    public long line() {
        return line;
    }

    /** What stands in the column, without blanks around it; empty where nothing does. */
    public Optional<String> optional(String column) {
        return Optional.ofNullable(fields.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What stands in the column; an empty text, and a breach, where nothing does. */
    public String required(String column) {
        return optional(column).orElseGet(() -> {
            breach(column, "missing-value");
            return "";
        });
    }

    /**
     * A required value of a kind.
     *
     * @param reader throws IllegalArgumentException for what it cannot read
     * @return null, and a breach, where it is missing or cannot be read
     */
    public <T> @Nullable T read(String column, Function<String, T> reader) {
        var text = required(column);
        return text.isEmpty() ? null : readOrNote(column, text, reader);
    }

    /** A value that may be missing, but not unreadable. */
    public <T> @Nullable T readOptional(String column, Function<String, T> reader) {
        var text = optional(column);
        return text.isEmpty() ? null : readOrNote(column, text.get(), reader);
    }

    private <T> @Nullable T readOrNote(String column, String text, Function<String, T> reader) {
        try {
            T read = reader.apply(text);
            if (read instanceof TemporalAccessor time && !Keepable.isInRange(time)) {
                throw new java.time.DateTimeException("not of the years 1 to 9999");
            }
            return read;
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            breach(column, "unreadable-value");
            return null;
        }
    }

    /** A required amount, written {@code 1250.00} or, as in Peru's spreadsheets, {@code 1250,00}; never with grouping. */
    public @Nullable Soles soles(String column) {
        return read(column, text -> Soles.of(text.replace(',', '.')));
    }

    /**
     * Notes that the row breaks a rule.
     *
     * @param column empty where it is no single one
     * @param code its text is {@code <code>.error}
     * @param namesAndValues in turn a name and its value, filling the text; they are stored and shown, so never what
     *     stood in a personal field
     */
    public Row breach(String column, String code, Object... namesAndValues) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        breaches.add(new Breach(column, header.indexOf(column) + 1, code, values));
        return this;
    }

    public boolean sound() {
        return breaches.isEmpty();
    }

    public RowOutcome refused() {
        return new RowOutcome.Refused(List.copyOf(breaches));
    }

    /** The same row, to be taken once more. */
    Row anew() {
        var same = new Row(number, line, header, fields);
        breaches.stream()
                .filter(breach -> RowFile.CODES.contains(breach.code()))
                .forEach(same.breaches::add);
        return same;
    }
}
