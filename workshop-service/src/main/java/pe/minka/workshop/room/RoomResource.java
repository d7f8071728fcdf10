package pe.minka.workshop.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
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
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Votes in the room. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Votes in the room", description = "Hands counted by two tellers; roll call of delegates with a mandate")
class RoomResource {

    private final CountHands countHands;
    private final HandCounts handCounts;
    private final CallTheRoll callTheRoll;
    private final Polling polling;
    private final Processes processes;
    private final Caller caller;

    RoomResource(
            CountHands countHands,
            HandCounts handCounts,
            CallTheRoll callTheRoll,
            Polling polling,
            Processes processes,
            Caller caller) {
        this.countHands = countHands;
        this.handCounts = handCounts;
        this.caller = caller;
        this.callTheRoll = callTheRoll;
        this.polling = polling;
        this.processes = processes;
    }

    /** @param workshop the assembly; @param hands by option */
    @Schema(name = "HandCount")
    record HandsRequest(
            @NotNull UUID workshop,

            @NotNull @Size(max = 2000) Map<UUID, @NotNull @Min(0) @Max(1_000_000) Integer> hands) {}

    /** @param teller the account; for the vigilance committee, auditors and polling officers */
    @Schema(name = "HandTelling")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TellingView(@Nullable String teller, Map<UUID, Integer> hands) {}

    /**
     * @param present voters in the room who had not voted
     * @param tellings what each teller counted, of discarded counts too; after the close
     * @param document the act that discarded it, where the other teller did not tell
     */
    @Schema(name = "HandCountState")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountedView(
            int number,
            HandCounts.State state,
            @Nullable Integer present,
            @Nullable List<TellingView> tellings,
            @Nullable String document,
            @Nullable String reason) {}

    /** @param document the act that gives the count up */
    @Schema(name = "HandCountDiscarding")
    record DiscardingRequest(
            @NotBlank @Size(max = 300) String document,
            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "HandCounts")
    record CountsView(List<CountedView> items) {}

    /**
     * @param workshop the base assembly, whose minutes are sealed
     * @param agreement the place of the decision in its minutes, from 0
     */
    @Schema(name = "NewMandate")
    record MandateRequest(
            @NotNull UUID agent,
            @NotNull UUID workshop,
            @Min(0) @Max(500) int agreement,
            @NotNull UUID option) {}

    @Schema(name = "Mandate")
    record MandateView(UUID agent, UUID workshop, String sha256, int agreement, UUID option) {}

    /** @param option absent: the delegate abstained */
    @Schema(name = "OpenVote")
    record SaidRequest(@NotNull UUID agent, @Nullable UUID option) {}

    @Schema(name = "RollCall")
    record CallRequest(@NotEmpty @Size(max = 2000) List<@Valid @NotNull SaidRequest> votes) {}

    @Schema(name = "RollCallVote")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CalledView(
            UUID agent,
            UUID workshop,
            String minutesSha256,
            int agreement,
            UUID mandate,
            boolean voted,
            @Nullable UUID option,
            boolean departs) {}

    @Schema(name = "RollCallResult")
    record ResultView(int votes, int departures, List<CalledView> items) {}

    @Schema(name = "RollCallRecorded")
    record RecordedView(int recorded) {}

    @POST
    @Path("/rounds/{round}/hand-counts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.POLLING_OFFICER, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Tell how many hands were raised",
            description =
                    "By two tellers with accounts of their own; the second does not see what the first told. Where"
                            + " they differ both counts are kept and discarded, and hands are counted anew. Where they agree, all who are"
                            + " present with a vote and had not voted are struck off; who raised no hand abstained.")
    @APIResponse(
            responseCode = "200",
            description = "`WAITING` for the other teller, `AGREED`, or `DISCARDED`",
            content =
                    @Content(
                            schema = @Schema(implementation = CountedView.class),
                            examples = @ExampleObject(name = "counted", value = RoomExamples.COUNTED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`same-teller`, `vote-is-secret`, `vote-by-roll-call`, `hands-need-one-choice`,"
                    + " `vote-not-open`, `channel-not-admitted`")
    @APIResponse(
            responseCode = "422",
            description = "`more-hands-than-present` with both numbers, `assembly-not-open`, `option-not-on-ballot`")
    public Response tellHands(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "hands", value = RoomExamples.HANDS)))
                    @Valid
                    @NotNull
                    HandsRequest request) {
        mine(round);
        var outcome = countHands.tell(round, request.workshop(), HandCount.of(request.hands()));
        return Response.ok(new CountedView(outcome.number(), outcome.state(), outcome.present(), null, null, null))
                .build();
    }

    @POST
    @Path("/rounds/{round}/hand-counts/{number}/discarding")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Give a count of hands up",
            description = "By an act, where the second teller does not tell: a round does not close over it. Nobody was"
                    + " struck off by it; hands are counted anew while the vote lasts.")
    @APIResponse(
            responseCode = "200",
            description = "Discarded",
            content =
                    @Content(
                            schema = @Schema(implementation = CountsView.class),
                            examples = @ExampleObject(name = "counts", value = RoomExamples.GIVEN_UP)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(responseCode = "409", description = "`hand-count-not-waiting`, `round-not-open`: it is closed")
    public Response discardHandCount(
            @PathParam("round") UUID round,
            @PathParam("number") int number,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "discarding",
                                                            value = RoomExamples.DISCARDING)))
                    @Valid
                    @NotNull
                    DiscardingRequest request) {
        mine(round);
        countHands.discard(round, number, request.document(), request.reason());
        return Response.ok(counts(round)).build();
    }

    @GET
    @Path("/rounds/{round}/hand-counts")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List the counts of hands",
            description =
                    "How often hands were counted and how many were present. What each of the tellers counted appears"
                            + " after the close; who they were, to the vigilance committee, auditors and polling officers.")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = CountsView.class),
                            examples = @ExampleObject(name = "counts", value = RoomExamples.COUNTS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public CountsView listHandCounts(@PathParam("round") UUID round) {
        return counts(round);
    }

    private CountsView counts(UUID round) {
        var vote = polling.known(round);
        boolean named = caller.hasRole(Roles.AUDITOR)
                || (caller.actsFor(vote.entity())
                        && (caller.hasRole(Roles.VIGILANCE_MEMBER) || caller.hasRole(Roles.POLLING_OFFICER)));
        return new CountsView(handCounts.of(round).stream()
                .map(counted -> new CountedView(
                        counted.number(),
                        counted.state(),
                        counted.present(),
                        vote.isOver() ? tellings(round, counted.number(), named) : null,
                        counted.document(),
                        counted.reason()))
                .toList());
    }

    private List<TellingView> tellings(UUID round, int number, boolean named) {
        return handCounts.tellings(round, number).stream()
                .map(each -> new TellingView(
                        named ? each.teller() : null, each.count().hands()))
                .toList();
    }

    @POST
    @Path("/rounds/{round}/mandates")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.POLLING_OFFICER, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record the mandate of a delegate",
            description = "What the base assembly decided, by its sealed minutes; the delegate was there. For good.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = MandateView.class),
                            examples = @ExampleObject(name = "mandate", value = RoomExamples.GIVEN)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`mandate-not-asked`, `mandate-given`, `vote-is-secret`, `vote-not-open`: it is closed")
    @APIResponse(
            responseCode = "422",
            description = "`mandate-without-minutes`, `delegate-not-in-assembly`, `option-not-on-ballot`")
    public Response giveMandate(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(examples = @ExampleObject(name = "mandate", value = RoomExamples.MANDATE)))
                    @Valid
                    @NotNull
                    MandateRequest request) {
        mine(round);
        var given = callTheRoll.give(round, request.agent(), request.workshop(), request.agreement(), request.option());
        return Response.status(Response.Status.CREATED)
                .entity(new MandateView(
                        given.agent(), given.workshop(), given.sha256(), given.agreement(), given.option()))
                .build();
    }

    @POST
    @Path("/rounds/{round}/roll-call")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record votes of a roll call",
            description = "Said aloud by delegates who carry a mandate. Each strikes off the same roll as every other"
                    + " channel. All of them are recorded, or none.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = RecordedView.class),
                            examples = @ExampleObject(name = "recorded", value = "{\"recorded\":1}")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(responseCode = "409", description = "`mandate-not-asked`, `vote-is-secret`, `vote-not-open`")
    @APIResponse(
            responseCode = "422",
            description = "`roll-call-refused` with `mandate-missing`, `delegate-has-voted`, `delegate-not-on-roll`")
    public Response callRoll(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "call", value = RoomExamples.CALL)))
                    @Valid
                    @NotNull
                    CallRequest request) {
        mine(round);
        callTheRoll.call(
                round,
                request.votes().stream()
                        .map(each -> new CallTheRoll.Said(each.agent(), each.option()))
                        .toList());
        return Response.ok(new RecordedView(request.votes().size())).build();
    }

    @GET
    @Path("/rounds/{round}/roll-call")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the roll call",
            description =
                    "After the close: each delegate's mandate with the minutes behind it, the vote, and whether it"
                            + " departs from the mandate.")
    @APIResponse(
            responseCode = "200",
            description = "The roll call",
            content =
                    @Content(
                            schema = @Schema(implementation = ResultView.class),
                            examples = @ExampleObject(name = "called", value = RoomExamples.CALLED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(responseCode = "409", description = "`round-not-closed`: partial results exist nowhere")
    public ResultView readRollCall(@PathParam("round") UUID round) {
        if (!polling.known(round).isOver()) {
            throw Problem.conflict("round-not-closed").toException();
        }
        var called = callTheRoll.of(round);
        return new ResultView(
                (int) called.stream().filter(CallTheRoll.Called::voted).count(),
                (int) called.stream().filter(CallTheRoll.Called::departs).count(),
                called.stream()
                        .map(each -> new CalledView(
                                each.mandate().agent(),
                                each.mandate().workshop(),
                                each.mandate().sha256(),
                                each.mandate().agreement(),
                                each.mandate().option(),
                                each.voted(),
                                each.option(),
                                each.departs()))
                        .toList());
    }

    private void mine(UUID round) {
        processes.ofCaller(polling.known(round).process());
    }
}
