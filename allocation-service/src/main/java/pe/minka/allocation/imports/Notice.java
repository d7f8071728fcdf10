package pe.minka.allocation.imports;

import java.util.Map;

/**
 * Something to know about a line.
 *
 * @param column as it is called in the file; empty where it is no single one
 * @param position of the column in the file, from 1; 0 where it has none
 * @param code its text is {@code <code>.error}
 */
record Notice(String column, int position, String code, Map<String, String> values) {}
