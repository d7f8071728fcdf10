package pe.minka.rules;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The languages in which reasons are given. */
public enum Language {
    /** Spanish. */
    ES("es"),
    /** Southern Quechua, Cusco–Collao spelling. */
    QU("qu"),
    /** English. */
    EN("en");

    private final String code;
    private final ResourceBundle sentences;

    Language(String code) {
        this.code = code;
        this.sentences = ResourceBundle.getBundle(
                "pe.minka.rules.reasons",
                Locale.forLanguageTag(code),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Its ISO 639-1 code. */
    public String code() {
        return code;
    }

    /** A sentence by its key, with its blanks filled. */
    String sentence(String key, Object... blanks) {
        return new MessageFormat(sentences.getString(key), Locale.ROOT).format(blanks);
    }
}
