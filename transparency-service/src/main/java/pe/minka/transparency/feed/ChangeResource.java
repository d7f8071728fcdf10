package pe.minka.transparency.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.transparency.feed.ChangeFeed.Wanted;

import java.util.List;

/** The feed that another government, a newspaper or a copy of the portal follows. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "Every public fact in one stable order, to be followed with a cursor.")
public class ChangeResource {

    private static final String EXAMPLE = """
            {"items":[{"cursor":"NDI","id":"7d0f7a63-2f0e-4d59-8a39-7b8f0a6cf0aa","at":"2016-04-23T22:10:00Z","kind":"round-tallied",
            "entity":"300305","ubigeo":"030503","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",
            "subject":"c6dae4f8-2051-4f92-a7db-51607f8e9801","deleted":false,"fact":{"turnout":271,"roll":286}}],
            "next":"NDI","more":false}""";

    private final ChangeFeed feed;

    ChangeResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Follow the changes",
            description =
                    "Facts after a cursor, the oldest first. The order never changes and no fact is put in before one that "
                            + "was already given out, so a follower that stores `next` and asks again misses nothing, however long it was "
                            + "away. Take each `id` once. An item with `deleted` true takes back what was told of its subject. "
                            + "`next` is always there, also when nothing is new: ask again with it later.")
    @APIResponse(
            responseCode = "200",
            description = "A part of the feed, with `Link: rel=\"next\"`.",
            content =
                    @Content(
                            schema = @Schema(implementation = ChangePage.class),
                            examples = @ExampleObject(name = "changes", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "`unknown-cursor`, `invalid-request`")
    public Response followChanges(
            @QueryParam("after")
                    @Parameter(
                            description = "The `next` of the part before; absent from the beginning.",
                            example = "NDI")
                    @Nullable
                    String after,
            @QueryParam("ubigeo")
                    @Parameter(description = "Only of a region, province or district.", example = "03")
                    @Nullable
                    Ubigeo ubigeo,
            @QueryParam("process") @Parameter(description = "Only of one process.") @Nullable ProcessId process,
            @QueryParam("kind") @Parameter(description = "Only of one kind.", example = "round-tallied") @Nullable
                    String kind,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(500)
                    @Parameter(description = "How many items at most.")
                    int limit,
            @Context UriInfo uri) {
        var found = feed.after(Cursor.position(after), new Wanted(ubigeo, process, kind), limit + 1);
        boolean more = found.size() > limit;
        var items = more ? found.subList(0, limit) : found;
        var next = items.isEmpty()
                ? (after == null ? Cursor.at(0) : after)
                : items.get(items.size() - 1).cursor();
        return Response.ok(new ChangePage(items, next, more))
                .link(uri.getRequestUri(), "self")
                .link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("after", next)
                                .build(),
                        "next")
                .header("Cache-Control", "no-cache")
                .build();
    }

    /**
     * @param next the cursor to go on with, always there
     * @param more whether more is there already
     */
    @Schema(name = "ChangePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangePage(List<Change> items, String next, boolean more) {}
}
