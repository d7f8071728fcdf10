package pe.minka.registry.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;

/** Populated centres of a territory. */
@Path("/v1/territories/{ubigeo}/populated-centres")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class PopulatedCentreResource {

    private static final String CENTRES = """
            {"items":[{"code":"0803060001","name":"LIMATAMBO","category":"PUEBLO","area":"URBAN","population":1830,"altitude":2577}]}""";

    private final Entities entities;
    private final EntityManager database;

    PopulatedCentreResource(Entities entities, EntityManager database) {
        this.entities = entities;
        this.database = database;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PopulatedCentre")
    record CentreView(
            Ubigeo code,
            String name,
            @Nullable String category,
            @Nullable String area,
            @Nullable Long population,
            @Nullable Integer altitude) {}

    @Schema(name = "PopulatedCentrePage")
    record CentrePage(List<CentreView> items, @Nullable String next) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listPopulatedCentres",
            summary = "Populated centres of a territory",
            description = "Of a district, province or region, by code.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = CentrePage.class),
                            examples = @ExampleObject(name = "centres", value = CENTRES)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listPopulatedCentres(
            @Parameter(example = "080306") @PathParam("ubigeo") Ubigeo ubigeo,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        if (entities.territory(ubigeo.value()).isEmpty()) {
            throw Problem.notFound().toException();
        }
        var found = database.createQuery(
                        "from Territory where ubigeo like :prefix and level = 'POPULATED_CENTRE' and ubigeo > :after order by ubigeo",
                        Territory.class)
                .setParameter("prefix", ubigeo.value() + "%")
                .setParameter("after", page.after() == null ? "" : page.after())
                .setMaxResults(page.limit + 1)
                .getResultList();
        return Page.of(found, page, Territory::ubigeo)
                .map(centre -> new CentreView(
                        new Ubigeo(centre.ubigeo()),
                        centre.name(),
                        centre.category(),
                        centre.area(),
                        centre.population(),
                        centre.altitude()))
                .toResponse(uri);
    }
}
