package pe.minka.platform.runtime.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Keepable;
import pe.minka.platform.runtime.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Which part of a list is wanted. The cursor is opaque to callers: it holds the key of the last item seen. */
public class PageRequest {

    private static final int SMALLEST = 1;
    private static final int LARGEST = 200;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the page before; absent for the first page.")
    public @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(SMALLEST)
    @Max(LARGEST)
    @Parameter(description = "How many items at most.")
    public int limit;

    public int limit() {
        return limit;
    }

    /** The key after which to go on, or null at the start. */
    public @Nullable String after() {
        if (limit < SMALLEST || limit > LARGEST) {
            throw Problem.badRequest("invalid-request")
                    .error("limit", "constraint", "reason", SMALLEST + " … " + LARGEST)
                    .toException();
        }
        if (cursor == null) {
            return null;
        }
        try {
            var after = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (Keepable.refusedIn(after) != null) {
                throw new IllegalArgumentException("no cursor of ours");
            }
            return after;
        } catch (IllegalArgumentException forged) {
            throw Problem.badRequest("unknown-cursor").toException();
        }
    }

    /** The key after which to go on, as what it is; null at the start. */
    public <T> @Nullable T after(Function<String, T> reading) {
        var after = after();
        try {
            T read = after == null ? null : reading.apply(after);
            if (read instanceof TemporalAccessor time && !Keepable.isInRange(time)) {
                throw new IllegalArgumentException("no cursor of ours");
            }
            return read;
        } catch (IllegalArgumentException | DateTimeException forged) {
            throw Problem.badRequest("unknown-cursor").toException();
        }
    }

    /** The id after which to go on; below every other at the start. */
    public UUID afterId() {
        return Objects.requireNonNullElse(after(UUID::fromString), new UUID(0, 0));
    }

    /** The number after which to go on; 0 at the start. */
    public int afterOrdinal() {
        return Objects.requireNonNullElse(after(Integer::valueOf), 0);
    }

    /** The day after which to go on; one before all others at the start. */
    public LocalDate afterDay() {
        return Objects.requireNonNullElse(after(LocalDate::parse), LocalDate.EPOCH);
    }

    static String cursorAt(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
