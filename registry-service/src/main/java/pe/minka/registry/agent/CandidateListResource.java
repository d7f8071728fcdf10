package pe.minka.registry.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.util.HashSet;
import java.util.List;

/** Holds a list of candidates against the quotas of the regulation before it stands for election. */
@Path("/v1/processes/{process}/candidate-list-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN})
@Scope(Scope.OWN)
@Tag(name = "Roll")
class CandidateListResource {

    private static final String LIST = """
            {"candidates":["b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a102","b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a103"]}""";
    private static final String CHECKED = """
            {"candidates":3,"quotas":[{"group":"WOMEN","have":2,"need":1,"missing":0,"blocks":true,"law":"Ordenanza regional art. 30"},\
            {"group":"YOUTH","have":0,"need":1,"missing":1,"blocks":false,"law":"Ordenanza regional art. 30"}]}""";

    private final RollFigures figures;
    private final Agents agents;
    private final Processes processes;
    private final Caller caller;

    CandidateListResource(RollFigures figures, Agents agents, Processes processes, Caller caller) {
        this.figures = figures;
        this.agents = agents;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param candidates accredited agents, each once */
    @Schema(name = "CandidateList")
    record ListRequest(@NotEmpty @Size(max = 200) List<@NotNull AgentId> candidates) {}

    /** @param need how many of the group a list of that size has at least */
    @Schema(name = "CandidateListQuota")
    record QuotaView(String group, int have, int need, int missing, boolean blocks, String law) {

        static QuotaView of(Composition.Gap gap) {
            return new QuotaView(
                    gap.quota().group(),
                    gap.have(),
                    gap.need(),
                    gap.missing(),
                    gap.quota().blocks(),
                    gap.quota().law());
        }
    }

    @Schema(name = "CandidateListChecked")
    record CheckedView(int candidates, List<QuotaView> quotas) {}

    @POST
    @Transactional
    @Operation(
            operationId = "checkCandidateList",
            summary = "Check a list of candidates",
            description =
                    "By the quotas that the regulation sets for candidate lists and by what the roll knows of the candidates (sex, age, language, organisation). A quota that blocks refuses the list; one that warns shows the gap. Nothing is stored.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ListRequest.class),
                            examples = @ExampleObject(name = "list", value = LIST)))
    @APIResponse(
            responseCode = "200",
            description = "No quota refuses it; each with what is there and what it takes",
            content =
                    @Content(
                            schema = @Schema(implementation = CheckedView.class),
                            examples = @ExampleObject(name = "checked", value = CHECKED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "422",
            description = "`list-against-quota` with each quota that blocks and is not met, `list-unknown`")
    public CheckedView checkCandidateList(@PathParam("process") ProcessId id, @Valid @NotNull ListRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        mustBeOnTheRoll(id, request.candidates());
        var composition = figures.of(id, request.candidates()).composition();
        var quotas = process.regulation().quotas("CANDIDATE_LIST");
        var problem = Problem.unprocessable("list-against-quota");
        composition
                .blocking(quotas)
                .forEach(gap -> problem.error(
                        "/candidates",
                        "quota-unmet",
                        "group",
                        gap.quota().group(),
                        "have",
                        gap.have(),
                        "need",
                        gap.need(),
                        "law",
                        gap.quota().law()));
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        return new CheckedView(
                composition.agents(),
                composition.gaps(quotas).stream().map(QuotaView::of).toList());
    }

    private void mustBeOnTheRoll(ProcessId id, List<AgentId> candidates) {
        var known = agents.accreditedAmong(id, candidates);
        var seen = new HashSet<AgentId>();
        var problem = Problem.unprocessable("list-unknown");
        for (int i = 0; i < candidates.size(); i++) {
            if (!known.contains(candidates.get(i))) {
                problem.error("/candidates/" + i, "agent-unknown");
            } else if (!seen.add(candidates.get(i))) {
                problem.error("/candidates/" + i, "twice", "expected", candidates.get(i));
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }
}
