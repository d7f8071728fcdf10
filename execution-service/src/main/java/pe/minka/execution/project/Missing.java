package pe.minka.execution.project;

import java.util.Map;

/**
 * One thing that must exist before a work may take a step.
 *
 * @param code what it is, stable
 * @param details what its text tells: amounts, parties, the article
 */
public record Missing(String code, Map<String, Object> details) {

    /** In turn a name and its value, for the item of a problem. */
    Object[] namesAndValues() {
        return details.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                .toArray();
    }
}
