package pe.minka.registry.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.registry.process.Processes;
import pe.minka.registry.territory.Entities;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Bodies named by an act: of a process, or standing bodies of an entity. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bodies")
class BodyResource {

    private static final String REQUEST = """
            {"kind":"TECHNICAL_TEAM","act":"Resolución de Alcaldía 031-2016","actDate":"2016-03-15",\
            "seats":[{"post":"CHAIR","name":"Jefe de Planeamiento y Presupuesto","kind":"STAFF","paid":true}]}""";
    private static final String BODY = """
            {"body":"4e526c70-a8d9-471a-af53-d9e8f7061a01","entity":"300305","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "kind":"TECHNICAL_TEAM","act":"Resolución de Alcaldía 031-2016","actDate":"2016-03-15","constitutedAt":"2016-03-15T15:00:00Z",\
            "seats":[{"post":"CHAIR","name":"Jefe de Planeamiento y Presupuesto","kind":"STAFF","paid":true}]}""";

    private final ConstituteBody constituteBody;
    private final Bodies bodies;
    private final Processes processes;
    private final Entities entities;
    private final Caller caller;

    BodyResource(ConstituteBody constituteBody, Bodies bodies, Processes processes, Entities entities, Caller caller) {
        this.constituteBody = constituteBody;
        this.bodies = bodies;
        this.processes = processes;
        this.entities = entities;
        this.caller = caller;
    }

    /** On a public list only the sex counts, never who. */
    enum SeatSex {
        FEMALE,
        MALE
    }

    /** @param name of an official or member, which is a public fact; absent for a vacancy or a protected identity */
    @Schema(name = "Seat")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatView(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String post,

            @Nullable @Size(max = 160) String name,
            @Nullable SeatKind kind,
            @Nullable SeatSex sex,
            @Nullable UUID organisation,
            @Nullable Boolean paid) {

        BodySeat seat() {
            return new BodySeat(
                    post,
                    name,
                    Objects.requireNonNullElse(kind, SeatKind.STAFF),
                    sex == null ? null : sex.name(),
                    organisation,
                    Boolean.TRUE.equals(paid));
        }

        static SeatView of(BodySeat seat) {
            var sex = seat.sex();
            return new SeatView(
                    seat.post(),
                    seat.name(),
                    seat.kind(),
                    sex == null ? null : SeatSex.valueOf(sex),
                    seat.organisation(),
                    seat.paid());
        }
    }

    /** @param act the resolution, ordinance or minutes that name it */
    @Schema(name = "BodyStatement")
    record BodyRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String kind,

            @NotBlank @Size(min = 3, max = 200) String act,
            @Nullable LocalDate actDate,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull SeatView> seats) {

        BodyStatement of(EntityCode entity, @Nullable ProcessId process) {
            return new BodyStatement(
                    entity,
                    process,
                    kind,
                    act,
                    actDate,
                    seats.stream().map(SeatView::seat).toList());
        }
    }

    /** @param process absent for a standing body of the entity */
    @Schema(name = "Body")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BodyView(
            UUID body,
            EntityCode entity,
            @Nullable ProcessId process,
            String kind,
            String act,
            @Nullable LocalDate actDate,
            Instant constitutedAt,
            List<SeatView> seats) {

        static BodyView of(Body body) {
            return new BodyView(
                    body.id(),
                    body.entity(),
                    body.process(),
                    body.kind(),
                    body.act(),
                    body.actDate(),
                    body.constitutedAt(),
                    body.seats().stream().map(SeatView::of).toList());
        }
    }

    @Schema(name = "Bodies")
    record BodiesView(List<BodyView> items) {}

    @POST
    @Path("/processes/{process}/bodies")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "constituteProcessBody",
            summary = "Name a body of a process",
            description = "Such as its technical team, by the act that names it and with its members.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BodyRequest.class),
                            examples = @ExampleObject(name = "team", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Named",
            content =
                    @Content(
                            schema = @Schema(implementation = BodyView.class),
                            examples = @ExampleObject(name = "team", value = BODY)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response constituteProcessBody(@PathParam("process") ProcessId id, @Valid @NotNull BodyRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        return created(constituteBody.constitute(request.of(process.entity(), id)), "/v1/processes/" + id);
    }

    @GET
    @Path("/processes/{process}/bodies")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listProcessBodies",
            summary = "Bodies of a process",
            description = "Those named for it and the standing bodies of its entity.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema = @Schema(implementation = BodiesView.class),
                            examples = @ExampleObject(name = "bodies", value = "{\"items\":[" + BODY + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public BodiesView listProcessBodies(@PathParam("process") ProcessId id) {
        return view(bodies.of(processes.get(id).entity(), id));
    }

    @POST
    @Path("/entities/{entity}/bodies")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "constituteEntityBody",
            summary = "Name a standing body of an entity",
            description =
                    "A coordination council, a communal board, or the technical team that a call needs; several may stand beside each other.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BodyRequest.class),
                            examples = @ExampleObject(name = "team", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Named",
            content =
                    @Content(
                            schema = @Schema(implementation = BodyView.class),
                            examples = @ExampleObject(name = "team", value = BODY)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response constituteEntityBody(
            @Parameter(example = "300305") @PathParam("entity") EntityCode code, @Valid @NotNull BodyRequest request) {
        caller.mustActFor(code);
        entities.known(code);
        return created(constituteBody.constitute(request.of(code, null)), "/v1/entities/" + code);
    }

    @GET
    @Path("/entities/{entity}/bodies")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listEntityBodies",
            summary = "Standing bodies of an entity",
            description = "With their members.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema = @Schema(implementation = BodiesView.class),
                            examples = @ExampleObject(name = "bodies", value = "{\"items\":[" + BODY + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public BodiesView listEntityBodies(@Parameter(example = "300305") @PathParam("entity") EntityCode code) {
        entities.known(code);
        return view(bodies.of(code, null));
    }

    private static BodiesView view(List<Body> found) {
        return new BodiesView(found.stream().map(BodyView::of).toList());
    }

    private static Response created(Body body, String place) {
        return Response.created(URI.create(place + "/bodies"))
                .entity(BodyView.of(body))
                .build();
    }
}
