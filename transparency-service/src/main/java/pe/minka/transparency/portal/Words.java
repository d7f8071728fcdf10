package pe.minka.transparency.portal;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** How things are said and written in one language. Days are those of Lima. */
public final class Words {

    private static final char NARROW_GAP = '\u00a0';

    private final String language;
    private final Properties texts;
    private final DateTimeFormatter day;

    Words(String language, Properties texts) {
        this.language = language;
        this.texts = texts;
        this.day = switch (language) {
            case "es" -> DateTimeFormatter.ofPattern("d 'de' MMMM 'de' uuuu", Locale.forLanguageTag("es-PE"));
            case "en" -> DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
            default -> DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);
        };
    }

    public String getLanguage() {
        return language;
    }

    /** @throws IllegalArgumentException for a word that the portal does not have */
    public String of(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no such word in " + language + ": " + key);
        }
        return text;
    }

    /** The word for a code of the wire, or the code itself in readable form where there is none. */
    public String code(String family, @Nullable Object code) {
        if (code == null) {
            return "";
        }
        var readable = String.valueOf(code).replace('_', ' ').toLowerCase(Locale.ROOT);
        return texts.getProperty(family + "." + code, readable);
    }

    /** A text that comes in several languages: in this one, or else in Spanish, or else in any. */
    public String text(@Nullable Map<String, String> byLanguage) {
        if (byLanguage == null || byLanguage.isEmpty()) {
            return "";
        }
        var text = byLanguage.getOrDefault(language, byLanguage.get("es"));
        return text == null ? byLanguage.values().iterator().next() : text;
    }

    public String money(@Nullable Soles amount) {
        return amount == null
                ? ""
                : "S/" + NARROW_GAP + String.format(Locale.US, "%,.2f", BigDecimal.valueOf(amount.centimos(), 2));
    }

    public String percent(@Nullable BigDecimal percent) {
        return percent == null ? "" : percent.toPlainString() + NARROW_GAP + "%";
    }

    public String count(@Nullable Integer count) {
        return count == null ? "" : String.format(Locale.US, "%,d", count);
    }

    public String day(@Nullable LocalDate date) {
        return date == null ? "" : day.format(date);
    }

    public String day(@Nullable Instant instant) {
        return instant == null ? "" : day.format(instant.atZone(Peru.TIME));
    }
}
