package pe.minka.workshop.ballot;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Processes;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Rounds, from their announcement to their count. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rounds", description = "Votes of a process: announced, opened on a frozen roll, closed, counted")
class RoundResource {

    private final AnnounceRound announceRound;
    private final OpenRound openRound;
    private final CloseRound closeRound;
    private final TallyRound tallyRound;
    private final Rounds rounds;
    private final Turnout turnout;
    private final RecountDesk desk;
    private final Processes processes;

    RoundResource(
            AnnounceRound announceRound,
            OpenRound openRound,
            CloseRound closeRound,
            TallyRound tallyRound,
            Rounds rounds,
            Turnout turnout,
            RecountDesk desk,
            Processes processes) {
        this.desk = desk;
        this.announceRound = announceRound;
        this.openRound = openRound;
        this.closeRound = closeRound;
        this.tallyRound = tallyRound;
        this.rounds = rounds;
        this.turnout = turnout;
        this.processes = processes;
    }

    /** @param option such as an agent or an objective; random when absent */
    @Schema(name = "NewRoundOption")
    record OptionRequest(
            @Nullable UUID option,
            @NotBlank @Size(max = 300) String title) {}

    /**
     * One of proposals and options.
     *
     * @param zone where only one zone votes
     * @param budget what the choices of a knapsack ballot may cost together
     * @param opensAt as announced; the act of opening is what counts
     */
    @Schema(name = "NewRound")
    record AnnouncementRequest(
            @NotNull RoundKind kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 2000) List<@NotNull UUID> proposals,
            @Nullable @Size(max = 2000) List<@Valid @NotNull OptionRequest> options,

            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String zone,

            @Nullable Soles budget,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    /**
     * @param deadline when the database's clock ends the vote; without it only the act of closing does
     * @param workshop the session in which it is voted: what the regulation asks of that session is looked for there
     */
    @Schema(name = "RoundOpening")
    record OpeningRequest(
            @Nullable Instant deadline, @Nullable UUID workshop) {}

    @Schema(name = "Rounds")
    record RoundsView(List<RoundView> items, @Nullable String next) {}

    /** @param same whether the new count equals the published one in every number and in the hash of the file */
    @Schema(name = "Recount")
    record RecountView(UUID round, int ballots, int blank, boolean same, String ballotsSha256) {}

    @POST
    @Path("/processes/{process}/rounds")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Announce a round",
            description =
                    "Says what is voted and puts the proposals on the ballot, in the order given. How it is marked"
                            + " stands in the regulation. A proposal that lacks what the regulation asks for is refused.")
    @APIResponse(
            responseCode = "201",
            description = "Announced",
            content =
                    @Content(
                            schema = @Schema(implementation = RoundView.class),
                            examples = @ExampleObject(name = "round", value = BallotExamples.OPEN)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process within the caller's reach")
    @APIResponse(
            responseCode = "422",
            description = "`proposals-not-ready` with what each lacks, `proposal-unknown`, `options-missing`,"
                    + " `options-repeated`, `ballot-rule-missing`, `budget-missing`, `projects-need-proposals`,"
                    + " `votes-weighted`")
    public Response announceRound(
            @PathParam("process") ProcessId process,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "announcement",
                                                            value = BallotExamples.ANNOUNCEMENT)))
                    @Valid
                    @NotNull
                    AnnouncementRequest request) {
        var announcement = announcement(request);
        var announced = announceRound.announce(processes.ofCaller(process), announcement);
        return Response.created(URI.create("/v1/rounds/" + announced.round()))
                .entity(view(announced))
                .build();
    }

    private static AnnounceRound.Announcement announcement(AnnouncementRequest request) {
        var proposals = Objects.requireNonNullElse(request.proposals(), List.<UUID>of());
        var options = Objects.requireNonNullElse(request.options(), List.<OptionRequest>of());
        if (proposals.isEmpty() == options.isEmpty()) {
            throw Problem.unprocessable("options-missing").toException();
        }
        var ids = options.stream()
                .map(OptionRequest::option)
                .filter(Objects::nonNull)
                .toList();
        if (new HashSet<>(proposals).size() < proposals.size() || new HashSet<>(ids).size() < ids.size()) {
            throw Problem.unprocessable("options-repeated").toException();
        }
        return new AnnounceRound.Announcement(
                request.kind(),
                request.title(),
                proposals,
                options.stream()
                        .map(each -> new AnnounceRound.FreeOption(each.option(), each.title()))
                        .toList(),
                request.zone(),
                request.budget(),
                request.opensAt(),
                request.closesAt());
    }

    @GET
    @Path("/processes/{process}/rounds")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "List the rounds of a process", description = "In the order of their announcement.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the rounds",
            content =
                    @Content(
                            schema = @Schema(implementation = RoundsView.class),
                            examples = @ExampleObject(name = "rounds", value = BallotExamples.ROUNDS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process")
    public Response listRounds(
            @PathParam("process") ProcessId process, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        processes.known(process);
        return Page.of(rounds.of(process, page.after(UUID::fromString), page.limit + 1), page, Round::round)
                .map(this::view)
                .toResponse(uri);
    }

    @GET
    @Path("/rounds/{round}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read a round",
            description = "The ballot paper, the roll's size and the turnout by hour; votes and scores only once it is"
                    + " closed and counted.")
    @APIResponse(
            responseCode = "200",
            description = "The round",
            content =
                    @Content(
                            schema = @Schema(implementation = RoundView.class),
                            examples = {
                                @ExampleObject(name = "open", value = BallotExamples.OPEN),
                                @ExampleObject(name = "tallied", value = BallotExamples.TALLIED)
                            }))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public RoundView readRound(@PathParam("round") UUID id) {
        return view(rounds.known(id));
    }

    @POST
    @Path("/rounds/{round}/opening")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Open a round",
            description =
                    "Freezes the roll (accredited, with a vote, trained where the regulation blocks the others) and"
                            + " opens the box. A refusal lists all that is missing.")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content =
                    @Content(
                            schema = @Schema(implementation = RoundView.class),
                            examples = @ExampleObject(name = "open", value = BallotExamples.OPEN)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`round-not-ready` with all that is missing, `round-already-opened`")
    @APIResponse(responseCode = "422", description = "`deadline-past`")
    public Response openRound(
            @PathParam("round") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "opening",
                                                            value = "{\"deadline\":\"2030-04-23T22:00:00Z\"}")))
                    @Valid
                    @Nullable
                    OpeningRequest request) {
        var process = processes.ofCaller(rounds.known(id).process());
        var opened = openRound.open(
                process, id, request == null ? null : request.deadline(), request == null ? null : request.workshop());
        return Response.ok(view(opened)).build();
    }

    @POST
    @Path("/rounds/{round}/closing")
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Close a round",
            description =
                    "Waits for the ballots that are being stored, takes no other, shuffles them for good, destroys"
                            + " the key they were sealed with, and publishes their commitments.")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content =
                    @Content(
                            schema = @Schema(implementation = RoundView.class),
                            examples = @ExampleObject(name = "closed", value = BallotExamples.OPEN)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description =
                    "`round-not-open`; `round-not-closable` with what a channel still waits for, or before the end"
                            + " that was told without an act (EARLY_CLOSE)")
    public Response closeRound(@PathParam("round") UUID id) {
        processes.ofCaller(rounds.known(id).process());
        return Response.ok(view(closeRound.close(id))).build();
    }

    @POST
    @Path("/rounds/{round}/tally")
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Count a round",
            description = "Counts the ballots of a closed round and publishes the result. As many ballots as struck-off"
                    + " seats, or there is no count.")
    @APIResponse(
            responseCode = "200",
            description = "Counted",
            content =
                    @Content(
                            schema = @Schema(implementation = RoundView.class),
                            examples = @ExampleObject(name = "tallied", value = BallotExamples.TALLIED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`round-not-closed`, `round-already-tallied`, `ballots-do-not-match-roll`")
    public Response tallyRound(@PathParam("round") UUID id) {
        processes.ofCaller(rounds.known(id).process());
        return Response.ok(view(tallyRound.tally(id))).build();
    }

    @GET
    @Path("/rounds/{round}/recount")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Count again",
            description = "Counts the stored ballots anew and says whether the result is the published one.")
    @APIResponse(
            responseCode = "200",
            description = "The new count",
            content =
                    @Content(
                            schema = @Schema(implementation = RecountView.class),
                            examples = @ExampleObject(name = "recount", value = BallotExamples.RECOUNT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(responseCode = "409", description = "`round-not-tallied`")
    @APIResponse(responseCode = "503", description = "`recount-busy`: again after `Retry-After`")
    public RecountView recountRound(@PathParam("round") UUID id) {
        var round = rounds.known(id);
        if (round.state() != Round.State.TALLIED) {
            throw Problem.conflict("round-not-tallied").toException();
        }
        var recount = desk.recount(() -> tallyRound.recount(round));
        return new RecountView(
                id, recount.count().ballots(), recount.count().blank(), recount.same(), recount.ballotsSha256());
    }

    private RoundView view(Round round) {
        return RoundView.of(round, turnout.of(round));
    }
}
