package pe.minka.registry.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.registry.process.Processes;

/** Who is threatened asks for it at any time, not only on the day of the application. */
@Path("/v1/processes/{process}/agents/{agent}/identity-protection")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class IdentityProtectionResource {

    private static final String PROTECTED =
            "{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"protectedIdentity\":true}";

    private final Agents agents;
    private final Processes processes;
    private final Caller caller;

    IdentityProtectionResource(Agents agents, Processes processes, Caller caller) {
        this.agents = agents;
        this.processes = processes;
        this.caller = caller;
    }

    @Schema(name = "IdentityProtectionWish")
    record ProtectionRequest(@NotNull Boolean protectedIdentity) {}

    /** @param protectedIdentity whether the name is never printed on a public list */
    @Schema(name = "IdentityProtection")
    record ProtectionView(AgentId agent, boolean protectedIdentity) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "protectIdentity",
            summary = "Protect the identity of an agent, or end it",
            description =
                    "While it is protected the name is printed on no public list. Rights and vote stay as they are.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProtectionRequest.class),
                            examples = @ExampleObject(name = "protection", value = "{\"protectedIdentity\":true}")))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content =
                    @Content(
                            schema = @Schema(implementation = ProtectionView.class),
                            examples = @ExampleObject(name = "protected", value = PROTECTED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response protectIdentity(
            @PathParam("process") ProcessId id,
            @PathParam("agent") AgentId agentId,
            @Valid @NotNull ProtectionRequest request) {
        caller.mustActFor(processes.get(id).entity());
        agents.getForChange(id, agentId).protectIdentity(request.protectedIdentity());
        return Response.ok(new ProtectionView(agentId, request.protectedIdentity()))
                .build();
    }
}
