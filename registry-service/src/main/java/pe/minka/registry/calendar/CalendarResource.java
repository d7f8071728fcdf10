package pe.minka.registry.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;
import pe.minka.registry.regulation.Step;

import java.util.List;

/** The calendar of a process. */
@Path("/v1/processes/{process}/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
class CalendarResource {

    private static final String ACTIVITIES = """
            [{"step":"CALL","startsOn":"2016-03-21","endsOn":"2016-04-08"},\
            {"step":"TRAINING","startsOn":"2016-03-28","endsOn":"2016-04-05","place":"Salón comunal de Coyllurqui"},\
            {"step":"WORKSHOPS","startsOn":"2016-04-11","endsOn":"2016-04-22"}]""";
    private static final String PLAN = "{\"activities\":" + ACTIVITIES + "}";
    private static final String CALENDAR = "{\"activities\":" + ACTIVITIES
            + ",\"unplanned\":[{\"phase\":\"FORMALISATION\",\"step\":\"FORMALISATION\",\"title\":\"Formalización\"}],\"version\":1}";

    private final PlanCalendar planCalendar;
    private final Processes processes;
    private final Caller caller;

    CalendarResource(PlanCalendar planCalendar, Processes processes, Caller caller) {
        this.planCalendar = planCalendar;
        this.processes = processes;
        this.caller = caller;
    }

    @Schema(name = "CalendarPlan")
    record PlanRequest(@NotNull @Size(min = 1, max = 500) List<@Valid @NotNull Activity> activities) {}

    /** @param unplanned steps of the regulation that have no day yet, in their order */
    @Schema(name = "Calendar")
    record CalendarView(List<Activity> activities, List<Step> unplanned, long version) {

        static CalendarView of(CalledProcess process, PlanCalendar.Planned planned) {
            var withDays = planned.activities().stream().map(Activity::step).toList();
            return new CalendarView(
                    planned.activities(),
                    process.regulation().steps().stream()
                            .filter(step -> !withDays.contains(step.step()))
                            .toList(),
                    planned.version());
        }
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Operation(
            operationId = "putCalendar",
            summary = "Plan the calendar",
            description =
                    "Puts the steps of the regulation on days, replacing what was planned. A step may be held several times."
                            + " Within a phase no step begins before the one ahead of it; a phase begins when the one before has ended."
                            + " `If-Match` is asked for from the second time on.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PlanRequest.class),
                            examples = @ExampleObject(name = "calendar", value = PLAN)))
    @APIResponse(
            responseCode = "200",
            description = "Planned",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.class),
                            examples = @ExampleObject(name = "calendar", value = CALENDAR)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "422", description = "`calendar-against-regulation`, with each activity that is wrong")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response putCalendar(
            @PathParam("process") ProcessId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PlanRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        return answer(process, planCalendar.plan(process, request.activities(), ifMatch));
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getCalendar",
            summary = "The calendar",
            description = "What takes place when, and which steps of the regulation have no day yet.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar; its ETag is needed to change it",
            content =
                    @Content(
                            schema = @Schema(implementation = CalendarView.class),
                            examples = @ExampleObject(name = "calendar", value = CALENDAR)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getCalendar(@PathParam("process") ProcessId id) {
        return answer(processes.get(id), planCalendar.read(id));
    }

    private static Response answer(CalledProcess process, PlanCalendar.Planned planned) {
        return Response.ok(CalendarView.of(process, planned))
                .tag(Versions.etag(planned.version()))
                .build();
    }
}
