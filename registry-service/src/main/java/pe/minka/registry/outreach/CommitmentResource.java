package pe.minka.registry.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
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
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What outside supporters promised a process, for anyone to see. A promise gives no vote. */
@Path("/v1/processes/{process}/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outreach")
class CommitmentResource {

    private static final String COMMITMENT = """
            {"commitment":"2e4f3c56-9fb0-4d83-9c50-7b3f4e5d6c33","supporter":"ONG Desco","role":"TECHNICAL_SUPPORT",\
            "promise":"Dos talleres de capacitación","dueOn":"2003-12-15","state":"UNMET"}""";

    private final OutreachRecords records;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    CommitmentResource(OutreachRecords records, Processes processes, Caller caller, Clock clock) {
        this.records = records;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "CommitmentEntry")
    record CommitmentRequest(
            @NotBlank @Size(min = 2, max = 200) String supporter,
            @NotBlank @Size(max = 60) String role,
            @NotBlank @Size(max = 1000) String promise,
            @NotNull LocalDate dueOn) {}

    @Schema(name = "Fulfilment")
    record FulfilmentRequest(@NotNull LocalDate metOn) {}

    /** @param state UNMET once the date has passed */
    @Schema(name = "Commitment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommitmentView(
            UUID commitment,
            String supporter,
            String role,
            String promise,
            LocalDate dueOn,
            @Nullable LocalDate metOn,
            Commitment.State state) {}

    @Schema(name = "Commitments")
    record CommitmentsView(List<CommitmentView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordCommitment",
            summary = "Record a promised support",
            description = "Who supports in which role, what they promised and until when.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CommitmentRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "promise",
                                            value =
                                                    "{\"supporter\":\"ONG Desco\",\"role\":\"TECHNICAL_SUPPORT\",\"promise\":\"Dos talleres de capacitación\",\"dueOn\":\"2003-12-15\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = CommitmentView.class),
                            examples = @ExampleObject(name = "promise", value = COMMITMENT)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response recordCommitment(@PathParam("process") ProcessId id, @Valid @NotNull CommitmentRequest request) {
        caller.mustActFor(processes.get(id).entity());
        var commitment = new Commitment(
                id, request.supporter(), request.role(), request.promise(), request.dueOn(), clock.instant());
        records.add(commitment);
        return Response.created(URI.create("/v1/processes/" + id + "/commitments"))
                .entity(view(commitment))
                .build();
    }

    @POST
    @Path("/{commitment}/fulfilment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "fulfilCommitment",
            summary = "Record that a promise was kept",
            description = "With the day.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FulfilmentRequest.class),
                            examples = @ExampleObject(name = "kept", value = "{\"metOn\":\"2003-11-30\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content =
                    @Content(
                            schema = @Schema(implementation = CommitmentView.class),
                            examples = @ExampleObject(name = "promise", value = COMMITMENT)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response fulfilCommitment(
            @PathParam("process") ProcessId id,
            @PathParam("commitment") UUID commitmentId,
            @Valid @NotNull FulfilmentRequest request) {
        caller.mustActFor(processes.get(id).entity());
        var commitment = records.commitment(id, commitmentId);
        commitment.met(request.metOn());
        return Response.ok(view(commitment)).build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listCommitments",
            summary = "Promised support",
            description = "With `state=UNMET` those whose date has passed without being kept.")
    @APIResponse(
            responseCode = "200",
            description = "All of the process, by date",
            content =
                    @Content(
                            schema = @Schema(implementation = CommitmentsView.class),
                            examples = @ExampleObject(name = "promises", value = "{\"items\":[" + COMMITMENT + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public CommitmentsView listCommitments(
            @PathParam("process") ProcessId id,
            @Parameter(description = "Only those in this state.") @QueryParam("state")
                    Commitment.@Nullable State state) {
        processes.get(id);
        return new CommitmentsView(records.commitments(id).stream()
                .map(this::view)
                .filter(commitment -> state == null || commitment.state() == state)
                .toList());
    }

    private CommitmentView view(Commitment commitment) {
        return new CommitmentView(
                commitment.id(),
                commitment.supporter(),
                commitment.role(),
                commitment.promise(),
                commitment.dueOn(),
                commitment.metOn(),
                commitment.stateOn(Peru.today(clock)));
    }
}
