package pe.minka.registry.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.registry.territory.Entities;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Erasure of people whose terms have passed, and the report of it. */
@Path("/v1/entities/{entity}/retention-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data")
class RetentionResource {

    private static final String RUN =
            "{\"run\":\"2f6a1d9c-0d3b-4c57-9a57-5f0c1f6e2018\",\"at\":\"2018-03-22T15:00:00Z\",\"dryRun\":true,\"due\":12,\"erased\":0}";

    private final RetentionRuns runs;
    private final Entities entities;
    private final Caller caller;

    RetentionResource(RetentionRuns runs, Entities entities, Caller caller) {
        this.runs = runs;
        this.entities = entities;
        this.caller = caller;
    }

    /** @param dryRun whether the people are only counted */
    @Schema(name = "RetentionAsked")
    record RunRequest(boolean dryRun) {}

    /** @param due people whose terms had passed; 1,000 at most in a run that erases */
    @Schema(name = "RetentionRun")
    record RunView(UUID run, Instant at, boolean dryRun, int due, int erased) {

        static RunView of(RetentionRuns.Run run) {
            return new RunView(run.id(), run.at(), run.dryRun(), run.due(), run.erased());
        }
    }

    @Schema(name = "RetentionRuns")
    record RunsView(List<RunView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ENTITY_ADMIN)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "runRetention",
            summary = "Erase those whose terms have passed",
            description =
                    "A person goes when each process of the person is closed and the term of its regulation (`personalData.retentionMonths`) is over; a legal representative when that is so of each process of the organisation. Runs by itself each day; a dry run only counts.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RunRequest.class),
                            examples = @ExampleObject(name = "run", value = "{\"dryRun\":true}")))
    @APIResponse(
            responseCode = "201",
            description = "Run",
            content =
                    @Content(
                            schema = @Schema(implementation = RunView.class),
                            examples = @ExampleObject(name = "run", value = RUN)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response runRetention(@PathParam("entity") EntityCode entity, @Valid @NotNull RunRequest request) {
        entities.known(entity);
        caller.mustActFor(entity);
        return Response.created(URI.create("/v1/entities/" + entity + "/retention-runs"))
                .entity(RunView.of(runs.run(entity, caller.subject(), request.dryRun())))
                .build();
    }

    @GET
    @RolesAllowed({Roles.ENTITY_ADMIN, Roles.REGISTRAR, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listRetentionRuns",
            summary = "Erasures by term",
            description = "The last 200 runs of the entity, in numbers.")
    @APIResponse(
            responseCode = "200",
            description = "The last first",
            content =
                    @Content(
                            schema = @Schema(implementation = RunsView.class),
                            examples = @ExampleObject(name = "runs", value = "{\"items\":[" + RUN + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public RunsView listRetentionRuns(@PathParam("entity") EntityCode entity) {
        entities.known(entity);
        caller.mustActFor(entity);
        return new RunsView(runs.of(entity).stream().map(RunView::of).toList());
    }
}
