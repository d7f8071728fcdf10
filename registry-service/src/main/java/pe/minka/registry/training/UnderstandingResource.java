package pe.minka.registry.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.agent.Agents;
import pe.minka.registry.credential.SignedCredentials;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What agents understood, and the certificate of it. */
@Path("/v1/processes/{process}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training")
class UnderstandingResource {

    private static final String CERTIFICATE = """
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","complete":true,"sessions":[{"training":"2f6a1d9c-0d3b-4c57-9a57-5f0c1f6e2016",\
            "title":"Conceptos y fases","heldOn":"2016-03-28","topics":["PB_CONCEPT_AND_PHASES"],"rightPercent":80,"understood":true}],\
            "topicsMissing":[],"beforeVote":"BLOCK","voteWaitsForTraining":false,"law":"Ordenanza 001-2016-MDC-PC/RA","token":"eyJhbGciOiJFZERTQSJ9.eyJjcnQiOiJUUkFJTklORyJ9.c2lnbmF0dXJl"}""";

    private final Understanding understanding;
    private final Agents agents;
    private final Processes processes;
    private final SignedCredentials signatures;
    private final Caller caller;

    UnderstandingResource(
            Understanding understanding,
            Agents agents,
            Processes processes,
            SignedCredentials signatures,
            Caller caller) {
        this.understanding = understanding;
        this.agents = agents;
        this.processes = processes;
        this.signatures = signatures;
        this.caller = caller;
    }

    /** @param correct of the questions `asked` */
    record QuizItem(
            @NotNull AgentId agent,
            @Min(1) @Max(200) int asked,
            @Min(0) @Max(200) int correct) {}

    @Schema(name = "QuizResults")
    record QuizRequest(@NotEmpty @Size(max = 500) List<@Valid @NotNull QuizItem> results) {}

    @Schema(name = "QuizRecorded")
    record QuizView(int recorded) {}

    /** @param rightPercent of the last quiz; absent where none was taken */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionView(
            UUID training,
            String title,
            LocalDate heldOn,
            List<String> topics,
            @Nullable Integer rightPercent,
            boolean understood) {}

    /**
     * @param beforeVote what the ordinance makes of a vote without training: it blocks, warns, or makes nothing of it
     * @param voteWaitsForTraining whether the agent stands on no roll of a vote until a session was attended
     * @param complete whether all topics of the regulation were attended and understood
     * @param token the certificate, signed as credentials are; only where it is complete
     */
    @Schema(name = "TrainingCertificate")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertificateView(
            AgentId agent,
            boolean complete,
            List<SessionView> sessions,
            Set<String> topicsMissing,
            String beforeVote,
            boolean voteWaitsForTraining,
            String law,
            @Nullable String token) {}

    @POST
    @Path("/trainings/{training}/quiz-results")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordQuizResults",
            summary = "Record what was understood",
            description = "Of agents who attended the session; the last quiz of each counts. All or nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = QuizRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "results",
                                            value =
                                                    "{\"results\":[{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"asked\":10,\"correct\":8}]}")))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = QuizView.class),
                            examples = @ExampleObject(name = "recorded", value = "{\"recorded\":1}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`quiz-unreadable` with each result that cannot be")
    public Response recordQuizResults(
            @PathParam("process") ProcessId id,
            @PathParam("training") UUID training,
            @Valid @NotNull QuizRequest request) {
        caller.mustActFor(processes.getForAddition(id).entity());
        var problem = Problem.unprocessable("quiz-unreadable");
        for (int i = 0; i < request.results().size(); i++) {
            var result = request.results().get(i);
            if (result.correct() > result.asked()) {
                problem.error("/results/" + i + "/correct", "more-right-than-asked", "asked", result.asked());
            } else if (!understanding.note(id, training, result.agent(), result.asked(), result.correct())) {
                problem.error("/results/" + i + "/agent", "did-not-attend");
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        return Response.ok(new QuizView(request.results().size())).build();
    }

    @GET
    @Path("/agents/{agent}/training-certificate")
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.PARTICIPANT})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "getTrainingCertificate",
            summary = "An agent's training",
            description =
                    "Sessions attended and understood, the topics that are missing, and whether the vote depends on it: where the ordinance says `BLOCK` (`participation.trainingBeforeVote`), who attended no session stands on no roll of a vote. A complete one is signed, without personal data, and verified as a credential is.")
    @APIResponse(
            responseCode = "200",
            description = "The training, and the certificate where it is complete",
            content =
                    @Content(
                            schema = @Schema(implementation = CertificateView.class),
                            examples = @ExampleObject(name = "certificate", value = CERTIFICATE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public CertificateView getTrainingCertificate(
            @PathParam("process") ProcessId id, @PathParam("agent") AgentId agent) {
        var process = processes.get(id);
        if (caller.agent().filter(agent::equals).isEmpty()) {
            if (!caller.hasRole(Roles.REGISTRAR) && !caller.hasRole(Roles.FACILITATOR)) {
                throw Problem.notFound().toException();
            }
            caller.mustActFor(process.entity());
        }
        if (agents.accreditedAmong(id, List.of(agent)).isEmpty()) {
            throw Problem.notFound().toException();
        }
        return certificate(process, agent);
    }

    private CertificateView certificate(CalledProcess process, AgentId agent) {
        var rule = process.regulation();
        int from = rule.understoodFromPercent();
        var attended = understanding.attended(process.id(), agent);
        var missing = Understanding.missing(rule.trainingTopics(), attended, from);
        boolean complete = missing.isEmpty() && !attended.isEmpty();
        return new CertificateView(
                agent,
                complete,
                attended.stream()
                        .map(session -> new SessionView(
                                session.training(),
                                session.title(),
                                session.heldOn(),
                                session.topics(),
                                session.rightPercent(),
                                session.understood(from)))
                        .toList(),
                missing,
                rule.trainingBeforeVote(),
                attended.isEmpty() && rule.trainingBeforeVote().equals("BLOCK"),
                rule.trainingLaw(),
                complete ? token(process, agent, attended) : null);
    }

    private String token(CalledProcess process, AgentId agent, List<Understanding.Attended> attended) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", process.entity().value());
        claims.put("crt", "TRAINING");
        claims.put("prc", process.id().toString());
        claims.put("sub", agent.toString());
        claims.put("ses", attended.size());
        claims.put("on", attended.get(attended.size() - 1).heldOn().toString());
        return signatures.sign(process.entity(), claims);
    }
}
