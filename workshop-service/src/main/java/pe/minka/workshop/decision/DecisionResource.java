package pe.minka.workshop.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.workshop.process.Processes;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who decided what in a process, and how. */
@Path("/v1/processes/{process}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions", description = "Who decided what, and how; how much the executive decided alone")
class DecisionResource {

    private static final String NEW_DECISION = """
            {"matter":"Se prioriza el sistema de agua de Pfaco","body":"AGENTS_ASSEMBLY","method":"CONSENSUS",\
            "decidedOn":"2016-04-23","document":"Acta del taller 3","objections":["El barrio alto pide salud."]}""";
    private static final String DECISION = """
            {"decision":"7d1f8c60-2b5a-4e93-9c47-0a1b2c3d4e5f","number":1,\
            "matter":"Se prioriza el sistema de agua de Pfaco","body":"AGENTS_ASSEMBLY","method":"CONSENSUS",\
            "outcome":"ADOPTED","decidedOn":"2016-04-23","document":"Acta del taller 3",\
            "objections":["El barrio alto pide salud."]}""";
    private static final String DECISIONS =
            "{\"items\":[" + DECISION + "],\"total\":1,\"byVoteOrConsensus\":1,\"byExecutiveAlone\":0}";

    private final RecordDecision recordDecision;
    private final Decisions decisions;
    private final Processes processes;

    DecisionResource(RecordDecision recordDecision, Decisions decisions, Processes processes) {
        this.recordDecision = recordDecision;
        this.decisions = decisions;
        this.processes = processes;
    }

    /**
     * @param objections asked for where it was by consensus: an empty list says that nobody objected
     * @param inFavour hands counted, as against
     * @param round the counted round, where it was by ballot
     */
    @Schema(name = "NewDecision")
    record DecisionRequest(
            @NotBlank @Size(max = 1000) String matter,
            Decision.@NotNull Body body,
            Decision.@NotNull Method method,
            @NotNull LocalDate decidedOn,
            @NotBlank @Size(max = 200) String document,
            @Nullable @Min(0) Integer inFavour,
            @Nullable @Min(0) Integer against,
            @Nullable @Min(0) Integer abstained,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 1000) String> objections,
            @Nullable UUID workshop,
            @Nullable UUID round) {

        Decision decision() {
            return new Decision(
                    matter,
                    body,
                    method,
                    decidedOn,
                    document,
                    inFavour,
                    against,
                    abstained,
                    objections,
                    workshop,
                    round);
        }
    }

    @Schema(name = "Decision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionView(
            UUID decision,
            int number,
            String matter,
            Decision.Body body,
            Decision.Method method,
            Decision.Outcome outcome,
            LocalDate decidedOn,
            String document,
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            List<String> objections,
            @Nullable UUID workshop,
            @Nullable UUID round) {}

    /** @param byExecutiveAlone decisions on which nobody but the mayor or the administration had a say */
    @Schema(name = "Decisions")
    record DecisionsView(List<DecisionView> items, int total, int byVoteOrConsensus, int byExecutiveAlone) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FACILITATOR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record a decision",
            description = "With the body that took it and how: a consensus with the objections that stand beside it, a"
                    + " show of hands with its counts, a ballot with its counted round, a resolution of the executive"
                    + " alone. It is never changed; a later one revokes it.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionView.class),
                            examples = @ExampleObject(name = "decision", value = DECISION)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process within the caller's reach")
    @APIResponse(responseCode = "422", description = "`decision-incomplete` with all that does not go together")
    public Response recordDecision(
            @PathParam("process") ProcessId process,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "decision", value = NEW_DECISION)))
                    @Valid
                    @NotNull
                    DecisionRequest request) {
        var recorded = recordDecision.record(processes.ofCaller(process), request.decision());
        return Response.created(URI.create("/v1/processes/" + process + "/decisions"))
                .entity(view(recorded))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List the decisions of a process",
            description = "In the order in which they were recorded, with how many the executive took alone.")
    @APIResponse(
            responseCode = "200",
            description = "The decisions",
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionsView.class),
                            examples = @ExampleObject(name = "decisions", value = DECISIONS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process")
    public DecisionsView listDecisions(@PathParam("process") ProcessId process) {
        processes.known(process);
        var found = decisions.of(process);
        int alone = (int) found.stream()
                .filter(each -> each.decision().body() == Decision.Body.EXECUTIVE)
                .count();
        return new DecisionsView(
                found.stream().map(DecisionResource::view).toList(), found.size(), found.size() - alone, alone);
    }

    private static DecisionView view(Decisions.Recorded recorded) {
        var decision = recorded.decision();
        return new DecisionView(
                recorded.id(),
                recorded.number(),
                decision.matter(),
                decision.body(),
                decision.method(),
                recorded.outcome(),
                decision.decidedOn(),
                decision.document(),
                decision.inFavour(),
                decision.against(),
                decision.abstained(),
                decision.objectionsSaid(),
                decision.workshop(),
                decision.round());
    }
}
