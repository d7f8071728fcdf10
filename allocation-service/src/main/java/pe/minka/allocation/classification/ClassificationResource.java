package pe.minka.allocation.classification;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Classifications over HTTP. */
@Path("/v1")
@Tag(
        name = "Classifications",
        description = "Under which class each project counts, once, and which others it touches.")
public class ClassificationResource {

    private static final String REQUEST =
            "{\"projects\":[{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"main\":\"ECONOMIC\",\"secondary\":[\"HUMAN\"]}]}";
    private static final String REPORT =
            "{\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"total\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"unclassified\":{\"amount\":\"0.00\",\"currency\":\"PEN\"},\"classes\":[{\"code\":\"ECONOMIC\",\"projects\":1,\"amount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"touching\":0,\"touched\":{\"amount\":\"0.00\",\"currency\":\"PEN\"}},{\"code\":\"HUMAN\",\"projects\":0,\"amount\":{\"amount\":\"0.00\",\"currency\":\"PEN\"},\"touching\":1,\"touched\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"}}]}";

    private final ClassifyProjects classifyProjects;
    private final Classifications classifications;
    private final Agreements agreements;
    private final Processes processes;

    ClassificationResource(
            ClassifyProjects classifyProjects,
            Classifications classifications,
            Agreements agreements,
            Processes processes) {
        this.classifyProjects = classifyProjects;
        this.classifications = classifications;
        this.agreements = agreements;
        this.processes = processes;
    }

    @Schema(name = "ClassificationsRequest")
    record ClassificationsRequest(
            @NotEmpty @Size(max = 5000) List<@Valid @NotNull ProjectClasses> projects) {}

    @Schema(name = "ProjectClasses")
    record ProjectClasses(
            @NotNull UUID proposal,

            @Schema(
                    description =
                            "The class that its money counts under; an axis of the plan where the regulation fixes them.")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String main,

            @Schema(description = "Classes that it also serves.") @NotNull @Size(max = 10)
            List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String> secondary) {}

    @Schema(name = "ClassificationList")
    record ClassificationList(List<ProjectClasses> projects) {}

    @Schema(name = "ClassSum")
    record ClassView(
            String code,
            int projects,

            @Schema(description = "Of the projects that count under it; all classes add to the total.")
            Soles amount,

            @Schema(description = "Other projects that serve it as well.")
            int touching,

            @Schema(description = "What those are worth: counted under another class, not to be added.")
            Soles touched) {}

    @Schema(name = "ClassificationReport")
    record ReportView(ProcessId process, Soles total, Soles unclassified, List<ClassView> classes) {}

    @POST
    @Path("/processes/{process}/classifications")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.EVALUATOR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Classify projects",
            description = "One main class and any number of secondary ones for each project: training that counts as"
                    + " economic may serve the human dimension as well, and its money is counted once. A later"
                    + " classification takes the place of an earlier one.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "training", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Classified",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ClassificationList.class),
                            examples = @ExampleObject(name = "training", value = REQUEST)))
    public Response classifyProjects(
            @PathParam("process") ProcessId process, @Valid @NotNull ClassificationsRequest request) {
        classifyProjects.classify(
                process,
                request.projects().stream()
                        .map(each -> new Classification(each.proposal(), each.main(), each.secondary()))
                        .toList());
        return Response.created(URI.create("/v1/processes/" + process + "/classifications"))
                .entity(listClassifications(process))
                .build();
    }

    @GET
    @Path("/processes/{process}/classifications")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Classifications of a process", description = "Those that stand, one of each project.")
    @APIResponse(
            responseCode = "200",
            description = "The classifications",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ClassificationList.class),
                            examples = @ExampleObject(name = "training", value = REQUEST)))
    public ClassificationList listClassifications(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new ClassificationList(classifications.standing(process).values().stream()
                .map(each -> new ProjectClasses(each.proposal(), each.main(), each.secondary()))
                .toList());
    }

    @GET
    @Path("/processes/{process}/reports/classifications")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Money by class",
            description = "What is agreed under each class. Each agreement counts once, under its main class; what"
                    + " touches a class beside that is shown apart.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReportView.class),
                            examples = @ExampleObject(name = "two dimensions", value = REPORT)))
    public ReportView getClassificationReport(@PathParam("process") ProcessId process) {
        var axes = processes.require(process).regulation().axes();
        var report = ClassificationReport.of(agreements.of(process), classifications.standing(process), axes);
        return new ReportView(
                process,
                report.total(),
                report.unclassified(),
                report.classes().stream()
                        .map(each -> new ClassView(
                                each.code(), each.projects(), each.amount(), each.touching(), each.touched()))
                        .toList());
    }
}
