package pe.minka.registry.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
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
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;

import java.util.List;
import java.util.UUID;

/** What a list of populated centres changed. */
@Path("/v1/territory-differences/{list}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class TerritoryDifferenceResource {

    private static final String DIFFERENCES = """
            {"list":"5c0c2a6e-8b0e-3a53-9a39-2f1f4a5d1c11","added":1,"changed":1,"gone":1,"items":[\
            {"code":"0803060001","kind":"CHANGED","before":"LIMATAMBO · PUEBLO · URBAN · 1790 · 2577","after":"LIMATAMBO · PUEBLO · URBAN · 1830 · 2577"}],\
            "goneCodes":["0803060117"]}""";
    private static final int MOST_SHOWN = 1_000;

    private final EntityManager database;

    TerritoryDifferenceResource(EntityManager database) {
        this.database = database;
    }

    /** @param before absent where the centre was not known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TerritoryDifference")
    record DifferenceView(
            Ubigeo code, String kind, @Nullable String before, String after) {}

    /**
     * @param gone centres of the same districts that the list leaves out; they stay until an act says otherwise
     * @param items the first thousand by code
     */
    @Schema(name = "TerritoryDifferences")
    record DifferencesView(
            UUID list, long added, long changed, long gone, List<DifferenceView> items, List<String> goneCodes) {}

    @GET
    @RolesAllowed({Roles.PLATFORM_ADMIN, Roles.AUDITOR})
    @Scope(Scope.ANY)
    @Transactional
    @Operation(
            operationId = "getTerritoryDifferences",
            summary = "What a list of populated centres changed",
            description =
                    "Against what was known: centres that are new, changed, or no more in the list of their district.")
    @APIResponse(
            responseCode = "200",
            description = "The differences; all zero where the list changed nothing or is not known",
            content =
                    @Content(
                            schema = @Schema(implementation = DifferencesView.class),
                            examples = @ExampleObject(name = "differences", value = DIFFERENCES)))
    public DifferencesView getTerritoryDifferences(
            @Parameter(example = "5c0c2a6e-8b0e-3a53-9a39-2f1f4a5d1c11") @PathParam("list") UUID list) {
        var gone = texts(
                "select ubigeo from territory t where level = 'POPULATED_CENTRE' and last_list is distinct from :list"
                        + " and exists (select 1 from territory s where s.last_list = :list"
                        + " and left(s.ubigeo, 6) = left(t.ubigeo, 6)) order by ubigeo",
                list);
        var counts = (Tuple) database.createNativeQuery(
                        "select count(*) filter (where kind = 'NEW') as added, count(*) filter (where kind = 'CHANGED') as changed"
                                + " from territory_difference where list = :list",
                        Tuple.class)
                .setParameter("list", list)
                .getSingleResult();
        return new DifferencesView(
                list,
                ((Number) counts.get("added")).longValue(),
                ((Number) counts.get("changed")).longValue(),
                gone.size(),
                items(list),
                gone.stream().limit(MOST_SHOWN).toList());
    }

    private List<DifferenceView> items(UUID list) {
        List<?> rows = database.createNativeQuery(
                        "select ubigeo, kind, before, after from territory_difference where list = :list order by kind, ubigeo",
                        Tuple.class)
                .setParameter("list", list)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new DifferenceView(
                        new Ubigeo(row.get("ubigeo", String.class)),
                        row.get("kind", String.class),
                        row.get("before", String.class),
                        row.get("after", String.class)))
                .toList();
    }

    private List<String> texts(String query, UUID list) {
        List<?> rows = database.createNativeQuery(query, String.class)
                .setParameter("list", list)
                .getResultList();
        return rows.stream().map(String.class::cast).toList();
    }
}
