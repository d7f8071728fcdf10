package pe.minka.workshop.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.workshop.process.Processes;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Workshops: convocation, attendance, opening. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workshops", description = "Sessions of the agents: convened in time, attended, opened with quorum")
class WorkshopResource {

    private final ConductWorkshop conductWorkshop;
    private final Workshops workshops;
    private final Attendances attendances;
    private final Processes processes;

    WorkshopResource(
            ConductWorkshop conductWorkshop, Workshops workshops, Attendances attendances, Processes processes) {
        this.conductWorkshop = conductWorkshop;
        this.workshops = workshops;
        this.attendances = attendances;
        this.processes = processes;
    }

    enum Audience {
        ALL,
        WOMEN,
        YOUTH
    }

    enum CallNumber {
        FIRST,
        SECOND
    }

    /**
     * @param language of the place: a facilitator who does not speak it needs an interpreter
     * @param interpreter whether one is named
     */
    @Schema(name = "Convocation")
    record ConvocationRequest(
            @NotBlank @Size(max = 200) String title,

            @Nullable @Pattern(regexp = "[A-Z][A-Z_]*") @Size(max = 40)
            String kind,

            @NotNull Instant startsAt,
            @NotBlank @Size(max = 200) String place,
            @NotNull Instant convenedAt,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 300) String> agenda,
            @Nullable Audience audience,
            @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 3) String> facilitatorLanguages,
            @Nullable Boolean interpreter,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> channels) {

        Convocation convocation() {
            return new Convocation(
                    title,
                    Objects.requireNonNullElse(kind, "TERRITORIAL"),
                    startsAt,
                    place,
                    convenedAt,
                    Objects.requireNonNullElse(agenda, List.of()),
                    Objects.requireNonNullElse(audience, Audience.ALL).name(),
                    Objects.requireNonNullElse(language, "es"),
                    Objects.requireNonNullElse(facilitatorLanguages, List.of()),
                    Boolean.TRUE.equals(interpreter),
                    Objects.requireNonNullElse(channels, List.of()));
        }
    }

    @Schema(name = "AttendanceCount")
    record PresenceView(int present, int women, int men) {}

    /** @param quorum the presence that was needed; from the opening on */
    @Schema(name = "Workshop")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkshopView(
            UUID workshop,
            ProcessId process,
            String title,
            String kind,
            Instant startsAt,
            String place,
            Instant convenedAt,
            List<String> agenda,
            String audience,
            String language,
            List<String> channels,
            boolean interpreter,
            Workshop.State state,
            @Nullable Instant heldAt,
            PresenceView attendance,
            @Nullable Integer quorum,
            @Nullable String minutesSha256,
            long version) {}

    @Schema(name = "WorkshopPage")
    record WorkshopPage(List<WorkshopView> items, @Nullable String next) {}

    /** One of agent and credential. @param arrivedAt the announced beginning when absent */
    @Schema(name = "Arrival")
    record ArrivalRequest(
            @Nullable AgentId agent,
            @Nullable @Size(max = 60) String credential,
            @Nullable Instant arrivedAt) {}

    @Schema(name = "Attendance")
    record AttendanceRequest(@NotEmpty @Size(max = 5000) List<@Valid @NotNull ArrivalRequest> attended) {}

    /**
     * @param unknown positions in the list that name nobody entitled to be there
     * @param ended positions recorded though their accreditation has ended since: with the rights that they had
     */
    @Schema(name = "AttendanceRecorded")
    record RecordedView(int recorded, int alreadyPresent, List<Integer> unknown, List<Integer> ended) {}

    /** @param at when the session began; now when absent */
    @Schema(name = "WorkshopOpening")
    record OpeningRequest(@Nullable Instant at, @Nullable CallNumber call) {}

    @POST
    @Path("/processes/{process}/workshops")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Convene a workshop",
            description = "Calls the agents to a session. The days between `convenedAt` and `startsAt`, by the calendar"
                    + " of Peru, are held to the notice of the regulation.")
    @APIResponse(
            responseCode = "201",
            description = "Convened",
            content =
                    @Content(
                            schema = @Schema(implementation = WorkshopView.class),
                            examples = @ExampleObject(name = "workshop", value = WorkshopExamples.WORKSHOP)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process within the caller's reach")
    @APIResponse(
            responseCode = "422",
            description = "`notice-too-short` with the article, `convened-after-start`, `language-not-spoken`")
    public Response conveneWorkshop(
            @PathParam("process") ProcessId process,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "convocation",
                                                            value = WorkshopExamples.CONVOCATION)))
                    @Valid
                    @NotNull
                    ConvocationRequest request) {
        var convened = conductWorkshop.convene(processes.ofCaller(process), request.convocation());
        return Response.created(URI.create("/v1/workshops/" + convened.workshop))
                .tag(Versions.etag(convened.version))
                .entity(view(convened))
                .build();
    }

    @GET
    @Path("/processes/{process}/workshops")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List the workshops of a process",
            description = "In the order of their beginning, with how many came.")
    @APIResponse(
            responseCode = "200",
            description = "A page of workshops",
            content =
                    @Content(
                            schema = @Schema(implementation = WorkshopPage.class),
                            examples = @ExampleObject(name = "workshops", value = WorkshopExamples.WORKSHOPS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process")
    public Response listWorkshops(
            @PathParam("process") ProcessId process, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        processes.known(process);
        var last = page.after(UUID::fromString);
        var after = last == null ? null : workshops.findById(last);
        return Page.of(workshops.of(process, after, page.limit + 1), page, workshop -> workshop.workshop)
                .map(this::view)
                .toResponse(uri);
    }

    @GET
    @Path("/workshops/{workshop}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Read a workshop", description = "What was convened, who of how many came, and its state.")
    @APIResponse(
            responseCode = "200",
            description = "The workshop",
            content =
                    @Content(
                            schema = @Schema(implementation = WorkshopView.class),
                            examples = @ExampleObject(name = "workshop", value = WorkshopExamples.WORKSHOP)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop")
    public Response readWorkshop(@PathParam("workshop") UUID id) {
        var workshop = workshops.known(id);
        return Response.ok(view(workshop)).tag(Versions.etag(workshop.version)).build();
    }

    @POST
    @Path("/workshops/{workshop}/attendance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FACILITATOR, Roles.REGISTRAR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record who came",
            description =
                    "By agent id or by credential, as many and as often as one likes: each agent counts once, with"
                            + " the first arrival. Who was accredited at the arrival, or is on the frozen roll of a round that is open,"
                            + " is recorded with the rights of that moment, also where the accreditation ended since. Who"
                            + " is neither is told back and not recorded.")
    @APIResponse(
            responseCode = "200",
            description = "How many were new",
            content =
                    @Content(
                            schema = @Schema(implementation = RecordedView.class),
                            examples = @ExampleObject(name = "recorded", value = WorkshopExamples.RECORDED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop within the caller's reach")
    @APIResponse(responseCode = "409", description = "`minutes-already-sealed`")
    @APIResponse(responseCode = "422", description = "`arrival-unnamed`: neither agent nor credential")
    public Response recordAttendance(
            @PathParam("workshop") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "attendance",
                                                            value = WorkshopExamples.ATTENDANCE)))
                    @Valid
                    @NotNull
                    AttendanceRequest request) {
        processes.ofCaller(workshops.known(id).process);
        for (int i = 0; i < request.attended().size(); i++) {
            var arrival = request.attended().get(i);
            if (arrival.agent() == null && arrival.credential() == null) {
                throw Problem.unprocessable("arrival-unnamed")
                        .error("/attended/" + i, "arrival-unnamed")
                        .toException();
            }
        }
        var recorded = conductWorkshop.attend(
                id,
                request.attended().stream()
                        .map(each -> new ConductWorkshop.Arrival(each.agent(), each.credential(), each.arrivedAt()))
                        .toList());
        return Response.ok(new RecordedView(
                        recorded.recorded(), recorded.alreadyPresent(), recorded.unknown(), recorded.ended()))
                .build();
    }

    @POST
    @Path("/workshops/{workshop}/opening")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Open a workshop",
            description = "Opens the session when as many are there as the regulation asks. An alternate counts in the"
                    + " place of an absent principal. A second call needs those present, where the regulation says so.")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content =
                    @Content(
                            schema = @Schema(implementation = WorkshopView.class),
                            examples = @ExampleObject(name = "workshop", value = WorkshopExamples.WORKSHOP)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such workshop within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`quorum-not-reached` with the numbers and the article, `workshop-already-opened`")
    public Response openWorkshop(
            @PathParam("workshop") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "opening", value = WorkshopExamples.OPENING)))
                    @Valid
                    @Nullable
                    OpeningRequest request) {
        var process = processes.ofCaller(workshops.known(id).process);
        var opened = conductWorkshop.open(
                id,
                process,
                request == null ? null : request.at(),
                request != null && request.call() == CallNumber.SECOND);
        return Response.ok(view(opened)).tag(Versions.etag(opened.version)).build();
    }

    private WorkshopView view(Workshop workshop) {
        var presence = attendances.of(workshop.workshop);
        return new WorkshopView(
                workshop.workshop,
                workshop.process,
                workshop.title,
                workshop.kind,
                workshop.startsAt,
                workshop.place,
                workshop.convenedAt,
                workshop.agenda,
                workshop.audience,
                workshop.language,
                workshop.channels,
                workshop.interpreter,
                workshop.state,
                workshop.heldAt,
                new PresenceView(presence.present(), presence.women(), presence.men()),
                workshop.quorum,
                workshop.sha256,
                workshop.version);
    }
}
