package pe.minka.platform.runtime.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException forged) {
            throw Problem.badRequest("unknown-cursor").toException();
        }
    }

    static String cursorAt(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
