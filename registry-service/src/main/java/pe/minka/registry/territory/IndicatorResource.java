package pe.minka.registry.territory;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.time.Instant;
import java.util.List;

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
            description = "Of a scheme and year: the last version, or the one asked for. `…/versions` names them all.")
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
            @Parameter(example = "2016") @PathParam("year") int year,
            @Parameter(description = "An earlier version, as a distribution names the one it rests on.", example = "1")
                    @QueryParam("version")
                    @Min(1)
                    @Nullable
                    Integer version) {
        return answer(publishIndicators
                .read(entity, scheme, year, version)
                .orElseThrow(() -> Problem.notFound().toException()));
    }

    /** The shape of a page, for the contract. */
    @Schema(name = "IndicatorVersions")
    record VersionPage(List<VersionView> items, @Nullable String next) {}

    /** @param version goes into the query parameter of that name */
    @Schema(name = "IndicatorVersion")
    record VersionView(int version, String source, Instant publishedAt) {}

    @GET
    @Path("/versions")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "listIndicatorVersions",
            summary = "Versions of the indicators",
            description = "Each publication of a scheme and year with its source. None is ever changed or taken away.")
    @APIResponse(
            responseCode = "200",
            description = "One page, the oldest first; empty where nothing was published",
            content =
                    @Content(
                            schema = @Schema(implementation = VersionPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "versions",
                                            value =
                                                    "{\"items\":[{\"version\":1,\"source\":\"INEI, censo 2017\",\"publishedAt\":\"2026-01-15T15:00:00Z\"}]}")))
    public Response listIndicatorVersions(
            @Parameter(example = "300305") @PathParam("entity") EntityCode entity,
            @Parameter(example = "zones-2016") @PathParam("scheme") @Pattern(regexp = SCHEME) String scheme,
            @Parameter(example = "2016") @PathParam("year") int year,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        var found = publishIndicators.versions(entity, scheme, year, page.afterOrdinal(), page.limit + 1);
        return Page.of(found, page, PublishIndicators.Version::version)
                .map(each -> new VersionView(each.version(), each.source(), each.publishedAt()))
                .toResponse(uri);
    }

    private static Response answer(IndicatorsPublished published) {
        return Response.ok(published).tag(Versions.etag(published.version())).build();
    }
}
