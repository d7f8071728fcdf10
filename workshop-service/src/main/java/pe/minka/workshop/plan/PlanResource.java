package pe.minka.workshop.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.workshop.process.Processes;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Plans and their objectives. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans", description = "The development plan that proposals must serve")
class PlanResource {

    private final AdoptPlan adoptPlan;
    private final DevelopmentPlans plans;
    private final Objectives objectives;
    private final Processes processes;

    PlanResource(AdoptPlan adoptPlan, DevelopmentPlans plans, Objectives objectives, Processes processes) {
        this.adoptPlan = adoptPlan;
        this.plans = plans;
        this.objectives = objectives;
        this.processes = processes;
    }

    @Schema(name = "NewPlanObjective")
    record NewObjectiveRequest(
            @NotBlank @Size(max = 20) String code,
            @NotBlank @Size(max = 300) String name) {}

    @Schema(name = "NewPlan")
    record NewPlanRequest(
            @NotBlank @Size(max = 300) String title,
            @Nullable LocalDate adoptedOn,
            @NotEmpty @Size(max = 100) List<@Valid @NotNull NewObjectiveRequest> objectives) {}

    /** @param minutes the workshop whose minutes record it */
    @Schema(name = "AgentsObjective")
    record AgentsObjectiveRequest(
            @NotBlank @Size(max = 20) String code,
            @NotBlank @Size(max = 300) String name,
            @Nullable UUID minutes) {}

    @Schema(name = "PlanObjective")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectiveView(
            UUID objective,
            String code,
            String name,
            Objective.Origin origin,
            long sinceVersion,
            @Nullable UUID minutes) {}

    @Schema(name = "Plan")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanView(
            UUID plan,
            ProcessId process,
            String title,
            @Nullable LocalDate adoptedOn,
            long version,
            List<ObjectiveView> objectives) {}

    @Schema(name = "Plans")
    record PlansView(List<PlanView> items) {}

    @POST
    @Path("/processes/{process}/plans")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Adopt a plan",
            description = "Puts a development plan with its objectives in force for a process, as version 1."
                    + " Proposals name one of these objectives.")
    @APIResponse(
            responseCode = "201",
            description = "Adopted; the `ETag` is its version",
            content =
                    @Content(
                            schema = @Schema(implementation = PlanView.class),
                            examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process within the caller's reach")
    @APIResponse(responseCode = "409", description = "`objective-code-taken`: two objectives share a code")
    public Response adoptPlan(
            @PathParam("process") ProcessId process,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "plan", value = PlanExamples.NEW_PLAN)))
                    @Valid
                    @NotNull
                    NewPlanRequest request) {
        var adopted = adoptPlan.adopt(
                processes.ofCaller(process),
                request.title(),
                request.adoptedOn(),
                request.objectives().stream()
                        .map(each -> new AdoptPlan.NewObjective(each.code(), each.name()))
                        .toList());
        return Response.created(URI.create("/v1/plans/" + adopted.plan))
                .tag(Versions.etag(adopted.version))
                .entity(view(adopted))
                .build();
    }

    @GET
    @Path("/processes/{process}/plans")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List the plans of a process",
            description = "Each with all its objectives, in their latest version.")
    @APIResponse(
            responseCode = "200",
            description = "The plans",
            content =
                    @Content(
                            schema = @Schema(implementation = PlansView.class),
                            examples = @ExampleObject(name = "plans", value = PlanExamples.PLANS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such process")
    public PlansView listPlans(@PathParam("process") ProcessId process) {
        processes.known(process);
        return new PlansView(plans.of(process).stream().map(this::view).toList());
    }

    @GET
    @Path("/plans/{plan}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read a plan",
            description = "With the version since which each objective stands, and who brought it in.")
    @APIResponse(
            responseCode = "200",
            description = "The plan; the `ETag` is what a change must name",
            content =
                    @Content(
                            schema = @Schema(implementation = PlanView.class),
                            examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such plan")
    public Response readPlan(@PathParam("plan") UUID id) {
        var plan = known(id);
        return Response.ok(view(plan)).tag(Versions.etag(plan.version)).build();
    }

    @POST
    @Path("/plans/{plan}/objectives")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.FACILITATOR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Add an objective of the agents",
            description = "Makes a new version of the plan with one objective more, marked as brought in by the agents,"
                    + " where the regulation lets them.")
    @APIResponse(
            responseCode = "201",
            description = "The new version of the plan",
            content =
                    @Content(
                            schema = @Schema(implementation = PlanView.class),
                            examples = @ExampleObject(name = "plan", value = PlanExamples.PLAN)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such plan within the caller's reach")
    @APIResponse(responseCode = "409", description = "`objective-code-taken`")
    @APIResponse(responseCode = "412", description = "`stale-version`: the plan was changed since it was read")
    @APIResponse(responseCode = "422", description = "`objectives-are-fixed`: the regulation lets nobody add one")
    @APIResponse(responseCode = "428", description = "`precondition-required`: send `If-Match`")
    public Response addObjective(
            @PathParam("plan") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "objective",
                                                            value = PlanExamples.NEW_OBJECTIVE)))
                    @Valid
                    @NotNull
                    AgentsObjectiveRequest request) {
        var process = processes.ofCaller(known(id).process);
        var changed = adoptPlan.addObjective(
                process, id, ifMatch, new AdoptPlan.NewObjective(request.code(), request.name()), request.minutes());
        return Response.created(URI.create("/v1/plans/" + id))
                .tag(Versions.etag(changed.version))
                .entity(view(changed))
                .build();
    }

    private DevelopmentPlan known(UUID id) {
        return plans.findByIdOptional(id).orElseThrow(() -> Problem.notFound().toException());
    }

    private PlanView view(DevelopmentPlan plan) {
        return new PlanView(
                plan.plan,
                plan.process,
                plan.title,
                plan.adoptedOn,
                plan.version,
                objectives.of(plan.plan).stream()
                        .map(each -> new ObjectiveView(
                                each.objective, each.code, each.name, each.origin, each.sinceVersion, each.minutes))
                        .toList());
    }
}
