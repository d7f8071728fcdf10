package pe.minka.registry.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.calendar.PlanCalendar;
import pe.minka.registry.calendar.PlannedStep;
import pe.minka.registry.process.Processes;

import java.util.List;
import java.util.UUID;

/** The sessions of a process for everyone's own calendar. */
@Path("/v1/processes/{process}/sessions.ics")
@Tag(name = "Notices")
class CalendarFileResource {

    private static final String CALENDAR = "text/calendar;charset=UTF-8";
    private static final String EXAMPLE =
            "BEGIN:VCALENDAR\r\nPRODID:-//Minka//Participatory budgeting//ES\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n";

    private final WorkshopDates dates;
    private final PlanCalendar calendar;
    private final Processes processes;

    CalendarFileResource(WorkshopDates dates, PlanCalendar calendar, Processes processes) {
        this.dates = dates;
        this.calendar = calendar;
        this.processes = processes;
    }

    @GET
    @Produces(CALENDAR)
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getSessionsCalendar",
            summary = "Sessions as a calendar file",
            description =
                    "iCalendar (RFC 5545) of all workshops and announced sessions and, on whole days, the steps of the process calendar; or of one workshop; a calendar that subscribes to it learns of changes and cancellations.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content =
                    @Content(
                            mediaType = CALENDAR,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getSessionsCalendar(
            @PathParam("process") ProcessId id,
            @Parameter(description = "Only this workshop or announced session.") @QueryParam("workshop") @Nullable
                    UUID workshop,
            @Parameter(description = "Of the titles.", example = "qu") @QueryParam("language") @DefaultValue("es")
                    String language) {
        var process = processes.get(id);
        var entries = dates.of(id, language);
        if (workshop != null) {
            entries = entries.stream()
                    .filter(entry -> entry.session().equals(workshop))
                    .toList();
            if (entries.isEmpty()) {
                throw Problem.notFound().toException();
            }
        }
        var steps = workshop == null ? calendar.steps(process) : List.<PlannedStep>of();
        return Response.ok(SessionCalendar.of(List.copyOf(entries), steps), CALENDAR)
                .build();
    }
}
