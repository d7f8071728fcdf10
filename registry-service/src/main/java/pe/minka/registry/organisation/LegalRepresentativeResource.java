package pe.minka.registry.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.registry.organisation.OrganisationCorrections.Cause;
import pe.minka.registry.process.Processes;

import java.util.UUID;

/** Who represents an organisation before the law: personal data, for the registrar alone. */
@Path("/v1/processes/{process}/organisations/{organisation}/legal-representative")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@Scope(Scope.OWN)
@Tag(name = "Organisations")
class LegalRepresentativeResource {

    private final LegalRepresentatives representatives;
    private final Processes processes;
    private final Caller caller;

    LegalRepresentativeResource(LegalRepresentatives representatives, Processes processes, Caller caller) {
        this.representatives = representatives;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param names of the person */
    @Schema(name = "LegalRepresentative")
    record RepresentativeView(String names) {

        @Override
        public String toString() {
            return "legal representative";
        }
    }

    /**
     * @param names of the person
     * @param cause why it is corrected
     */
    @Schema(name = "LegalRepresentativeCorrection")
    record RepresentativeRequest(
            @NotBlank @Size(min = 3, max = 160) String names,
            @NotNull Cause cause) {

        @Override
        public String toString() {
            return "legal representative";
        }
    }

    @GET
    @Operation(
            operationId = "getLegalRepresentative",
            summary = "Who represents an organisation before the law",
            description = "For the registrar; the reading is logged, with whom it was about.")
    @APIResponse(
            responseCode = "200",
            description = "The person; the ETag is the organisation's",
            content =
                    @Content(
                            schema = @Schema(implementation = RepresentativeView.class),
                            examples =
                                    @ExampleObject(
                                            name = "representative",
                                            value = "{\"names\":\"Representante de Ejemplo\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`: also where none is on record")
    public Response getLegalRepresentative(
            @PathParam("process") ProcessId id, @PathParam("organisation") UUID organisation) {
        return representatives
                .read(id, reached(id), organisation)
                .map(named -> Response.ok(new RepresentativeView(named.names()))
                        .tag(Versions.etag(named.version()))
                        .build())
                .orElseThrow(() -> Problem.notFound().toException());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putLegalRepresentative",
            summary = "Name or correct the legal representative",
            description =
                    "With `If-Match` of the organisation. Kept encrypted under a key of its own; the key of the name before is destroyed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RepresentativeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "representative",
                                            value = "{\"names\":\"Representante de Ejemplo\",\"cause\":\"CHANGED\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The organisation with its new version; never the name",
            content =
                    @Content(
                            schema = @Schema(implementation = OrganisationView.class),
                            examples = @ExampleObject(name = "community", value = OrganisationView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response putLegalRepresentative(
            @PathParam("process") ProcessId id,
            @PathParam("organisation") UUID organisation,
            @Parameter(description = "The ETag that was read.", example = "\"v0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull RepresentativeRequest request) {
        return answer(representatives.name(
                reached(id), organisation, ifMatch, request.names().strip(), request.cause()));
    }

    @DELETE
    @Operation(
            operationId = "eraseLegalRepresentative",
            summary = "Erase the legal representative",
            description =
                    "With `If-Match` of the organisation. The key is destroyed: nobody can read the name any more.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation with its new version",
            content =
                    @Content(
                            schema = @Schema(implementation = OrganisationView.class),
                            examples = @ExampleObject(name = "community", value = OrganisationView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: also where none is on record")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response eraseLegalRepresentative(
            @PathParam("process") ProcessId id,
            @PathParam("organisation") UUID organisation,
            @Parameter(description = "The ETag that was read.", example = "\"v0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Parameter(description = "Why it is erased.") @QueryParam("cause") @DefaultValue("CHANGED") Cause cause) {
        return answer(representatives.erase(reached(id), organisation, ifMatch, cause));
    }

    private EntityCode reached(ProcessId id) {
        var entity = processes.get(id).entity();
        caller.mustActFor(entity);
        return entity;
    }

    private static Response answer(Organisation organisation) {
        return Response.ok(OrganisationView.of(organisation))
                .tag(Versions.etag(organisation.version()))
                .build();
    }
}
