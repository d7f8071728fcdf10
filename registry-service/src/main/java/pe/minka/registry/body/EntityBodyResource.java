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
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.registry.territory.Entities;

import java.net.URI;

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
                    "A coordination council, a communal board, or the technical team that a call needs; several may stand beside each other.")
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
    public BodiesView listEntityBodies(@Parameter(example = "300305") @PathParam("entity") EntityCode code) {
        entities.known(code);
        return new BodiesView(bodies.of(code, null).stream()
                .map(body -> BodyView.of(body, null))
                .toList());
    }
}
