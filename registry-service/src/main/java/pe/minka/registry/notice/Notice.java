package pe.minka.registry.notice;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Something the agents of a process are told.
 *
 * @param titles by language; always in Spanish
 * @param texts by language; always in Spanish
 * @param deliverBy last day on which it arrives in time; only for a convocation
 */
record Notice(
        UUID id,
        ProcessId process,
        Kind kind,
        @Nullable UUID workshop,
        Map<String, String> titles,
        Map<String, String> texts,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        Set<Channel> channels,
        @Nullable LocalDate deliverBy,
        String law,
        Instant sentOutAt) {

    @Schema(name = "NoticeKind")
    enum Kind {
        /** The call of the process itself. */
        CALL,
        /** To a session, with the notice that the regulation asks for. */
        CONVOCATION,
        CANCELLATION,
        NOTICE
    }

    /** In the person's language, or in Spanish where it is not written in that. */
    String title(String language) {
        return in(titles, language);
    }

    String text(String language) {
        return in(texts, language);
    }

    /** The varieties of Quechua are read in the one it is written in. */
    static String written(String language) {
        return language.startsWith("qu") ? "qu" : language;
    }

    private static String in(Map<String, String> written, String language) {
        return Objects.requireNonNullElseGet(
                written.get(written(language)), () -> Objects.requireNonNull(written.get("es")));
    }
}
