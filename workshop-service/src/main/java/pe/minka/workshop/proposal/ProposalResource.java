package pe.minka.workshop.proposal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.workshop.process.Agent;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.process.Processes;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Proposals of a process. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals", description = "What the agents, the programme and the entity propose")
class ProposalResource {

    private final SubmitProposal submitProposal;
    private final Proposals proposals;
    private final Processes processes;
    private final Agents agents;
    private final Caller caller;

    ProposalResource(
            SubmitProposal submitProposal, Proposals proposals, Processes processes, Agents agents, Caller caller) {
        this.submitProposal = submitProposal;
        this.proposals = proposals;
        this.processes = processes;
        this.agents = agents;
        this.caller = caller;
    }

    enum SubmittedBy {
        AGENTS,
        ENTITY
    }

    /**
     * @param origin AGENTS when absent; a participant submits for the agents only
     * @param organisation for whom the staff write it down; a participant's own is taken from the accreditation
     */
    @Schema(name = "Submission")
    record SubmissionRequest(
            @NotBlank @Size(max = 300) String title,
            @Nullable @Size(max = 2000) String problem,
            @Nullable @Size(max = 8000) String description,
            @Nullable UUID objective,

            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String zone,

            ProposedProject.@NotNull Extent scope,
            @Nullable SubmittedBy origin,
            @Nullable UUID organisation,
            @Nullable @Min(0) Integer beneficiaries,
            @Nullable Soles cost,
            @Nullable @Pattern(regexp = "[0-9]{6,8}") String uniqueInvestmentCode) {}

    @Schema(name = "ProposalPage")
    record ProposalPage(List<ProposalView> items, @Nullable String next) {}

    @POST
    @Path("/processes/{process}/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FACILITATOR, Roles.PARTICIPANT})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Submit a proposal",
            description = "A participant proposes for the organisation that accredited them; a facilitator writes down"
                    + " what was said in a workshop or what the entity itself proposes. What it lacks for the ballot may"
                    + " come later and stands in `lacks`.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted",
            content =
                    @Content(
                            schema = @Schema(implementation = ProposalView.class),
                            examples = @ExampleObject(name = "proposal", value = ProposalExamples.PROPOSAL)))
    @APIResponse(
            responseCode = "403",
            description =
                    "`forbidden-role`; `not-an-agent`: the account belongs to no agent accredited in this process")
    @APIResponse(responseCode = "404", description = "`not-found`: no such process within the caller's reach")
    @APIResponse(responseCode = "409", description = "`investment-code-taken`")
    @APIResponse(responseCode = "422", description = "`objective-unknown`: no plan of the process has it")
    public Response submitProposal(
            @PathParam("process") ProcessId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "submission",
                                                            value = ProposalExamples.SUBMISSION)))
                    @Valid
                    @NotNull
                    SubmissionRequest request) {
        var process = caller.hasRole(Roles.FACILITATOR) ? processes.ofCaller(id) : processes.known(id);
        var agent = caller.hasRole(Roles.FACILITATOR) ? null : agentOf(process);
        var submitted = submitProposal.submit(process, submission(request, agent), "");
        return Response.created(URI.create("/v1/proposals/" + submitted.id()))
                .tag(Versions.etag(1))
                .entity(ProposalView.of(
                        proposals.known(submitted.id()), process.regulation().proposals()))
                .build();
    }

    private Agent agentOf(BudgetProcess process) {
        return caller.agent()
                .flatMap(agent -> agents.accredited(process.process(), agent))
                .orElseThrow(() -> Problem.forbidden("not-an-agent").toException());
    }

    private static Submission submission(SubmissionRequest request, @Nullable Agent agent) {
        var origin = agent != null || request.origin() != SubmittedBy.ENTITY
                ? ProposedProject.Origin.AGENTS
                : ProposedProject.Origin.ENTITY;
        return new Submission(
                request.title(),
                request.problem(),
                request.description(),
                request.objective(),
                request.zone(),
                request.scope(),
                origin,
                agent == null ? request.organisation() : agent.organisation(),
                agent == null ? null : agent.agent(),
                request.beneficiaries(),
                request.cost(),
                request.uniqueInvestmentCode());
    }

    @GET
    @Path("/processes/{process}/proposals")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "List the proposals of a process", description = "In the order of their submission.")
    @APIResponse(
            responseCode = "200",
            description = "A page of proposals",
            content =
                    @Content(
                            schema = @Schema(implementation = ProposalPage.class),
                            examples = @ExampleObject(name = "proposals", value = ProposalExamples.PROPOSALS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process")
    public Response listProposals(
            @PathParam("process") ProcessId id,
            @Parameter(description = "Only those brought by these") @QueryParam("origin")
                    ProposedProject.@Nullable Origin origin,
            @Parameter(description = "Only those in this state") @QueryParam("status")
                    ProposedProject.@Nullable Status status,
            @Parameter(description = "Only those that serve this objective") @QueryParam("objective") @Nullable
                    UUID objective,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var rule = processes.known(id).regulation().proposals();
        return Page.of(
                        proposals.of(id, origin, status, objective, page.afterOrdinal(), page.limit + 1),
                        page,
                        proposal -> proposal.position)
                .map(proposal -> ProposalView.of(proposal, rule))
                .toResponse(uri);
    }

    @GET
    @Path("/proposals/{proposal}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read a proposal",
            description = "With the state its technical opinions came to, and what it lacks for the ballot.")
    @APIResponse(
            responseCode = "200",
            description = "The proposal",
            content =
                    @Content(
                            schema = @Schema(implementation = ProposalView.class),
                            examples = @ExampleObject(name = "proposal", value = ProposalExamples.PROPOSAL)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such proposal")
    public Response readProposal(@PathParam("proposal") UUID id) {
        var proposal = proposals.known(id);
        var rule = processes.known(proposal.process).regulation().proposals();
        return Response.ok(ProposalView.of(proposal, rule))
                .tag(Versions.etag(proposal.version))
                .build();
    }
}
