package pe.minka.workshop.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The projects of a counted round, ranked within their territory and within their theme. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rankings", description = "One joint session, two lists: by territory and by theme")
class RankingResource {

    private static final String EXAMPLE = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801","byTerritory":[{"zone":"Z2",\
            "items":[{"option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701","title":"Agua de Pfaco","place":1,\
            "votes":214,"score":"214"}]}],"byTheme":[{"objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601",\
            "items":[{"option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701","title":"Agua de Pfaco","place":1,\
            "votes":214,"score":"214"}]}]}""";

    private final Statements statements;
    private final Polling polling;

    RankingResource(Statements statements, Polling polling) {
        this.statements = statements;
        this.polling = polling;
    }

    /** @param place within its list; equal scores share it */
    @Schema(name = "RankedOption")
    record RankedView(UUID option, String title, int place, int votes, String score) {}

    /** @param zone absent: projects for the whole district */
    @Schema(name = "RankingOfTerritory")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TerritoryView(@Nullable String zone, List<RankedView> items) {}

    /** @param objective of the development plan: the theme */
    @Schema(name = "RankingOfTheme")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ThemeView(@Nullable UUID objective, List<RankedView> items) {}

    @Schema(name = "Rankings")
    record RankingsView(UUID round, List<TerritoryView> byTerritory, List<ThemeView> byTheme) {}

    private record Coded(@Nullable String zone, @Nullable UUID objective, RankedView view) {}

    @GET
    @Path("/rounds/{round}/rankings")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Rank by territory and by theme",
            description =
                    "After the count. Each project stands in the list of its zone and in the list of its objective,"
                            + " by the same votes; equal scores share a place and settle no tie.")
    @APIResponse(
            responseCode = "200",
            description = "Both lists",
            content =
                    @Content(
                            schema = @Schema(implementation = RankingsView.class),
                            examples = @ExampleObject(name = "rankings", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(responseCode = "409", description = "`round-not-tallied`")
    public RankingsView readRankings(@PathParam("round") UUID round) {
        if (!polling.known(round).isTallied()) {
            throw Problem.conflict("round-not-tallied").toException();
        }
        var territories = new LinkedHashMap<Optional<String>, List<RankedView>>();
        ranked(round, "zone")
                .forEach(each -> territories
                        .computeIfAbsent(Optional.ofNullable(each.zone()), zone -> new ArrayList<>())
                        .add(each.view()));
        var themes = new LinkedHashMap<Optional<UUID>, List<RankedView>>();
        ranked(round, "objective")
                .forEach(each -> themes.computeIfAbsent(
                                Optional.ofNullable(each.objective()), theme -> new ArrayList<>())
                        .add(each.view()));
        return new RankingsView(
                round,
                territories.entrySet().stream()
                        .map(each -> new TerritoryView(each.getKey().orElse(null), each.getValue()))
                        .toList(),
                themes.entrySet().stream()
                        .map(each -> new ThemeView(each.getKey().orElse(null), each.getValue()))
                        .toList());
    }

    private List<Coded> ranked(UUID round, String code) {
        return statements.list(
                "select zone, objective, option, title, rank() over (partition by " + code + " order by score desc),"
                        + " votes, score from round_option where round = ? order by " + code
                        + " nulls last, score desc, position",
                row -> new Coded(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        new RankedView(
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getInt(5),
                                row.getInt(6),
                                String.valueOf(row.getLong(7)))),
                round);
    }
}
