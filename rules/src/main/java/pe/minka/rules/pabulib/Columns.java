package pe.minka.rules.pabulib;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a section by their names. */
final class Columns {
    private final Defects defects;
    private final Map<String, Integer> column = new LinkedHashMap<>();
    private int count;

    Columns(Defects defects) {
        this.defects = defects;
    }

    int count() {
        return count;
    }

    /** Where a column stands, or another place where there is none. */
    int place(String name, int otherwise) {
        return column.getOrDefault(name, otherwise);
    }

    /** The field of a row under a name, or nothing. */
    String text(Row row, String name) {
        var position = column.get(name);
        return position == null ? "" : row.text(position);
    }

    /** Takes the names of a new section. */
    void learn(List<String> names, Row row) {
        column.clear();
        count = names.size();
        for (int position = 0; position < names.size(); position++) {
            if (column.putIfAbsent(names.get(position), position) != null) {
                defects.warning(row, position, "column-twice", "the column " + names.get(position) + " stands twice");
            }
        }
    }

    /** Asks for a column, which older files may name otherwise. */
    void require(Row row, String name, String... older) throws PabulibException {
        for (var alias : older) {
            var position = column.get(alias);
            if (position != null && !column.containsKey(name)) {
                column.put(name, position);
                defects.warning(
                        row, position, "older-heading", "the column " + alias + " is called " + name + " today");
            }
        }
        if (!column.containsKey(name)) {
            defects.error(row, 0, "column-missing", "no column is called " + name);
        }
    }
}
