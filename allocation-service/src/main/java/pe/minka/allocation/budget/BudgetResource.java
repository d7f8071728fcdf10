package pe.minka.allocation.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import pe.minka.allocation.budget.Budgets.Budget;
import pe.minka.allocation.budget.MoveBudget.Draft;
import pe.minka.allocation.budget.Split.Line;
import pe.minka.allocation.budget.Split.SpendingClass;
import pe.minka.allocation.process.Percent;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Budgets over HTTP. */
@Path("/v1")
@Tag(name = "Budgets", description = "The budget of a year: its split, its texts and its way to the law.")
public class BudgetResource {

    private static final String LINES =
            "[{\"line\":\"07\",\"spendingClass\":\"CURRENT\",\"amount\":{\"amount\":\"300.00\",\"currency\":\"PEN\"}},{\"line\":\"18\",\"spendingClass\":\"INVESTMENT\",\"amount\":{\"amount\":\"700.00\",\"currency\":\"PEN\"}}]";
    private static final String EXAMPLE =
            "{\"budget\":\"8d3e2f10-6a5b-4c7d-9e80-1f2a3b4c5d01\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"fiscalYear\":2017,\"state\":\"PROPOSED\",\"current\":{\"amount\":\"300.00\",\"currency\":\"PEN\"},\"investment\":{\"amount\":\"700.00\",\"currency\":\"PEN\"},\"currentPercent\":\"30\",\"investmentPercent\":\"70\",\"texts\":[{\"sequence\":1,\"by\":\"Alcaldía\",\"act\":\"Oficio 021-2016-A\",\"decidedOn\":\"2016-06-01\",\"lines\":"
                    + LINES
                    + "}],\"steps\":[{\"step\":\"APPROVED\",\"law\":\"Ley 27972 art. 9.16; DLeg 1440 art. 31\",\"late\":false},{\"step\":\"SENT_TO_MEF\",\"law\":\"DLeg 1440 art. 31\",\"late\":false},{\"step\":\"IN_CONGRESS\",\"dueOn\":\"2016-08-30\",\"law\":\"Constitución Política art. 78\",\"late\":false},{\"step\":\"ENACTED\",\"dueOn\":\"2016-11-30\",\"law\":\"Constitución Política art. 80\",\"late\":false}]}";

    private final MoveBudget moveBudget;
    private final Budgets budgets;
    private final Processes processes;
    private final Clock clock;

    BudgetResource(MoveBudget moveBudget, Budgets budgets, Processes processes, Clock clock) {
        this.moveBudget = moveBudget;
        this.budgets = budgets;
        this.processes = processes;
        this.clock = clock;
    }

    @Schema(name = "BudgetLine")
    record LineBody(
            @Schema(description = "Rubro.", examples = "18") @NotNull @Pattern(regexp = "\\d{2}")
            String line,

            @NotNull SpendingClass spendingClass,
            @NotNull Soles amount) {}

    @Schema(name = "BudgetProposal")
    record ProposalRequest(
            @NotNull FiscalYear fiscalYear,

            @Schema(description = "The office that proposes.", examples = "Alcaldía") @NotBlank @Size(max = 160)
            String by,

            @NotBlank @Size(max = 160) String act,
            @NotNull LocalDate decidedOn,
            @NotEmpty @Size(max = 40) List<@Valid @NotNull LineBody> lines) {}

    @Schema(name = "BudgetAmendment", description = "The whole text as amended, not the difference.")
    record AmendmentRequest(
            @Schema(description = "The body or office that amends.", examples = "Concejo") @NotBlank @Size(max = 160)
            String by,

            @NotBlank @Size(max = 160) String act,
            @NotNull LocalDate decidedOn,
            @NotBlank @Size(max = 4000) String reason,
            @NotEmpty @Size(max = 40) List<@Valid @NotNull LineBody> lines) {}

    /** What happens to a budget after it was proposed. */
    @Schema(name = "BudgetStepName")
    enum StepName {
        APPROVED,
        SENT_TO_MEF,
        IN_CONGRESS,
        ENACTED
    }

    @Schema(name = "BudgetStepRequest")
    record StepRequest(
            @NotNull StepName step,

            @Schema(description = "Number of the document.", examples = "Ley 30518") @NotBlank @Size(max = 160)
            String number,

            @NotNull LocalDate decidedOn) {}

    @Schema(name = "BudgetText")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TextView(
            @Schema(description = "1: the proposal; the others amend it.")
            int sequence,

            String by,
            String act,
            LocalDate decidedOn,
            @Nullable String reason,
            List<LineBody> lines) {}

    @Schema(name = "BudgetStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            String step,
            @Nullable String number,

            @Schema(description = "Absent while the step is not taken.") @Nullable
            LocalDate decidedOn,

            @Schema(description = "The day by which a norm wants it.") @Nullable
            LocalDate dueOn,

            @Schema(description = "The article.") String law,

            @Schema(description = "Taken after that day, or not taken though it has passed.")
            boolean late) {}

    @Schema(name = "Budget")
    record BudgetView(
            UUID budget,
            ProcessId process,
            EntityCode entity,
            FiscalYear fiscalYear,

            @Schema(description = "PROPOSED, AMENDED, APPROVED, SENT_TO_MEF, IN_CONGRESS or ENACTED.")
            String state,

            Soles current,
            Soles investment,

            @Schema(description = "Rounded down to four decimals.")
            Percent currentPercent,

            Percent investmentPercent,
            List<TextView> texts,
            List<StepView> steps) {}

    @Schema(name = "BudgetList")
    record BudgetList(List<BudgetView> items) {}

    @POST
    @Path("/processes/{process}/budgets")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Propose the budget of a year",
            description = "By funding line and class of spending. The split between current spending and investment is"
                    + " computed; one over the ceiling of the ordinance is refused with the article.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "three tenths and seven tenths",
                                            value =
                                                    "{\"fiscalYear\":2017,\"by\":\"Alcaldía\",\"act\":\"Oficio 021-2016-A\",\"decidedOn\":\"2016-06-01\",\"lines\":"
                                                            + LINES + "}")))
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BudgetView.class),
                            examples = @ExampleObject(name = "proposed", value = EXAMPLE)))
    public Response proposeBudget(@PathParam("process") ProcessId process, @Valid @NotNull ProposalRequest request) {
        var proposed = moveBudget.propose(
                process,
                request.fiscalYear(),
                new Draft(request.by(), request.act(), request.decidedOn(), null, lines(request.lines())));
        return Response.created(URI.create("/v1/budgets/" + proposed.id()))
                .entity(view(proposed))
                .build();
    }

    @POST
    @Path("/budgets/{budget}/amendments")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Amend a budget",
            description =
                    "The whole text as amended, with who amends it and why. What is approved is no longer amended.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "the council moves money",
                                            value =
                                                    "{\"by\":\"Concejo\",\"act\":\"Dictamen 004-2016\",\"decidedOn\":\"2016-06-15\",\"reason\":\"Menos gasto corriente\",\"lines\":"
                                                            + LINES + "}")))
    @APIResponse(
            responseCode = "201",
            description = "Amended",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BudgetView.class),
                            examples = @ExampleObject(name = "before any amendment", value = EXAMPLE)))
    public Response amendBudget(
            @Parameter(description = "The budget's id.") @PathParam("budget") UUID budget,
            @Valid @NotNull AmendmentRequest request) {
        var amended = moveBudget.amend(
                budget,
                new Draft(request.by(), request.act(), request.decidedOn(), request.reason(), lines(request.lines())));
        return Response.created(URI.create("/v1/budgets/" + budget))
                .entity(view(amended))
                .build();
    }

    @POST
    @Path("/budgets/{budget}/steps")
    @RolesAllowed(Roles.COUNCIL_SECRETARY)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Take a budget a step further",
            description = "Approved, sent to the ministry, before Congress, enacted: in this order, each with document"
                    + " and date. One that comes late is taken and marked as late.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "approved",
                                            value =
                                                    "{\"step\":\"APPROVED\",\"number\":\"Acuerdo de Concejo 050-2016\",\"decidedOn\":\"2016-06-20\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Taken",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BudgetView.class),
                            examples = @ExampleObject(name = "before any step", value = EXAMPLE)))
    public Response takeBudgetStep(
            @Parameter(description = "The budget's id.") @PathParam("budget") UUID budget,
            @Valid @NotNull StepRequest request) {
        var moved = moveBudget.take(budget, request.step().name(), request.number(), request.decidedOn());
        return Response.created(URI.create("/v1/budgets/" + budget))
                .entity(view(moved))
                .build();
    }

    @GET
    @Path("/budgets/{budget}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One budget",
            description = "Its split, all its texts, and each step with its date, the day it is due and the article.")
    @APIResponse(
            responseCode = "200",
            description = "The budget",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BudgetView.class),
                            examples = @ExampleObject(name = "proposed", value = EXAMPLE)))
    public BudgetView getBudget(@Parameter(description = "The budget's id.") @PathParam("budget") UUID budget) {
        return view(budgets.require(budget));
    }

    @GET
    @Path("/processes/{process}/budgets")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Budgets of a process", description = "By fiscal year.")
    @APIResponse(
            responseCode = "200",
            description = "The budgets",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BudgetList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + EXAMPLE + "]}")))
    public BudgetList listBudgets(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new BudgetList(budgets.of(process).stream().map(this::view).toList());
    }

    private static List<Line> lines(List<LineBody> lines) {
        return lines.stream()
                .map(line -> new Line(line.line(), line.spendingClass(), line.amount()))
                .toList();
    }

    private BudgetView view(Budget budget) {
        var bill = moveBudget.bill(budget);
        var newest = budget.texts().get(budget.texts().size() - 1);
        var split = Split.of(newest.lines()).orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new BudgetView(
                budget.id(),
                budget.process(),
                budget.entity(),
                budget.year(),
                bill.state(),
                split.current(),
                split.investment(),
                split.currentShare(),
                split.investmentShare(),
                budget.texts().stream()
                        .map(text -> new TextView(
                                text.sequence(),
                                text.by(),
                                text.act(),
                                text.decidedOn(),
                                text.reason(),
                                text.lines().stream()
                                        .map(line -> new LineBody(line.line(), line.spendingClass(), line.amount()))
                                        .toList()))
                        .toList(),
                bill.order().stream()
                        .map(rule -> {
                            var taken = budget.steps().stream()
                                    .filter(step -> step.step().equals(rule.step()))
                                    .findFirst();
                            return new StepView(
                                    rule.step(),
                                    taken.map(step -> step.number()).orElse(null),
                                    taken.map(step -> step.decidedOn()).orElse(null),
                                    rule.dueOn(),
                                    rule.law(),
                                    rule.isMissedOn(
                                            taken.map(step -> step.decidedOn()).orElse(today)));
                        })
                        .toList());
    }
}
