package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
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

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How applications fared. */
@Path("/v1/processes/{process}/application-report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class ApplicationReportResource {

    private final Refusals refusals;
    private final Agents agents;
    private final Applications applications;
    private final Processes processes;
    private final Caller caller;

    ApplicationReportResource(
            Refusals refusals, Agents agents, Applications applications, Processes processes, Caller caller) {
        this.refusals = refusals;
        this.agents = agents;
        this.applications = applications;
        this.processes = processes;
        this.caller = caller;
    }

    /**
     * How long people wait from handing in to accreditation.
     *
     * @param measured agents of whom it is known when they applied
     * @param medianHours rounded up; absent where nobody was measured
     * @param slowestTenthHours nine of ten waited no longer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waits(
            int measured,
            @Nullable Long medianHours,
            @Nullable Long slowestTenthHours) {

        static Waits of(List<Duration> ascending) {
            if (ascending.isEmpty()) {
                return new Waits(0, null, null);
            }
            return new Waits(ascending.size(), hours(ascending, 50), hours(ascending, 90));
        }

        private static long hours(List<Duration> ascending, int percent) {
            int rank = (ascending.size() * percent + 99) / 100;
            return ascending.get(rank - 1).plusMinutes(59).toHours();
        }
    }

    /**
     * @param refused applications that were refused, each counted once
     * @param unmet how often each requirement was not met
     * @param lodged applications on record by where they stand today
     * @param cureDays working days that the regulation gives to cure
     */
    @Schema(name = "ApplicationReport")
    record ApplicationReport(
            int accredited,
            int refused,
            Map<String, Integer> unmet,
            Map<String, Integer> lodged,
            Waits waits,
            int cureDays,
            String law) {}

    @GET
    @RolesAllowed({Roles.REGISTRAR, Roles.ENTITY_ADMIN, Roles.AUDITOR, Roles.REGIONAL_READER})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "getApplicationReport",
            summary = "Time and refusals of applications",
            description =
                    "Which requirements keep people out, how long applicants wait, and how long they have to cure; nothing of who applied.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationReport.class),
                            examples =
                                    @ExampleObject(
                                            name = "report",
                                            value =
                                                    "{\"accredited\":300,\"refused\":4,\"unmet\":{\"organisation-too-young\":4},\"lodged\":{\"OBSERVED\":2,\"ACCREDITED\":40},\"waits\":{\"measured\":280,\"medianHours\":20,\"slowestTenthHours\":52},\"cureDays\":2,\"law\":\"DS 142-2009-EF art. 7.4\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ApplicationReport getApplicationReport(@PathParam("process") ProcessId id) {
        var process = processes.get(id);
        caller.mustRead(process.entity(), process.territory());
        var admission = process.regulation().admission();
        return new ApplicationReport(
                agents.composition(id).agents(),
                refusals.applications(id),
                refusals.byRequirement(id),
                applications.byState(id),
                Waits.of(agents.waits(id)),
                admission.cureDays(),
                admission.law());
    }
}
