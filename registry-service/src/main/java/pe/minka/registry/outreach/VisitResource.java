package pe.minka.registry.outreach;

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
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Visits to stakeholders: planned, and then made or cancelled. For staff alone. */
@Path("/v1/processes/{process}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
@Scope(Scope.OWN)
@Tag(name = "Outreach")
class VisitResource {

    private static final String VISITS = "{\"items\":[" + VisitView.MADE + "]}";

    private final OutreachRecords records;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    VisitResource(OutreachRecords records, Processes processes, Caller caller, Clock clock) {
        this.records = records;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param madeOn absent while it is only planned
     * @param outcome what came of it, of one that was made
     */
    @Schema(name = "VisitEntry")
    record VisitRequest(
            @NotNull LocalDate plannedOn,
            @NotBlank @Size(max = 160) String area,
            @Nullable LocalDate madeOn,
            Visit.@Nullable Outcome outcome,
            @Nullable @Size(max = 2000) String note) {}

    /** @param outcome what came of it */
    @Schema(name = "VisitMade")
    record MadeRequest(
            @NotNull LocalDate madeOn,
            Visit.@NotNull Outcome outcome,
            @Nullable @Size(max = 2000) String note) {}

    @Schema(name = "VisitCancelled")
    record CancelledRequest(
            @NotNull LocalDate cancelledOn,
            @NotBlank @Size(max = 1000) String because) {}

    @Schema(name = "Visits")
    record VisitsView(List<VisitView> items) {}

    @POST
    @Path("/stakeholders/{stakeholder}/visits")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "logVisit",
            summary = "Plan or log a visit",
            description = "Planned where `madeOn` is absent; then it is made or cancelled later.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = VisitRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "visit",
                                            value = "{\"plannedOn\":\"2016-03-10\",\"area\":\"Desarrollo Social\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Logged",
            content =
                    @Content(
                            schema = @Schema(implementation = VisitView.class),
                            examples = @ExampleObject(name = "visit", value = VisitView.PLANNED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`visit-ahead`")
    public Response logVisit(
            @PathParam("process") ProcessId id,
            @PathParam("stakeholder") UUID stakeholder,
            @Valid @NotNull VisitRequest request) {
        mustReach(id);
        records.stakeholder(id, stakeholder);
        var visit = new Visit(stakeholder, request.plannedOn(), request.area());
        var madeOn = request.madeOn();
        if (madeOn != null) {
            visit.made(notAhead(madeOn), request.outcome(), request.note());
        }
        records.add(visit);
        return Response.created(URI.create("/v1/processes/" + id + "/outreach/visits"))
                .entity(VisitView.of(visit))
                .build();
    }

    @POST
    @Path("/stakeholders/{stakeholder}/visits/{visit}/completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "completeVisit",
            summary = "Record that a planned visit was made",
            description = "With the day and what came of it; once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MadeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "made",
                                            value = "{\"madeOn\":\"2016-03-11\",\"outcome\":\"WILL_COME\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Made",
            content =
                    @Content(
                            schema = @Schema(implementation = VisitView.class),
                            examples = @ExampleObject(name = "visit", value = VisitView.MADE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`visit-settled`")
    @APIResponse(responseCode = "422", description = "`visit-ahead`")
    public Response completeVisit(
            @PathParam("process") ProcessId id,
            @PathParam("stakeholder") UUID stakeholder,
            @PathParam("visit") UUID visitId,
            @Valid @NotNull MadeRequest request) {
        var visit = open(id, stakeholder, visitId);
        visit.made(notAhead(request.madeOn()), request.outcome(), request.note());
        return Response.ok(VisitView.of(visit)).build();
    }

    @POST
    @Path("/stakeholders/{stakeholder}/visits/{visit}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "cancelVisit",
            summary = "Cancel a planned visit",
            description = "With the reason. What was made or cancelled does not change; plan another one.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CancelledRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "cancelled",
                                            value =
                                                    "{\"cancelledOn\":\"2016-03-09\",\"because\":\"Huaico en la vía\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content =
                    @Content(
                            schema = @Schema(implementation = VisitView.class),
                            examples = @ExampleObject(name = "visit", value = VisitView.CANCELLED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`visit-settled`")
    @APIResponse(responseCode = "422", description = "`visit-ahead`")
    public Response cancelVisit(
            @PathParam("process") ProcessId id,
            @PathParam("stakeholder") UUID stakeholder,
            @PathParam("visit") UUID visitId,
            @Valid @NotNull CancelledRequest request) {
        var visit = open(id, stakeholder, visitId);
        visit.cancelled(notAhead(request.cancelledOn()), request.because().strip());
        return Response.ok(VisitView.of(visit)).build();
    }

    @GET
    @Path("/outreach/visits")
    @Transactional
    @Operation(
            operationId = "listVisits",
            summary = "Visits",
            description = "Planned, made and cancelled, for staff, by day.")
    @APIResponse(
            responseCode = "200",
            description = "All of the process",
            content =
                    @Content(
                            schema = @Schema(implementation = VisitsView.class),
                            examples = @ExampleObject(name = "visits", value = VISITS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public VisitsView listVisits(@PathParam("process") ProcessId id) {
        mustReach(id);
        return new VisitsView(records.visits(id).stream().map(VisitView::of).toList());
    }

    private Visit open(ProcessId id, UUID stakeholder, UUID visitId) {
        mustReach(id);
        var visit = records.visitForChange(id, stakeholder, visitId);
        if (visit.settled()) {
            throw Problem.conflict("visit-settled").toException();
        }
        return visit;
    }

    private LocalDate notAhead(LocalDate day) {
        if (day.isAfter(Peru.today(clock))) {
            throw Problem.unprocessable("visit-ahead").toException();
        }
        return day;
    }

    private void mustReach(ProcessId id) {
        caller.mustActFor(processes.get(id).entity());
    }
}
