package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Challenges (tachas) against accredited agents. */
@Path("/v1/processes/{process}/challenges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@Scope(Scope.OWN)
@Tag(name = "Agents")
class ChallengeResource {

    private static final String CHALLENGE = """
            {"challenge":"40615e78-b1d2-4fa5-8e72-9d516f7e8d55","agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","grounds":"No representa a la organización",\
            "evidence":"Acta de asamblea del 12 de marzo","filedOn":"2016-04-04","decideUntil":"2016-04-06"}""";

    private final Challenges challenges;
    private final Processes processes;
    private final Caller caller;

    ChallengeResource(Challenges challenges, Processes processes, Caller caller) {
        this.challenges = challenges;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param evidence what is put forward: minutes, a letter, their reference */
    @Schema(name = "ChallengeFiling")
    record ChallengeRequest(
            @NotNull AgentId agent,
            @NotBlank @Size(max = 1000) String grounds,
            @NotBlank @Size(max = 1000) String evidence) {}

    @Schema(name = "ChallengeDecision")
    record DecisionRequest(
            @NotNull Challenge.Decision decision,
            @NotBlank @Size(max = 1000) String reason) {}

    /** @param decision absent while it is open; the agent is one meanwhile */
    @Schema(name = "Challenge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChallengeView(
            UUID challenge,
            AgentId agent,
            String grounds,
            String evidence,
            LocalDate filedOn,
            LocalDate decideUntil,
            Challenge.@Nullable Decision decision,
            @Nullable String reason,
            @Nullable LocalDate decidedOn) {

        static ChallengeView of(Challenge challenge) {
            return new ChallengeView(
                    challenge.id(),
                    challenge.agent(),
                    challenge.grounds(),
                    challenge.evidence(),
                    challenge.filedOn(),
                    challenge.decideUntil(),
                    challenge.decision(),
                    challenge.reason(),
                    challenge.decidedOn());
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(name = "Challenges")
    record ChallengePage(
            List<ChallengeView> items, @Nullable String next) {}

    @POST
    @Idempotent
    @Operation(
            operationId = "fileChallenge",
            summary = "File a challenge",
            description =
                    "With grounds and evidence, within the working days that the regulation gives after the publication of the roll. The agent stays one until it is decided.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChallengeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "challenge",
                                            value =
                                                    "{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"grounds\":\"No representa a la organización\",\"evidence\":\"Acta de asamblea del 12 de marzo\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Filed",
            content =
                    @Content(
                            schema = @Schema(implementation = ChallengeView.class),
                            examples = @ExampleObject(name = "challenge", value = CHALLENGE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`agent-ended`, `challenge-late`, `challenge-open`")
    public Response fileChallenge(@PathParam("process") ProcessId id, @Valid @NotNull ChallengeRequest request) {
        var challenge = challenges.file(id, request.agent(), request.grounds(), request.evidence());
        return Response.created(URI.create("/v1/processes/" + id + "/challenges"))
                .entity(ChallengeView.of(challenge))
                .build();
    }

    @POST
    @Path("/{challenge}/decision")
    @Idempotent
    @Operation(
            operationId = "decideChallenge",
            summary = "Decide a challenge",
            description =
                    "An upheld challenge ends the accreditation; what was decided before with the agent's vote stands. A challenge against an agent who left meanwhile is decided too, and ends nothing more.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "decision",
                                            value =
                                                    "{\"decision\":\"DISMISSED\",\"reason\":\"El acta acredita la representación\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content =
                    @Content(
                            schema = @Schema(implementation = ChallengeView.class),
                            examples = @ExampleObject(name = "challenge", value = CHALLENGE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`challenge-decided`")
    public Response decideChallenge(
            @PathParam("process") ProcessId id,
            @PathParam("challenge") UUID challenge,
            @Valid @NotNull DecisionRequest request) {
        return Response.ok(ChallengeView.of(challenges.decide(id, challenge, request.decision(), request.reason())))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listChallenges",
            summary = "Challenges",
            description = "Open and decided, for the registrar.")
    @APIResponse(
            responseCode = "200",
            description = "One page, by day",
            content =
                    @Content(
                            schema = @Schema(implementation = ChallengePage.class),
                            examples = @ExampleObject(name = "challenges", value = "{\"items\":[" + CHALLENGE + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listChallenges(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        caller.mustActFor(processes.get(id).entity());
        var found = challenges.of(id, page.after(UUID::fromString), page.limit + 1);
        return Page.of(found, page, Challenge::id).map(ChallengeView::of).toResponse(uri);
    }
}
