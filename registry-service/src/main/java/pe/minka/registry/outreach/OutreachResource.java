package pe.minka.registry.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
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
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.process.Processes;

/** How far the outreach of a process got. */
@Path("/v1/processes/{process}/outreach")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outreach")
class OutreachResource {

    private static final int LEAST_SHOWN = 5;

    private final OutreachRecords records;
    private final Processes processes;

    OutreachResource(OutreachRecords records, Processes processes) {
        this.records = records;
        this.processes = processes;
    }

    /**
     * @param visitsPlanned all but those cancelled
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
}
