package pe.minka.allocation.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
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
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Scored lists over HTTP. */
@Path("/v1")
@Tag(name = "Scored lists", description = "Projects ranked by the points of the prioritisation matrix.")
public class ScoredListResource {

    private static final String PROJECT =
            "{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"title\":\"Muro de contención\",\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"zone\":\"Z2\",\"cost\":{\"amount\":\"48000.00\",\"currency\":\"PEN\"},\"points\":{\"COFINANCING\":20,\"POVERTY_ALLEVIATION\":25,\"ENVIRONMENT\":15,\"BENEFICIARIES\":10}}";
    private static final String REQUEST =
            "{\"title\":\"Matriz de priorización 2005\",\"approvedBy\":\"Acta del taller 4\",\"approvedOn\":\"2004-07-20\",\"projects\":["
                    + PROJECT + "]}";
    private static final String EXAMPLE =
            "{\"scoredList\":\"c6dae4f8-2051-4f92-a7db-51607f8e9805\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"title\":\"Matriz de priorización 2005\",\"approvedBy\":\"Acta del taller 4\",\"approvedOn\":\"2004-07-20\",\"projects\":[{\"rank\":1,\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"title\":\"Muro de contención\",\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"zone\":\"Z2\",\"cost\":{\"amount\":\"48000.00\",\"currency\":\"PEN\"},\"points\":{\"COFINANCING\":20,\"POVERTY_ALLEVIATION\":25,\"ENVIRONMENT\":15,\"BENEFICIARIES\":10},\"total\":70}],\"recordedAt\":\"2004-07-21T15:00:00Z\"}";

    private final RecordScoredList recordScoredList;
    private final ScoredLists lists;
    private final Documents documents;

    ScoredListResource(RecordScoredList recordScoredList, ScoredLists lists, Documents documents) {
        this.recordScoredList = recordScoredList;
        this.lists = lists;
        this.documents = documents;
    }

    @Schema(name = "ScoredListRequest")
    record ScoredRequest(
            @NotBlank @Size(max = 200) String title,

            @Schema(description = "The minute in which the agents approved the scores.") @NotBlank @Size(max = 160)
            String approvedBy,

            @NotNull LocalDate approvedOn,
            @NotEmpty @Size(max = 5000) List<@Valid @NotNull ProjectRequest> projects) {}

    @Schema(name = "ScoredProjectRequest")
    record ProjectRequest(
            @NotNull UUID proposal,
            @NotBlank @Size(max = 400) String title,
            @Nullable UUID objective,
            @Size(max = 60) @Nullable String zone,
            @NotNull Soles cost,
            @Pattern(regexp = "[0-9]{6,7}") @Nullable String uniqueInvestmentCode,

            @Schema(description = "By criterion of the regulation's matrix; each needs its points.")
            @NotNull
            @Size(max = 100)
            Map<@NotNull String, @NotNull @PositiveOrZero Integer> points) {}

    @Schema(name = "ScoredProject")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectView(
            @Schema(description = "Its place by points, from 1; equals share it.")
            int rank,

            UUID proposal,
            String title,
            @Nullable UUID objective,
            @Nullable String zone,
            Soles cost,
            @Nullable String uniqueInvestmentCode,
            Map<String, Integer> points,

            @Schema(description = "Sum over all criteria.") int total) {}

    @Schema(name = "ScoredList")
    record ListView(
            @Schema(description = "Stands as `round` where projects are selected from it.")
            UUID scoredList,

            ProcessId process,
            EntityCode entity,
            String title,
            String approvedBy,
            LocalDate approvedOn,
            List<ProjectView> projects,
            Instant recordedAt) {}

    @POST
    @Path("/processes/{process}/scored-lists")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.EVALUATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record a scored list",
            description = "Each project with its points by each criterion of the regulation's matrix. The sums are"
                    + " computed here; the list is frozen once recorded and can be selected from as a round can. A"
                    + " project without an objective of the plan is refused where the regulation asks for one.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "four criteria", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ListView.class),
                            examples = @ExampleObject(name = "four criteria", value = EXAMPLE)))
    public Response recordScoredList(@PathParam("process") ProcessId process, @Valid @NotNull ScoredRequest request) {
        var row = recordScoredList.record(
                process,
                new RecordScoredList.Scored(
                        request.title(),
                        request.approvedBy(),
                        request.approvedOn(),
                        request.projects().stream()
                                .map(ScoredListResource::scored)
                                .toList()));
        return Response.created(URI.create("/v1/scored-lists/" + row.id))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/scored-lists/{list}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One scored list",
            description = "The points of each project by criterion and their sum, the highest first.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ListView.class),
                            examples = @ExampleObject(name = "four criteria", value = EXAMPLE)))
    public ListView getScoredList(@Parameter(description = "Its id.") @PathParam("list") UUID list) {
        return view(lists.require(list));
    }

    private static ScoredProject scored(ProjectRequest request) {
        return new ScoredProject(
                request.proposal(),
                request.title(),
                request.objective(),
                request.zone(),
                request.cost(),
                request.uniqueInvestmentCode(),
                request.points(),
                request.points().values().stream().mapToInt(Integer::intValue).sum());
    }

    private ListView view(ScoredListRow row) {
        var projects = documents.read(row.projects, new TypeReference<List<ScoredProject>>() {});
        return new ListView(
                row.id,
                row.process,
                row.entity,
                row.title,
                row.approvedBy,
                row.approvedOn,
                projects.stream()
                        .sorted(Comparator.comparing(ScoredProject::total).reversed())
                        .map(project -> view(project, projects))
                        .toList(),
                row.recordedAt);
    }

    private static ProjectView view(ScoredProject project, List<ScoredProject> all) {
        int rank = 1
                + (int) all.stream()
                        .filter(other -> other.total() > project.total())
                        .count();
        return new ProjectView(
                rank,
                project.proposal(),
                project.title(),
                project.objective(),
                project.zone(),
                project.cost(),
                project.uniqueInvestmentCode(),
                project.points(),
                project.total());
    }
}
