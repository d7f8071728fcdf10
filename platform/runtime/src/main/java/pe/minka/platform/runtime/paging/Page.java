package pe.minka.platform.runtime.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of the part that follows; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * @param found up to one item more than the limit, in the order of their keys: the surplus one tells that there is
     *     a next page
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, Object> key) {
        if (found.size() <= request.limit) {
            return new Page<>(List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, request.limit));
        var last = String.valueOf(key.apply(items.get(items.size() - 1)));
        return new Page<>(items, PageRequest.cursorAt(last));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** The page with its {@code Link} headers (RFC 8288). */
    public Response toResponse(UriInfo uri) {
        return toResponse(uri, this);
    }

    /** The same headers for an answer that says more than the items of the page. */
    public Response toResponse(UriInfo uri, Object answer) {
        var response = Response.ok(answer).link(uri.getRequestUri(), "self");
        if (next != null) {
            response.link(
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build(), "next");
        }
        return response.build();
    }
}
