package pe.minka.allocation.selection;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Conditions of rounds over HTTP. */
@Path("/v1/processes/{process}/rounds/{round}/conditions")
@Tag(name = "Selections", description = "The projects that a vote and a budget select, each with its reason.")
public class ConditionsResource {

    private static final String BODY =
            "\"act\":\"Acuerdo de Concejo 12-2016\",\"exclusive\":[[\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\"]],\"together\":[],\"after\":{\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8703\":[\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\"]},\"payableFrom\":{\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\":[\"18\"]},\"ceilings\":[{\"amount\":\"300000.00\",\"currency\":\"PEN\"},{\"amount\":\"200000.00\",\"currency\":\"PEN\"}],\"schedule\":{\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\":[\"40\",\"60\"]}";
    private static final String EXAMPLE = "{\"round\":\"c6dae4f8-2051-4f92-a7db-51607f8e9801\",\"sequence\":1," + BODY
            + ",\"recordedAt\":\"2016-04-20T15:00:00Z\"}";

    private final DeclareConditions declareConditions;
    private final RoundConditions conditions;

    ConditionsResource(DeclareConditions declareConditions, RoundConditions conditions) {
        this.declareConditions = declareConditions;
        this.conditions = conditions;
    }

    @Schema(name = "RoundConditionsRequest")
    record ConditionsRequest(
            @Schema(description = "The document that decides them.") @NotBlank @Size(max = 160)
            String act,

            @Schema(description = "Sets of which at most one project is selected.") @Size(max = 500) @Nullable
            List<@NotNull @Size(max = 500) Set<@NotNull UUID>> exclusive,

            @Schema(description = "Sets that are selected whole or not at all.") @Size(max = 500) @Nullable
            List<@NotNull @Size(max = 500) Set<@NotNull UUID>> together,

            @Schema(description = "For a later phase, the projects that must be selected before it.")
            @Size(max = 500)
            @Nullable
            Map<UUID, @NotNull Set<@NotNull UUID>> after,

            @Schema(description = "For a project, the only funding lines that may pay it.") @Size(max = 5000) @Nullable
            Map<UUID, @NotNull @Size(min = 1, max = 16) Set<@NotNull @Pattern(regexp = "[0-9]{2}") String>> payableFrom,

            @Schema(description = "What each year of the horizon can carry, the first being that of the process.")
            @Size(max = 5)
            @Nullable
            List<@NotNull Soles> ceilings,

            @Schema(description = "For a project, what percentage of its cost each of these years pays; adds to 100.")
            @Size(max = 5000)
            @Nullable
            Map<UUID, @NotNull @Size(min = 1, max = 5) List<@NotNull Percent>> schedule) {}

    @Schema(name = "RoundConditions")
    record ConditionsView(
            UUID round,
            int sequence,
            String act,
            List<Set<UUID>> exclusive,
            List<Set<UUID>> together,
            Map<UUID, Set<UUID>> after,
            Map<UUID, Set<String>> payableFrom,
            List<Soles> ceilings,
            Map<UUID, List<Percent>> schedule,
            Instant recordedAt) {}

    @POST
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Declare the conditions of a round",
            description = "Which projects exclude each other, belong together, come in phases, or may be paid from some"
                    + " funding lines and in some years only. Only while people still vote: whoever knew the result"
                    + " could choose it. A later declaration takes the place of an earlier one.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "two phases", value = "{" + BODY + "}")))
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConditionsView.class),
                            examples = @ExampleObject(name = "two phases", value = EXAMPLE)))
    public Response declareConditions(
            @PathParam("process") ProcessId process,
            @Parameter(description = "A round that is still voted.") @PathParam("round") UUID round,
            @Valid @NotNull ConditionsRequest request) {
        var row = declareConditions.declare(
                process,
                round,
                new Conditions(
                        Objects.requireNonNullElse(request.exclusive(), List.of()),
                        Objects.requireNonNullElse(request.together(), List.of()),
                        Objects.requireNonNullElse(request.after(), Map.of()),
                        Objects.requireNonNullElse(request.payableFrom(), Map.of()),
                        Objects.requireNonNullElse(request.ceilings(), List.of()),
                        Objects.requireNonNullElse(request.schedule(), Map.of())),
                request.act());
        return Response.created(URI.create("/v1/processes/" + process + "/rounds/" + round + "/conditions"))
                .entity(view(row))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "The conditions of a round",
            description = "Those that stand, and the document that decided them.")
    @APIResponse(
            responseCode = "200",
            description = "The conditions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConditionsView.class),
                            examples = @ExampleObject(name = "two phases", value = EXAMPLE)))
    public ConditionsView getConditions(
            @PathParam("process") ProcessId process,
            @Parameter(description = "The round's id.") @PathParam("round") UUID round) {
        return view(conditions
                .newest(round)
                .filter(row -> row.process.equals(process))
                .orElseThrow(() -> Problem.notFound().toException()));
    }

    private ConditionsView view(ConditionsRow row) {
        var declared = conditions.conditions(row);
        return new ConditionsView(
                row.round,
                row.sequence,
                row.act,
                declared.exclusive(),
                declared.together(),
                declared.after(),
                declared.payableFrom(),
                declared.ceilings(),
                declared.schedule(),
                row.recordedAt);
    }
}
