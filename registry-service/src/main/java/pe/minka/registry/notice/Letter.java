package pe.minka.registry.notice;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as one person receives it, in the person's language. Personal: never printed, logged or stored.
 *
 * @param delivery stands in the Message-ID, the same in each attempt
 * @param calendar the session for the reader's calendar, where there is one
 */
record Letter(
        UUID delivery,
        String language,
        String subject,
        String text,
        @Nullable String calendar,
        Instant at) {

    @Override
    public String toString() {
        return "letter " + delivery;
    }
}
