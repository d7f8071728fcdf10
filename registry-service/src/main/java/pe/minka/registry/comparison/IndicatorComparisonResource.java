package pe.minka.registry.comparison;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.territory.Entities;
import pe.minka.registry.territory.PublishedFigures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One indicator of several municipalities. */
@Path("/v1/indicator-comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class IndicatorComparisonResource {

    private static final String VIEW = """
            {"scheme":"census","year":2017,"indicator":"POVERTY","items":[\
            {"entity":"300305","name":"Municipalidad Distrital de Coyllurqui","zone":"030503","value":"53.77","unit":"%","source":"INEI 2018","version":1}],\
            "without":["300306"],"units":["%"]}""";

    private final Entities entities;
    private final PublishedFigures figures;

    IndicatorComparisonResource(Entities entities, PublishedFigures figures) {
        this.entities = entities;
        this.figures = figures;
    }

    /** @param value an exact decimal as text */
    @Schema(name = "ComparedIndicator")
    record ItemView(
            EntityCode entity, String name, Ubigeo zone, String value, String unit, String source, int version) {}

    /**
     * @param items from the greatest value to the least
     * @param without entities that published no such figure of their territory
     * @param units more than one: the figures are not to be compared
     */
    @Schema(name = "IndicatorComparison")
    record ComparisonView(
            String scheme,
            int year,
            String indicator,
            List<ItemView> items,
            List<EntityCode> without,
            List<String> units) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "compareIndicators",
            summary = "One indicator of several municipalities",
            description =
                    "Each entity's own published figure for its whole territory, with source and version; nothing else of an entity is read.")
    @APIResponse(
            responseCode = "200",
            description = "The figures side by side",
            content =
                    @Content(
                            schema = @Schema(implementation = ComparisonView.class),
                            examples = @ExampleObject(name = "comparison", value = VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`: one of the entities is unknown")
    public ComparisonView compareIndicators(
            @Parameter(description = "Two and more.", example = "300305")
                    @QueryParam("entity")
                    @NotNull
                    @Size(min = 2, max = 50)
                    List<EntityCode> codes,
            @Parameter(example = "census") @QueryParam("scheme") @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                    String scheme,
            @Parameter(example = "2017") @QueryParam("year") @NotNull @Min(1990) @Max(2100) Integer year,
            @Parameter(example = "POVERTY") @QueryParam("indicator") @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
                    String indicator) {
        var items = new ArrayList<ItemView>();
        var without = new ArrayList<EntityCode>();
        for (EntityCode code : codes.stream().distinct().toList()) {
            var entity = entities.known(code);
            var zone = entity.governs().get(0);
            var value = figures.of(code, scheme, year, zone.value())
                    .filter(published -> published.values().containsKey(indicator));
            value.ifPresentOrElse(
                    published -> items.add(new ItemView(
                            code,
                            entity.name(),
                            zone,
                            String.valueOf(published.values().get(indicator)),
                            String.valueOf(published.units().get(indicator)),
                            published.source(),
                            published.version())),
                    () -> without.add(code));
        }
        items.sort(Comparator.comparing((ItemView item) -> new BigDecimal(item.value()))
                .reversed()
                .thenComparing(item -> item.entity().value()));
        return new ComparisonView(
                scheme,
                year,
                indicator,
                items,
                without,
                items.stream().map(ItemView::unit).distinct().sorted().toList());
    }
}
