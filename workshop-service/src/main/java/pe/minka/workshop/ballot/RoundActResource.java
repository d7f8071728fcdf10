package pe.minka.workshop.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.workshop.process.Processes;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The acts that interrupt or prolong a vote. */
@Path("/v1/rounds/{round}/acts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rounds")
class RoundActResource {

    private static final String NEW_ACT = """
            {"act":"EXTENSION","document":"Acta 003-2016 del comité electoral",\
            "reason":"Reparto de víveres ajeno al proceso durante la votación",\
            "deadline":"2030-04-23T23:00:00Z"}""";
    private static final String ACT = """
            {"number":1,"act":"EXTENSION","document":"Acta 003-2016 del comité electoral",\
            "reason":"Reparto de víveres ajeno al proceso durante la votación",\
            "deadline":"2030-04-23T23:00:00Z","at":"2030-04-23T20:15:00Z"}""";
    private static final String ACTS = "{\"items\":[" + ACT + "]}";

    private final ActOnRound actOnRound;
    private final Rounds rounds;
    private final Processes processes;

    RoundActResource(ActOnRound actOnRound, Rounds rounds, Processes processes) {
        this.actOnRound = actOnRound;
        this.rounds = rounds;
        this.processes = processes;
    }

    /** @param deadline of an extension, and of nothing else */
    @Schema(name = "NewRoundAct")
    record ActRequest(
            ActOnRound.@NotNull Act act,
            @NotBlank @Size(max = 200) String document,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant deadline) {}

    @Schema(name = "RoundAct")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActView(
            int number,
            ActOnRound.Act act,
            String document,
            String reason,
            @Nullable Instant deadline,
            Instant at) {}

    @Schema(name = "RoundActs")
    record ActsView(List<ActView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record an act on a vote",
            description =
                    "Suspends, resumes, extends or ends an open round, or logs an incident: with the document and the"
                            + " reason, by the database's clock. Ballots in the box stay as they are. A vote whose deadline has"
                            + " come is over, and is extended only where it was suspended before.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded, and in force",
            content =
                    @Content(
                            schema = @Schema(implementation = ActView.class),
                            examples = @ExampleObject(name = "act", value = ACT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(responseCode = "409", description = "`act-not-possible` in the state of the round, `vote-is-over`")
    @APIResponse(responseCode = "422", description = "`deadline-of-extension`, `deadline-not-later`")
    public Response recordRoundAct(
            @PathParam("round") UUID id,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "act", value = NEW_ACT)))
                    @Valid
                    @NotNull
                    ActRequest request) {
        ProcessId process = rounds.known(id).process();
        processes.ofCaller(process);
        var recorded = actOnRound.record(id, request.act(), request.document(), request.reason(), request.deadline());
        return Response.created(URI.create("/v1/rounds/" + id + "/acts"))
                .entity(view(recorded))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "List the acts on a vote", description = "All of them, in their order.")
    @APIResponse(
            responseCode = "200",
            description = "The acts",
            content =
                    @Content(
                            schema = @Schema(implementation = ActsView.class),
                            examples = @ExampleObject(name = "acts", value = ACTS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public ActsView listRoundActs(@PathParam("round") UUID id) {
        rounds.known(id);
        return new ActsView(
                actOnRound.of(id).stream().map(RoundActResource::view).toList());
    }

    private static ActView view(ActOnRound.Recorded recorded) {
        return new ActView(
                recorded.number(),
                recorded.act(),
                recorded.document(),
                recorded.reason(),
                recorded.deadline(),
                recorded.at());
    }
}
