package pe.minka.workshop.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Processes;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** Ballots: cast by those on the roll, public without their voters once the round is closed. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ballots", description = "One each, secret, countable by anyone")
class BallotResource {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final CastBallot castBallot;
    private final VotingRounds voting;
    private final Rounds rounds;
    private final BallotBox box;
    private final BallotFile file;
    private final RecountDesk desk;
    private final Processes processes;
    private final Oversight oversight;
    private final Caller caller;

    BallotResource(
            CastBallot castBallot,
            VotingRounds voting,
            Rounds rounds,
            BallotBox box,
            BallotFile file,
            RecountDesk desk,
            Processes processes,
            Oversight oversight,
            Caller caller) {
        this.desk = desk;
        this.oversight = oversight;
        this.castBallot = castBallot;
        this.voting = voting;
        this.rounds = rounds;
        this.box = box;
        this.file = file;
        this.processes = processes;
        this.caller = caller;
    }

    /**
     * One of the two, by the kind of ballot; none marked is a blank ballot.
     *
     * @param choices options, by preference where the ballot ranks
     * @param points by option
     */
    @Schema(name = "Ballot")
    record BallotRequest(
            @Nullable @Size(max = 2000) List<@NotNull UUID> choices,
            @Nullable @Size(max = 2000) Map<UUID, Integer> points) {}

    /**
     * @param commitment SHA-256; the same stands among the commitments of the round once it is closed
     * @param signature Ed25519 under the lines {@code minka-receipt-v1}, round and commitment, by the key that the
     *     declaration of the round told: proves that the ballot was taken in, should it be missing
     */
    @Schema(name = "Receipt")
    record ReceiptView(UUID round, String commitment, String signature) {}

    @Schema(name = "CommitmentPage")
    record CommitmentPage(List<String> items, @Nullable String next) {}

    /** @param mark positions on the ballot as they were committed to, with points where there are any */
    @Schema(name = "Opening")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpeningView(
            String commitment,
            String nonce,
            String mark,
            List<UUID> choices,
            @Nullable List<Integer> points) {}

    @Schema(name = "OpeningPage")
    record OpeningPage(List<OpeningView> items, @Nullable String next) {}

    @POST
    @Path("/rounds/{round}/ballots")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PARTICIPANT)
    @Scope(Scope.OWN)
    @NonBlocking
    @Operation(
            summary = "Cast a ballot",
            description = "One for each agent on the roll. The receipt tells nobody what was voted and stands in the"
                    + " public list of commitments after the close. The same `Idempotency-Key` with the same ballot gets"
                    + " the same receipt, after the close too: so an answer that got lost is found again. Use a random"
                    + " UUID as the key.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "Random, and the request's own; 1 to 255 visible ASCII characters.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "In the box, for good",
            content =
                    @Content(
                            schema = @Schema(implementation = ReceiptView.class),
                            examples = @ExampleObject(name = "receipt", value = BallotExamples.RECEIPT)))
    @APIResponse(
            responseCode = "400",
            description = "`idempotency-key-missing`, `idempotency-key-malformed`, `malformed-body`")
    @APIResponse(responseCode = "403", description = "`forbidden-role`; `not-on-roll`")
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(
            responseCode = "409",
            description =
                    "`already-voted`, `vote-not-open`, `channel-not-admitted`, `ballot-superseded`, `request-in-flight`: the same request is being stored")
    @APIResponse(
            responseCode = "422",
            description = "`option-not-on-ballot`, `option-marked-twice`, `too-few-choices`, `too-many-choices`,"
                    + " `blank-not-allowed`, `over-budget`, `points-missing`, `points-not-asked`,"
                    + " `points-out-of-range`, `idempotency-key-reused`")
    @APIResponse(
            responseCode = "503",
            description = "`ballot-box-busy`, `ballot-box-unavailable`: the same request again, after `Retry-After`")
    public CompletionStage<Response> castBallot(
            @PathParam("round") UUID id,
            @HeaderParam("Idempotency-Key") @Parameter(hidden = true) @Nullable String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "choices", value = BallotExamples.BALLOT),
                                                @ExampleObject(name = "blank", value = BallotExamples.BLANK),
                                                @ExampleObject(name = "points", value = BallotExamples.POINTS)
                                            }))
                    @Valid
                    @NotNull
                    BallotRequest request) {
        if (key == null) {
            throw Problem.badRequest("idempotency-key-missing").toException();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.badRequest("idempotency-key-malformed").toException();
        }
        var agent = caller.agent();
        return voting.ask(id)
                .thenCompose(known -> cast(
                        known.orElseThrow(() -> Problem.notFound().toException()),
                        agent.orElseThrow(() -> Problem.forbidden("not-on-roll").toException()),
                        key,
                        request))
                .handle((outcome, failure) -> answer(id, outcome, failure));
    }

    private CompletionStage<CastOutcome> cast(
            VotingRounds.Voting found, AgentId agent, String key, BallotRequest request) {
        found.mustAdmit(Channel.OWN_DEVICE);
        var mark = BallotProblems.marked(found.paper().read(request.choices(), request.points()));
        return castBallot.cast(found, agent, Channel.OWN_DEVICE, key, mark);
    }

    private static Response answer(UUID round, @Nullable CastOutcome outcome, @Nullable Throwable failure) {
        if (outcome instanceof CastOutcome.Counted counted) {
            return Response.status(Response.Status.CREATED)
                    .entity(new ReceiptView(round, counted.commitment(), counted.signature()))
                    .build();
        }
        throw outcome instanceof CastOutcome.Refused refused
                ? BallotProblems.of(refused.because())
                : BallotProblems.of(failure);
    }

    @GET
    @Path("/rounds/{round}/commitments")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List the commitments",
            description =
                    "Those of all ballots of a closed round, in the order of their values. Who has a receipt finds"
                            + " it here; nobody finds a voter or a choice.")
    @APIResponse(
            responseCode = "200",
            description = "A page of commitments",
            content =
                    @Content(
                            schema = @Schema(implementation = CommitmentPage.class),
                            examples = @ExampleObject(name = "commitments", value = BallotExamples.COMMITMENTS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(responseCode = "409", description = "`round-not-closed`")
    public Response listCommitments(
            @PathParam("round") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        mustBeOver(rounds.known(id));
        return Page.of(box.commitments(id, afterCommitment(page), page.limit + 1), page, commitment -> commitment)
                .toResponse(uri);
    }

    @GET
    @Path("/rounds/{round}/openings")
    @RolesAllowed({Roles.VIGILANCE_MEMBER, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Operation(
            summary = "List the openings",
            description =
                    "For auditors of the entity and its vigilance committee, once one was proclaimed in the process"
                            + " for that one alone: mark and nonce behind each commitment of a closed round. SHA-256 of the lines `minka-ballot-v1`, round, mark, nonce, each ended by a line feed, is"
                            + " the commitment: so nothing was added, dropped or changed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of openings",
            content =
                    @Content(
                            schema = @Schema(implementation = OpeningPage.class),
                            examples = @ExampleObject(name = "openings", value = BallotExamples.OPENINGS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(responseCode = "409", description = "`round-not-closed`")
    public Response listOpenings(
            @PathParam("round") UUID id, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var round = rounds.known(id);
        processes.ofCaller(round.process());
        if (!caller.hasRole(Roles.AUDITOR)
                && !oversight.watches(round.process(), caller.agent().orElse(null))) {
            throw Problem.notFound().toException();
        }
        mustBeOver(round);
        return Page.of(box.openings(id, afterCommitment(page), page.limit + 1), page, BallotBox.Opening::commitment)
                .map(opening -> view(round, opening))
                .toResponse(uri);
    }

    private static OpeningView view(Round round, BallotBox.Opening opening) {
        var kind = round.paper().kind();
        var choices = opening.mark().choices();
        return new OpeningView(
                opening.commitment(),
                opening.nonce(),
                opening.mark().text(kind.hasPoints()),
                choices.stream()
                        .map(choice -> round.options().get(choice.position()).option())
                        .toList(),
                kind.hasPoints() ? choices.stream().map(Mark.Choice::points).toList() : null);
    }

    @GET
    @Path("/rounds/{round}/ballot-file")
    @Produces("text/plain;charset=UTF-8")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Download the ballots",
            description = "All ballots of a closed round, without their voters, as a Pabulib file: anyone counts them"
                    + " again. Always the same to the byte; its SHA-256 is published with the count.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "text/plain",
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "file",
                                            value = "META\nkey;value\ndescription;Priorización de proyectos\n")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(responseCode = "409", description = "`round-not-closed`")
    @APIResponse(
            responseCode = "503",
            description = "`recount-busy`: ballots that nobody counted yet are being counted")
    public Response downloadBallots(@PathParam("round") UUID id) {
        var round = rounds.known(id);
        mustBeOver(round);
        var count =
                round.state() == Round.State.TALLIED ? Count.published(round) : desk.recount(() -> box.count(round));
        StreamingOutput content = out -> file.write(round, count, out);
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".pb\"")
                .build();
    }

    private static void mustBeOver(Round round) {
        if (!round.state().isOver()) {
            throw Problem.conflict("round-not-closed").toException();
        }
    }

    private static byte[] afterCommitment(PageRequest page) {
        return Objects.requireNonNullElse(page.after(HexFormat.of()::parseHex), new byte[0]);
    }
}
