package pe.minka.platform.runtime.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.json.RefusedCharacter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

/** One JSON object a line; blank lines are passed over. */
final class JsonLinesFile implements RowFile {

    private final BufferedReader text;
    private final List<String> names;
    private final ObjectMapper json;
    private @Nullable String ahead;
    private long number;
    private long line;

    JsonLinesFile(BufferedReader text, List<Column> columns, ObjectMapper json) {
        this.text = text;
        this.names = columns.stream().map(Column::name).toList();
        this.json = json;
        this.ahead = nextLine();
        if (ahead == null) {
            throw new UnreadableFile("empty-file", Map.of());
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Row next() {
        var current = ahead;
        if (current == null) {
            throw new NoSuchElementException();
        }
        var row = row(current, ++number, line);
        ahead = nextLine();
        return row;
    }

    private Row row(String current, long rowNumber, long rowLine) {
        JsonNode object;
        try {
            object = json.readTree(current);
        } catch (RefusedCharacter refused) {
            var path = refused.getPath();
            var name = path.isEmpty() ? null : path.get(0).getFieldName();
            return new Row(rowNumber, rowLine, List.of(), Map.of())
                    .breach(name == null ? "" : name, "refused-character", "character", refused.character());
        } catch (JsonProcessingException malformed) {
            object = null;
        }
        if (object == null || !object.isObject()) {
            return new Row(rowNumber, rowLine, List.of(), Map.of()).breach("", "not-an-object");
        }
        var fields = new HashMap<String, String>();
        object.properties().forEach(member -> {
            var value = member.getValue();
            if (!value.isNull()) {
                fields.put(
                        member.getKey().toLowerCase(Locale.ROOT),
                        value.isValueNode() ? value.asText() : value.toString());
            }
        });
        var row = new Row(rowNumber, rowLine, List.of(), fields);
        fields.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> row.breach(name, "unknown-column", "column", name, "known", String.join(", ", names)));
        return row;
    }

    private @Nullable String nextLine() {
        try {
            var next = new StringBuilder();
            line++;
            for (int each = text.read(); each >= 0; each = text.read()) {
                if (each != '\n') {
                    next.append((char) each);
                } else if (next.toString().isBlank()) {
                    next.setLength(0);
                    line++;
                } else {
                    return next.toString();
                }
                if (next.length() > LONGEST_LINE) {
                    throw new UnreadableFile("malformed-file", Map.of("line", line));
                }
            }
            return next.toString().isBlank() ? null : next.toString();
        } catch (IOException failed) {
            throw RowFile.unreadable(failed, line);
        }
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
