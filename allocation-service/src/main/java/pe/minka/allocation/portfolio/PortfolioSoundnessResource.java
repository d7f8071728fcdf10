package pe.minka.allocation.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What a portfolio needs beside its figures: the approval of its body, and an entity that can carry it out. */
@Path("/v1")
@Tag(name = "Portfolios", description = "Which phase of which project is paid in which year.")
public class PortfolioSoundnessResource {

    private static final String APPROVAL =
            "{\"portfolio\":\"71859fa3-dbfc-4a4d-a286-0c1b2a394d01\",\"body\":\"INVESTMENT_MANAGEMENT_COMMITTEE\",\"number\":\"Acta 4-2015\",\"decidedOn\":\"2015-12-18\",\"recordedAt\":\"2015-12-19T15:00:00Z\"}";
    private static final String YEAR =
            "{\"entity\":\"300305\",\"fiscalYear\":2016,\"budget\":{\"amount\":\"900000.00\",\"currency\":\"PEN\"},\"executed\":{\"amount\":\"300000.00\",\"currency\":\"PEN\"},\"source\":\"Consulta amigable 2016-12-31\"}";
    private static final String CAPACITY =
            "{\"portfolio\":\"71859fa3-dbfc-4a4d-a286-0c1b2a394d01\",\"yearly\":{\"amount\":\"300000.00\",\"currency\":\"PEN\"},\"years\":3,\"demandingYear\":2018,\"asked\":{\"amount\":\"440000.00\",\"currency\":\"PEN\"},\"ratio\":\"1.47\",\"exceeded\":true}";

    private final ApprovePortfolio approvePortfolio;
    private final RecordCapacity recordCapacity;
    private final Capacities capacities;
    private final Portfolios portfolios;
    private final PortfolioApprovals approvals;
    private final Processes processes;

    PortfolioSoundnessResource(
            ApprovePortfolio approvePortfolio,
            RecordCapacity recordCapacity,
            Capacities capacities,
            Portfolios portfolios,
            PortfolioApprovals approvals,
            Processes processes) {
        this.approvePortfolio = approvePortfolio;
        this.recordCapacity = recordCapacity;
        this.capacities = capacities;
        this.portfolios = portfolios;
        this.approvals = approvals;
        this.processes = processes;
    }

    @Schema(name = "PortfolioApprovalRequest")
    record ApprovalRequest(
            @Schema(description = "The body that the regulation names.", examples = "INVESTMENT_MANAGEMENT_COMMITTEE")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String body,

            @Schema(description = "Number of its act.") @NotBlank @Size(max = 160)
            String number,

            @NotNull LocalDate decidedOn) {}

    @Schema(name = "PortfolioApproval")
    record ApprovalView(UUID portfolio, String body, String number, LocalDate decidedOn, Instant recordedAt) {}

    @Schema(name = "ExecutedYearRequest")
    record YearRequest(
            @NotNull FiscalYear fiscalYear,

            @Schema(description = "Investment budget, modified (PIM).") @NotNull
            Soles budget,

            @Schema(description = "Accrued investment.") @NotNull
            Soles executed,

            @Schema(description = "Where the figures come from.") @NotBlank @Size(max = 200)
            String source) {}

    @Schema(name = "ExecutedYear")
    record YearView(EntityCode entity, FiscalYear fiscalYear, Soles budget, Soles executed, String source) {}

    @Schema(name = "ExecutedYearList")
    record YearList(List<YearView> items) {}

    @Schema(name = "ExecutionCapacity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CapacityView(
            UUID portfolio,

            @Schema(description = "Executed in a past year on average; absent where no past year is known.") @Nullable
            Soles yearly,

            @Schema(description = "Past years that the average is taken from.")
            int years,

            @Schema(description = "The year of the portfolio that asks most.")
            FiscalYear demandingYear,

            Soles asked,

            @Schema(description = "How many times the average of the past that is, rounded up.") @Nullable
            String ratio,

            @Schema(description = "Whether it is more than the entity carried out in a year on average.")
            boolean exceeded) {}

    @POST
    @Path("/portfolios/{portfolio}/approval")
    @RolesAllowed(Roles.COUNCIL_SECRETARY)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record the approval of a portfolio",
            description = "The act of the body that the regulation names, for example the investment management"
                    + " committee. Without it no act of agreements is signed over the portfolio.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "committee",
                                            value =
                                                    "{\"body\":\"INVESTMENT_MANAGEMENT_COMMITTEE\",\"number\":\"Acta 4-2015\",\"decidedOn\":\"2015-12-18\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Approved",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApprovalView.class),
                            examples = @ExampleObject(name = "committee", value = APPROVAL)))
    public Response approvePortfolio(
            @Parameter(description = "Its id.") @PathParam("portfolio") UUID portfolio,
            @Valid @NotNull ApprovalRequest request) {
        var row = approvePortfolio.approve(portfolio, request.body(), request.number(), request.decidedOn());
        return Response.created(URI.create("/v1/portfolios/" + portfolio + "/approval"))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/portfolios/{portfolio}/approval")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "The approval of a portfolio",
            description = "The act that approved it; 404 while there is none.")
    @APIResponse(
            responseCode = "200",
            description = "The approval",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ApprovalView.class),
                            examples = @ExampleObject(name = "committee", value = APPROVAL)))
    public ApprovalView getPortfolioApproval(
            @Parameter(description = "Its id.") @PathParam("portfolio") UUID portfolio) {
        return view(approvals
                .findByIdOptional(portfolio)
                .orElseThrow(() -> Problem.notFound().toException()));
    }

    @GET
    @Path("/portfolios/{portfolio}/execution-capacity")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "A portfolio against what the entity can carry out",
            description =
                    "The most demanding year of the portfolio as a multiple of what was executed in a past year on"
                            + " average; a warning where it is more. Nothing is refused by it.")
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CapacityView.class),
                            examples = @ExampleObject(name = "too much", value = CAPACITY)))
    public CapacityView getExecutionCapacity(
            @Parameter(description = "Its id.") @PathParam("portfolio") UUID portfolio) {
        var row = portfolios.require(portfolio);
        var demand = processes.require(row.process).regulation().portfolio();
        var years = demand == null ? null : demand.capacityYears();
        var capacity = capacities.of(row, Objects.requireNonNullElse(years, ExecutionCapacity.USUAL_YEARS));
        return new CapacityView(
                portfolio,
                capacity.yearly().orElse(null),
                capacity.years(),
                capacity.demanding(),
                capacity.asked(),
                capacity.ratio().map(BigDecimal::toPlainString).orElse(null),
                capacity.isExceeded());
    }

    @POST
    @Path("/entities/{entity}/executed-years")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record what was invested in a past year",
            description = "Budget and execution of a past year with their source; a later record of the same year takes"
                    + " the place of an earlier one, which is kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "2016",
                                            value =
                                                    "{\"fiscalYear\":2016,\"budget\":{\"amount\":\"900000.00\",\"currency\":\"PEN\"},\"executed\":{\"amount\":\"300000.00\",\"currency\":\"PEN\"},\"source\":\"Consulta amigable 2016-12-31\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = YearView.class),
                            examples = @ExampleObject(name = "2016", value = YEAR)))
    public Response recordExecutedYear(@PathParam("entity") EntityCode entity, @Valid @NotNull YearRequest request) {
        var row = recordCapacity.record(
                entity, request.fiscalYear(), request.budget(), request.executed(), request.source());
        return Response.created(URI.create("/v1/entities/" + entity + "/executed-years"))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/entities/{entity}/executed-years")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What an entity invested in past years",
            description = "The record that stands for each year, the newest year first.")
    @APIResponse(
            responseCode = "200",
            description = "The years",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = YearList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + YEAR + "]}")))
    public YearList listExecutedYears(@PathParam("entity") EntityCode entity) {
        return new YearList(capacities.standing(entity).stream()
                .map(PortfolioSoundnessResource::view)
                .toList());
    }

    private static YearView view(CapacityRow row) {
        return new YearView(row.entity, row.fiscalYear, row.budget, row.executed, row.source);
    }

    private static ApprovalView view(PortfolioApprovalRow row) {
        return new ApprovalView(row.portfolio, row.body, row.number, row.decidedOn, row.recordedAt);
    }
}
