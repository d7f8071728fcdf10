package pe.minka.workshop.channel;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Votes of those who are helped at a terminal: the officer admits, the voter marks. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assisted ballots", description = "Cast at a terminal by voters whom an officer admits")
class AssistedBallotResource {

    private static final String KEY = "[\\x21-\\x7e]{1,255}";

    private final VotingPasses passes;
    private final Polling polling;
    private final Processes processes;

    AssistedBallotResource(VotingPasses passes, Polling polling, Processes processes) {
        this.passes = passes;
        this.polling = polling;
        this.processes = processes;
    }

    /** @param credential as on the voter's card; in a poll of citizens the document, such as {@code DNI:41234567} */
    @Schema(name = "Admission")
    record AdmissionRequest(
            @NotNull UUID terminal,
            @NotBlank @Size(max = 60) String credential) {}

    @Schema(name = "VotingPass")
    record PassView(String pass, Instant until) {}

    /** @param pass what the officer's device handed over; it says nothing of the voter to who reads it */
    @Schema(name = "AssistedBallot")
    record AssistedBallotRequest(
            @NotBlank @Size(max = 400) String pass,
            @Nullable @Size(max = 2000) List<@NotNull UUID> choices,
            @Nullable @Size(max = 2000) Map<UUID, Integer> points) {}

    /**
     * To be printed for the voter, with nothing else on it.
     *
     * @param commitment SHA-256; the same stands among the commitments of the round once it is closed
     * @param signature Ed25519 under the lines {@code minka-receipt-v1}, round and commitment, by the key that the
     *     declaration of the round told: proves that the ballot was taken in, should it be missing
     */
    @Schema(name = "AssistedReceipt")
    record ReceiptView(UUID round, String commitment, String signature) {}

    @POST
    @Path("/rounds/{round}/voting-passes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Admit a voter to a terminal",
            description =
                    "By the credential on the card, or in a poll of citizens by the document, which is not kept. The pass"
                            + " goes to the terminal, which learns nobody's name from it; it is good for twenty minutes and stored nowhere. Asking again gives another one and harms"
                            + " nothing: the roll decides when the ballot comes.")
    @APIResponse(
            responseCode = "201",
            description = "Admitted",
            content =
                    @Content(
                            schema = @Schema(implementation = PassView.class),
                            examples = @ExampleObject(name = "pass", value = ChannelExamples.PASS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(responseCode = "409", description = "`already-voted`, `vote-not-open`, `channel-not-admitted`")
    @APIResponse(responseCode = "422", description = "`credential-unknown`, `voter-not-on-roll`, `terminal-not-in-use`")
    public Response admitVoter(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "admission",
                                                            value = ChannelExamples.ADMISSION)))
                    @Valid
                    @NotNull
                    AdmissionRequest request) {
        processes.ofCaller(polling.known(round).process());
        var pass = passes.admit(round, request.terminal(), request.credential());
        return Response.status(Response.Status.CREATED)
                .entity(new PassView(pass.value(), pass.until()))
                .build();
    }

    @POST
    @Path("/rounds/{round}/assisted-ballots")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Blocking
    @Operation(
            summary = "Cast a ballot at a terminal",
            description =
                    "With the pass in the voter's place. The receipt is the voter's alone, signed as that of an own"
                            + " device: print both lines and keep nothing. The same"
                            + " `Idempotency-Key`, pass and ballot get the same receipt.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "Random, made by the terminal for this ballot; 1 to 255 visible ASCII characters.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "In the box, for good",
            content =
                    @Content(
                            schema = @Schema(implementation = ReceiptView.class),
                            examples = @ExampleObject(name = "receipt", value = ChannelExamples.RECEIPT)))
    @APIResponse(responseCode = "400", description = "`idempotency-key-missing`, `idempotency-key-malformed`")
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(responseCode = "409", description = "`already-voted`, `vote-not-open`, `channel-not-admitted`")
    @APIResponse(
            responseCode = "422",
            description = "`voting-pass-invalid`: altered, of another round, or too old; `terminal-not-in-use`; what is"
                    + " wrong with the marks; `idempotency-key-reused`")
    @APIResponse(responseCode = "503", description = "`ballot-box-busy`, `ballot-box-unavailable`")
    public CompletionStage<Response> castAssistedBallot(
            @PathParam("round") UUID round,
            @HeaderParam("Idempotency-Key") @Parameter(hidden = true) @Nullable String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "ballot", value = ChannelExamples.ASSISTED)))
                    @Valid
                    @NotNull
                    AssistedBallotRequest request) {
        if (key == null) {
            throw Problem.badRequest("idempotency-key-missing").toException();
        }
        if (!key.matches(KEY)) {
            throw Problem.badRequest("idempotency-key-malformed").toException();
        }
        processes.ofCaller(polling.known(round).process());
        var voter = passes.voter(round, request.pass());
        return polling.cast(round, voter, Channel.ASSISTED, key, request.choices(), request.points())
                .thenApply(receipt -> Response.status(Response.Status.CREATED)
                        .entity(new ReceiptView(round, receipt.commitment(), receipt.signature()))
                        .build());
    }
}
