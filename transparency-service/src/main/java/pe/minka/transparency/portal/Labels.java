package pe.minka.transparency.portal;

import jakarta.inject.Singleton;
import pe.minka.platform.runtime.problem.ProblemTexts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The words of the portal in Spanish, Quechua and English. */
@Singleton
class Labels {

    private final Map<String, Words> byLanguage = new HashMap<>();
    private final ProblemTexts negotiation;

    Labels(ProblemTexts negotiation) {
        this.negotiation = negotiation;
        ProblemTexts.LANGUAGES.forEach(language -> byLanguage.put(language, new Words(language, read(language))));
    }

    /** What was asked for in the address, or else what the browser accepts; Spanish where neither is spoken here. */
    Words in(@org.jspecify.annotations.Nullable String asked, @org.jspecify.annotations.Nullable String accepted) {
        var known = asked == null ? null : byLanguage.get(asked);
        return known != null
                ? known
                : Objects.requireNonNull(
                        byLanguage.get(negotiation.negotiate(Objects.requireNonNullElse(accepted, "es"))));
    }

    static Properties read(String language) {
        var texts = new Properties();
        var name = "portal/labels_" + language + ".properties";
        try (var file = new InputStreamReader(
                Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(name), name),
                StandardCharsets.UTF_8)) {
            texts.load(file);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
