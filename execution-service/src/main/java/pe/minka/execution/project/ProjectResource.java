package pe.minka.execution.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.versions.Versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Works over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "Works, from the approved agreement to the closure.")
public class ProjectResource {

    private final Projects projects;
    private final StartWorks startWorks;
    private final CloseProject closeProject;

    ProjectResource(Projects projects, StartWorks startWorks, CloseProject closeProject) {
        this.projects = projects;
        this.startWorks = startWorks;
        this.closeProject = closeProject;
    }

    @Schema(name = "StartOfWorks")
    record Start(@NotNull LocalDate startedOn, @NotNull LocalDate plannedEnd) {}

    @Schema(name = "Closure")
    record Closure(@NotNull LocalDate closedOn) {}

    @Schema(name = "ProjectSpending", description = "Public money by budget phase.")
    record Spending(Soles certified, Soles committed, Soles accrued, Soles disbursed) {}

    @Schema(name = "ProjectCommunityMoney", description = "Money of the community, apart from public money.")
    record CommunityPurse(Soles received, Soles paid, Soles balance) {}

    @Schema(name = "Project")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID project,
            ProcessId process,
            EntityCode entity,
            UUID agreement,
            String title,

            @Schema(description = "What the agreement, with its modifications, reserves.")
            Soles agreed,

            @Nullable String zone,
            @Nullable UUID objective,
            @Nullable String uniqueInvestmentCode,

            @Schema(enumeration = {"OPENED", "STARTED", "SUSPENDED", "SETTLED", "CLOSED"})
            String state,

            Instant openedAt,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate plannedEnd,
            @Nullable LocalDate suspendedSince,
            @Nullable LocalDate settledOn,
            @Nullable LocalDate closedOn,
            Spending spending,

            @Schema(description = "Value of what the community brought.")
            Soles contributions,

            CommunityPurse communityMoney,
            String physicalPercent,

            @Schema(description = "Accrued money as a percentage of the agreed amount.")
            String financialPercent,

            @Schema(description = "Goes into If-Match as \"v<version>\".")
            long version) {

        static View of(ProjectRow each) {
            return new View(
                    each.id,
                    each.process,
                    each.entity,
                    each.agreement,
                    each.title,
                    each.agreed,
                    each.zone,
                    each.objective,
                    each.uniqueInvestmentCode,
                    each.state,
                    each.openedAt,
                    each.startedOn,
                    each.plannedEnd,
                    each.suspendedSince,
                    each.settledOn,
                    each.closedOn,
                    new Spending(each.certified, each.committed, each.accrued, each.disbursed),
                    each.contributed,
                    new CommunityPurse(each.communityReceived, each.communitySpent, each.communityBalance()),
                    each.physicalPercent.toPlainString(),
                    each.financialPercent().toPlainString(),
                    each.version);
        }
    }

    @Schema(name = "ProjectPage")
    record ViewPage(List<View> items, @Nullable String next) {}

    @GET
    @Path("/processes/{process}/projects")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Works of a process",
            description = "One for each agreement of an approved act; a process without approved act has none.")
    @APIResponse(
            responseCode = "200",
            description = "A page of works",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ViewPage.class),
                            examples = @ExampleObject(name = "works", value = ProjectExamples.PAGE)))
    public Response listProjects(
            @PathParam("process") ProcessId process, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(projects.of(process, page.afterId(), page.limit + 1), page, each -> each.id)
                .map(View::of)
                .toResponse(uri);
    }

    @GET
    @Path("/projects/{project}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One work",
            description = "Its state, its money by phase, what the community brought, and how far it is. The ETag goes"
                    + " into the If-Match of a start.")
    @APIResponse(
            responseCode = "200",
            description = "The work",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "under way", value = ProjectExamples.PROJECT)))
    public Response readProject(@PathParam("project") UUID project) {
        return answer(projects.row(project));
    }

    @POST
    @Path("/projects/{project}/start")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Start works",
            description = "Works begin when all that the ordinance asks for exists: the management committee in office,"
                    + " one agreement of cooperation signed by all its parties, the community's part promised.")
    @APIResponse(
            responseCode = "200",
            description = "Started",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "under way", value = ProjectExamples.PROJECT)))
    @APIResponse(
            responseCode = "409",
            description = "`start-refused` with all that is missing in `errors`: `management-committee`, `signatures`,"
                    + " `community-part-not-promised`; `works-already-started`; `accounts-settled`; `project-closed`;"
                    + " `regulation-not-heard`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "422", description = "`date-out-of-order`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response startWorks(
            @PathParam("project") UUID project,
            @Parameter(description = "The ETag that was read.", example = "\"v3\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "case", value = ProjectExamples.START)))
                    @Valid
                    @NotNull
                    Start request) {
        return answer(startWorks.start(project, ifMatch, request.startedOn(), request.plannedEnd()));
    }

    @POST
    @Path("/projects/{project}/closure")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Close a work",
            description =
                    "For good. Refused with the list of what is missing: final accounts that the ledgers bear out,"
                            + " the management committee, the community's part delivered.")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "closed", value = ProjectExamples.CLOSED)))
    @APIResponse(
            responseCode = "409",
            description = "`closure-refused` with all that is missing in `errors`: `final-accounts`,"
                    + " `final-accounts-outdated`, `management-committee`, `community-part-not-delivered`;"
                    + " `accounts-not-settled`; `project-closed`; `regulation-not-heard`")
    @APIResponse(responseCode = "422", description = "`date-out-of-order`")
    public Response closeProject(
            @PathParam("project") UUID project,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(examples = @ExampleObject(name = "case", value = ProjectExamples.CLOSURE)))
                    @Valid
                    @NotNull
                    Closure request) {
        return answer(closeProject.close(project, request.closedOn()));
    }

    private static Response answer(ProjectRow project) {
        return Response.ok(View.of(project)).tag(Versions.etag(project.version)).build();
    }
}
