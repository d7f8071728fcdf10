package pe.minka.registry.training;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Something that agents are taught with.
 *
 * @param topics codes of the regulation's programme, or others
 * @param language as of a session: {@code es}, {@code qu}
 * @param file absent where there is none, as of a game
 * @param usedIn sessions that used it
 */
record TrainingMaterial(
        UUID id,
        String title,
        List<String> topics,
        Kind kind,
        String language,
        @Nullable File file,
        List<Validation> validations,
        int usedIn) {

    enum Kind {
        GUIDE,
        SLIDES,
        WORKSHEET,
        POSTER,
        VIDEO,
        AUDIO,
        GAME,
        OTHER
    }

    /**
     * The file, told by its hash whether it is still the same.
     *
     * @param address where anyone may read it; absent where it is not published
     */
    record File(
            String sha256,
            String mediaType,
            long bytes,
            @Nullable String address) {}

    /** In what capacity a person validates: never the name, which would stand in public. */
    enum Capacity {
        INTERPRETER,
        TEACHER,
        COMMUNITY_AUTHORITY,
        ELDER,
        SPEAKER
    }

    /**
     * That it says to a culture what it means to say.
     *
     * @param body that validated it, or else
     * @param capacity of the person who did
     */
    record Validation(
            String culture, @Nullable String body, @Nullable Capacity capacity, LocalDate on) {}
}
