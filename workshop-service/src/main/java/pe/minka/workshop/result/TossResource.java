package pe.minka.workshop.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.workshop.ballot.Rounds;
import pe.minka.workshop.process.Processes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Coins and dice thrown in front of all, for the draw that breaks a tie. */
@Path("/v1/rounds/{round}/tosses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results")
class TossResource {

    private final TossForDraw tossForDraw;
    private final Tosses tosses;
    private final Rounds rounds;
    private final Processes processes;

    TossResource(TossForDraw tossForDraw, Tosses tosses, Rounds rounds, Processes processes) {
        this.tossForDraw = tossForDraw;
        this.tosses = tosses;
        this.rounds = rounds;
        this.processes = processes;
    }

    /**
     * @param tosses at least sixteen coins, C for cara and S for sello, or dice, in the order in which they fell
     * @param document that records it
     */
    @Schema(name = "NewToss")
    record TossRequest(
            @NotNull @Pattern(regexp = "[CS]{16,200}|[1-6]{16,200}")
            String tosses,

            @NotBlank @Size(max = 300) String document) {}

    /** @param tosses once two people told the same; those on which they differed too */
    @Schema(name = "Toss")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TossView(
            int number, Tosses.State state, @Nullable String tosses, String document, Instant at) {

        static TossView of(Tosses.Toss toss) {
            return new TossView(
                    toss.number(),
                    toss.state(),
                    toss.state() == Tosses.State.WAITING ? null : toss.tosses(),
                    toss.document(),
                    toss.at());
        }
    }

    @Schema(name = "Tosses")
    record TossesView(List<TossView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Tell what was tossed for a draw",
            description =
                    "Where a draw decides a tie of the counted round. Sixteen coins or dice at least are thrown in front"
                            + " of all; two people with accounts of their own tell what fell, the second without seeing what"
                            + " the first told. Where they tell the same it joins the seed; where they differ all is tossed"
                            + " anew.")
    @APIResponse(
            responseCode = "200",
            description = "Told; what came of it is its state",
            content =
                    @Content(
                            schema = @Schema(implementation = TossView.class),
                            examples = @ExampleObject(name = "toss", value = ResultExamples.TOSS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description =
                    "`round-not-tallied`, `no-draw-waits`, `tossed-by-the-same-person`, `result-act-already-sealed`")
    public Response tellToss(
            @PathParam("round") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples = @ExampleObject(name = "coins", value = ResultExamples.NEW_TOSS)))
                    @Valid
                    @NotNull
                    TossRequest request) {
        processes.ofCaller(rounds.known(id).process());
        return Response.ok(TossView.of(tossForDraw.tell(id, request.tosses(), request.document())))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List what was tossed for a draw",
            description = "In its order, with what was discarded because two people told it differently.")
    @APIResponse(
            responseCode = "200",
            description = "The tosses",
            content =
                    @Content(
                            schema = @Schema(implementation = TossesView.class),
                            examples = @ExampleObject(name = "tosses", value = ResultExamples.TOSSES)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public TossesView listTosses(@PathParam("round") UUID id) {
        rounds.known(id);
        return new TossesView(tosses.of(id).stream().map(TossView::of).toList());
    }
}
