package pe.minka.allocation.selection;

import java.util.Map;

/**
 * Why a project was selected or not.
 *
 * @param code stable word for programs
 * @param text one plain sentence by language: es, qu, en
 */
public record Reason(String code, Map<String, String> text) {}
