package pe.minka.registry.agent;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import pe.minka.registry.process.Processes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How the rotation of seats is kept. */
@Path("/v1/processes/{process}/rotation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class RotationResource {

    private final Rotations rotations;
    private final Processes processes;
    private final Caller caller;

    RotationResource(Rotations rotations, Processes processes, Caller caller) {
        this.rotations = rotations;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param overrides how often it was set aside in this process */
    @Schema(name = "BodyRotation")
    record BodyRotation(String body, int sessions, boolean overridable, int overrides, String law) {}

    @Schema(name = "Rotation")
    record RotationView(List<BodyRotation> bodies) {}

    @Schema(name = "RotationException")
    record ExceptionView(UUID agent, String body, String reason, String handover, Instant at) {}

    @Schema(name = "RotationExceptions")
    record ExceptionsView(List<ExceptionView> items) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getRotation",
            summary = "Rotation of seats",
            description = "The bodies whose seats rotate, and how often the rotation was set aside.")
    @APIResponse(
            responseCode = "200",
            description = "Each body with a rotation",
            content =
                    @Content(
                            schema = @Schema(implementation = RotationView.class),
                            examples =
                                    @ExampleObject(
                                            name = "rotation",
                                            value =
                                                    "{\"bodies\":[{\"body\":\"COMMUNAL_BOARD\",\"sessions\":4,\"overridable\":true,\"overrides\":1,\"law\":\"Acuerdo de la junta comunal\"}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public RotationView getRotation(@PathParam("process") ProcessId id) {
        var overrides = rotations.overridesByBody(id);
        return new RotationView(processes.get(id).regulation().rotations().stream()
                .map(rotation -> new BodyRotation(
                        rotation.body(),
                        rotation.sessions(),
                        rotation.overridable(),
                        overrides.getOrDefault(rotation.body(), 0),
                        rotation.law()))
                .toList());
    }

    @GET
    @Path("/exceptions")
    @RolesAllowed({Roles.REGISTRAR, Roles.ENTITY_ADMIN, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listRotationExceptions",
            summary = "Exceptions to the rotation",
            description = "Each with its reason and the handover note, for staff.")
    @APIResponse(
            responseCode = "200",
            description = "All of the process",
            content =
                    @Content(
                            schema = @Schema(implementation = ExceptionsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "exceptions",
                                            value =
                                                    "{\"items\":[{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"body\":\"COMMUNAL_BOARD\",\"reason\":\"La comunidad no tiene a nadie más que lea y escriba\",\"handover\":\"Entrega los libros de actas y acompaña a la suplente\",\"at\":\"1998-01-10T15:00:00Z\"}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ExceptionsView listRotationExceptions(@PathParam("process") ProcessId id) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        return new ExceptionsView(rotations.overrides(id).stream()
                .map(each -> new ExceptionView(each.agent(), each.body(), each.reason(), each.handover(), each.at()))
                .toList());
    }
}
