package pe.minka.registry.credential;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

/** An agent's credential as a signed text and as a code to scan; docs/credentials.md says how to verify it. */
@Path("/v1/processes/{process}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
class SignedCredentialResource {

    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";
    private static final String TOKEN =
            "{\"token\":\"eyJhbGciOiJFZERTQSIsImtpZCI6IjNhN2MyZDA1MmE0NCJ9.eyJpc3MiOiIzMDAzMDUifQ.c2lnbmF0dXJl\"}";

    private final SignedCredentials credentials;
    private final Processes processes;
    private final Caller caller;

    SignedCredentialResource(SignedCredentials credentials, Processes processes, Caller caller) {
        this.credentials = credentials;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param token a JWS in compact form, what the code holds */
    @Schema(name = "SignedCredential")
    record CredentialView(String token) {}

    /**
     * @param revoked accreditations that have ended
     * @param token a JWS; its `rev` is base64url of eight bytes a revoked agent, the first of its id, in order
     */
    @Schema(name = "CredentialRevocations")
    record RevocationsView(int revoked, String token) {}

    @GET
    @Path("/agents/{agent}/credential")
    @RolesAllowed({Roles.REGISTRAR, Roles.PARTICIPANT})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "getSignedCredential",
            summary = "An agent's credential, signed",
            description =
                    "For a registrar of the entity or the agent. Says entity, process, agent, role, vote and the code on the card; no personal data. Verified without a connection by the entity's published key.")
    @APIResponse(
            responseCode = "200",
            description = "The credential",
            content =
                    @Content(
                            schema = @Schema(implementation = CredentialView.class),
                            examples = @ExampleObject(name = "credential", value = TOKEN)))
    @APIResponse(responseCode = "404", description = "`not-found`: also where the accreditation has ended")
    public CredentialView getSignedCredential(
            @PathParam("process") ProcessId process, @PathParam("agent") AgentId agent) {
        return new CredentialView(token(process, agent));
    }

    @GET
    @Path("/agents/{agent}/credential/png")
    @Produces(PNG)
    @RolesAllowed({Roles.REGISTRAR, Roles.PARTICIPANT})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "getCredentialPng",
            summary = "An agent's credential as an image",
            description = "A QR code of 600 by 600 points that holds the signed credential.")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            content = @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getCredentialPng(@PathParam("process") ProcessId process, @PathParam("agent") AgentId agent) {
        return Response.ok(MatrixCode.png(token(process, agent)), PNG)
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @GET
    @Path("/agents/{agent}/credential/svg")
    @Produces(SVG)
    @RolesAllowed({Roles.REGISTRAR, Roles.PARTICIPANT})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "getCredentialSvg",
            summary = "An agent's credential as a drawing",
            description = "The same QR code for a card printed at any size.")
    @APIResponse(
            responseCode = "200",
            description = "The drawing",
            content = @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getCredentialSvg(@PathParam("process") ProcessId process, @PathParam("agent") AgentId agent) {
        return Response.ok(MatrixCode.svg(token(process, agent)), SVG)
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private String token(ProcessId id, AgentId agent) {
        var process = processes.get(id);
        boolean own = caller.agent().filter(agent::equals).isPresent();
        if (!own) {
            if (!caller.hasRole(Roles.REGISTRAR)) {
                throw Problem.notFound().toException();
            }
            caller.mustActFor(process.entity());
        }
        return credentials
                .of(id, process.entity(), agent)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    @GET
    @Path("/credential-revocations")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getCredentialRevocations",
            summary = "Credentials that no longer hold",
            description =
                    "Signed, eight bytes each: taken along where there is no connection. A hundred revocations are about 1,100 characters.")
    @APIResponse(
            responseCode = "200",
            description = "The list as of now",
            content =
                    @Content(
                            schema = @Schema(implementation = RevocationsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "revocations",
                                            value =
                                                    "{\"revoked\":1,\"token\":\"eyJhbGciOiJFZERTQSJ9.eyJyZXYiOiJzYWZDMEZLa1RnOCJ9.c2lnbmF0dXJl\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public RevocationsView getCredentialRevocations(@PathParam("process") ProcessId id) {
        var revocations = credentials.revocations(id, processes.get(id).entity());
        return new RevocationsView(revocations.agents(), revocations.token());
    }
}
