package pe.minka.registry.body;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.territory.Entities;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/** Standing bodies of an entity. */
@Path("/v1/entities/{entity}/bodies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bodies")
class EntityBodyResource {

    private final ConstituteBody constituteBody;
    private final Bodies bodies;
    private final Entities entities;
    private final Caller caller;

    EntityBodyResource(ConstituteBody constituteBody, Bodies bodies, Entities entities, Caller caller) {
        this.constituteBody = constituteBody;
        this.bodies = bodies;
        this.entities = entities;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "constituteEntityBody",
            summary = "Name a standing body of an entity",
            description =
                    "A coordination council, a communal board, or the technical team that a call needs; several may stand beside each other."
                            + " With `organisation` it is the organ of a community: its general assembly, its communal board, its traditional authorities,"
                            + " one of each kind in office at a time.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BodyRequest.class),
                            examples = @ExampleObject(name = "team", value = BodyExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Named",
            content =
                    @Content(
                            schema = @Schema(implementation = BodyView.class),
                            examples = @ExampleObject(name = "board", value = BodyExamples.STANDING)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`organ-in-office`")
    @APIResponse(responseCode = "422", description = "`organisation-unknown`, `term-ends-before-it-begins`")
    public Response constituteEntityBody(
            @Parameter(example = "300305") @PathParam("entity") EntityCode code, @Valid @NotNull BodyRequest request) {
        caller.mustActFor(code);
        entities.known(code);
        var body = constituteBody.constitute(request.of(code, null));
        return Response.created(URI.create("/v1/entities/" + code + "/bodies"))
                .entity(BodyView.of(body, null))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listEntityBodies",
            summary = "Standing bodies of an entity",
            description = "With their members and composition; bodies of a single process are not among them.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema = @Schema(implementation = BodiesView.class),
                            examples =
                                    @ExampleObject(
                                            name = "bodies",
                                            value = "{\"items\":[" + BodyExamples.STANDING + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public BodiesView listEntityBodies(
            @Parameter(example = "300305") @PathParam("entity") EntityCode code,
            @Parameter(
                            description = "Only the organs of this organisation.",
                            example = "c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201")
                    @QueryParam("organisation")
                    @Nullable
                    UUID organisation,
            @Parameter(description = "Only those in office on that day.", example = "2016-03-21")
                    @QueryParam("on")
                    @Nullable
                    String on) {
        entities.known(code);
        var day = on == null ? null : day(on);
        return new BodiesView(bodies.of(code, null).stream()
                .filter(body -> organisation == null || organisation.equals(body.organisation()))
                .filter(body -> day == null || body.inOffice(day))
                .map(body -> BodyView.of(body, null))
                .toList());
    }

    private static LocalDate day(String on) {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException unreadable) {
            throw Problem.badRequest("malformed-request").toException();
        }
    }
}
