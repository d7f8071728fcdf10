package pe.minka.allocation.joint;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.joint.AgreeJointProject.Request;
import pe.minka.allocation.joint.Cofinancing.Share;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Joint projects over HTTP. */
@Path("/v1")
@Tag(name = "Joint projects", description = "Projects that several entities or zones pay together.")
public class JointProjectResource {

    private static final String EXAMPLE =
            "{\"jointProject\":\"6d1f9c52-52cf-4e2f-9a55-0b1f5ac16c01\",\"entity\":\"300305\",\"title\":\"Camino Coyllurqui–Pfaco\",\"cost\":{\"amount\":\"100.00\",\"currency\":\"PEN\"},\"maintainer\":\"Municipalidad Provincial de Cotabambas\",\"agreedOn\":\"2016-05-02\",\"shares\":[{\"entity\":\"300305\",\"percent\":\"60\",\"amount\":{\"amount\":\"60.00\",\"currency\":\"PEN\"},\"consent\":\"Acta 3-2016\",\"consentOn\":\"2016-05-01\"},{\"entity\":\"300306\",\"percent\":\"40\",\"amount\":{\"amount\":\"40.00\",\"currency\":\"PEN\"},\"consent\":\"Acta 8-2016\",\"consentOn\":\"2016-05-02\"}]}";

    private final AgreeJointProject agreeJointProject;
    private final JointProjects projects;

    JointProjectResource(AgreeJointProject agreeJointProject, JointProjects projects) {
        this.agreeJointProject = agreeJointProject;
        this.projects = projects;
    }

    @Schema(name = "JointProjectRequest")
    record JointRequest(
            @Schema(description = "Who leads it.") @NotNull EntityCode entity,
            @NotBlank @Size(max = 400) String title,
            @NotNull Soles cost,

            @Schema(description = "Who keeps it up once it is built.") @NotBlank @Size(max = 200)
            String maintainer,

            @NotNull LocalDate agreedOn,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull ShareRequest> shares) {}

    @Schema(name = "JointShareRequest")
    record ShareRequest(
            @NotNull EntityCode entity,

            @Schema(description = "A zone that pools its part; left out where the entity as a whole pays.")
            @Size(max = 60)
            @Nullable
            String zone,

            @NotNull Percent percent,

            @Schema(description = "The minute in which this partner agreed.") @NotBlank @Size(max = 160)
            String consent,

            @NotNull LocalDate consentOn) {}

    @Schema(name = "JointShare")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShareView(
            EntityCode entity,
            @Nullable String zone,
            Percent percent,

            @Schema(description = "What this partner pays; all together the cost to the centimo.")
            Soles amount,

            String consent,
            LocalDate consentOn) {}

    @Schema(name = "JointProject")
    record JointView(
            UUID jointProject,
            EntityCode entity,
            String title,
            Soles cost,
            String maintainer,
            LocalDate agreedOn,
            List<ShareView> shares) {}

    @Schema(name = "JointProjectList")
    record JointList(List<JointView> items) {}

    @POST
    @Path("/joint-projects")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Agree on a joint project",
            description = "Several entities, or zones that pool their parts, pay one project. The shares add to exactly"
                    + " 100 %, each partner agreed by a minute, and it is recorded who maintains it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "two municipalities",
                                            value =
                                                    "{\"entity\":\"300305\",\"title\":\"Camino Coyllurqui–Pfaco\",\"cost\":{\"amount\":\"100.00\",\"currency\":\"PEN\"},\"maintainer\":\"Municipalidad Provincial de Cotabambas\",\"agreedOn\":\"2016-05-02\",\"shares\":[{\"entity\":\"300305\",\"percent\":\"60\",\"consent\":\"Acta 3-2016\",\"consentOn\":\"2016-05-01\"},{\"entity\":\"300306\",\"percent\":\"40\",\"consent\":\"Acta 8-2016\",\"consentOn\":\"2016-05-02\"}]}")))
    @APIResponse(
            responseCode = "201",
            description = "Agreed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = JointView.class),
                            examples = @ExampleObject(name = "agreed", value = EXAMPLE)))
    public Response agreeJointProject(@Valid @NotNull JointRequest request) {
        var shares = request.shares().stream()
                .map(share -> new Share(
                        share.entity(),
                        share.zone() == null ? "" : share.zone(),
                        share.percent(),
                        share.consent(),
                        share.consentOn()))
                .toList();
        var row = agreeJointProject.agree(new Request(
                request.entity(),
                request.title(),
                new Cofinancing(request.cost(), shares),
                request.maintainer(),
                request.agreedOn()));
        return Response.created(URI.create("/v1/joint-projects/" + row.id))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/joint-projects/{project}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One joint project",
            description = "Who pays how much of it, by which minute, and who maintains it.")
    @APIResponse(
            responseCode = "200",
            description = "The project",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = JointView.class),
                            examples = @ExampleObject(name = "agreed", value = EXAMPLE)))
    public JointView getJointProject(@Parameter(description = "Its id.") @PathParam("project") UUID project) {
        return view(projects.require(project));
    }

    @GET
    @Path("/entities/{entity}/joint-projects")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Joint projects of an entity",
            description = "All that it pays a share of, whoever leads them.")
    @APIResponse(
            responseCode = "200",
            description = "The projects",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = JointList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + EXAMPLE + "]}")))
    public JointList listJointProjects(@PathParam("entity") EntityCode entity) {
        return new JointList(
                projects.paidBy(entity).stream().map(JointProjectResource::view).toList());
    }

    private static JointView view(JointProjectRow row) {
        return new JointView(
                row.id,
                row.entity,
                row.title,
                row.cost,
                row.maintainer,
                row.agreedOn,
                row.shares.stream()
                        .map(share -> new ShareView(
                                share.entity,
                                share.zone.isEmpty() ? null : share.zone,
                                new Percent(share.percent),
                                share.amount,
                                share.consent,
                                share.consentOn))
                        .toList());
    }
}
