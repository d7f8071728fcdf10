package pe.minka.execution.committee;

import java.util.Map;

/**
 * A rule that a proposed committee breaks.
 *
 * @param pointer which part of the proposal
 * @param code stable
 * @param details what its text tells; the article is among them
 */
record Breach(String pointer, String code, Map<String, Object> details) {

    static Breach of(String pointer, String code, String law) {
        return new Breach(pointer, code, Map.of("law", law));
    }

    static Breach of(String pointer, String code, String law, String name, Object value) {
        return new Breach(pointer, code, Map.of("law", law, name, value));
    }

    Object[] namesAndValues() {
        return details.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                .toArray();
    }
}
