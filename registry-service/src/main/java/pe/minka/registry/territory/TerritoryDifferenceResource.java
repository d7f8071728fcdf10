package pe.minka.registry.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.territory.ListDifferences.Difference;
import pe.minka.registry.territory.ListDifferences.Kind;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a list of municipalities or of populated centres changed. */
@Path("/v1/territory-differences/{list}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class TerritoryDifferenceResource {

    private static final String DIFFERENCES = """
            {"list":"5c0c2a6e-8b0e-3a53-9a39-2f1f4a5d1c11","kind":"populated-centres","dryRun":false,"complete":true,\
            "added":0,"changed":1,"gone":1,"items":[\
            {"code":"0803060001","kind":"CHANGED","before":"LIMATAMBO · PUEBLO · URBAN · 1790 · 2577","after":"LIMATAMBO · PUEBLO · URBAN · 1830 · 2577"},\
            {"code":"0803060117","kind":"GONE","before":"PAMPA CONGA · CASERÍO · RURAL · 12 · 2810"}],\
            "goneCodes":["0803060117"]}""";
    private static final int MOST_SHOWN = 1_000;

    private final ListDifferences differences;

    TerritoryDifferenceResource(ListDifferences differences) {
        this.differences = differences;
    }

    /**
     * @param code of a populated centre its ten digits; of a municipality the district of its seat
     * @param entity of a municipality its code at the Ministry of Economy
     * @param before absent where it was not known
     * @param after absent where the list leaves it out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TerritoryDifference")
    record DifferenceView(
            Ubigeo code,
            @Nullable EntityCode entity,
            String kind,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * @param kind of which things
     * @param dryRun whether the list was rehearsed: the differences are what it would change
     * @param complete whether the list was read to its end; before that nothing is told as gone
     * @param gone municipalities of the same regions, or centres of the same districts, that the list leaves out; they
     *     stay until an act says otherwise
     * @param items the first thousand of each kind by code
     */
    @Schema(name = "TerritoryDifferences")
    record DifferencesView(
            UUID list,
            String kind,
            boolean dryRun,
            boolean complete,
            long added,
            long changed,
            long gone,
            List<DifferenceView> items,
            List<String> goneCodes) {}

    @GET
    @RolesAllowed({Roles.PLATFORM_ADMIN, Roles.AUDITOR})
    @Scope(Scope.ANY)
    @Transactional
    @Operation(
            operationId = "getTerritoryDifferences",
            summary = "What a list changed",
            description =
                    "Against what was known when it came: municipalities or populated centres that are new, changed, or no more in the list."
                            + " A later list does not change it.")
    @APIResponse(
            responseCode = "200",
            description = "The differences; all zero where the list changed nothing",
            content =
                    @Content(
                            schema = @Schema(implementation = DifferencesView.class),
                            examples = @ExampleObject(name = "differences", value = DIFFERENCES)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such list was brought")
    public DifferencesView getTerritoryDifferences(
            @Parameter(example = "5c0c2a6e-8b0e-3a53-9a39-2f1f4a5d1c11") @PathParam("list") UUID list) {
        var brought =
                differences.find(list).orElseThrow(() -> Problem.notFound().toException());
        var gone = differences.of(list, Kind.GONE, MOST_SHOWN);
        return new DifferencesView(
                list,
                brought.kind(),
                brought.dryRun(),
                brought.complete(),
                differences.count(list, Kind.NEW),
                differences.count(list, Kind.CHANGED),
                differences.count(list, Kind.GONE),
                Stream.of(
                                differences.of(list, Kind.CHANGED, MOST_SHOWN),
                                gone,
                                differences.of(list, Kind.NEW, MOST_SHOWN))
                        .flatMap(List::stream)
                        .map(TerritoryDifferenceResource::view)
                        .toList(),
                gone.stream().map(Difference::ubigeo).toList());
    }

    private static DifferenceView view(Difference each) {
        var entity = each.entity();
        return new DifferenceView(
                new Ubigeo(each.ubigeo()),
                entity == null ? null : new EntityCode(entity),
                each.kind().name(),
                each.before(),
                each.after());
    }
}
