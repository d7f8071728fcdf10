package pe.minka.platform.runtime.imports;

import java.util.Map;

/**
 * One rule that a row breaks.
 *
 * @param column empty where the row as a whole breaks it
 * @param position of the column in its file, from 1; 0 where it has none
 * @param code its text is {@code <code>.error}
 * @param values fill the text; stored and shown, so never what stood in a personal field
 */
record Breach(String column, int position, String code, Map<String, Object> values) {}
