package pe.minka.transparency.feed;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in the feed, opaque to those who follow. */
final class Cursor {

    private Cursor() {}

    static String at(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(position).getBytes(StandardCharsets.UTF_8));
    }

    /** The position, 0 at the start. */
    static long position(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        try {
            long position = Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (position >= 0) {
                return position;
            }
        } catch (IllegalArgumentException forged) {
            throw Problem.badRequest("unknown-cursor").toException();
        }
        throw Problem.badRequest("unknown-cursor").toException();
    }
}
