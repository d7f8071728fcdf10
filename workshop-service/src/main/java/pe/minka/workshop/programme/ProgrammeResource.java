package pe.minka.workshop.programme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.workshop.process.Processes;
import pe.minka.workshop.proposal.ProposalExamples;
import pe.minka.workshop.proposal.ProposalView;
import pe.minka.workshop.proposal.ProposedProject;
import pe.minka.workshop.proposal.ProposedProjects;
import pe.minka.workshop.proposal.Submission;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The investment programme as proposals. */
@Path("/v1/processes/{process}/programme-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programme", description = "The projects of the investment programme, put to the same vote as all others")
class ProgrammeResource {

    private static final String PROGRAMME = """
            {"projects":[{"title":"Puente peatonal de Huancacalla","objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601",\
            "zone":"Z1","scope":"ZONE","cost":{"amount":"120000.00","currency":"PEN"},\
            "uniqueInvestmentCode":"2298765","viability":{"declaredOn":"2015-11-20",\
            "source":"Banco de Inversiones"}}]}""";
    private static final String IMPORTED = "{\"proposals\":[" + ProposalExamples.PROPOSAL + "]}";

    private final ImportProgramme importProgramme;
    private final ProposedProjects proposals;
    private final Processes processes;

    ProgrammeResource(ImportProgramme importProgramme, ProposedProjects proposals, Processes processes) {
        this.importProgramme = importProgramme;
        this.proposals = proposals;
        this.processes = processes;
    }

    /** A declaration of viability made outside, kept as a technical opinion. */
    @Schema(name = "DeclaredViability")
    record ViabilityRequest(
            @NotNull LocalDate declaredOn,
            @NotBlank @Size(max = 300) String source) {}

    /** @param viability without it the project is evaluated like any proposal */
    @Schema(name = "ProgrammeProject")
    record ProjectRequest(
            @NotBlank @Size(max = 300) String title,
            @Nullable @Size(max = 8000) String description,
            @Nullable UUID objective,

            @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,30}")
            String zone,

            ProposedProject.@NotNull Extent scope,
            @Nullable @Min(0) Integer beneficiaries,
            @NotNull Soles cost,
            @Nullable @Pattern(regexp = "[0-9]{6,8}") String uniqueInvestmentCode,
            @Nullable @Valid ViabilityRequest viability) {}

    @Schema(name = "ProgrammeImport")
    record ProgrammeRequest(@NotEmpty @Size(max = 500) List<@Valid @NotNull ProjectRequest> projects) {}

    @Schema(name = "ProgrammeImported")
    record ImportedView(List<ProposalView> proposals) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FACILITATOR, Roles.BUDGET_OFFICER})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Put the programme forward",
            description =
                    "Makes a proposal of each project of the investment programme, all or none, in the order given."
                            + " None is approved by that: each goes through the same vote.")
    @APIResponse(
            responseCode = "201",
            description = "The proposals made",
            content =
                    @Content(
                            schema = @Schema(implementation = ImportedView.class),
                            examples = @ExampleObject(name = "imported", value = IMPORTED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process within the caller's reach")
    @APIResponse(responseCode = "409", description = "`investment-code-taken`")
    @APIResponse(responseCode = "422", description = "`objective-unknown`")
    public Response importProgramme(
            @PathParam("process") ProcessId id,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "programme", value = PROGRAMME)))
                    @Valid
                    @NotNull
                    ProgrammeRequest request) {
        var process = processes.ofCaller(id);
        var rule = process.regulation().proposals();
        var imported = importProgramme.take(
                process,
                request.projects().stream().map(ProgrammeResource::project).toList());
        return Response.created(URI.create("/v1/processes/" + id + "/proposals?origin=PROGRAMME"))
                .entity(new ImportedView(imported.stream()
                        .map(proposal -> proposals.view(proposal, rule))
                        .toList()))
                .build();
    }

    private static ImportProgramme.Project project(ProjectRequest request) {
        var submission = new Submission(
                request.title(),
                null,
                request.description(),
                request.objective(),
                request.zone(),
                request.scope(),
                ProposedProject.Origin.PROGRAMME,
                null,
                null,
                request.beneficiaries(),
                request.cost(),
                request.uniqueInvestmentCode());
        var viability = request.viability();
        return new ImportProgramme.Project(
                submission,
                viability == null ? null : "Declarado viable el " + viability.declaredOn() + ": " + viability.source());
    }
}
