package pe.minka.workshop.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.RoundOption;
import pe.minka.workshop.ballot.Rounds;
import pe.minka.workshop.process.Processes;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Results of rounds: what was declared before, how ties were settled, and the act that is sealed about it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results", description = "Settled by a chain that was declared before; sealed as an act that anyone checks")
class ResultResource {

    private final Results results;
    private final CallSecondRound callSecondRound;
    private final SealResultAct sealResultAct;
    private final RoundRecords records;
    private final Rounds rounds;
    private final Processes processes;
    private final ObjectMapper json;

    ResultResource(
            Results results,
            CallSecondRound callSecondRound,
            SealResultAct sealResultAct,
            RoundRecords records,
            Rounds rounds,
            Processes processes,
            ObjectMapper json) {
        this.results = results;
        this.callSecondRound = callSecondRound;
        this.sealResultAct = sealResultAct;
        this.records = records;
        this.rounds = rounds;
        this.processes = processes;
        this.json = json;
    }

    /** @param lot in hexadecimal, where the draw settled it: the smallest comes first */
    @Schema(name = "ResultPlace")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceView(
            int place,
            UUID option,
            String title,
            int votes,
            String score,
            SettledOrder.By settledBy,
            @Nullable String lot) {}

    /**
     * @param secret told by its hash when the round opened; hidden while this draw waits for what is tossed
     * @param tosses once two people told the same
     * @param seed SHA-256 of the lines {@code minka-draw-v2}, round, secret, ballots digest and tosses; once these are told
     */
    @Schema(name = "RoundDraw")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DrawView(
            @Nullable String secret,
            String secretSha256,
            String ballotsDigest,
            @Nullable String tosses,
            @Nullable String seed) {

        static DrawView of(Results.Result result) {
            var draw = result.draw();
            boolean waits = result.order().undrawn().stream()
                    .anyMatch(tie -> tie.round().equals(draw.round()));
            return new DrawView(
                    waits ? null : draw.secret(),
                    draw.secretSha256(),
                    draw.ballotsDigest(),
                    draw.tosses(),
                    draw.isTossed() ? draw.seed() : null);
        }
    }

    /** @param round whose draw it is: this one, or the second round of the tie */
    @Schema(name = "UndrawnTie")
    record UndrawnView(UUID round, Set<UUID> options) {}

    /**
     * @param awaiting ties that the declared chain sends to a second round, which was not held
     * @param undrawn ties that it sends to a draw, for which nothing was tossed yet
     */
    @Schema(name = "RoundResult")
    record ResultView(
            UUID round,
            boolean settled,
            List<String> tieBreak,
            List<PlaceView> places,
            List<Set<UUID>> awaiting,
            List<UndrawnView> undrawn,
            DrawView draw) {}

    @Schema(name = "NewAttestation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttestationRequest(
            @NotBlank @Size(max = 120) String office,
            @Nullable @Size(max = 120) String name) {}

    /** @param withoutSecondRound why ties go to the draw at once; it stands in the act */
    @Schema(name = "NewResultAct")
    record ActRequest(
            @NotEmpty @Size(max = 20) List<@Valid @NotNull AttestationRequest> attestedBy,
            @Nullable @Size(max = 1000) String withoutSecondRound) {}

    /** @param document canonical JSON: its UTF-8 bytes have this SHA-256 */
    @Schema(name = "RoundDocument")
    record DocumentView(UUID round, String sha256, String document, Instant at) {}

    /** @param options all that were equal, and none else */
    @Schema(name = "NewSecondRound")
    record SecondRoundRequest(
            @NotEmpty @Size(max = 2000) List<@NotNull UUID> options,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    @Schema(name = "SecondRound")
    record SecondRoundView(UUID round, UUID secondRoundOf) {}

    @GET
    @Path("/rounds/{round}/declaration")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read what was declared when the round opened",
            description =
                    "The paper, the size of the roll, how ties are broken, the hash of the secret of a draw and the"
                            + " key of the receipts: fixed before the first ballot, and told to the public log by its hash.")
    @APIResponse(
            responseCode = "200",
            description = "The declaration",
            content =
                    @Content(
                            schema = @Schema(implementation = DocumentView.class),
                            examples = @ExampleObject(name = "declaration", value = ResultExamples.KEPT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round, or it never opened")
    public DocumentView readDeclaration(@PathParam("round") UUID id) {
        return kept(id, RoundRecords.Kind.DECLARATION);
    }

    @GET
    @Path("/rounds/{round}/result")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the result",
            description =
                    "The options in their order, and what settled each tie. Always the same for the same ballots.")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content =
                    @Content(
                            schema = @Schema(implementation = ResultView.class),
                            examples = @ExampleObject(name = "result", value = ResultExamples.RESULT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(responseCode = "409", description = "`round-not-tallied`")
    public ResultView readResult(@PathParam("round") UUID id) {
        var result = results.of(id);
        Map<UUID, RoundOption> options = new HashMap<>();
        result.round().options().forEach(option -> options.put(option.option(), option));
        return new ResultView(
                id,
                result.order().isFinal(),
                result.chain(),
                result.order().places().stream()
                        .map(place -> view(place, Objects.requireNonNull(options.get(place.option()))))
                        .toList(),
                result.order().awaiting(),
                result.order().undrawn().stream()
                        .map(tie -> new UndrawnView(tie.round(), tie.tied()))
                        .toList(),
                DrawView.of(result));
    }

    private static PlaceView view(SettledOrder.Place place, RoundOption option) {
        return new PlaceView(
                place.place(),
                place.option(),
                option.title(),
                Objects.requireNonNull(option.votes()),
                String.valueOf(Objects.requireNonNull(option.score())),
                place.settledBy(),
                place.lot());
    }

    @POST
    @Path("/rounds/{round}/second-rounds")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Call a second round",
            description = "Among all options of one tie, where the regulation sends ties to a second round. Each voter"
                    + " names one. What it leaves equal goes on along the chain; there is no third round.")
    @APIResponse(
            responseCode = "201",
            description = "Announced; open it as any round",
            content =
                    @Content(
                            schema = @Schema(implementation = SecondRoundView.class),
                            examples = @ExampleObject(name = "second", value = ResultExamples.CALLED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`round-not-tallied`, `second-round-already-called`, `result-act-already-sealed`,"
                    + " `draw-already-tossed`")
    @APIResponse(responseCode = "422", description = "`not-a-tie-for-a-second-round` with the ties that are")
    public Response callSecondRound(
            @PathParam("round") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "tie", value = ResultExamples.SECOND_ROUND)))
                    @Valid
                    @NotNull
                    SecondRoundRequest request) {
        processes.ofCaller(rounds.known(id).process());
        var second = callSecondRound.call(id, new HashSet<>(request.options()), request.opensAt(), request.closesAt());
        return Response.created(URI.create("/v1/rounds/" + second.round()))
                .entity(new SecondRoundView(second.round(), id))
                .build();
    }

    @POST
    @Path("/rounds/{round}/result-act")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Seal the act of the result",
            description =
                    "Roll, turnout by channel, counts, method, how ties were broken, the seed of the draw, hashes,"
                            + " incidents and who attested it: as canonical JSON, told to the public log by its hash.")
    @APIResponse(
            responseCode = "201",
            description = "Sealed",
            content =
                    @Content(
                            schema = @Schema(implementation = DocumentView.class),
                            examples = @ExampleObject(name = "act", value = ResultExamples.KEPT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`round-not-tallied`, `second-round-not-held`, `draw-not-tossed` with the ties that are to be"
                    + " drawn and the round of each draw, `result-act-already-sealed`")
    public Response sealResultAct(
            @PathParam("round") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "attestation",
                                                            value = ResultExamples.ATTESTATION)))
                    @Valid
                    @NotNull
                    ActRequest request) {
        processes.ofCaller(rounds.known(id).process());
        var sealed = sealResultAct.seal(
                id,
                request.attestedBy().stream()
                        .map(each -> new SealResultAct.Attestation(each.office(), each.name()))
                        .toList(),
                request.withoutSecondRound());
        return Response.created(URI.create("/v1/rounds/" + id + "/result-act"))
                .entity(new DocumentView(id, sealed.sha256(), sealed.document(), sealed.at()))
                .build();
    }

    @GET
    @Path("/rounds/{round}/result-act")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Read the act of the result", description = "Byte for byte as it was sealed.")
    @APIResponse(
            responseCode = "200",
            description = "The act",
            content =
                    @Content(
                            schema = @Schema(implementation = DocumentView.class),
                            examples = @ExampleObject(name = "act", value = ResultExamples.KEPT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round, or no act of it")
    public DocumentView readResultAct(@PathParam("round") UUID id) {
        return kept(id, RoundRecords.Kind.RESULT_ACT);
    }

    @GET
    @Path("/rounds/{round}/result-act/pdf")
    @Produces("application/pdf")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Print the act of the result",
            description = "For the notice board. What counts is the JSON, whose hash stands at its end.")
    @APIResponse(
            responseCode = "200",
            description = "The act on paper",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "pdf", value = "%PDF-1.6")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round, or no act of it")
    public Response printResultAct(@PathParam("round") UUID id) throws IOException {
        var act = kept(id, RoundRecords.Kind.RESULT_ACT);
        return Response.ok(ResultActPdf.of(json.readTree(act.document()), act.sha256()))
                .header("Content-Disposition", "attachment; filename=\"acta-" + id + ".pdf\"")
                .build();
    }

    private DocumentView kept(UUID id, RoundRecords.Kind kind) {
        var kept = records.find(kind, id).orElseThrow(() -> Problem.notFound().toException());
        return new DocumentView(id, kept.sha256(), kept.document(), kept.at());
    }
}
