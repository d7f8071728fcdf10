package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import pe.minka.registry.regulation.RuleVocabulary.Rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Rules and their values in the words of a language: what a council member reads, not what a program does. */
public final class PlainWords {

    private static final String CODE = "[A-Z][A-Z0-9_]+";

    private final String language;
    private final Properties words;
    private final Properties spanish;

    /** @param language {@code es}, {@code qu} or {@code en} */
    public PlainWords(String language) {
        this.language = language;
        this.spanish = read("es");
        this.words = language.equals("es") ? spanish : read(language);
    }

    public String language() {
        return language;
    }

    /** A sentence with its {@code {places}} filled. */
    public String text(String key, Map<String, String> values) {
        var sentence = Objects.requireNonNullElse(words.getProperty("text." + key), key);
        for (var value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sentence.strip();
    }

    /** A code of the regulation: {@code mano alzada} for {@code SHOW_OF_HANDS}. */
    public String code(String code) {
        var plain = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        if (language.equals("en")) {
            return plain;
        }
        return words.getProperty("code." + code, spanish.getProperty("code." + code, plain));
    }

    public String title(Rule rule) {
        return rule.title(language);
    }

    /** What a rule says, with its unit. */
    public String value(Rule rule, JsonNode value) {
        if (value.isMissingNode()) {
            return text("absent", Map.of());
        }
        if (value.isNull()) {
            return text("none", Map.of());
        }
        if (value.isBoolean()) {
            return text(value.booleanValue() ? "yes" : "no", Map.of());
        }
        if (value.isArray()) {
            return value.isEmpty()
                    ? text("none", Map.of())
                    : StreamSupport.stream(value.spliterator(), false)
                            .map(item -> value(rule.item(), item))
                            .collect(Collectors.joining(", "));
        }
        return value.isObject() ? thing(rule, value) : measured(rule, value.asText());
    }

    private String thing(Rule rule, JsonNode value) {
        if (value.has("es")) {
            return value.path(language).asText(value.path("es").asText());
        }
        if (value.has("amount")) {
            return "S/ " + grouped(value.path("amount").asText());
        }
        return item(rule, value);
    }

    /** An item of a list by its name, or by what tells it apart. */
    String named(Rule rule, JsonNode item, List<String> keys) {
        if (item.path("title").has("es")) {
            return value(rule.member("title"), item.path("title"));
        }
        return keys.stream()
                .filter(item::has)
                .map(key -> value(rule.member(key), item.path(key)))
                .collect(Collectors.joining(" · "));
    }

    /** All that an item of a list says. */
    private String item(Rule rule, JsonNode item) {
        var parts = new LinkedHashSet<String>();
        if (item.path("title").has("es")) {
            parts.add(value(rule.member("title"), item.path("title")));
        }
        rule.members().stream()
                .filter(name -> !name.equals("law"))
                .filter(name -> item.path(name).isTextual() || item.path(name).isIntegralNumber())
                .forEach(name -> parts.add(value(rule.member(name), item.path(name))));
        return String.join(" · ", parts);
    }

    private String measured(Rule rule, String value) {
        if (!rule.unit().isEmpty()) {
            return text("unit_" + rule.unit().replace('-', '_'), Map.of("value", value));
        }
        return value.matches(CODE) ? code(value) : value;
    }

    private static String grouped(String amount) {
        return amount.replaceAll("(?<=\\d)(?=(\\d{3})+\\.)", ",");
    }

    private static Properties read(String language) {
        var file = "words/regulation_" + language + ".properties";
        try (InputStream text = PlainWords.class.getClassLoader().getResourceAsStream(file)) {
            var words = new Properties();
            words.load(new InputStreamReader(Objects.requireNonNull(text, file), StandardCharsets.UTF_8));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
