package pe.minka.workshop.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.workshop.process.Processes;
import pe.minka.workshop.proposal.ProposedProjects;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Technical opinions on proposals. */
@Path("/v1/proposals/{proposal}/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations", description = "The technical opinion: viable, observed or not, at what cost, in plain words")
class EvaluationResource {

    private static final String NEW_EVALUATION = """
            {"opinion":"VIABLE","cost":{"amount":"480000.00","currency":"PEN"},\
            "explanation":"La fuente tiene caudal suficiente."}""";
    private static final String EVALUATION = """
            {"evaluation":"d1b2c3d4-5e6f-4a70-8b91-a2b3c4d5e6f7","proposal":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701",\
            "opinion":"VIABLE","cost":{"amount":"480000.00","currency":"PEN"},\
            "explanation":"La fuente tiene caudal suficiente.","at":"2016-04-12T16:00:00Z"}""";
    private static final String EVALUATIONS = "{\"items\":[" + EVALUATION + "]}";

    private final EvaluateProposal evaluateProposal;
    private final Panels panels;
    private final ProposedProjects proposals;
    private final Processes processes;
    private final Caller caller;

    EvaluationResource(
            EvaluateProposal evaluateProposal,
            Panels panels,
            ProposedProjects proposals,
            Processes processes,
            Caller caller) {
        this.panels = panels;
        this.evaluateProposal = evaluateProposal;
        this.proposals = proposals;
        this.processes = processes;
        this.caller = caller;
    }

    @Schema(name = "NewEvaluation")
    record EvaluationRequest(
            @NotNull Opinion opinion,
            @Nullable Soles cost,
            @NotBlank @Size(max = 4000) String explanation) {}

    @Schema(name = "Evaluation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvaluationView(
            UUID evaluation,
            UUID proposal,
            Opinion opinion,
            @Nullable Soles cost,
            String explanation,
            Instant at) {}

    @Schema(name = "Evaluations")
    record EvaluationsView(List<EvaluationView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EVALUATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Give a technical opinion",
            description = "One opinion against is enough against; viable needs as many as the regulation asks. A later"
                    + " opinion of the same evaluator takes the place of the earlier, which stays on record. The"
                    + " evaluator is not told who proposes. Where the registry named a panel for the proposal, its members"
                    + " alone judge.")
    @APIResponse(
            responseCode = "201",
            description = "Given",
            content =
                    @Content(
                            schema = @Schema(implementation = EvaluationView.class),
                            examples = @ExampleObject(name = "evaluation", value = EVALUATION)))
    @APIResponse(responseCode = "403", description = "`forbidden-role`; `not-on-panel`")
    @APIResponse(responseCode = "404", description = "`not-found`: no such proposal within the caller's reach")
    @APIResponse(responseCode = "422", description = "`cost-missing`: viable at which cost?")
    public Response evaluateProposal(
            @PathParam("proposal") UUID id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "opinion", value = NEW_EVALUATION)))
                    @Valid
                    @NotNull
                    EvaluationRequest request) {
        var process = processes.ofCaller(proposals.known(id).process());
        panels.mustAdmit(id, caller.subject());
        var given = evaluateProposal.evaluate(
                process, id, caller.subject(), request.opinion(), request.cost(), request.explanation());
        return Response.created(URI.create("/v1/proposals/" + id + "/evaluations"))
                .entity(view(given))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "List the technical opinions", description = "All that were given, in their order.")
    @APIResponse(
            responseCode = "200",
            description = "The opinions",
            content =
                    @Content(
                            schema = @Schema(implementation = EvaluationsView.class),
                            examples = @ExampleObject(name = "evaluations", value = EVALUATIONS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such proposal")
    public EvaluationsView listEvaluations(@PathParam("proposal") UUID id) {
        proposals.known(id);
        return new EvaluationsView(
                evaluateProposal.of(id).stream().map(EvaluationResource::view).toList());
    }

    private static EvaluationView view(Evaluation evaluation) {
        return new EvaluationView(
                evaluation.evaluation,
                evaluation.proposal,
                evaluation.opinion,
                evaluation.cost,
                evaluation.explanation,
                evaluation.at);
    }
}
