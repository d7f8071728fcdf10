package pe.minka.execution.suspension;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import pe.minka.execution.project.Projects;
import pe.minka.execution.suspension.Suspension.Reported;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Suspensions over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suspensions", description = "When works stood still, and for which technical or legal cause.")
public class SuspensionResource {

    private static final String REQUEST = """
            {"cause":"RAINS","since":"2016-11-20","expectedUntil":"2017-03-01","note":"Temporada de lluvias"}""";
    private static final String END = "{\"resumedOn\":\"2017-02-20\"}";
    private static final String BEGIN = """
            {"suspension":"c6dae4f8-204f-4f92-b7db-51607f8e9c01","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "cause":"RAINS","nature":"TECHNICAL","since":"2016-11-20","expectedUntil":"2017-03-01",""";
    private static final String OPEN = BEGIN + "\"note\":\"Temporada de lluvias\"}";
    private static final String ENDED =
            BEGIN + "\"resumedOn\":\"2017-02-20\",\"daysStill\":92,\"note\":\"Temporada de lluvias\"}";

    private final SuspendWorks suspendWorks;
    private final Suspensions suspensions;
    private final Projects projects;

    SuspensionResource(SuspendWorks suspendWorks, Suspensions suspensions, Projects projects) {
        this.suspendWorks = suspendWorks;
        this.suspensions = suspensions;
        this.projects = projects;
    }

    @Schema(name = "NewSuspension", description = "Why and since when works stand still.")
    record NewSuspension(
            @Schema(description = "A technical or legal cause; NONE, published as such, where none is named.") @NotNull
            SuspensionCause cause,

            @NotNull LocalDate since,
            @Nullable LocalDate expectedUntil,
            @Nullable @Size(max = 400) String note,
            @Nullable @Size(max = 120) String document) {}

    @Schema(name = "EndOfSuspension")
    record EndSuspension(
            @Schema(description = "First day of work.") @NotNull
            LocalDate resumedOn) {}

    @Schema(name = "Suspension")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID suspension,
            UUID project,
            SuspensionCause cause,

            @Schema(description = "TECHNICAL, LEGAL, or NONE where no cause was named.")
            String nature,

            LocalDate since,
            @Nullable LocalDate expectedUntil,
            @Nullable LocalDate resumedOn,

            @Schema(description = "Days without work, once it is over.") @Nullable
            Long daysStill,

            @Nullable String note,
            @Nullable String document) {

        static View of(Suspension each) {
            return new View(
                    each.id,
                    each.project,
                    each.cause,
                    each.cause.nature().name(),
                    each.since,
                    each.expectedUntil,
                    each.resumedOn,
                    each.resumedOn == null ? null : Long.valueOf(each.daysStill(each.resumedOn)),
                    each.note,
                    each.document);
        }
    }

    @Schema(name = "SuspensionList")
    record ViewList(List<View> items) {}

    @POST
    @Path("/projects/{project}/suspensions")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Suspend works",
            description =
                    "Works stand still from a day on, for a cause with its code. Where nobody names a technical or"
                            + " legal cause, NONE is recorded and published.")
    @APIResponse(
            responseCode = "201",
            description = "Suspended",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "rains", value = OPEN)))
    @APIResponse(
            responseCode = "409",
            description = "`works-not-started`, `works-suspended`, `accounts-settled`, `project-closed`")
    @APIResponse(responseCode = "422", description = "`date-out-of-order`")
    public Response suspendWorks(
            @PathParam("project") UUID project,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = REQUEST)))
                    @Valid
                    @NotNull
                    NewSuspension request) {
        var suspension = suspendWorks.suspend(
                project,
                new Reported(
                        request.cause(), request.since(), request.expectedUntil(), request.note(), request.document()));
        return Response.created(URI.create("/v1/projects/" + project + "/suspensions"))
                .entity(View.of(suspension))
                .build();
    }

    @POST
    @Path("/suspensions/{suspension}/end")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Operation(summary = "Resume works", description = "Ends a suspension: from that day on works go on.")
    @APIResponse(
            responseCode = "200",
            description = "Resumed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "over", value = ENDED)))
    @APIResponse(responseCode = "409", description = "`works-not-suspended`")
    @APIResponse(responseCode = "422", description = "`date-out-of-order`")
    public View resumeWorks(
            @PathParam("suspension") UUID suspension,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = END)))
                    @Valid
                    @NotNull
                    EndSuspension request) {
        return View.of(suspendWorks.resume(suspension, request.resumedOn()));
    }

    @GET
    @Path("/projects/{project}/suspensions")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Suspensions of a work", description = "The whole history, each with its term and its cause.")
    @APIResponse(
            responseCode = "200",
            description = "The suspensions, by day",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ViewList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + ENDED + "]}")))
    public ViewList listSuspensions(@PathParam("project") UUID project) {
        projects.require(project);
        return new ViewList(suspensions.of(project).stream().map(View::of).toList());
    }
}
