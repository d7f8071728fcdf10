package pe.minka.registry.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.process.Processes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How far the outreach of a process got. */
@Path("/v1/processes/{process}/outreach")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outreach")
class OutreachResource {

    private static final int LEAST_SHOWN = 5;

    private final OutreachRecords records;
    private final Processes processes;
    private final Caller caller;

    OutreachResource(OutreachRecords records, Processes processes, Caller caller) {
        this.records = records;
        this.processes = processes;
        this.caller = caller;
    }

    /**
     * @param visited stakeholders with at least one visit made
     * @param opponentsVisitedPercent of those who oppose the administration, absent where they are fewer than five
     */
    @Schema(name = "Outreach")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutreachView(
            int stakeholders,
            int invited,
            int visitsPlanned,
            int visitsMade,
            int visited,
            @Nullable Integer opponentsVisitedPercent) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getOutreach",
            summary = "Reach of the outreach",
            description =
                    "Stakeholders, invitations and visits in figures, with the reach among those who oppose the administration; no names and no attitudes.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            schema = @Schema(implementation = OutreachView.class),
                            examples =
                                    @ExampleObject(
                                            name = "reach",
                                            value =
                                                    "{\"stakeholders\":80,\"invited\":61,\"visitsPlanned\":40,\"visitsMade\":33,\"visited\":30,\"opponentsVisitedPercent\":75}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public OutreachView getOutreach(@PathParam("process") ProcessId id) {
        processes.get(id);
        var reach = Reach.of(records.stakeholders(id), records.visits(id));
        return new OutreachView(
                reach.stakeholders(),
                reach.invited(),
                reach.visitsPlanned(),
                reach.visitsMade(),
                reach.visited(),
                reach.opponents() < LEAST_SHOWN ? null : 100 * reach.opponentsVisited() / reach.opponents());
    }

    @Schema(name = "Visits")
    record VisitsView(List<VisitLine> items) {}

    /** @param madeOn absent while it is only planned */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitLine(
            UUID stakeholder,
            LocalDate plannedOn,
            String area,
            @Nullable LocalDate madeOn,
            @Nullable String note) {}

    @GET
    @Path("/visits")
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(operationId = "listVisits", summary = "Visits", description = "Planned and made, for staff, by day.")
    @APIResponse(
            responseCode = "200",
            description = "All of the process",
            content =
                    @Content(
                            schema = @Schema(implementation = VisitsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "visits",
                                            value =
                                                    "{\"items\":[{\"stakeholder\":\"0c2f1a34-7d9e-4b61-9a3e-5f1d2c3b4a11\",\"plannedOn\":\"2016-03-10\",\"area\":\"Desarrollo Social\"}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public VisitsView listVisits(@PathParam("process") ProcessId id) {
        caller.mustActFor(processes.get(id).entity());
        return new VisitsView(records.visits(id).stream()
                .map(visit -> new VisitLine(
                        visit.stakeholder(), visit.plannedOn(), visit.area(), visit.madeOn(), visit.note()))
                .toList());
    }
}
