package pe.minka.execution.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.progress.ProgressReport.Measured;
import pe.minka.execution.project.Projects;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Progress over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Progress", description = "How far a work is, physically and in money, and why it is late.")
public class ProgressResource {

    private static final String REQUEST = """
            {"physicalPercent":"45.50","periodEnd":"2016-07-31","document":"Informe mensual 2"}""";
    private static final String REPORT = """
            {"report":"b5c9d3e7-1f3f-4e81-a6ca-405f6e7d8b01","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "physicalPercent":"45.50","financialPercent":"26.04","periodEnd":"2016-07-31",\
            "document":"Informe mensual 2"}""";

    private final ReportProgress reportProgress;
    private final ProgressReports reports;
    private final Projects projects;

    ProgressResource(ReportProgress reportProgress, ProgressReports reports, Projects projects) {
        this.reportProgress = reportProgress;
        this.reports = reports;
        this.projects = projects;
    }

    @Schema(name = "NewProgressReport", description = "What was measured on the last day of a period.")
    record NewProgressReport(
            @Schema(description = "0 to 100, at most two decimals, exact.", examples = "45.50")
            @NotNull
            @Pattern(regexp = "100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?")
            String physicalPercent,

            @Schema(description = "After the period reported last.") @NotNull
            LocalDate periodEnd,

            @Schema(description = "Required where the work is less far than before.")
            @Nullable
            @Size(min = 3, max = 400)
            String reason,

            @Schema(description = "Required where the work is late; published.") @Valid @Nullable
            Delay delay,

            @Nullable @Size(max = 120) String document) {}

    @Schema(name = "Delay", description = "Why a work is not finished on its day, and until when it will be.")
    record Delay(
            @NotBlank @Size(max = 400) String cause,
            @NotNull LocalDate nextDate) {}

    @Schema(name = "ProgressReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID report,
            UUID project,
            String physicalPercent,

            @Schema(description = "Accrued money as a percentage of the agreed amount.")
            String financialPercent,

            LocalDate periodEnd,
            @Nullable String reason,
            @Nullable Delay delay,
            @Nullable String document) {

        static View of(ProgressReport each) {
            return new View(
                    each.id,
                    each.project,
                    each.physical.setScale(2).toPlainString(),
                    each.financial.toPlainString(),
                    each.periodEnd,
                    each.reason,
                    each.delayCause == null || each.nextDate == null ? null : new Delay(each.delayCause, each.nextDate),
                    each.document);
        }
    }

    @Schema(name = "ProgressReportPage")
    record ViewPage(List<View> items, @Nullable String next) {}

    @POST
    @Path("/projects/{project}/progress-reports")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Report progress",
            description =
                    "Says how far the work is. It never goes backwards without a reason, and after the planned day"
                            + " (moved by the days of suspension) it says why it is late and until when it will be finished.")
    @APIResponse(
            responseCode = "201",
            description = "Reported",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "report", value = REPORT)))
    @APIResponse(responseCode = "409", description = "`works-not-started`, `project-closed`")
    @APIResponse(
            responseCode = "422",
            description = "`progress-backwards`, `period-not-after-the-last`, `delay-unexplained`")
    public Response reportProgress(
            @PathParam("project") UUID project,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = REQUEST)))
                    @Valid
                    @NotNull
                    NewProgressReport request) {
        var delay = request.delay();
        var report = reportProgress.report(
                project,
                new Measured(
                        new BigDecimal(request.physicalPercent()),
                        request.periodEnd(),
                        request.reason(),
                        delay == null ? null : delay.cause(),
                        delay == null ? null : delay.nextDate(),
                        request.document()));
        return Response.created(URI.create("/v1/projects/" + project + "/progress-reports"))
                .entity(View.of(report))
                .build();
    }

    @GET
    @Path("/projects/{project}/progress-reports")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Progress of a work",
            description = "All reports, with the causes of delays as they were told.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reports",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ViewPage.class),
                            examples = @ExampleObject(name = "reports", value = "{\"items\":[" + REPORT + "]}")))
    public Response listProgressReports(
            @PathParam("project") UUID project, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        projects.require(project);
        return Page.of(reports.of(project, page.afterDay(), page.limit + 1), page, each -> each.periodEnd)
                .map(View::of)
                .toResponse(uri);
    }
}
