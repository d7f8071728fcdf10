package pe.minka.registry.rotation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.agent.Agents;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Sessions that a body of the process held, with who sat: what its rotation is counted by. */
@Path("/v1/processes/{process}/body-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bodies")
class BodySessionResource {

    private static final String SESSION =
            "{\"session\":\"5c8f3f0e-9f57-4f4e-8d6f-0b2f6c1d9a01\",\"body\":\"COMMUNAL_BOARD\",\"heldOn\":\"1997-03-15\",\"sat\":2}";

    private final BodySessions sessions;
    private final Agents agents;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    BodySessionResource(BodySessions sessions, Agents agents, Processes processes, Caller caller, Clock clock) {
        this.sessions = sessions;
        this.agents = agents;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param agents accredited agents of the process who held a seat */
    @Schema(name = "BodySessionHeld")
    record SessionRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String body,

            @NotNull LocalDate heldOn,
            @NotEmpty @Size(max = 1000) List<@NotNull AgentId> agents) {}

    @Schema(name = "BodySession")
    record SessionView(UUID session, String body, LocalDate heldOn, int sat) {}

    @Schema(name = "BodySessions")
    record SessionsView(List<SessionView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordBodySession",
            summary = "Record a session of a body",
            description =
                    "After it was held, with who sat. Where the regulation rotates the seats of the body, who sat in one of its last sessions is not accredited again.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SessionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "session",
                                            value =
                                                    "{\"body\":\"COMMUNAL_BOARD\",\"heldOn\":\"1997-03-15\",\"agents\":[\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a102\"]}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = SessionView.class),
                            examples = @ExampleObject(name = "session", value = SESSION)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`body-session-exists`")
    @APIResponse(responseCode = "422", description = "`attendance-unknown`, `body-session-ahead`")
    public Response recordBodySession(@PathParam("process") ProcessId id, @Valid @NotNull SessionRequest request) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        if (request.heldOn().isAfter(Peru.today(clock))) {
            throw Problem.unprocessable("body-session-ahead").toException();
        }
        var sat = known(id, request.agents());
        var session = UUID.randomUUID();
        if (!sessions.add(session, id, process.entity(), request.body(), request.heldOn(), sat, clock.instant())) {
            throw Problem.conflict("body-session-exists").toException();
        }
        return Response.created(URI.create("/v1/processes/" + id + "/body-sessions"))
                .entity(new SessionView(session, request.body(), request.heldOn(), sat.size()))
                .build();
    }

    private Set<AgentId> known(ProcessId process, List<AgentId> named) {
        var known = Set.copyOf(agents.accreditedAmong(process, named));
        var problem = Problem.unprocessable("attendance-unknown");
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                problem.error("/agents/" + i, "agent-unknown");
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        return new LinkedHashSet<>(named);
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listBodySessions",
            summary = "Sessions of bodies",
            description = "The last 200 of the entity, with how many sat; not who.")
    @APIResponse(
            responseCode = "200",
            description = "The last first",
            content =
                    @Content(
                            schema = @Schema(implementation = SessionsView.class),
                            examples = @ExampleObject(name = "sessions", value = "{\"items\":[" + SESSION + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public SessionsView listBodySessions(@PathParam("process") ProcessId id) {
        return new SessionsView(sessions.of(processes.get(id).entity()).stream()
                .map(held -> new SessionView(held.session(), held.body(), held.heldOn(), held.sat()))
                .toList());
    }
}
