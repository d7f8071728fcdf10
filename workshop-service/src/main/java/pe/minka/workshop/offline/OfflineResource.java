package pe.minka.workshop.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.json.AsItCame;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Votes without a network: declared before the opening, brought later, decided where they conflict. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offline voting", description = "Envelopes of devices: in any order, as often as one likes, each once")
class OfflineResource {

    private static final String SUITE = "RFC 9180 base, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM";
    private static final int MOST_BALLOTS = 5_000;

    private final OfflineVoting offlineVoting;
    private final SyncEnvelopes syncEnvelopes;
    private final DecideConflict decideConflict;
    private final OfflineEnvelopes envelopes;
    private final Polling polling;
    private final Processes processes;
    private final Caller caller;
    private final ObjectMapper json;
    private final Validator validator;

    OfflineResource(
            OfflineVoting offlineVoting,
            SyncEnvelopes syncEnvelopes,
            DecideConflict decideConflict,
            OfflineEnvelopes envelopes,
            Polling polling,
            Processes processes,
            Caller caller,
            ObjectMapper json,
            Validator validator) {
        this.offlineVoting = offlineVoting;
        this.syncEnvelopes = syncEnvelopes;
        this.decideConflict = decideConflict;
        this.envelopes = envelopes;
        this.polling = polling;
        this.processes = processes;
        this.caller = caller;
        this.json = json;
        this.validator = validator;
    }

    /** @param syncMinutes how long after the end of the vote envelopes are taken that were sealed before it */
    @Schema(name = "OfflineVotingDeclaration")
    record DeclarationRequest(@Min(1) @Max(20_160) int syncMinutes) {}

    /** @param publicKey of the round, Base64: devices seal ballots to it */
    @Schema(name = "OfflineVoting")
    record DeclaredView(UUID round, long syncMinutes, String suite, String publicKey) {

        static DeclaredView of(OfflineVoting.Declared declared) {
            return new DeclaredView(
                    declared.round(),
                    declared.syncMinutes().toMinutes(),
                    SUITE,
                    Base64.getEncoder().encodeToString(declared.publicKey()));
        }
    }

    /**
     * @param envelope made by the device; what makes a repetition known
     * @param voters credentials, or documents of a poll such as {@code DNI:41234567}
     * @param sealed Base64 of encapsulation (32 bytes) and ciphertext of {@code {"ballots":[{"choices":[]}]}}, one ballot
     *     a voter, filled up with blanks so that its length tells nothing; info {@code minka-offline-v1}, line feed,
     *     round; associated data the envelope's id
     * @param signature Base64, Ed25519 over the lines minka-envelope-v1, round, device, envelope, sealedAt, each voter,
     *     SHA-256 of the sealed bytes in hexadecimal, each ended by a line feed
     */
    @Schema(name = "Envelope")
    record EnvelopeRequest(
            @NotNull UUID envelope,
            @NotNull UUID device,
            @NotNull Instant sealedAt,

            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 60) @Pattern(regexp = "[^\\n]*") String> voters,

            @NotBlank @Size(max = 200_000) String sealed,
            @NotBlank @Size(max = 100) String signature) {

        /** Holds credentials or documents: it is never written out. */
        @Override
        public String toString() {
            return "envelope " + envelope;
        }
    }

    @Schema(name = "EnvelopeBatch")
    record BatchRequest(
            @Schema(type = SchemaType.ARRAY, implementation = EnvelopeRequest.class)
            @NotEmpty
            @Size(max = 500)
            @JsonDeserialize(contentUsing = AsItCame.class)
            List<JsonNode> envelopes) {

        /** Holds credentials or documents: it is never written out. */
        @Override
        public String toString() {
            return envelopes.size() + " envelopes";
        }
    }

    /**
     * @param untimely when it was sealed, where that was outside the vote
     * @param countable whether an act may have it counted
     * @param sealedAt the hour, as the device says
     * @param decision absent until as many accounts decided as it needs: two to count it, one to set it aside
     * @param decidedBy the accounts that said something on it, in their order
     */
    @Schema(name = "OfflineConflict")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingView(
            UUID conflict,
            UUID envelope,
            int item,
            UUID device,
            Conflict because,
            @Nullable Untimely untimely,
            boolean countable,
            Instant sealedAt,
            @Nullable String decision,
            @Nullable String document,
            List<String> decidedBy) {

        static WaitingView of(OfflineEnvelopes.Waiting waiting) {
            return new WaitingView(
                    waiting.conflict(),
                    waiting.envelope(),
                    waiting.item(),
                    waiting.device(),
                    waiting.because(),
                    waiting.untimely(),
                    waiting.isCountable(),
                    waiting.hour(),
                    waiting.decision(),
                    waiting.document(),
                    waiting.decidedBy());
        }
    }

    /**
     * @param envelope absent where it was refused
     * @param counted ballots of it in the box
     * @param repeated whether it was brought before
     * @param refused why it is no envelope: nothing of it was kept
     */
    @Schema(name = "SyncedEnvelope")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SyncedView(
            @Nullable UUID envelope,
            int counted,
            boolean repeated,
            List<WaitingView> aside,
            Brought.@Nullable Flaw refused) {

        static SyncedView of(SyncEnvelopes.Synced synced) {
            return new SyncedView(
                    synced.envelope(),
                    synced.counted(),
                    synced.repeated(),
                    synced.aside().stream().map(WaitingView::of).toList(),
                    null);
        }
    }

    @Schema(name = "SyncedBatch")
    record SyncedBatchView(List<SyncedView> items) {}

    @Schema(name = "OfflineConflictPage")
    record ConflictPage(List<WaitingView> items, @Nullable String next) {}

    /** @param voter the agent whose ballot it is, where the envelope named nobody known */
    @Schema(name = "ConflictDecision")
    record DecisionRequest(
            @NotNull DecideConflict.Decision decision,
            @NotBlank @Size(max = 300) String document,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable UUID voter) {}

    /** @param waiting ballots of it that wait for an act or were set aside by one */
    @Schema(name = "EnvelopeState")
    record FoundView(UUID envelope, int ballots, int counted, int waiting) {}

    @PUT
    @Path("/rounds/{round}/offline-voting")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Declare that a round is voted offline too",
            description =
                    "Before the opening. Gives the key that devices seal ballots to, and how long after the end of"
                            + " the vote devices may bring what they sealed before it. The round closes when all devices are back"
                            + " or that time is over. Repeated, it changes the time and not the key.")
    @APIResponse(
            responseCode = "200",
            description = "Declared",
            content =
                    @Content(
                            schema = @Schema(implementation = DeclaredView.class),
                            examples = @ExampleObject(name = "declared", value = OfflineExamples.DECLARED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(responseCode = "409", description = "`round-already-opened`, `channel-not-admitted`")
    public DeclaredView declareOfflineVoting(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "declaration",
                                                            value = "{\"syncMinutes\":180}")))
                    @Valid
                    @NotNull
                    DeclarationRequest request) {
        mine(round);
        return DeclaredView.of(offlineVoting.declare(round, request.syncMinutes()));
    }

    @GET
    @Path("/rounds/{round}/offline-voting")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Read the key for offline votes", description = "And how long envelopes are taken.")
    @APIResponse(
            responseCode = "200",
            description = "Key and time",
            content =
                    @Content(
                            schema = @Schema(implementation = DeclaredView.class),
                            examples = @ExampleObject(name = "declared", value = OfflineExamples.DECLARED)))
    @APIResponse(responseCode = "404", description = "`not-found`: the round is not voted offline")
    public DeclaredView readOfflineVoting(@PathParam("round") UUID round) {
        return DeclaredView.of(offlineVoting.known(round));
    }

    @POST
    @Path("/rounds/{round}/offline-envelopes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Bring envelopes",
            description =
                    "Up to 500 with 5000 ballots, in any order, as often as one likes: an envelope counts once by its"
                            + " id. The batch is one transaction. What does not count by itself is kept aside and told with the"
                            + " reason; an act decides on it. What is no envelope at all is `refused`, and harms no other. Voter"
                            + " and ballot part here and meet nowhere again.")
    @APIResponse(
            responseCode = "200",
            description = "What came of each, in their order",
            content =
                    @Content(
                            schema = @Schema(implementation = SyncedBatchView.class),
                            examples = @ExampleObject(name = "synced", value = OfflineExamples.SYNCED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`vote-not-open`: suspended or closed; `round-not-voted-offline`, `channel-not-admitted`")
    @APIResponse(responseCode = "422", description = "`batch-too-large`")
    public SyncedBatchView bringEnvelopes(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(examples = @ExampleObject(name = "batch", value = OfflineExamples.BATCH)))
                    @Valid
                    @NotNull
                    BatchRequest request) {
        mine(round);
        var parts = request.envelopes().stream().map(this::read).toList();
        var legible = new ArrayList<Envelope>();
        for (Brought part : parts) {
            if (part instanceof Brought.Legible one) {
                legible.add(one.envelope());
            }
        }
        if (legible.stream().mapToInt(each -> each.voters().size()).sum() > MOST_BALLOTS) {
            throw Problem.unprocessable("batch-too-large")
                    .with("most", MOST_BALLOTS)
                    .toException();
        }
        var synced = syncEnvelopes.sync(round, legible).iterator();
        var items = new ArrayList<SyncedView>();
        for (Brought part : parts) {
            items.add(
                    part instanceof Brought.Refused refused
                            ? new SyncedView(null, 0, false, List.of(), refused.because())
                            : SyncedView.of(synced.next()));
        }
        return new SyncedBatchView(items);
    }

    /** Each by itself: one that is none is refused alone, and harms no other. */
    private Brought read(JsonNode part) {
        EnvelopeRequest request;
        try {
            request = json.treeToValue(part, EnvelopeRequest.class);
        } catch (JsonProcessingException malformed) {
            return new Brought.Refused(Brought.Flaw.MALFORMED);
        }
        if (request == null || !validator.validate(request).isEmpty()) {
            return new Brought.Refused(Brought.Flaw.MALFORMED);
        }
        try {
            var base64 = Base64.getDecoder();
            return new Brought.Legible(new Envelope(
                    request.envelope(),
                    request.device(),
                    request.sealedAt(),
                    request.voters(),
                    base64.decode(request.sealed()),
                    base64.decode(request.signature())));
        } catch (IllegalArgumentException notBase64) {
            return new Brought.Refused(Brought.Flaw.NOT_BASE64);
        }
    }

    @GET
    @Path("/rounds/{round}/offline-envelopes/{envelope}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Look an envelope up",
            description =
                    "Who was given the id of an envelope by a device sees that it arrived, and whether it counted.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it",
            content =
                    @Content(
                            schema = @Schema(implementation = FoundView.class),
                            examples = @ExampleObject(name = "found", value = OfflineExamples.FOUND)))
    @APIResponse(responseCode = "404", description = "`not-found`: it did not arrive")
    public FoundView readEnvelope(@PathParam("round") UUID round, @PathParam("envelope") UUID envelope) {
        int ballots = envelopes.ballots(round, envelope);
        if (ballots == 0) {
            throw Problem.notFound().toException();
        }
        int waiting = SyncEnvelopes.waiting(ballots, envelopes.of(round, envelope));
        return new FoundView(envelope, ballots, ballots - waiting, waiting);
    }

    @GET
    @Path("/rounds/{round}/offline-conflicts")
    @RolesAllowed({Roles.POLLING_OFFICER, Roles.VIGILANCE_MEMBER, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Operation(
            summary = "List what was kept aside",
            description =
                    "Ballots of devices that did not count by themselves, with the reason, the act, if any, and the"
                            + " accounts that said something on it. Never whose they are.")
    @APIResponse(
            responseCode = "200",
            description = "A page of conflicts",
            content =
                    @Content(
                            schema = @Schema(implementation = ConflictPage.class),
                            examples = @ExampleObject(name = "conflicts", value = OfflineExamples.PAGE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    public Response listConflicts(
            @PathParam("round") UUID round, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        if (caller.hasRole(Roles.AUDITOR)) {
            polling.known(round);
        } else {
            mine(round);
        }
        return Page.of(envelopes.page(round, page.afterId(), page.limit + 1), page, OfflineEnvelopes.Waiting::conflict)
                .map(WaitingView::of)
                .toResponse(uri);
    }

    @POST
    @Path("/rounds/{round}/offline-conflicts/{conflict}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Decide on a ballot kept aside",
            description =
                    "By a recorded act, before the round closes. One account sets it aside. It counts only where the"
                            + " reason allows it, the roll still has the voter's place free, and a second account says the same"
                            + " of the same voter: until then it waits. Every word is kept with its account.")
    @APIResponse(
            responseCode = "200",
            description = "Decided, or waiting for a second account",
            content =
                    @Content(
                            schema = @Schema(implementation = WaitingView.class),
                            examples = @ExampleObject(name = "decided", value = OfflineExamples.WAITING)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such conflict within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`envelope-already-decided`, `envelope-not-countable`, `already-voted`, `vote-not-open`,"
                    + " `decided-by-the-same-person`")
    @APIResponse(responseCode = "422", description = "`voter-missing`, `voter-not-on-roll`")
    public Response decideConflict(
            @PathParam("round") UUID round,
            @PathParam("conflict") UUID conflict,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "decision",
                                                            value = OfflineExamples.DECISION)))
                    @Valid
                    @NotNull
                    DecisionRequest request) {
        mine(round);
        return Response.ok(WaitingView.of(decideConflict.decide(
                        round, conflict, request.decision(), request.document(), request.reason(), request.voter())))
                .build();
    }

    private void mine(UUID round) {
        processes.ofCaller(polling.known(round).process());
    }
}
