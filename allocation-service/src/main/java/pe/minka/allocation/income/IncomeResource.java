package pe.minka.allocation.income;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.envelope.Envelopes;
import pe.minka.allocation.income.IncomeStatements.PerHead;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Income over HTTP. */
@Path("/v1")
@Tag(name = "Income", description = "What is expected, what arrives, and which agreements a shortfall touches.")
public class IncomeResource {

    private static final String STATEMENT =
            "{\"statement\":\"5a0f0d3c-7f2e-4b8a-9d51-0c8b7a6f5e01\",\"entity\":\"300305\",\"fiscalYear\":2017,\"basis\":\"ACTUAL\",\"sequence\":1,\"source\":\"MEF, Consulta de transferencias\",\"publishedOn\":\"2017-12-31\",\"total\":{\"amount\":\"1000.00\",\"currency\":\"PEN\"},\"lines\":[{\"line\":\"08\",\"amount\":{\"amount\":\"49.99\",\"currency\":\"PEN\"}},{\"line\":\"18\",\"amount\":{\"amount\":\"950.01\",\"currency\":\"PEN\"}}]}";

    private final StateIncome stateIncome;
    private final IncomeStatements incomes;
    private final Envelopes envelopes;
    private final Agreements agreements;

    IncomeResource(StateIncome stateIncome, IncomeStatements incomes, Envelopes envelopes, Agreements agreements) {
        this.stateIncome = stateIncome;
        this.incomes = incomes;
        this.envelopes = envelopes;
        this.agreements = agreements;
    }

    @Schema(name = "IncomeStatementRequest")
    record StatementRequest(
            @NotNull FiscalYear fiscalYear,
            @NotNull Basis basis,

            @Schema(description = "Who published it.", examples = "MEF, estimación de junio") @NotBlank @Size(max = 200)
            String source,

            @NotNull LocalDate publishedOn,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull LineRequest> lines) {}

    @Schema(name = "IncomeLine")
    record LineRequest(
            @Schema(description = "Rubro of the national classifier.", examples = "18")
            @NotNull
            @Pattern(regexp = "\\d{2}")
            String line,

            @NotNull Soles amount) {}

    @Schema(name = "IncomeStatement")
    record StatementView(
            UUID statement,
            EntityCode entity,
            FiscalYear fiscalYear,
            Basis basis,

            @Schema(description = "A later statement of the same year and basis takes the place of this one.")
            int sequence,

            String source,
            LocalDate publishedOn,
            Soles total,
            List<LineRequest> lines) {

        static StatementView of(IncomeStatement statement) {
            return new StatementView(
                    statement.id(),
                    statement.entity(),
                    statement.year(),
                    statement.basis(),
                    statement.sequence(),
                    statement.source(),
                    statement.publishedOn(),
                    statement.total(),
                    statement.lines().entrySet().stream()
                            .map(line -> new LineRequest(line.getKey(), line.getValue()))
                            .toList());
        }
    }

    @Schema(name = "OwnRevenueReport")
    record OwnRevenueView(
            EntityCode entity,
            FiscalYear fiscalYear,
            Basis basis,
            String source,
            Soles total,

            @Schema(description = "Of the lines that the entity collects itself: 08 and 09.")
            Soles own,

            @Schema(description = "Rounded down to four decimals.")
            Percent ownPercent,

            @Schema(description = "The rest of a hundred: what others decide.")
            Percent dependencyPercent) {}

    @Schema(name = "IncomeGap")
    record GapView(
            EntityCode entity,
            FiscalYear fiscalYear,
            int forecast,
            int actual,
            List<LineGapView> lines,
            List<CoverView> envelopes,

            @Schema(
                    description =
                            "Those that what arrived does not reach to the end, the kept and the most voted first.")
            List<TouchedView> agreements) {}

    @Schema(name = "LineGap", description = "One of missing and surplus is zero.")
    record LineGapView(String line, Soles forecast, Soles actual, Soles missing, Soles surplus) {}

    @Schema(name = "EnvelopeCover")
    record CoverView(UUID envelope, String purse, Soles amount, Soles covered) {}

    @Schema(name = "TouchedAgreement")
    record TouchedView(UUID agreement, UUID envelope, String title, Soles amount, Soles covered, Soles missing) {}

    @Schema(name = "TransferPerHead")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PerHeadView(
            EntityCode entity,
            String name,
            Ubigeo ubigeo,
            @Nullable Long population,
            Soles amount,

            @Schema(description = "Rounded down; absent where the population is unknown.") @Nullable
            Soles perHead,

            @Schema(description = "For each inhabitant of all the entities asked for together.") @Nullable
            Soles mean) {}

    @Schema(name = "TransferPerHeadPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PerHeadPage(List<PerHeadView> items, @Nullable String next) {}

    @POST
    @Path("/entities/{entity}/income-statements")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "State the income of a year",
            description = "What is expected or what arrived, by funding line, with its source. A newer statement takes"
                    + " the place of the one before; none is erased.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "what arrived",
                                            value =
                                                    "{\"fiscalYear\":2017,\"basis\":\"ACTUAL\",\"source\":\"MEF, Consulta de transferencias\",\"publishedOn\":\"2017-12-31\",\"lines\":[{\"line\":\"08\",\"amount\":{\"amount\":\"49.99\",\"currency\":\"PEN\"}},{\"line\":\"18\",\"amount\":{\"amount\":\"950.01\",\"currency\":\"PEN\"}}]}")))
    @APIResponse(
            responseCode = "201",
            description = "Stated",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StatementView.class),
                            examples = @ExampleObject(name = "stated", value = STATEMENT)))
    public Response stateIncome(@PathParam("entity") EntityCode entity, @Valid @NotNull StatementRequest request) {
        var stated = stateIncome.state(
                entity,
                request.fiscalYear(),
                request.basis(),
                request.source(),
                request.publishedOn(),
                request.lines().stream()
                        .map(line -> new StateIncome.Line(line.line(), line.amount()))
                        .toList());
        return Response.created(URI.create("/v1/entities/" + entity + "/income/" + request.fiscalYear()))
                .entity(StatementView.of(stated))
                .build();
    }

    @GET
    @Path("/entities/{entity}/income/{year}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Income of a year",
            description = "The newest forecast and the newest statement of what arrived, by funding line.")
    @APIResponse(
            responseCode = "200",
            description = "The statements, at most one of each basis",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StatementList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + STATEMENT + "]}")))
    public StatementList getIncome(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Fiscal year.", example = "2017") @PathParam("year") @Min(2003) @Max(2100)
                    int year) {
        var fiscal = new FiscalYear(year);
        return new StatementList(List.of(Basis.values()).stream()
                .flatMap(basis -> incomes.newest(entity, fiscal, basis).stream())
                .map(StatementView::of)
                .toList());
    }

    @Schema(name = "IncomeStatementList")
    record StatementList(List<StatementView> items) {}

    @GET
    @Path("/entities/{entity}/reports/own-revenue/{year}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Share of own revenue",
            description = "What part of its income an entity collects itself, and how far it depends on what others"
                    + " decide. Of what arrived; of the forecast while nothing is stated to have arrived.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwnRevenueView.class),
                            examples =
                                    @ExampleObject(
                                            name = "under a twentieth",
                                            value =
                                                    "{\"entity\":\"300305\",\"fiscalYear\":2017,\"basis\":\"ACTUAL\",\"source\":\"MEF, Consulta de transferencias\",\"total\":{\"amount\":\"1000.00\",\"currency\":\"PEN\"},\"own\":{\"amount\":\"49.99\",\"currency\":\"PEN\"},\"ownPercent\":\"4.999\",\"dependencyPercent\":\"95.001\"}")))
    public OwnRevenueView getOwnRevenue(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Fiscal year.", example = "2017") @PathParam("year") @Min(2003) @Max(2100)
                    int year) {
        var fiscal = new FiscalYear(year);
        var statement = incomes.newest(entity, fiscal, Basis.ACTUAL)
                .or(() -> incomes.newest(entity, fiscal, Basis.FORECAST))
                .orElseThrow(() -> Problem.notFound().toException());
        var revenue = OwnRevenue.of(statement.lines(), incomes.ownLines())
                .orElseThrow(() ->
                        Problem.conflict("no-income").with("fiscalYear", fiscal).toException());
        return new OwnRevenueView(
                entity,
                fiscal,
                statement.basis(),
                statement.source(),
                revenue.total(),
                revenue.own(),
                revenue.ownShare(),
                revenue.dependency());
    }

    @GET
    @Path("/entities/{entity}/reports/income-gap/{year}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Forecast against what arrived",
            description =
                    "The difference by funding line, what of each envelope of the year is still carried, and the"
                            + " agreements that the shortfall touches. An envelope loses of each line the part that the line lost.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = GapView.class),
                            examples =
                                    @ExampleObject(
                                            name = "a fifth less",
                                            value =
                                                    "{\"entity\":\"300305\",\"fiscalYear\":2017,\"forecast\":1,\"actual\":1,\"lines\":[{\"line\":\"18\",\"forecast\":{\"amount\":\"1000.00\",\"currency\":\"PEN\"},\"actual\":{\"amount\":\"800.00\",\"currency\":\"PEN\"},\"missing\":{\"amount\":\"200.00\",\"currency\":\"PEN\"},\"surplus\":{\"amount\":\"0.00\",\"currency\":\"PEN\"}}],\"envelopes\":[{\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\",\"purse\":\"WHOLE\",\"amount\":{\"amount\":\"600.00\",\"currency\":\"PEN\"},\"covered\":{\"amount\":\"480.00\",\"currency\":\"PEN\"}}],\"agreements\":[]}")))
    public GapView getIncomeGap(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Fiscal year.", example = "2017") @PathParam("year") @Min(2003) @Max(2100)
                    int year) {
        var fiscal = new FiscalYear(year);
        var forecast = required(entity, fiscal, Basis.FORECAST);
        var actual = required(entity, fiscal, Basis.ACTUAL);
        var ofTheYear = envelopes.of(entity).stream()
                .filter(envelope -> envelope.fiscalYear().equals(fiscal))
                .toList();
        var agreed = ofTheYear.stream()
                .map(envelope -> envelope.process())
                .distinct()
                .flatMap(process -> agreements.of(process).stream())
                .toList();
        var report = Shortfall.of(forecast.lines(), actual.lines(), ofTheYear, agreed);
        return new GapView(
                entity,
                fiscal,
                forecast.sequence(),
                actual.sequence(),
                report.lines().stream()
                        .map(gap ->
                                new LineGapView(gap.line(), gap.forecast(), gap.actual(), gap.missing(), gap.surplus()))
                        .toList(),
                report.envelopes().stream()
                        .map(cover -> new CoverView(cover.envelope(), cover.purse(), cover.amount(), cover.covered()))
                        .toList(),
                report.agreements().stream()
                        .map(each -> new TouchedView(
                                each.agreement(),
                                each.envelope(),
                                each.title(),
                                each.amount(),
                                each.covered(),
                                each.missing()))
                        .toList());
    }

    private IncomeStatement required(EntityCode entity, FiscalYear year, Basis basis) {
        return incomes.newest(entity, year, basis)
                .orElseThrow(() -> Problem.conflict("income-not-stated")
                        .with("basis", basis)
                        .with("fiscalYear", year)
                        .toException());
    }

    @GET
    @Path("/fiscal-years/{year}/transfers-per-head")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Transfers for each inhabitant",
            description = "What each entity received for each of its inhabitants, most first, beside the mean of all:"
                    + " shows how far transfers favour places of extraction.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entities",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PerHeadPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "{\"items\":[{\"entity\":\"300305\",\"name\":\"Municipalidad Distrital de Coyllurqui\",\"ubigeo\":\"030503\",\"population\":6427,\"amount\":{\"amount\":\"9500000.00\",\"currency\":\"PEN\"},\"perHead\":{\"amount\":\"1478.13\",\"currency\":\"PEN\"},\"mean\":{\"amount\":\"1478.13\",\"currency\":\"PEN\"}}]}")))
    public Response listTransfersPerHead(
            @Parameter(description = "Fiscal year.", example = "2017") @PathParam("year") @Min(2003) @Max(2100)
                    int year,
            @Parameter(description = "One funding line; left out: all that are transferred.", example = "18")
                    @QueryParam("line")
                    @Pattern(regexp = "\\d{2}")
                    @Nullable
                    String line,
            @Parameter(description = "Only entities of this territory.", example = "0305")
                    @QueryParam("territory")
                    @DefaultValue("")
                    @Pattern(regexp = "(\\d{2}){0,3}")
                    String territory,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var after = page.after();
        var place = after == null ? new String[] {Long.toString(Long.MAX_VALUE), ""} : after.split(":", -1);
        if (place.length != 2 || !place[0].matches("-?\\d{1,19}")) {
            throw Problem.badRequest("unknown-cursor").toException();
        }
        var found = incomes.perHead(
                new FiscalYear(year), line, territory, new BigDecimal(place[0]).longValue(), place[1], page.limit + 1);
        return Page.of(found, page, IncomeResource::key)
                .map(IncomeResource::view)
                .toResponse(uri);
    }

    private static String key(PerHead each) {
        return each.perHead().map(Soles::centimos).orElse(-1L) + ":" + each.entity();
    }

    private static PerHeadView view(PerHead each) {
        return new PerHeadView(
                each.entity(),
                each.name(),
                new Ubigeo(each.ubigeo()),
                each.population() == 0 ? null : each.population(),
                each.amount(),
                each.perHead().orElse(null),
                each.mean().orElse(null));
    }
}
