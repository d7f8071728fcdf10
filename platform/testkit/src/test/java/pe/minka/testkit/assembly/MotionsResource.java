package pe.minka.testkit.assembly;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.imports.ImportJobs;
import pe.minka.platform.runtime.imports.ImportRequest;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Path("/v1/motions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Motions", description = "What the assembly is asked to decide")
class MotionsResource {

    private static final String EXAMPLE = """
            {"id":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","entity":"300305","title":"A well for Pfaco",\
            "cost":{"amount":"1250.00","currency":"PEN"},"version":0}""";

    private static final String JOB = """
            {"id":"0b7f6f0c-9d0e-4a55-8f0e-3d8f5f0a1b01","kind":"motions","entity":"300305","status":"WAITING",\
            "mode":"valid-rows","dryRun":false,"rowsRead":0,"rowsAccepted":0,"rowsRefused":0,\
            "createdAt":"2016-03-21T15:04:05Z"}""";

    private final Motions motions;
    private final TableMotion tableMotion;
    private final Caller caller;

    private final ImportJobs imports;

    MotionsResource(Motions motions, TableMotion tableMotion, Caller caller, ImportJobs imports) {
        this.motions = motions;
        this.tableMotion = tableMotion;
        this.caller = caller;
        this.imports = imports;
    }

    @Schema(name = "NewMotion")
    record NewMotion(
            @NotNull EntityCode entity,
            @NotBlank @Size(max = 80) String title,
            @NotNull Soles cost) {}

    @Schema(name = "MotionView")
    record View(UUID id, EntityCode entity, String title, Soles cost, long version) {

        static View of(Motion motion) {
            return new View(motion.id, motion.entity, motion.title, motion.cost, motion.version);
        }
    }

    @Schema(name = "MotionPage")
    record MotionPage(List<View> items, @Nullable String next) {}

    @POST
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(summary = "Table a motion", description = "Puts a motion before the assembly of the caller's entity.")
    @APIResponse(
            responseCode = "201",
            description = "Tabled",
            content = @Content(schema = @Schema(implementation = View.class), example = EXAMPLE))
    public Response tableMotion(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "well", value = """
                                                                    {"entity":"300305","title":"A well for Pfaco",\
                                                                    "cost":{"amount":"1250.00","currency":"PEN"}}""")))
                    @Valid
                    @NotNull
                    NewMotion motion,
            @Nullable @QueryParam("slowly") Boolean slowly)
            throws InterruptedException {
        caller.mustActFor(motion.entity());
        var tabled = Boolean.TRUE.equals(slowly)
                ? tableMotion.tableSlowly(motion.entity(), motion.title(), motion.cost())
                : tableMotion.table(motion.entity(), motion.title(), motion.cost());
        return Response.created(URI.create("/v1/motions/" + tabled.id))
                .tag(Versions.etag(tabled.version))
                .entity(View.of(tabled))
                .build();
    }

    @GET
    @Path("/{motion}")
    @RolesAllowed({Roles.FACILITATOR, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Operation(summary = "Read a motion", description = "A motion of an entity that the caller may read.")
    @APIResponse(
            responseCode = "200",
            description = "The motion",
            content = @Content(schema = @Schema(implementation = View.class), example = EXAMPLE))
    public Response readMotion(@PathParam("motion") UUID id) {
        var motion = motion(id);
        return Response.ok(View.of(motion)).tag(Versions.etag(motion.version)).build();
    }

    @PUT
    @Path("/{motion}")
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Transactional
    @Operation(summary = "Change a motion", description = "Replaces its title and cost.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = View.class), example = EXAMPLE))
    public Response changeMotion(
            @PathParam("motion") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(example = """
                                                    {"entity":"300305","title":"A well for Pfaco",\
                                                    "cost":{"amount":"1250.00","currency":"PEN"}}""")) @Valid @NotNull NewMotion change) {
        var motion = motion(id);
        Versions.require(ifMatch, motion.version);
        motion.title = change.title();
        motion.cost = change.cost();
        motions.flush();
        return Response.ok(View.of(motion)).tag(Versions.etag(motion.version)).build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "List motions", description = "By title.")
    @APIResponse(
            responseCode = "200",
            description = "A page of motions",
            content =
                    @Content(
                            schema = @Schema(implementation = MotionPage.class),
                            example = "{\"items\":[" + EXAMPLE + "]}"))
    public Response listMotions(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(motions.after(page.after(), page.limit + 1), page, motion -> motion.title)
                .map(View::of)
                .toResponse(uri);
    }

    @POST
    @Path("/import")
    @Consumes({"text/csv", "application/x-ndjson"})
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Operation(summary = "Import motions", description = "Tables many motions of one entity from a file.")
    @APIResponse(
            responseCode = "202",
            description = "The job that takes the file in",
            content = @Content(schema = @Schema(ref = "ImportJob"), example = JOB))
    public Response importMotions(
            @QueryParam("entity") EntityCode entity, @BeanParam ImportRequest how, InputStream file) {
        caller.mustActFor(entity);
        return imports.start("motions", entity, Map.of(), how, file);
    }

    private Motion motion(UUID id) {
        var motion = motions.findById(id);
        if (motion == null || !caller.actsFor(motion.entity)) {
            throw Problem.notFound().toException();
        }
        return motion;
    }
}
