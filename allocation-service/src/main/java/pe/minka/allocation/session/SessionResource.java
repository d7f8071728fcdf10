package pe.minka.allocation.session;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Sessions over HTTP. */
@Path("/v1")
@Tag(name = "Sessions", description = "Ordinary sessions of bodies and what they must bring forth.")
public class SessionResource {

    private static final String OUTPUTS =
            "[{\"output\":\"ACCOUNTS_REPORT\",\"fiscalYear\":2026,\"document\":\"Acta 4, punto 2\"},{\"output\":\"NEXT_YEAR_BUDGET\",\"fiscalYear\":2027,\"document\":\"Acta 4, punto 5\"}]";
    private static final String EXAMPLE =
            "{\"session\":\"f3cc2d2e-af20-4da0-9b9c-2c3d4e5f6a01\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"body\":\"COMMUNAL_BOARD\",\"year\":2026,\"ordinal\":4,\"heldOn\":\"2026-12-05\",\"minutes\":\"Acta 4-2026\",\"outputs\":"
                    + OUTPUTS + "}";

    private final RecordSession recordSession;
    private final Sessions sessions;
    private final Processes processes;
    private final Documents documents;

    SessionResource(RecordSession recordSession, Sessions sessions, Processes processes, Documents documents) {
        this.recordSession = recordSession;
        this.sessions = sessions;
        this.processes = processes;
        this.documents = documents;
    }

    @Schema(name = "SessionRequest")
    record SessionRequest(
            @Schema(description = "A body of the regulation.", examples = "COMMUNAL_BOARD")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String body,

            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 160) String minutes,
            @NotNull @Size(max = 50) List<@Valid @NotNull OutputRequest> outputs) {}

    @Schema(name = "SessionOutput")
    record OutputRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String output,

            @Schema(description = "The year that it is for.") @NotNull @Min(1990) @Max(2100)
            Integer fiscalYear,

            @Schema(description = "Where it stands.") @NotBlank @Size(max = 160)
            String document) {}

    @Schema(name = "Session")
    record SessionView(
            UUID session,
            ProcessId process,
            String body,
            int year,

            @Schema(description = "Its number among the ordinary sessions of the year.")
            int ordinal,

            LocalDate heldOn,
            String minutes,
            List<OutputRequest> outputs) {}

    @Schema(name = "SessionList")
    record SessionList(List<SessionView> items) {}

    @POST
    @Path("/processes/{process}/sessions")
    @RolesAllowed(Roles.COUNCIL_SECRETARY)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record an ordinary session",
            description = "The session takes the next number of its year. What the regulation asks of the first, the"
                    + " last or each session must be among the outputs; next year's budget is for the year after the"
                    + " session.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "the last of the year",
                                            value =
                                                    "{\"body\":\"COMMUNAL_BOARD\",\"heldOn\":\"2026-12-05\",\"minutes\":\"Acta 4-2026\",\"outputs\":"
                                                            + OUTPUTS + "}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SessionView.class),
                            examples = @ExampleObject(name = "the last of the year", value = EXAMPLE)))
    public Response recordSession(@PathParam("process") ProcessId process, @Valid @NotNull SessionRequest request) {
        var row = recordSession.record(
                process,
                request.body(),
                request.heldOn(),
                request.minutes(),
                request.outputs().stream()
                        .map(each -> new SessionDemand.Output(each.output(), each.fiscalYear(), each.document()))
                        .toList());
        return Response.created(URI.create("/v1/processes/" + process + "/sessions"))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/processes/{process}/sessions")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Ordinary sessions of a process", description = "Of each body, by year and number.")
    @APIResponse(
            responseCode = "200",
            description = "The sessions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SessionList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + EXAMPLE + "]}")))
    public SessionList listSessions(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new SessionList(sessions.of(process).stream().map(this::view).toList());
    }

    private SessionView view(SessionRow row) {
        return new SessionView(
                row.id,
                row.process,
                row.body,
                row.year,
                row.ordinal,
                row.heldOn,
                row.minutes,
                documents.read(row.outputs, new TypeReference<List<SessionDemand.Output>>() {}).stream()
                        .map(each -> new OutputRequest(each.output(), each.fiscalYear(), each.document()))
                        .toList());
    }
}
