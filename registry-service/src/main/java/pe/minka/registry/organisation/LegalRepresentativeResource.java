package pe.minka.registry.organisation;

import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.util.UUID;

/** The right of a legal representative to be forgotten (Ley 29733); the organisation stays. */
@Path("/v1/processes/{process}/organisations/{organisation}/legal-representative/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data")
class LegalRepresentativeResource {

    private final LegalRepresentatives representatives;
    private final Organisations organisations;
    private final Processes processes;
    private final Caller caller;

    LegalRepresentativeResource(
            LegalRepresentatives representatives, Organisations organisations, Processes processes, Caller caller) {
        this.representatives = representatives;
        this.organisations = organisations;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param erased whether one was named */
    @Schema(name = "RepresentativeErasure")
    record ErasureView(UUID organisation, boolean erased) {}

    @POST
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "eraseLegalRepresentative",
            summary = "Erase a legal representative",
            description =
                    "Destroys the key under which the organisation names who represents it before the law. The organisation and its agents stay; the record of registration names the field as missing.")
    @APIResponse(
            responseCode = "200",
            description = "Erased, or nobody was named",
            content =
                    @Content(
                            schema = @Schema(implementation = ErasureView.class),
                            examples =
                                    @ExampleObject(
                                            name = "erased",
                                            value =
                                                    "{\"organisation\":\"0f4b1c9e-6a2d-4d7b-8a3e-5c1f2b9d7e10\",\"erased\":true}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response eraseLegalRepresentative(
            @PathParam("process") ProcessId id, @PathParam("organisation") UUID organisation) {
        var entity = processes.get(id).entity();
        caller.mustActFor(entity);
        if (organisations.known(entity, organisation).isEmpty()) {
            throw Problem.notFound().toException();
        }
        return Response.ok(new ErasureView(organisation, representatives.erase(organisation)))
                .build();
    }
}
