package pe.minka.workshop.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.workshop.process.Processes;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The minutes of a workshop. */
@Path("/v1/workshops/{workshop}/minutes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Minutes", description = "What a workshop decided, sealed by hash; corrected only by addenda")
class MinutesResource {

    private final KeepMinutes keepMinutes;
    private final Workshops workshops;
    private final Processes processes;

    MinutesResource(KeepMinutes keepMinutes, Workshops workshops, Processes processes) {
        this.keepMinutes = keepMinutes;
        this.workshops = workshops;
        this.processes = processes;
    }

    @Schema(name = "NewAddendum")
    record AddendumRequest(@NotBlank @Size(max = 8000) String text) {}

    /** @param sha256 covers the hash of what was sealed before it, so that the order stands too */
    @Schema(name = "Addendum")
    record AddendumView(int number, String text, String sha256, Instant addedAt) {}

    enum SealState {
        SEALED
    }

    /** @param document canonical JSON; its SHA-256 is `sha256` */
    @Schema(name = "SealedMinutes")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SealedView(
            UUID workshop,
            SealState state,
            @Nullable String sha256,
            @Nullable Instant sealedAt,
            @Nullable String document,
            List<AddendumView> addenda) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Draft the minutes",
            description = "Writes the draft, as often as needed until it is sealed. The first needs no `If-Match`; each"
                    + " later one names the `ETag` of the draft it replaces.")
    @APIResponse(
            responseCode = "200",
            description = "The draft as it stands; the `ETag` is its version",
            content =
                    @Content(
                            schema = @Schema(implementation = Minutes.class),
                            examples = @ExampleObject(name = "minutes", value = WorkshopExamples.MINUTES)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop within the caller's reach")
    @APIResponse(responseCode = "409", description = "`minutes-already-sealed`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`precondition-required`: there is a draft already")
    public Response draftMinutes(
            @PathParam("workshop") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "minutes", value = WorkshopExamples.MINUTES)))
                    @Valid
                    @NotNull
                    Minutes minutes) {
        processes.ofCaller(workshops.known(id).process);
        var drafted = keepMinutes.draft(id, ifMatch, minutes);
        return Response.ok(minutes).tag(Versions.etag(drafted.draftVersion)).build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the sealed minutes",
            description = "The document exactly as it was sealed, its SHA-256, and the addenda. Drafts are not public.")
    @APIResponse(
            responseCode = "200",
            description = "The sealed minutes",
            content =
                    @Content(
                            schema = @Schema(implementation = SealedView.class),
                            examples = @ExampleObject(name = "sealed", value = WorkshopExamples.SEALED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop, or not sealed yet")
    public SealedView readMinutes(@PathParam("workshop") UUID id) {
        var workshop = workshops.known(id);
        if (workshop.state != Workshop.State.SEALED) {
            throw Problem.notFound().toException();
        }
        return view(workshop);
    }

    @POST
    @Path("/seal")
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Seal the minutes",
            description =
                    "Writes the draft with convocation and attendance as canonical JSON and hashes it. From then on"
                            + " nobody changes it, in the database neither.")
    @APIResponse(
            responseCode = "200",
            description = "Sealed",
            content =
                    @Content(
                            schema = @Schema(implementation = SealedView.class),
                            examples = @ExampleObject(name = "sealed", value = WorkshopExamples.SEALED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop within the caller's reach")
    @APIResponse(responseCode = "409", description = "`workshop-not-held`, `minutes-missing`, `minutes-already-sealed`")
    public Response sealMinutes(@PathParam("workshop") UUID id) {
        processes.ofCaller(workshops.known(id).process);
        return Response.ok(view(keepMinutes.seal(id))).build();
    }

    @POST
    @Path("/addenda")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Add to sealed minutes",
            description = "The only way to correct them: a text that follows what was sealed and is hashed with it.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            schema = @Schema(implementation = AddendumView.class),
                            examples = @ExampleObject(name = "addendum", value = WorkshopExamples.ADDENDUM)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop within the caller's reach")
    @APIResponse(responseCode = "409", description = "`minutes-not-sealed`: a draft is simply changed")
    public Response addToMinutes(
            @PathParam("workshop") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "addendum",
                                                            value = WorkshopExamples.NEW_ADDENDUM)))
                    @Valid
                    @NotNull
                    AddendumRequest request) {
        processes.ofCaller(workshops.known(id).process);
        var added = keepMinutes.add(id, request.text());
        return Response.created(URI.create("/v1/workshops/" + id + "/minutes"))
                .entity(view(added))
                .build();
    }

    private SealedView view(Workshop workshop) {
        return new SealedView(
                workshop.workshop,
                SealState.SEALED,
                workshop.sha256,
                workshop.sealedAt,
                workshop.sealedMinutes,
                keepMinutes.addenda(workshop.workshop).stream()
                        .map(MinutesResource::view)
                        .toList());
    }

    private static AddendumView view(KeepMinutes.Addendum addendum) {
        return new AddendumView(addendum.number(), addendum.text(), addendum.sha256(), addendum.addedAt());
    }
}
