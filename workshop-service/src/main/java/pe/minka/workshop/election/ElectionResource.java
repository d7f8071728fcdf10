package pe.minka.workshop.election;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.workshop.process.Processes;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Elections of committees. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Elections", description = "Committees elected in the open: candidates, count and result at once")
class ElectionResource {

    private final HoldElection holdElection;
    private final Elections elections;
    private final Processes processes;

    ElectionResource(HoldElection holdElection, Elections elections, Processes processes) {
        this.holdElection = holdElection;
        this.elections = elections;
        this.processes = processes;
    }

    /** @param project the work that a management committee is for */
    @Schema(name = "NewElection")
    record ElectionRequest(
            Election.@NotNull Kind kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable UUID project) {}

    /** @param outgoingMember of the committee that ends */
    @Schema(name = "NewCandidate")
    record CandidateRequest(
            @NotNull AgentId agent,
            @Nullable Boolean publicOffice,
            @Nullable Boolean outgoingMember) {}

    @Schema(name = "NewElected")
    record ElectedRequest(
            @NotNull AgentId agent,
            @NotBlank @Size(max = 60) String post,
            @Nullable @Min(0) Integer votes) {}

    @Schema(name = "CandidateVotes")
    record VotesRequest(@NotNull AgentId agent, @Min(0) int votes) {}

    /**
     * @param count votes of each candidate, the elected ones too unless they stand beside them
     * @param round a counted round whose options are the candidates: its votes are taken instead
     */
    @Schema(name = "NewProclamation")
    record ProclamationRequest(
            @NotEmpty @Size(max = 50) List<@Valid @NotNull ElectedRequest> elected,
            @Nullable @Size(max = 500) List<@Valid @NotNull VotesRequest> count,
            @Nullable UUID round,
            @Nullable Instant proclaimedAt) {

        HoldElection.Outcome outcome() {
            Map<AgentId, Integer> votes = new HashMap<>();
            Objects.requireNonNullElse(count, List.<VotesRequest>of())
                    .forEach(each -> votes.put(each.agent(), each.votes()));
            elected.stream()
                    .filter(each -> each.votes() != null)
                    .forEach(each -> votes.putIfAbsent(each.agent(), Objects.requireNonNull(each.votes())));
            return new HoldElection.Outcome(
                    elected.stream()
                            .map(each -> new HoldElection.Chosen(each.agent(), each.post()))
                            .toList(),
                    votes,
                    round,
                    proclaimedAt);
        }
    }

    /** @param post where the candidate was elected */
    @Schema(name = "Candidate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateView(
            int number,
            AgentId agent,
            @Nullable Integer votes,
            @Nullable String post) {}

    @Schema(name = "Election")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ElectionView(
            UUID election,
            ProcessId process,
            Election.Kind kind,
            String title,
            @Nullable UUID project,
            @Nullable UUID round,
            List<CandidateView> candidates,
            @Nullable Instant proclaimedAt) {}

    @Schema(name = "Elections")
    record ElectionsView(List<ElectionView> items) {}

    @POST
    @Path("/processes/{process}/elections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Call an election",
            description = "Of a committee that the regulation knows: its size, posts and quotas stand there.")
    @APIResponse(
            responseCode = "201",
            description = "Called",
            content =
                    @Content(
                            schema = @Schema(implementation = ElectionView.class),
                            examples = @ExampleObject(name = "election", value = ElectionExamples.CALLED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process within the caller's reach")
    @APIResponse(responseCode = "422", description = "`committee-unknown`: the regulation has no such committee")
    public Response callElection(
            @PathParam("process") ProcessId process,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "election", value = ElectionExamples.CALL)))
                    @Valid
                    @NotNull
                    ElectionRequest request) {
        var called = holdElection.call(processes.ofCaller(process), request.kind(), request.title(), request.project());
        return Response.created(URI.create("/v1/elections/" + called.election))
                .entity(view(called))
                .build();
    }

    @GET
    @Path("/processes/{process}/elections")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List the elections of a process",
            description = "With candidates and, once proclaimed, results.")
    @APIResponse(
            responseCode = "200",
            description = "The elections",
            content =
                    @Content(
                            schema = @Schema(implementation = ElectionsView.class),
                            examples = @ExampleObject(name = "elections", value = ElectionExamples.ELECTIONS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process")
    public ElectionsView listElections(@PathParam("process") ProcessId process) {
        processes.known(process);
        return new ElectionsView(elections.of(process).stream().map(this::view).toList());
    }

    @GET
    @Path("/elections/{election}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read an election",
            description = "Candidates by their number; count and result from the moment of the proclamation.")
    @APIResponse(
            responseCode = "200",
            description = "The election",
            content =
                    @Content(
                            schema = @Schema(implementation = ElectionView.class),
                            examples = @ExampleObject(name = "election", value = ElectionExamples.PROCLAIMED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such election")
    public ElectionView readElection(@PathParam("election") UUID id) {
        return view(elections.known(id));
    }

    @POST
    @Path("/elections/{election}/candidates")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Admit a candidate",
            description = "An accredited agent, with the next number. Who holds a public office, or belongs to the"
                    + " outgoing committee where the regulation bars it, is refused with the article.")
    @APIResponse(
            responseCode = "201",
            description = "Admitted",
            content =
                    @Content(
                            schema = @Schema(implementation = CandidateView.class),
                            examples = @ExampleObject(name = "candidate", value = ElectionExamples.CANDIDATE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such election within the caller's reach")
    @APIResponse(responseCode = "409", description = "`already-a-candidate`, `election-already-proclaimed`")
    @APIResponse(
            responseCode = "422",
            description = "`candidate-not-eligible` with the article, `agent-not-accredited`")
    public Response admitCandidate(
            @PathParam("election") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "candidate",
                                                            value = ElectionExamples.NEW_CANDIDATE)))
                    @Valid
                    @NotNull
                    CandidateRequest request) {
        var process = processes.ofCaller(elections.known(id).process);
        var admitted = holdElection.admit(
                process,
                id,
                request.agent(),
                Boolean.TRUE.equals(request.publicOffice()),
                Boolean.TRUE.equals(request.outgoingMember()));
        return Response.created(URI.create("/v1/elections/" + id))
                .entity(view(admitted))
                .build();
    }

    @POST
    @Path("/elections/{election}/proclamation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Proclaim who was elected",
            description =
                    "Checks size, posts and quotas of the regulation, and that nobody with more votes is passed over"
                            + " but for a quota; then publishes candidates, count and result at once.")
    @APIResponse(
            responseCode = "200",
            description = "Proclaimed",
            content =
                    @Content(
                            schema = @Schema(implementation = ElectionView.class),
                            examples = @ExampleObject(name = "proclaimed", value = ElectionExamples.PROCLAIMED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such election within the caller's reach")
    @APIResponse(responseCode = "409", description = "`election-already-proclaimed`, `round-not-tallied`")
    @APIResponse(
            responseCode = "422",
            description = "`quota-not-met` with group, count and article, `committee-not-proclaimable`,"
                    + " `not-a-candidate`, `agent-not-accredited`")
    public Response proclaimElection(
            @PathParam("election") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "proclamation",
                                                            value = ElectionExamples.PROCLAMATION)))
                    @Valid
                    @NotNull
                    ProclamationRequest request) {
        var process = processes.ofCaller(elections.known(id).process);
        return Response.ok(view(holdElection.proclaim(process, id, request.outcome())))
                .build();
    }

    private ElectionView view(Election election) {
        return new ElectionView(
                election.election,
                election.process,
                election.kind,
                election.title,
                election.project,
                election.round,
                elections.candidates(election.election).stream()
                        .map(ElectionResource::view)
                        .toList(),
                election.proclaimedAt);
    }

    private static CandidateView view(Candidate candidate) {
        return new CandidateView(candidate.number, candidate.agent(), candidate.votes, candidate.post);
    }
}
