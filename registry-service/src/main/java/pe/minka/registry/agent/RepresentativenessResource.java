package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.SmallCells;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;
import pe.minka.registry.territory.PublishedFigures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether those who registered are like those who live there. */
@Path("/v1/processes/{process}/representativeness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roll")
class RepresentativenessResource {

    private static final String REPORT = """
            {"agents":120,"scheme":"census","year":2017,"version":1,"source":"INEI, Censos Nacionales 2017","groups":[\
            {"group":"WOMEN","agents":30,"percent":"25.0","censusPercent":"49.7","differencePoints":"-24.7","standing":"BELOW"}],"withoutCensus":["OLDER_PERSONS"]}""";

    private final Processes processes;
    private final Agents agents;
    private final PublishedFigures figures;

    RepresentativenessResource(Processes processes, Agents agents, PublishedFigures figures) {
        this.processes = processes;
        this.agents = agents;
        this.figures = figures;
    }

    /** How a group stands against its part of the people. */
    enum Standing {
        BELOW,
        EQUAL,
        ABOVE,
        HIDDEN
    }

    /**
     * @param agents absent with its percentages where the group is so small that somebody could be recognised
     * @param differencePoints percentage points that the roll is above the census, with one decimal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RepresentedGroup")
    record GroupView(
            String group,
            @Nullable Integer agents,
            @Nullable String percent,
            String censusPercent,
            @Nullable String differencePoints,
            Standing standing) {}

    /** @param withoutCensus groups of which the indicators do not say how many live there */
    @Schema(name = "Representativeness")
    record ReportView(
            int agents,
            String scheme,
            int year,
            int version,
            String source,
            List<GroupView> groups,
            List<String> withoutCensus) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getRepresentativeness",
            summary = "The roll beside the census",
            description =
                    "The part of each group (WOMEN, YOUTH, ORIGINAL_LANGUAGE_SPEAKERS, …) among the accredited agents beside its part among the people,"
                            + " which the entity publishes as indicators in percent under the names of the groups. Registration is by own will; this shows whom it missed.")
    @APIResponse(
            responseCode = "200",
            description = "Group by group",
            content =
                    @Content(
                            schema = @Schema(implementation = ReportView.class),
                            examples = @ExampleObject(name = "report", value = REPORT)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`census-unknown`")
    public ReportView getRepresentativeness(
            @PathParam("process") ProcessId id,
            @Parameter(example = "census")
                    @QueryParam("scheme")
                    @DefaultValue("census")
                    @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                    String scheme,
            @Parameter(example = "2017") @QueryParam("year") @NotNull @Min(1990) @Max(2100) Integer year,
            @Parameter(
                            description = "Zone of the indicators; the territory of the process where absent.",
                            example = "030503")
                    @QueryParam("zone")
                    @Nullable
                    String zone) {
        var process = processes.get(id);
        var census = figures.of(
                        process.entity(),
                        scheme,
                        year,
                        zone == null ? process.territory().value() : zone)
                .orElseThrow(() -> Problem.conflict("census-unknown")
                        .with("scheme", scheme)
                        .with("year", year)
                        .toException());
        var composition = agents.composition(id);
        return new ReportView(
                composition.agents(),
                scheme,
                year,
                census.version(),
                census.source(),
                composition.groups().entrySet().stream()
                        .filter(group -> census.values().containsKey(group.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .map(group -> view(
                                group, composition.agents(), census.values().get(group.getKey())))
                        .toList(),
                composition.groups().keySet().stream()
                        .filter(group -> !census.values().containsKey(group))
                        .sorted()
                        .toList());
    }

    private static GroupView view(Map.Entry<String, Integer> group, int all, @Nullable BigDecimal census) {
        var share = Objects.requireNonNull(census);
        int agents = group.getValue();
        var plain = share.stripTrailingZeros().toPlainString();
        // the rest of the roll gives the group away, as men do women
        boolean hidden = SmallCells.publish(Map.of("GROUP", agents, "REST", all - agents)).stream()
                .anyMatch(cell -> cell.count() == null);
        if (hidden) {
            return new GroupView(group.getKey(), null, null, plain, null, Standing.HIDDEN);
        }
        var exact = all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(agents).movePointRight(2).divide(BigDecimal.valueOf(all), 9, RoundingMode.HALF_UP);
        int standing = BigDecimal.valueOf(agents).movePointRight(2).compareTo(share.multiply(BigDecimal.valueOf(all)));
        return new GroupView(
                group.getKey(),
                agents,
                Composition.percent(agents, all),
                plain,
                exact.subtract(share).setScale(1, RoundingMode.HALF_UP).toPlainString(),
                standing < 0 ? Standing.BELOW : standing == 0 ? Standing.EQUAL : Standing.ABOVE);
    }
}
