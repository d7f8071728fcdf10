package pe.minka.registry.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Seats that change hands, or become vacant, while the body is in office. */
@Path("/v1/bodies/{body}/seat-successions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bodies")
class SeatSuccessionResource {

    private static final String REQUEST = """
            {"seat":0,"since":"1998-02-01","cause":"RESIGNED","act":"Libro 2, folio 31","name":"Delegada de Sauceda","sex":"FEMALE"}""";
    private static final String VIEW = """
            {"seat":0,"since":"1998-02-01","cause":"RESIGNED","act":"Libro 2, folio 31","before":"Delegado de Sauceda",\
            "holder":"Delegada de Sauceda"}""";
    private static final String ID = "5f637d81-b9ea-482b-8064-eaf908172b11";

    private final SeatSuccessions successions;
    private final Bodies bodies;

    SeatSuccessionResource(SeatSuccessions successions, Bodies bodies) {
        this.successions = successions;
        this.bodies = bodies;
    }

    /**
     * @param seat by its place in the body, from 0
     * @param since first day of the new holder, or of the vacancy
     * @param act the minutes or the resolution behind it
     * @param name of who holds it from then on; absent where it becomes vacant
     */
    @Schema(name = "SeatSuccessionStatement")
    record SuccessionRequest(
            @NotNull @Min(0) Integer seat,
            @NotNull LocalDate since,
            SeatSuccession.@NotNull Cause cause,
            @NotBlank @Size(min = 3, max = 200) String act,
            @Nullable @Size(min = 3, max = 160) String name,
            @Nullable SeatSex sex) {}

    /**
     * @param before who held it; absent for a vacancy or a protected identity
     * @param holder who holds it from then on; the same
     */
    @Schema(name = "SeatSuccession")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuccessionView(
            int seat,
            LocalDate since,
            SeatSuccession.Cause cause,
            String act,
            @Nullable String before,
            @Nullable String holder) {}

    @Schema(name = "SeatSuccessions")
    record SuccessionsView(List<SuccessionView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordSeatSuccession",
            summary = "Record that a seat changed hands",
            description =
                    "By an act, from a day on. Without a name the seat is vacant: the quorum stays counted on all seats. The holder before stays on record, and counts for sessions held before that day. Changes of a seat are recorded in the order of their days.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SuccessionRequest.class),
                            examples = @ExampleObject(name = "succession", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The body as it is composed now",
            content =
                    @Content(
                            schema = @Schema(implementation = BodyView.class),
                            examples = @ExampleObject(name = "body", value = BodyExamples.STANDING)))
    @APIResponse(responseCode = "404", description = "`not-found`: also where the body has no such seat")
    @APIResponse(responseCode = "422", description = "`succession-untimely`")
    public Response recordSeatSuccession(
            @Parameter(example = ID) @PathParam("body") UUID id, @Valid @NotNull SuccessionRequest request) {
        var body = successions.succeed(
                id,
                request.seat(),
                request.since(),
                request.cause(),
                request.act(),
                request.name(),
                request.name() == null ? null : request.sex());
        return Response.created(URI.create("/v1/bodies/" + id + "/seat-successions"))
                .entity(BodyView.of(body, null))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "listSeatSuccessions",
            summary = "How the seats of a body changed hands",
            description = "By seat, the oldest first. Who holds a public office is public.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema = @Schema(implementation = SuccessionsView.class),
                            examples = @ExampleObject(name = "successions", value = "{\"items\":[" + VIEW + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public SuccessionsView listSeatSuccessions(@Parameter(example = ID) @PathParam("body") UUID id) {
        if (bodies.find(id).isEmpty()) {
            throw Problem.notFound().toException();
        }
        return new SuccessionsView(successions.of(id).stream()
                .map(each -> new SuccessionView(
                        each.seat(), each.since(), each.cause(), each.act(), each.before(), each.holder()))
                .toList());
    }
}
