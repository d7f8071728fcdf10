package pe.minka.registry.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.ProblemTexts;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.registry.feast.FeastDays;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;
import pe.minka.registry.regulation.Step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

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
            + ",\"unplanned\":[{\"phase\":\"FORMALISATION\",\"step\":\"FORMALISATION\",\"title\":\"Formalización\"}],"
            + "\"feastDays\":[{\"date\":\"2016-03-24\",\"title\":\"Jueves Santo\",\"law\":\"DLeg 713 art. 6\",\"steps\":[\"CALL\"]}],\"version\":1}";

    private final PlanCalendar planCalendar;
    private final Processes processes;
    private final Caller caller;
    private final ProblemTexts languages;

    CalendarResource(PlanCalendar planCalendar, Processes processes, Caller caller, ProblemTexts languages) {
        this.planCalendar = planCalendar;
        this.processes = processes;
        this.caller = caller;
        this.languages = languages;
    }

    @Schema(name = "CalendarPlan")
    record PlanRequest(@NotNull @Size(min = 1, max = 500) List<@Valid @NotNull Activity> activities) {}

    /** @param steps that are planned for the day */
    @Schema(name = "CalendarFeast")
    record FeastView(LocalDate date, String title, String law, List<String> steps) {}

    /**
     * @param unplanned steps of the regulation that have no day yet, in their order
     * @param feastDays of the nation and the place that fall on planned days; they warn and forbid nothing
     */
    @Schema(name = "Calendar")
    record CalendarView(List<Activity> activities, List<Step> unplanned, List<FeastView> feastDays, long version) {}

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
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("es") String language,
            @Valid @NotNull PlanRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        return answer(process, planCalendar.plan(process, request.activities(), ifMatch), language);
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
    public Response getCalendar(
            @PathParam("process") ProcessId id,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("es") String language) {
        return answer(processes.get(id), planCalendar.read(id), language);
    }

    private Response answer(CalledProcess process, PlanCalendar.Planned planned, String accepted) {
        var withDays = planned.activities().stream().map(Activity::step).toList();
        var unplanned = process.regulation().steps().stream()
                .filter(step -> !withDays.contains(step.step()))
                .toList();
        var view = new CalendarView(
                planned.activities(),
                unplanned,
                feasts(process, planned.activities(), languages.negotiate(accepted)),
                planned.version());
        return Response.ok(view).tag(Versions.etag(planned.version())).build();
    }

    private static List<FeastView> feasts(CalledProcess process, List<Activity> activities, String language) {
        var kept = FeastDays.under(process.regulation());
        var steps = new TreeMap<LocalDate, List<String>>();
        var feasts = new TreeMap<LocalDate, FeastDays.Kept>();
        for (var activity : activities) {
            for (var feast : kept.between(activity.startsOn(), activity.endsOn())) {
                feasts.put(feast.date(), feast);
                steps.computeIfAbsent(feast.date(), day -> new ArrayList<>()).add(activity.step());
            }
        }
        return feasts.values().stream()
                .map(feast -> new FeastView(
                        feast.date(), feast.title(language), feast.law(), steps.getOrDefault(feast.date(), List.of())))
                .toList();
    }
}
