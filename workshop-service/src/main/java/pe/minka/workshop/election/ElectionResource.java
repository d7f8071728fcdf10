package pe.minka.workshop.election;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
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

    private final CallElection callElection;
    private final AdmitCandidate admitCandidate;
    private final ProclaimElection proclaimElection;
    private final Elections elections;
    private final Processes processes;

    ElectionResource(
            CallElection callElection,
            AdmitCandidate admitCandidate,
            ProclaimElection proclaimElection,
            Elections elections,
            Processes processes) {
        this.callElection = callElection;
        this.admitCandidate = admitCandidate;
        this.proclaimElection = proclaimElection;
        this.elections = elections;
        this.processes = processes;
    }

    /**
     * @param project the work that a management committee is for
     * @param workshop the session that a chairing board is for, and of no other election
     */
    @Schema(name = "NewElection")
    record ElectionRequest(
            Election.@NotNull Kind kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable UUID project,
            @Nullable UUID workshop) {}

    /**
     * @param list on which the agent stands; needed where the regulation has a quota of lists
     * @param publicOffice whether the agent holds one; needed where the regulation bars it
     * @param outgoingMember of the committee that ends; needed where the regulation bars re-election
     */
    @Schema(name = "NewCandidate")
    record CandidateRequest(
            @NotNull AgentId agent,
            @Nullable @Pattern(regexp = "\\S(.{0,58}\\S)?") String list,
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
     * A count of hands.
     *
     * @param minutes that hold it
     * @param tellers two agents at least who told it, none of them a candidate
     * @param tieRound a counted round among those whom it left equal, where some of them are seated and others not
     */
    @Schema(name = "ElectionHandCount")
    record HandCountRequest(
            @NotBlank @Size(max = 200) String minutes,
            @NotNull @Size(max = 20) List<@NotNull AgentId> tellers,
            @Nullable UUID tieRound) {

        ProclaimElection.HandCount count() {
            return new ProclaimElection.HandCount(minutes, tellers, tieRound);
        }
    }

    /**
     * The count of all candidates, by a round or by hands.
     *
     * @param count votes of each candidate, the elected ones too unless they stand beside them
     * @param round a counted round whose options are the candidates: its votes are taken, and no others given
     * @param handCount where no round was held
     * @param proclaimedAt when it was proclaimed in the room; now where nothing is said
     */
    @Schema(name = "NewProclamation")
    record ProclamationRequest(
            @NotEmpty @Size(max = 50) List<@Valid @NotNull ElectedRequest> elected,
            @Nullable @Size(max = 500) List<@Valid @NotNull VotesRequest> count,
            @Nullable UUID round,
            @Nullable @Valid HandCountRequest handCount,
            @Nullable Instant proclaimedAt) {

        ProclaimElection.Outcome outcome() {
            return new ProclaimElection.Outcome(
                    elected.stream()
                            .map(each -> new ProclaimElection.Chosen(each.agent(), each.post()))
                            .toList(),
                    votes(),
                    round,
                    handCount == null ? null : handCount.count(),
                    proclaimedAt);
        }

        private Map<AgentId, Integer> votes() {
            Map<AgentId, Integer> votes = new HashMap<>();
            Objects.requireNonNullElse(count, List.<VotesRequest>of())
                    .forEach(each -> put(votes, each.agent(), each.votes()));
            elected.stream()
                    .filter(each -> each.votes() != null)
                    .forEach(each -> put(votes, each.agent(), Objects.requireNonNull(each.votes())));
            return votes;
        }

        private static void put(Map<AgentId, Integer> votes, AgentId agent, int given) {
            var before = votes.putIfAbsent(agent, given);
            if (before != null && before != given) {
                throw Problem.unprocessable("votes-contradictory")
                        .with("agent", agent)
                        .toException();
            }
        }
    }

    /** @param post where the candidate was elected */
    @Schema(name = "Candidate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateView(
            int number,
            AgentId agent,
            @Nullable String list,
            @Nullable Integer votes,
            @Nullable String post) {}

    @Schema(name = "HandCountOfElection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HandCountView(
            String minutes, List<AgentId> tellers, @Nullable UUID tieRound) {}

    @Schema(name = "Election")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ElectionView(
            UUID election,
            ProcessId process,
            Election.Kind kind,
            String title,
            @Nullable UUID project,
            @Nullable UUID workshop,
            @Nullable UUID round,
            @Nullable HandCountView handCount,
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
            description =
                    "Of a committee, the chairing board of a session, or delegates, as the regulation knows them: size,"
                            + " posts and quotas stand there.")
    @APIResponse(
            responseCode = "201",
            description = "Called",
            content =
                    @Content(
                            schema = @Schema(implementation = ElectionView.class),
                            examples = @ExampleObject(name = "election", value = ElectionExamples.CALLED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process within the caller's reach")
    @APIResponse(
            responseCode = "422",
            description = "`committee-unknown`: the regulation has no such committee; `session-of-chair`")
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
        var called = callElection.call(
                processes.ofCaller(process), request.kind(), request.title(), request.project(), request.workshop());
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
            description =
                    "An accredited agent, with the next number. What the regulation bars (public office, a seat on"
                            + " the committee that ends) has to be declared, either way; who is barred is refused with the article.")
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
            description = "`declaration-missing` with what is not declared, `candidate-not-eligible` with the article,"
                    + " `agent-not-accredited`")
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
        var admitted = admitCandidate.admit(
                process,
                id,
                new Candidacy(request.agent(), request.list(), request.publicOffice(), request.outgoingMember()));
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
                    "Checks size, posts, quotas, territory and lists of the regulation, that each candidate was counted, and"
                            + " that nobody with more votes is passed over but for a quota or the territory; then publishes"
                            + " candidates, count and result at once. The count is a round's, or one of hands that minutes"
                            + " hold and two tellers told. Where hands leave some equal of whom not all are seated, and the"
                            + " regulation settles ties by a second round or a draw, a round among them and nobody else"
                            + " settles it: `tieRound`, of the election's kind, counted, its draw tossed. Nobody votes in it"
                            + " where the regulation draws at once.")
    @APIResponse(
            responseCode = "200",
            description = "Proclaimed",
            content =
                    @Content(
                            schema = @Schema(implementation = ElectionView.class),
                            examples = @ExampleObject(name = "proclaimed", value = ElectionExamples.PROCLAIMED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such election within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`election-already-proclaimed`, `round-not-tallied`, `tie-not-settled`, `vote-is-secret`,"
                    + " `round-already-counted`")
    @APIResponse(
            responseCode = "422",
            description = "`quota-not-met` with group, count and article, `committee-not-proclaimable`,"
                    + " `not-a-candidate`, `agent-not-accredited`, `votes-missing`, `votes-contradictory`,"
                    + " `count-not-attested`, `count-beside-round`, `round-of-another-kind`, `ballot-not-of-candidates`,"
                    + " `round-of-another-election`, `round-of-no-tie`,"
                    + " `proclamation-time-impossible`")
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
        return Response.ok(view(proclaimElection.proclaim(process, id, request.outcome())))
                .build();
    }

    private ElectionView view(Election election) {
        return new ElectionView(
                election.election,
                election.process,
                election.kind,
                election.title,
                election.project,
                election.workshop,
                election.round,
                election.minutes == null
                        ? null
                        : new HandCountView(election.minutes, election.tellers(), election.tieRound),
                elections.candidates(election.election).stream()
                        .map(ElectionResource::view)
                        .toList(),
                election.proclaimedAt);
    }

    private static CandidateView view(Candidate candidate) {
        return new CandidateView(candidate.number, candidate.agent(), candidate.list, candidate.votes, candidate.post);
    }
}
