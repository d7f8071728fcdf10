package pe.minka.allocation.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of one file. Those it does not need are passed over and named. */
final class FileHeader {

    private final FileKind kind;
    private final List<String> names;
    private final Map<FileColumn, Integer> positions = new EnumMap<>(FileColumn.class);
    private final List<String> ignored = new ArrayList<>();

    /**
     * @param ofMany whether its lines are of more than one entity
     * @throws UnreadableFile where a column is missing or there twice
     */
    FileHeader(FileKind kind, List<String> names, boolean ofMany) {
        this.kind = kind;
        this.names = List.copyOf(names);
        for (int position = 1; position <= names.size(); position++) {
            var name = names.get(position - 1).strip();
            var column = FileColumn.called(name).filter(kind::knows);
            if (column.isEmpty()) {
                ignored.add(name);
            } else if (positions.put(column.get(), position) != null) {
                throw new UnreadableFile("repeated-column", Map.of("column", name));
            }
        }
        FileColumn.all()
                .filter(column -> kind.required().contains(column) || (ofMany && column == FileColumn.ENTITY))
                .filter(column -> !has(column))
                .findFirst()
                .ifPresent(missing -> {
                    throw new UnreadableFile("missing-column", Map.of("column", missing.word()));
                });
    }

    FileKind kind() {
        return kind;
    }

    int size() {
        return names.size();
    }

    boolean has(FileColumn column) {
        return positions.containsKey(column);
    }

    /** From 1; 0 where the file has no such column. */
    int position(FileColumn column) {
        return positions.getOrDefault(column, 0);
    }

    /** As the file writes it; the name here where the file has no such column. */
    String called(FileColumn column) {
        return has(column) ? names.get(position(column) - 1).strip() : column.word();
    }

    List<String> ignored() {
        return List.copyOf(ignored);
    }
}
