package pe.minka.registry.territory;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

/** Indicators by zone that formulas distribute money by. */
@Path("/v1/entities/{entity}/indicators/{scheme}/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class IndicatorResource {

    private static final String SCHEME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final PublishIndicators publishIndicators;
    private final Caller caller;

    IndicatorResource(PublishIndicators publishIndicators, Caller caller) {
        this.publishIndicators = publishIndicators;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.BUDGET_OFFICER})
    @Scope(Scope.OWN)
    @Operation(
            operationId = "putIndicators",
            summary = "Publish indicators by zone",
            description =
                    "Zones of the entity and the value of each indicator in each zone, with unit and source."
                            + " Each publication of a scheme and year is a new version; earlier ones stay, since a distribution may rest on them.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = IndicatorSheet.class),
                            examples = @ExampleObject(name = "indicators", value = TerritoryExamples.INDICATORS)))
    @APIResponse(
            responseCode = "200",
            description = "Published, with its version",
            content =
                    @Content(
                            schema = @Schema(implementation = IndicatorsPublished.class),
                            examples =
                                    @ExampleObject(name = "published", value = TerritoryExamples.PUBLISHED_INDICATORS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "422", description = "`indicators-incoherent`, `indicators-too-large`")
    @APIResponse(
            responseCode = "428",
            description = "`precondition-required`: not the first publication, and no If-Match")
    public Response putIndicators(
            @Parameter(example = "300305") @PathParam("entity") EntityCode entity,
            @Parameter(example = "zones-2016") @PathParam("scheme") @Pattern(regexp = SCHEME) String scheme,
            @Parameter(example = "2016") @PathParam("year") @Min(1990) @Max(2100) int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull IndicatorSheet sheet) {
        caller.mustActFor(entity);
        return answer(publishIndicators.publish(entity, scheme, year, sheet, ifMatch));
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getIndicators",
            summary = "Indicators by zone",
            description = "The last version of a scheme and year.")
    @APIResponse(
            responseCode = "200",
            description = "The indicators; their ETag is needed to publish anew",
            content =
                    @Content(
                            schema = @Schema(implementation = IndicatorsPublished.class),
                            examples =
                                    @ExampleObject(name = "published", value = TerritoryExamples.PUBLISHED_INDICATORS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getIndicators(
            @Parameter(example = "300305") @PathParam("entity") EntityCode entity,
            @Parameter(example = "zones-2016") @PathParam("scheme") @Pattern(regexp = SCHEME) String scheme,
            @Parameter(example = "2016") @PathParam("year") int year) {
        return answer(publishIndicators
                .read(entity, scheme, year)
                .orElseThrow(() -> Problem.notFound().toException()));
    }

    private static Response answer(IndicatorsPublished published) {
        return Response.ok(published).tag(Versions.etag(published.version())).build();
    }
}
