package pe.minka.platform.runtime.problem;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The texts of all problems, the platform's and the service's own, in Spanish, Quechua and English. */
@Singleton
public class ProblemTexts {

    /** Spanish first: it is what a caller gets who asks for nothing or for a language there is not. */
    public static final List<String> LANGUAGES = List.of("es", "qu", "en");

    private final Map<String, Properties> byLanguage = new LinkedHashMap<>();

    ProblemTexts() {
        LANGUAGES.forEach(language -> byLanguage.put(language, read(language)));
    }

    private static Properties read(String language) {
        var texts = new Properties();
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(loader.getResources("problems/messages_" + language + ".properties"))) {
                try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The language to answer in, by the Accept-Language header (RFC 4647 lookup). */
    public String negotiate(String acceptLanguage) {
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage);
            var found = Locale.lookupTag(wanted, LANGUAGES);
            return found == null ? LANGUAGES.get(0) : found;
        } catch (IllegalArgumentException malformed) {
            return LANGUAGES.get(0);
        }
    }

    /** The text with its {@code {placeholders}} filled; the key itself where a text is missing. */
    public String text(String language, String key, Map<String, ?> values) {
        var texts = byLanguage.getOrDefault(language, new Properties());
        String text = texts.getProperty(key, key);
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return text;
    }

    public boolean has(String language, String key) {
        return byLanguage.getOrDefault(language, new Properties()).containsKey(key);
    }
}
