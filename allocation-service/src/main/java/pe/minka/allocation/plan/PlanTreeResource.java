package pe.minka.allocation.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The tree of a plan over HTTP. */
@Path("/v1/processes/{process}/plan-trees")
@Tag(
        name = "Plan tree",
        description = "How the objectives of the plan hang together and which higher plans they serve.")
public class PlanTreeResource {

    private static final String NODES =
            "[{\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7600\",\"name\":\"Desarrollo humano\",\"alignment\":[]},{\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"parent\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7600\",\"code\":\"OE1\",\"name\":\"Servicios básicos de calidad\",\"alignment\":[{\"level\":\"REGIONAL\",\"plan\":\"PDRC Apurímac\",\"code\":\"OER 3\",\"name\":\"Acceso a servicios\"}]}]";
    private static final String EXAMPLE =
            "{\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"sequence\":1,\"asked\":[\"REGIONAL\",\"NATIONAL\"],\"objectives\":[{\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"parent\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7600\",\"code\":\"OE1\",\"name\":\"Servicios básicos de calidad\",\"path\":[\"Servicios básicos de calidad\",\"Desarrollo humano\"],\"leaf\":true,\"chain\":[{\"level\":\"REGIONAL\",\"plan\":\"PDRC Apurímac\",\"code\":\"OER 3\",\"name\":\"Acceso a servicios\"}],\"gaps\":[\"NATIONAL\"]}],\"recordedAt\":\"2016-03-30T15:00:00Z\"}";

    private final RecordPlanTree recordPlanTree;
    private final PlanTrees trees;
    private final Processes processes;

    PlanTreeResource(RecordPlanTree recordPlanTree, PlanTrees trees, Processes processes) {
        this.recordPlanTree = recordPlanTree;
        this.trees = trees;
        this.processes = processes;
    }

    @Schema(name = "PlanTreeRequest")
    record TreeRequest(@NotEmpty @Size(max = 2000) List<@Valid @NotNull NodeRequest> nodes) {}

    @Schema(name = "PlanTreeNode")
    record NodeRequest(
            @NotNull UUID objective,

            @Schema(description = "The objective that it specifies; left out for a dimension.") @Nullable
            UUID parent,

            @Size(max = 40) @Nullable String code,
            @NotBlank @Size(max = 300) String name,

            @Schema(description = "Objectives of higher plans that it serves, one a level.") @Size(max = 3) @Nullable
            List<@Valid @NotNull AlignedRequest> alignment) {}

    @Schema(name = "PlanAlignment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AlignedRequest(
            @NotNull PlanLevel level,
            @NotBlank @Size(max = 200) String plan,
            @Size(max = 40) @Nullable String code,
            @NotBlank @Size(max = 300) String name) {}

    @Schema(name = "PlanTreeObjective")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectiveView(
            UUID objective,
            @Nullable UUID parent,
            @Nullable String code,
            String name,

            @Schema(description = "Names from it up to its dimension.")
            List<String> path,

            @Schema(description = "Whether projects can hang on it.")
            boolean leaf,

            @Schema(description = "What it serves at each level, itself or through an objective above it.")
            List<AlignedRequest> chain,

            @Schema(description = "Levels that the regulation asks for and that it does not serve.")
            List<PlanLevel> gaps) {}

    @Schema(name = "PlanTree")
    record TreeView(
            ProcessId process,
            int sequence,

            @Schema(description = "Levels that the regulation asks each objective to serve.")
            List<PlanLevel> asked,

            List<ObjectiveView> objectives,
            Instant recordedAt) {}

    @POST
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record the tree of the plan",
            description = "Dimensions, strategic and specific objectives, each with the objectives of regional, sector"
                    + " and national plans that it serves. From then on only projects that hang on a leaf are scored or"
                    + " selected. A new tree takes the place of the one before; both are kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "two levels", value = "{\"nodes\":" + NODES + "}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TreeView.class),
                            examples = @ExampleObject(name = "a gap", value = EXAMPLE)))
    public Response recordPlanTree(@PathParam("process") ProcessId process, @Valid @NotNull TreeRequest request) {
        var row = recordPlanTree.record(
                process,
                new PlanTree(
                        request.nodes().stream().map(PlanTreeResource::node).toList()));
        return Response.created(URI.create("/v1/processes/" + process + "/plan-trees/current"))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/current")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "The tree of the plan",
            description = "Each objective with its way up, its alignment chain and the gaps in it.")
    @APIResponse(
            responseCode = "200",
            description = "The tree that stands",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TreeView.class),
                            examples = @ExampleObject(name = "a gap", value = EXAMPLE)))
    public TreeView getPlanTree(@PathParam("process") ProcessId process) {
        return view(trees.newest(process).orElseThrow(() -> Problem.notFound().toException()));
    }

    private static PlanTree.Node node(NodeRequest request) {
        return new PlanTree.Node(
                request.objective(),
                request.parent(),
                request.code(),
                request.name(),
                Objects.requireNonNullElse(request.alignment(), List.<AlignedRequest>of()).stream()
                        .map(each -> new PlanTree.Aligned(each.level(), each.plan(), each.code(), each.name()))
                        .toList());
    }

    private TreeView view(PlanTreeRow row) {
        var tree = trees.tree(row);
        var asked = processes.require(row.process).regulation().alignment().stream()
                .map(PlanLevel::valueOf)
                .toList();
        return new TreeView(
                row.process,
                row.sequence,
                asked,
                tree.nodes().stream().map(node -> view(node, tree, asked)).toList(),
                row.recordedAt);
    }

    private static ObjectiveView view(PlanTree.Node node, PlanTree tree, List<PlanLevel> asked) {
        return new ObjectiveView(
                node.objective(),
                node.parent(),
                node.code(),
                node.name(),
                tree.path(node.objective()).stream().map(PlanTree.Node::name).toList(),
                tree.isLeaf(node.objective()),
                tree.chain(node.objective()).stream()
                        .map(each -> new AlignedRequest(each.level(), each.plan(), each.code(), each.name()))
                        .toList(),
                tree.gaps(node.objective(), asked));
    }
}
