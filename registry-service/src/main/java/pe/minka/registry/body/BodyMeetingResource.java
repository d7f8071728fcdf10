package pe.minka.registry.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Sessions of a body: its agenda, who was there, its minutes. */
@Path("/v1/bodies/{body}/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bodies")
class BodyMeetingResource {

    private static final String MEETING = """
            {"heldOn":"1997-09-14","agenda":["Plan de caminos","Cuentas del primer semestre"],"present":[0,2],\
            "minutes":"Libro 2, folio 14","agreements":["El camino a Sauceda va primero"]}""";
    private static final String VIEW = """
            {"meeting":"6a748e92-caf0-4b3c-9175-fbfa19283c22","body":"5f637d81-b9ea-482b-8064-eaf908172b11","heldOn":"1997-09-14",\
            "agenda":["Plan de caminos","Cuentas del primer semestre"],"present":2,"seats":6,"minutes":"Libro 2, folio 14",\
            "agreements":["El camino a Sauceda va primero"]}""";

    private final BodyMeetings meetings;
    private final Bodies bodies;
    private final Quorums quorums;
    private final Caller caller;

    BodyMeetingResource(BodyMeetings meetings, Bodies bodies, Quorums quorums, Caller caller) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.quorums = quorums;
        this.caller = caller;
    }

    /**
     * @param present seats that were filled and present, by their place in the body, from 0
     * @param minutes where they are kept, or what they say in short; no personal data
     */
    @Schema(name = "BodyMeetingStatement")
    record MeetingRequest(
            @NotNull LocalDate heldOn,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 300) String> agenda,
            @NotNull @Size(max = 500) List<@NotNull @Min(0) Integer> present,
            @NotBlank @Size(max = 4_000) String minutes,
            @NotNull @Size(max = 100) List<@NotBlank @Size(max = 500) String> agreements) {}

    /**
     * @param present how many seats were present, of how many there are
     * @param quorum presence that agreements need; absent where the regulation asks for none
     */
    @Schema(name = "BodyMeeting")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeetingView(
            UUID meeting,
            UUID body,
            LocalDate heldOn,
            List<String> agenda,
            int present,
            int seats,
            @Nullable Integer quorum,
            String minutes,
            List<String> agreements) {}

    @Schema(name = "BodyMeetings")
    record MeetingsView(List<MeetingView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordBodyMeeting",
            summary = "Record a session of a body",
            description =
                    "With its agenda, the seats that were present, its minutes and what was agreed; one a day and body. Where the regulation asks for a quorum, nothing is agreed without it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingRequest.class),
                            examples = @ExampleObject(name = "meeting", value = MEETING)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingView.class),
                            examples = @ExampleObject(name = "meeting", value = VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`meeting-exists`")
    @APIResponse(responseCode = "422", description = "`meeting-incoherent`")
    public Response recordBodyMeeting(
            @Parameter(example = "5f637d81-b9ea-482b-8064-eaf908172b11") @PathParam("body") UUID id,
            @Valid @NotNull MeetingRequest request) {
        var body = body(id);
        caller.mustActFor(body.entity());
        var meeting = meetings.add(
                body,
                new BodyMeetings.Held(
                        request.heldOn(), request.agenda(), request.present(), request.minutes(), request.agreements()),
                caller.subject());
        return Response.created(URI.create("/v1/bodies/" + id + "/meetings"))
                .entity(view(body, meeting, quorum(body)))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listBodyMeetings",
            summary = "Sessions of a body",
            description = "By date, of this body alone; minutes of official meetings are public.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema = @Schema(implementation = MeetingsView.class),
                            examples = @ExampleObject(name = "meetings", value = "{\"items\":[" + VIEW + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public MeetingsView listBodyMeetings(
            @Parameter(example = "5f637d81-b9ea-482b-8064-eaf908172b11") @PathParam("body") UUID id) {
        var body = body(id);
        var quorum = quorum(body);
        return new MeetingsView(meetings.of(id).stream()
                .map(meeting -> view(body, meeting, quorum))
                .toList());
    }

    private @Nullable Integer quorum(Body body) {
        return quorums.of(body).map(Quorums.Quorum::seats).orElse(null);
    }

    private Body body(UUID id) {
        return bodies.find(id).orElseThrow(() -> Problem.notFound().toException());
    }

    private MeetingView view(Body body, BodyMeeting meeting, @Nullable Integer quorum) {
        var told = meetings.read(meeting);
        return new MeetingView(
                meeting.id(),
                body.id(),
                told.heldOn(),
                told.agenda(),
                told.present().size(),
                body.seats().size(),
                quorum,
                told.minutes(),
                told.agreements());
    }
}
