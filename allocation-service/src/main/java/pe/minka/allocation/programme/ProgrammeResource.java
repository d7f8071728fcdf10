package pe.minka.allocation.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.programme.Consistency.Gap;
import pe.minka.allocation.programme.Consistency.State;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;

/** The investment programme over HTTP. */
@Path("/v1")
@Tag(name = "Investment programme", description = "Programme against budget, and targets against execution.")
public class ProgrammeResource {

    private static final String TARGETS =
            "{\"entity\":\"300305\",\"fiscalYear\":2023,\"items\":[{\"uniqueInvestmentCode\":\"2298765\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"target\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"executed\":{\"amount\":\"130000.00\",\"currency\":\"PEN\"},\"missing\":{\"amount\":\"350000.00\",\"currency\":\"PEN\"},\"surplus\":{\"amount\":\"0.00\",\"currency\":\"PEN\"},\"reason\":\"Lluvias: obra suspendida de enero a marzo\",\"reasonOwed\":false}]}";

    private final PublishedLines lines;
    private final PublishTargets publishTargets;
    private final Clock clock;

    ProgrammeResource(PublishedLines lines, PublishTargets publishTargets, Clock clock) {
        this.lines = lines;
        this.publishTargets = publishTargets;
        this.clock = clock;
    }

    @Schema(name = "ConsistencyGap")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GapView(
            @Schema(description = "Empty for an investment that the budget names without its code.")
            String uniqueInvestmentCode,

            String title,
            Gap gap,
            @Nullable Soles programmed,
            @Nullable Soles budgeted) {}

    @Schema(name = "ConsistencyReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsistencyView(
            EntityCode entity,
            FiscalYear fiscalYear,

            @Schema(
                    description = "CONSISTENT: every investment is in both. GAPS: some are in one only. INCOMPLETE: no"
                            + " programme or no budget was imported.")
            State state,

            int investments,
            List<GapView> gaps,

            @Schema(description = "By when they must agree; absent where none is recorded for the year.") @Nullable
            LocalDate dueOn,

            @Schema(description = "Negative when it is too late.") @Nullable
            Long daysLeft) {}

    @Schema(name = "NationalConsistency")
    record NationView(
            FiscalYear fiscalYear,
            long municipalities,
            long consistent,

            @Schema(description = "Told both, and they differ.")
            long gaps,

            @Schema(description = "Told one of them or nothing.")
            long unregistered,

            Percent unregisteredPercent) {}

    @Schema(name = "ConsistencyDeadline")
    record DeadlineBody(
            @NotNull LocalDate dueOn,

            @Schema(description = "The directive that says so.") @NotBlank @Size(max = 200)
            String law) {}

    @Schema(name = "TargetReason")
    record ReasonBody(
            @NotNull @Pattern(regexp = "\\d{7}") String uniqueInvestmentCode,
            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "TargetReportRequest")
    record TargetRequest(
            @NotNull FiscalYear fiscalYear,

            @Schema(description = "For each investment whose execution is not its target.") @NotNull @Size(max = 5000)
            List<@Valid @NotNull ReasonBody> reasons) {}

    @Schema(name = "Target")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TargetView(
            String uniqueInvestmentCode,
            String title,
            Soles target,
            Soles executed,
            @Schema(description = "Target less executed.") Soles missing,

            @Schema(description = "Executed over the target.")
            Soles surplus,

            @Nullable String reason,
            boolean reasonOwed) {}

    @Schema(name = "TargetReport")
    record TargetReportView(EntityCode entity, FiscalYear fiscalYear, List<TargetView> items) {}

    @GET
    @Path("/entities/{entity}/reports/programme-consistency/{year}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Programme against budget",
            description = "Whether every investment of a year is both in the investment programme and in the opening"
                    + " budget, with each gap and the days that are left to close it.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConsistencyView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one gap",
                                            value =
                                                    "{\"entity\":\"300305\",\"fiscalYear\":2023,\"state\":\"GAPS\",\"investments\":2,\"gaps\":[{\"uniqueInvestmentCode\":\"2298765\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"gap\":\"NOT_IN_BUDGET\",\"programmed\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"}}],\"dueOn\":\"2023-01-31\",\"daysLeft\":12}")))
    public ConsistencyView getProgrammeConsistency(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Fiscal year.", example = "2023") @PathParam("year") @Min(2003) @Max(2100)
                    int year) {
        var fiscal = new FiscalYear(year);
        var report = lines.consistency(entity, fiscal);
        return new ConsistencyView(
                entity,
                fiscal,
                report.state(),
                report.investments().size(),
                report.gaps().stream()
                        .map(each -> new GapView(
                                each.code(),
                                each.title(),
                                Consistency.gap(each).orElseThrow(),
                                each.programmed(),
                                each.budgeted()))
                        .toList(),
                report.dueOn(),
                report.daysLeft(Peru.dayOf(clock.instant())).orElse(null));
    }

    @GET
    @Path("/fiscal-years/{year}/programme-consistency")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Programme against budget in all municipalities",
            description = "How many have every investment in both, how many have gaps, and how many did not register"
                    + " programme and budget at all.")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NationView.class),
                            examples =
                                    @ExampleObject(
                                            name = "more than half did not",
                                            value =
                                                    "{\"fiscalYear\":2023,\"municipalities\":100,\"consistent\":30,\"gaps\":16,\"unregistered\":54,\"unregisteredPercent\":\"54\"}")))
    public NationView getNationalConsistency(
            @Parameter(description = "Fiscal year.", example = "2023") @PathParam("year") @Min(2003) @Max(2100)
                    int year) {
        var nation = lines.nation(new FiscalYear(year));
        long unregistered = nation.municipalities() - nation.consistent() - nation.gaps();
        return new NationView(
                new FiscalYear(year),
                nation.municipalities(),
                nation.consistent(),
                nation.gaps(),
                unregistered,
                nation.municipalities() == 0
                        ? Percent.of("0")
                        : Percent.share(new Soles(unregistered), new Soles(nation.municipalities())));
    }

    @PUT
    @Path("/fiscal-years/{year}/programme-consistency/deadline")
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Scope(Scope.ANY)
    @Operation(
            summary = "Record by when programme and budget must agree",
            description = "As the directive of the year says. Recording it again replaces it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "end of January",
                                            value =
                                                    "{\"dueOn\":\"2023-01-31\",\"law\":\"Directiva 001-2019-EF/63.01, anexo de plazos\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeadlineBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "recorded",
                                            value =
                                                    "{\"dueOn\":\"2023-01-31\",\"law\":\"Directiva 001-2019-EF/63.01, anexo de plazos\"}")))
    public DeadlineBody putConsistencyDeadline(
            @Parameter(description = "Fiscal year.", example = "2023") @PathParam("year") @Min(2003) @Max(2100)
                    int year,
            @Valid @NotNull DeadlineBody request) {
        publishTargets.setDeadline(new FiscalYear(year), request.dueOn(), request.law());
        return request;
    }

    @GET
    @Path("/entities/{entity}/reports/targets/{year}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Targets against execution",
            description = "For each investment of the programme in a year: target, executed (accrued), the difference,"
                    + " and the reason that was published for it.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TargetReportView.class),
                            examples = @ExampleObject(name = "one, explained", value = TARGETS)))
    public TargetReportView getTargets(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Fiscal year.", example = "2023") @PathParam("year") @Min(2003) @Max(2100)
                    int year) {
        var fiscal = new FiscalYear(year);
        return new TargetReportView(
                entity,
                fiscal,
                lines.targets(entity, fiscal).targets().stream()
                        .map(each -> new TargetView(
                                each.code(),
                                each.title(),
                                each.target(),
                                each.executed(),
                                each.missing(),
                                each.surplus(),
                                each.reason(),
                                each.owesReason()))
                        .toList());
    }

    @POST
    @Path("/entities/{entity}/target-reports")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Publish the report of targets of a year",
            description = "Target less executed of each investment of the programme. Refused while one that differs has"
                    + " no reason. Reasons given in an earlier report of the year stand until they are replaced.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "one reason",
                                            value =
                                                    "{\"fiscalYear\":2023,\"reasons\":[{\"uniqueInvestmentCode\":\"2298765\",\"reason\":\"Lluvias: obra suspendida de enero a marzo\"}]}")))
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TargetReportView.class),
                            examples = @ExampleObject(name = "one, explained", value = TARGETS)))
    public Response publishTargets(@PathParam("entity") EntityCode entity, @Valid @NotNull TargetRequest request) {
        var reasons = new HashMap<String, String>();
        request.reasons().forEach(each -> reasons.put(each.uniqueInvestmentCode(), each.reason()));
        publishTargets.publish(entity, request.fiscalYear(), reasons);
        return Response.created(URI.create("/v1/entities/" + entity + "/reports/targets/" + request.fiscalYear()))
                .entity(getTargets(entity, request.fiscalYear().value()))
                .build();
    }
}
