package pe.minka.registry.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.registry.process.Processes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How a stakeholder stands towards the process, and stood before. For staff alone. */
@Path("/v1/processes/{process}/stakeholders/{stakeholder}/attitudes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
@Scope(Scope.OWN)
@Tag(name = "Outreach")
class AttitudeResource {

    private static final String ATTITUDES = """
            {"items":[{"attitude":"OPPOSES","notedAt":"2016-03-01T15:00:00Z"},\
            {"attitude":"NEUTRAL","because":"Se escuchó su reclamo por el local","notedAt":"2016-03-11T20:00:00Z"}]}""";

    private final OutreachRecords records;
    private final Attitudes attitudes;
    private final Processes processes;
    private final Caller caller;

    AttitudeResource(OutreachRecords records, Attitudes attitudes, Processes processes, Caller caller) {
        this.records = records;
        this.attitudes = attitudes;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param because what changed it */
    @Schema(name = "AttitudeChange")
    record AttitudeRequest(
            Stakeholder.@NotNull Attitude attitude,
            @NotBlank @Size(max = 1000) String because) {}

    /** @param because absent for the one that the stakeholder was mapped with */
    @Schema(name = "AttitudeNoted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttitudeView(
            Stakeholder.Attitude attitude, @Nullable String because, Instant notedAt) {}

    @Schema(name = "Attitudes")
    record AttitudesView(List<AttitudeView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "changeAttitude",
            summary = "Note that the attitude changed",
            description = "With what changed it. The attitudes before stay on record, for staff alone.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AttitudeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "heard",
                                            value =
                                                    "{\"attitude\":\"NEUTRAL\",\"because\":\"Se escuchó su reclamo por el local\"}")))
    @APIResponse(
            responseCode = "200",
            description = "All attitudes, the oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = AttitudesView.class),
                            examples = @ExampleObject(name = "attitudes", value = ATTITUDES)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response changeAttitude(
            @PathParam("process") ProcessId id,
            @PathParam("stakeholder") UUID stakeholderId,
            @Valid @NotNull AttitudeRequest request) {
        caller.mustActFor(processes.get(id).entity());
        var stakeholder = records.stakeholderForChange(id, stakeholderId);
        stakeholder.takes(request.attitude());
        attitudes.note(stakeholder, request.because());
        return Response.ok(view(stakeholderId)).build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listAttitudes",
            summary = "How a stakeholder stood towards the process",
            description = "One attitude after another, with what changed it.")
    @APIResponse(
            responseCode = "200",
            description = "All, the oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = AttitudesView.class),
                            examples = @ExampleObject(name = "attitudes", value = ATTITUDES)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public AttitudesView listAttitudes(
            @PathParam("process") ProcessId id, @PathParam("stakeholder") UUID stakeholderId) {
        caller.mustActFor(processes.get(id).entity());
        records.stakeholder(id, stakeholderId);
        return view(stakeholderId);
    }

    private AttitudesView view(UUID stakeholder) {
        return new AttitudesView(attitudes.of(stakeholder).stream()
                .map(noted -> new AttitudeView(noted.attitude(), noted.because(), noted.notedAt()))
                .toList());
    }
}
