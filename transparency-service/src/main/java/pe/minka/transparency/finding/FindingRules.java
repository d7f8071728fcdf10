package pe.minka.transparency.finding;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rules in force, read from {@code findings/rules.json}. */
@Singleton
class FindingRules {

    private final Map<String, FindingRule> byKind = new LinkedHashMap<>();

    FindingRules(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("findings/rules.json"))) {
            List<FindingRule> rules = json.readValue(file, new TypeReference<>() {});
            for (FindingRule rule : rules) {
                if (byKind.put(rule.kind(), rule) != null) {
                    throw new IllegalStateException("two rules of kind " + rule.kind());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Iterable<FindingRule> all() {
        return byKind.values();
    }

    Optional<FindingRule> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
