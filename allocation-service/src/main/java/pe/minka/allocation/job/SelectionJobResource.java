package pe.minka.allocation.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Selection jobs over HTTP. */
@Path("/v1/selection-jobs")
@Tag(name = "Selection jobs", description = "The selections of many processes as one job with progress.")
public class SelectionJobResource {

    private static final String JOB =
            "{\"job\":\"e8b17c73-f475-4cf5-a0eb-7b8c9d0e1f01\",\"fiscalYear\":2027,\"total\":1891,\"waiting\":1200,\"selected\":680,\"already\":0,\"refused\":11,\"failed\":0,\"finished\":false,\"createdAt\":\"2026-04-02T15:00:00Z\"}";
    private static final String PAGE =
            "{\"items\":[{\"position\":1,\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"state\":\"SELECTED\",\"selection\":\"e8fc061a-4273-41b4-89fd-738291a0ba01\",\"doneAt\":\"2026-04-02T15:00:01Z\"},{\"position\":2,\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2017\",\"entity\":\"300306\",\"state\":\"REFUSED\",\"problem\":\"no-tallied-round\",\"members\":{},\"doneAt\":\"2026-04-02T15:00:01Z\"}]}";

    private final StartSelectionJob startSelectionJob;
    private final SelectionJobs jobs;
    private final Documents documents;
    private final Caller caller;

    SelectionJobResource(StartSelectionJob startSelectionJob, SelectionJobs jobs, Documents documents, Caller caller) {
        this.startSelectionJob = startSelectionJob;
        this.jobs = jobs;
        this.documents = documents;
        this.caller = caller;
    }

    @Schema(name = "SelectionJobRequest")
    record JobRequest(
            @Schema(description = "All processes of this year within reach; or name them in `processes`.") @Nullable
            FiscalYear fiscalYear,

            @Schema(description = "Only those whose seat lies in this territory (INEI prefix).") @Nullable
            Ubigeo territory,

            @Size(min = 1, max = 5000) @Nullable List<@Valid @NotNull ItemRequest> processes) {}

    @Schema(name = "SelectionJobProcess")
    record ItemRequest(
            @NotNull ProcessId process,

            @Schema(description = "The newest tallied one when left out.") @Nullable
            UUID round,

            @Schema(description = "When left out, the only one with free money that the agents decide on.") @Nullable
            UUID envelope) {}

    @Schema(name = "SelectionJob")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobView(
            UUID job,
            @Nullable FiscalYear fiscalYear,
            int total,
            int waiting,
            int selected,

            @Schema(description = "Had been selected from the same round and envelope before.")
            int already,

            int refused,
            int failed,
            boolean finished,
            Instant createdAt) {}

    @Schema(name = "SelectionJobResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultView(
            int position,
            ProcessId process,
            EntityCode entity,
            ItemState state,
            @Nullable UUID selection,

            @Schema(description = "Code of the problem that refused it.") @Nullable
            String problem,

            @Schema(description = "What the problem names.") @Nullable
            JsonNode members,

            @Nullable Instant doneAt) {}

    @Schema(name = "SelectionJobResultPage")
    record ResultPage(List<ResultView> items, @Nullable String next) {}

    @POST
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.PLATFORM_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Select the projects of many processes",
            description =
                    "Either all processes of a fiscal year that the caller acts for, or those that are named. Each"
                            + " selection is one transaction of its own by the ordinance of its process; what one process lacks"
                            + " does not hold up the others. The job goes on after a crash where it was, on any replica.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "a whole region",
                                            value = "{\"fiscalYear\":2027,\"territory\":\"03\"}")))
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = JobView.class),
                            examples = @ExampleObject(name = "under way", value = JOB)))
    public Response startSelectionJob(@Valid @NotNull JobRequest request) {
        var year = request.fiscalYear();
        var items = request.processes();
        if ((year == null) == (items == null)) {
            throw Problem.unprocessable("year-or-processes").toException();
        }
        var job = items == null
                ? startSelectionJob.ofYear(Objects.requireNonNull(year), request.territory())
                : startSelectionJob.of(items.stream()
                        .map(each -> new StartSelectionJob.Item(each.process(), each.round(), each.envelope()))
                        .toList());
        return Response.accepted(view(job))
                .location(URI.create("/v1/selection-jobs/" + job.id))
                .build();
    }

    @GET
    @Path("/{job}")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.PLATFORM_ADMIN})
    @Scope(Scope.OWN)
    @Operation(
            summary = "How far a selection job is",
            description = "How many processes are in each state. Only who asked for it reads it.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = JobView.class),
                            examples = @ExampleObject(name = "under way", value = JOB)))
    public JobView getSelectionJob(@Parameter(description = "Its id.") @PathParam("job") UUID job) {
        return view(own(job));
    }

    @GET
    @Path("/{job}/results")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.PLATFORM_ADMIN})
    @Scope(Scope.OWN)
    @Operation(
            summary = "Results of a selection job",
            description = "What became of each process, in the order of the job: its selection, or the problem that"
                    + " refused it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of results",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ResultPage.class),
                            examples = @ExampleObject(name = "one refused", value = PAGE)))
    public Response listSelectionJobResults(
            @Parameter(description = "Its id.") @PathParam("job") UUID job,
            @Parameter(description = "Only those in this state.") @QueryParam("state") @Nullable ItemState state,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        own(job);
        var found = jobs.items(job, page.afterOrdinal(), page.limit + 1, state);
        return Page.of(found, page, item -> item.key.position()).map(this::view).toResponse(uri);
    }

    private JobRow own(UUID job) {
        return jobs.findByIdOptional(job)
                .filter(found -> caller.hasRole(Roles.PLATFORM_ADMIN) || found.requestedBy.equals(caller.subject()))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    private JobView view(JobRow job) {
        var progress = jobs.progress(job.id);
        int waiting = progress.getOrDefault(ItemState.WAITING, 0);
        return new JobView(
                job.id,
                job.fiscalYear,
                job.total,
                waiting,
                progress.getOrDefault(ItemState.SELECTED, 0),
                progress.getOrDefault(ItemState.ALREADY, 0),
                progress.getOrDefault(ItemState.REFUSED, 0),
                progress.getOrDefault(ItemState.FAILED, 0),
                waiting == 0,
                job.createdAt);
    }

    private ResultView view(ItemRow item) {
        return new ResultView(
                item.key.position(),
                item.process,
                item.entity,
                item.state,
                item.selection,
                item.problem,
                item.members == null ? null : documents.read(item.members, JsonNode.class),
                item.doneAt);
    }
}
