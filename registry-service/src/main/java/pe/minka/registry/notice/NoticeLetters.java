package pe.minka.registry.notice;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;

/** Writes a notice to a person in the person's language. */
@ApplicationScoped
class NoticeLetters {

    private static final DateTimeFormatter DAY_AND_HOUR = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

    private final Clock clock;

    NoticeLetters(Clock clock) {
        this.clock = clock;
    }

    Letter to(UUID delivery, String names, String language, Notice notice) {
        var written = Notice.written(language);
        return new Letter(
                delivery,
                written,
                notice.title(language),
                text(names, written, notice),
                notice.startsAt() == null ? null : SessionCalendar.of(SessionCalendar.Entry.of(notice, language)),
                clock.instant());
    }

    /** Fits a text message: no greeting, the session if there is one. */
    String brief(String language, Notice notice) {
        return notice.startsAt() == null
                ? notice.title(language)
                : notice.title(language) + ". " + whenAndWhere(words(language), notice);
    }

    private static String text(String names, String language, Notice notice) {
        var words = words(language);
        var text = new StringBuilder(words.getString("greeting").replace("{names}", names))
                .append("\n\n")
                .append(notice.text(language));
        if (notice.startsAt() != null) {
            text.append("\n\n").append(whenAndWhere(words, notice));
        }
        return text.append("\n\n")
                .append(words.getString("farewell"))
                .append('\n')
                .toString();
    }

    static @Nullable String when(Notice notice) {
        return notice.startsAt() == null
                ? null
                : DAY_AND_HOUR.format(notice.startsAt().atZone(Peru.TIME));
    }

    private static String whenAndWhere(ResourceBundle words, Notice notice) {
        var when = words.getString("when") + ": " + when(notice);
        return notice.place() == null ? when : when + "\n" + words.getString("where") + ": " + notice.place();
    }

    /** The words around a notice; in Spanish for a language that has none. */
    static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "notices.words",
                Locale.forLanguageTag(Notice.written(language)),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
