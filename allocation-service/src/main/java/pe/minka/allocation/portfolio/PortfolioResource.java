package pe.minka.allocation.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Portfolios over HTTP. */
@Path("/v1")
@Tag(name = "Portfolios", description = "Which phase of which project is paid in which year.")
public class PortfolioResource {

    private static final String EXAMPLE =
            "{\"portfolio\":\"71859fa3-dbfc-4a4d-a286-0c1b2a394d01\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"selection\":\"e8fc061a-4273-41b4-89fd-738291a0ba01\",\"horizon\":[2017,2018,2019],\"entries\":[{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"year\":2017,\"phase\":\"TECHNICAL_FILE\",\"amount\":{\"amount\":\"40000.00\",\"currency\":\"PEN\"}},{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"year\":2018,\"phase\":\"WORKS\",\"amount\":{\"amount\":\"440000.00\",\"currency\":\"PEN\"}}],\"years\":[{\"year\":2017,\"amount\":{\"amount\":\"40000.00\",\"currency\":\"PEN\"}},{\"year\":2018,\"amount\":{\"amount\":\"440000.00\",\"currency\":\"PEN\"}},{\"year\":2019,\"amount\":{\"amount\":\"0.00\",\"currency\":\"PEN\"}}],\"total\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"madeOn\":\"2016-04-25\",\"updateDueOn\":\"2017-04-25\",\"stale\":false,\"madeAt\":\"2016-04-25T16:00:00Z\"}";

    private final MakePortfolio makePortfolio;
    private final Portfolios portfolios;
    private final Processes processes;
    private final Clock clock;

    PortfolioResource(MakePortfolio makePortfolio, Portfolios portfolios, Processes processes, Clock clock) {
        this.makePortfolio = makePortfolio;
        this.portfolios = portfolios;
        this.processes = processes;
        this.clock = clock;
    }

    @Schema(name = "PortfolioRequest")
    record MakePortfolioRequest(
            @NotNull UUID selection,

            @Schema(
                    description = "What each phase of each selected project costs in each year; adds to the project's"
                            + " cost. Left out: each project wholly in the first year.")
            @Size(min = 1, max = 5000)
            @Nullable
            List<@Valid @NotNull EntryRequest> entries,

            @Schema(description = "When it was laid down; today when left out.") @Nullable
            LocalDate madeOn) {}

    @Schema(name = "PortfolioEntryRequest")
    record EntryRequest(
            @NotNull UUID proposal,
            @NotNull FiscalYear year,
            @NotNull Phase phase,
            @NotNull Soles amount) {}

    @Schema(name = "PortfolioEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            UUID proposal, String title, @Nullable UUID objective, FiscalYear year, Phase phase, Soles amount) {}

    @Schema(name = "PortfolioYear")
    record YearView(FiscalYear year, Soles amount) {}

    @Schema(name = "Portfolio")
    record PortfolioView(
            UUID portfolio,
            ProcessId process,
            EntityCode entity,
            UUID selection,

            @Schema(description = "The years that agreements may programme.")
            List<FiscalYear> horizon,

            List<EntryView> entries,

            @Schema(description = "What all projects need in each year.")
            List<YearView> years,

            Soles total,
            LocalDate madeOn,

            @Schema(description = "By when it has to be laid down anew: a year after it was made.")
            LocalDate updateDueOn,

            @Schema(description = "Whether that day is over.")
            boolean stale,

            Instant madeAt) {}

    @Schema(name = "PortfolioList")
    record PortfolioList(List<PortfolioView> items) {}

    @POST
    @Path("/processes/{process}/portfolios")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Make a portfolio",
            description = "Lays down which phase of which selected project is paid in which year of the regulation's"
                    + " horizon. What is programmed for a project must add to its cost exactly, phases come in their"
                    + " order, and no selected project is left without a schedule; all breaches are named at once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "two phases in two years",
                                            value =
                                                    "{\"selection\":\"e8fc061a-4273-41b4-89fd-738291a0ba01\",\"entries\":[{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"year\":2017,\"phase\":\"TECHNICAL_FILE\",\"amount\":{\"amount\":\"40000.00\",\"currency\":\"PEN\"}},{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"year\":2018,\"phase\":\"WORKS\",\"amount\":{\"amount\":\"440000.00\",\"currency\":\"PEN\"}}],\"madeOn\":\"2016-04-25\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PortfolioView.class),
                            examples = @ExampleObject(name = "made", value = EXAMPLE)))
    public Response makePortfolio(
            @PathParam("process") ProcessId process, @Valid @NotNull MakePortfolioRequest request) {
        var entries = request.entries() == null
                ? null
                : request.entries().stream()
                        .map(entry -> new Entry(entry.proposal(), entry.year(), entry.phase(), entry.amount()))
                        .toList();
        var row = makePortfolio.make(process, request.selection(), entries, request.madeOn());
        return Response.created(URI.create("/v1/portfolios/" + row.id))
                .entity(view(row, row.madeOn))
                .build();
    }

    @GET
    @Path("/processes/{process}/portfolios")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Portfolios of a process", description = "All that were made, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The portfolios",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PortfolioList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + EXAMPLE + "]}")))
    public PortfolioList listPortfolios(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new PortfolioList(portfolios.list("process = ?1 order by madeAt desc", process).stream()
                .map(row -> view(row, today()))
                .toList());
    }

    @GET
    @Path("/portfolios/{portfolio}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "One portfolio", description = "With each entry and the sums by year.")
    @APIResponse(
            responseCode = "200",
            description = "The portfolio",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PortfolioView.class),
                            examples = @ExampleObject(name = "made", value = EXAMPLE)))
    public PortfolioView getPortfolio(
            @Parameter(description = "Its id.") @PathParam("portfolio") UUID portfolio,
            @Parameter(description = "The day on which it is looked at; today when left out.", example = "2017-04-26")
                    @QueryParam("on")
                    @Nullable
                    LocalDate on) {
        return view(portfolios.require(portfolio), on == null ? today() : on);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static PortfolioView view(PortfolioRow row, LocalDate on) {
        var programme = new Programme(
                row.firstYear,
                row.years,
                row.entries.stream()
                        .map(entry -> new Entry(entry.proposal, entry.year, entry.phase, entry.amount))
                        .toList());
        var byYear = programme.byYear();
        return new PortfolioView(
                row.id,
                row.process,
                row.entity,
                row.selection,
                programme.horizon(),
                row.entries.stream()
                        .map(entry -> new EntryView(
                                entry.proposal, entry.title, entry.objective, entry.year, entry.phase, entry.amount))
                        .toList(),
                programme.horizon().stream()
                        .map(year -> new YearView(year, Objects.requireNonNull(byYear.get(year))))
                        .toList(),
                byYear.values().stream().reduce(Soles.ZERO, Soles::plus),
                row.madeOn,
                row.madeOn.plusYears(1),
                Programme.isStale(row.madeOn, on),
                row.madeAt);
    }
}
