package pe.minka.allocation.funding;

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
import pe.minka.allocation.envelope.Envelopes;
import pe.minka.allocation.funding.ChargeLine.Request;
import pe.minka.allocation.funding.UseRules.Charge;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
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

/** Funding lines over HTTP. */
@Path("/v1")
@Tag(name = "Funding lines", description = "What each funding line may pay, and what is charged to it.")
public class FundingResource {

    private static final String CHARGE =
            "{\"charge\":\"2a2f7f44-7f0c-4f0a-9f0e-3f8b0a5d6c01\",\"line\":\"07\",\"use\":\"CURRENT_EXPENDITURE_WORK\",\"spendingClass\":\"CURRENT\",\"title\":\"Canal de riego de Pfaco\",\"amount\":{\"amount\":\"12000.00\",\"currency\":\"PEN\"},\"mark\":\"CURRENT_EXPENDITURE_WORK\",\"law\":\"DLeg 776 art. 89\",\"chargedOn\":\"2017-03-01\"}";

    private final ChargeLine chargeLine;
    private final UseRules rules;
    private final Envelopes envelopes;
    private final Clock clock;

    FundingResource(ChargeLine chargeLine, UseRules rules, Envelopes envelopes, Clock clock) {
        this.chargeLine = chargeLine;
        this.rules = rules;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    @Schema(name = "UseRule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UseView(
            Use use,

            @Schema(description = "ALLOWED, UP_TO a share, COUNCIL (within the council's percentages) or REFUSED.")
            String answer,

            @Nullable Percent upToPercent,
            @Schema(description = "CURRENT or INVESTMENT.") String spendingClass,
            @Schema(description = "The article.") String law) {}

    @Schema(name = "FundingLine")
    record LineView(String line, String source, String name, List<UseView> uses) {}

    @Schema(name = "FundingLineList")
    record LineList(LocalDate on, List<LineView> items) {}

    @Schema(name = "ChargeRequest")
    record ChargeRequest(
            @NotNull @Pattern(regexp = "\\d{2}") String line,
            @NotNull Use use,
            @NotBlank @Size(max = 400) String title,
            @NotNull Soles amount,
            @Nullable UUID proposal,

            @Schema(description = "Decides which rule is in force.") @NotNull
            LocalDate chargedOn) {}

    @Schema(name = "Charge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChargeView(
            UUID charge,
            String line,
            Use use,
            String spendingClass,
            String title,
            Soles amount,
            @Nullable UUID proposal,

            @Schema(description = "CURRENT_EXPENDITURE_WORK: a small work paid as current spending.") @Nullable
            String mark,

            @Schema(description = "The article that allows it.")
            String law,

            LocalDate chargedOn) {}

    @Schema(name = "ChargeList")
    record ChargeList(List<ChargeView> items, Soles current, Soles investment) {}

    @Schema(name = "CouncilSplitRequest")
    record SplitRequest(
            @Schema(description = "What of the line goes to investment; the rest is current spending.") @NotNull
            Percent investmentPercent,

            @NotBlank @Size(max = 160) String act) {}

    @Schema(name = "CouncilSplit")
    record SplitView(EntityCode entity, String line, FiscalYear fiscalYear, Percent investmentPercent) {}

    @GET
    @Path("/funding-lines")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Funding lines and what they may pay",
            description =
                    "The national catalogue with the rule for each use that is in force on a date, and its article.")
    @APIResponse(
            responseCode = "200",
            description = "The lines",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LineList.class),
                            examples =
                                    @ExampleObject(
                                            name = "canon",
                                            value =
                                                    "{\"on\":\"2017-01-01\",\"items\":[{\"line\":\"18\",\"source\":\"5\",\"name\":\"Canon y sobrecanon, regalías, renta de aduanas y participaciones\",\"uses\":[{\"use\":\"TRAINING\",\"answer\":\"REFUSED\",\"spendingClass\":\"CURRENT\",\"law\":\"Ley 27506 art. 6.2\"}]}]}")))
    public LineList listFundingLines(
            @Parameter(description = "The date; today when left out.", example = "2017-01-01")
                    @QueryParam("on")
                    @Nullable
                    LocalDate on) {
        var date = on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : on;
        var all = rules.on(date);
        var lines = all.stream()
                .map(rule -> rule.line())
                .distinct()
                .map(line -> {
                    var own = all.stream()
                            .filter(rule -> rule.line().equals(line))
                            .toList();
                    return new LineView(
                            line,
                            own.get(0).source(),
                            own.get(0).name(),
                            own.stream()
                                    .map(rule -> new UseView(
                                            rule.use(),
                                            rule.answer().name(),
                                            rule.upTo(),
                                            rule.spendingClass().name(),
                                            rule.law()))
                                    .toList());
                })
                .toList();
        return new LineList(date, lines);
    }

    @PUT
    @Path("/entities/{entity}/funding-lines/{line}/splits/{year}")
    @RolesAllowed(Roles.COUNCIL_SECRETARY)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Record the council's split of a line",
            description = "How much of a line the council gives to investment in a year, by its act; the rest is"
                    + " current spending. Recording it again replaces it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "seven tenths",
                                            value =
                                                    "{\"investmentPercent\":\"70\",\"act\":\"Acuerdo de Concejo 002-2017\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SplitView.class),
                            examples =
                                    @ExampleObject(
                                            name = "recorded",
                                            value =
                                                    "{\"entity\":\"300305\",\"line\":\"07\",\"fiscalYear\":2017,\"investmentPercent\":\"70\"}")))
    public SplitView putCouncilSplit(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Rubro.") @PathParam("line") @Pattern(regexp = "\\d{2}") String line,
            @Parameter(description = "Fiscal year.", example = "2017") @PathParam("year") @Min(2003) @Max(2100)
                    int year,
            @Valid @NotNull SplitRequest request) {
        chargeLine.split(entity, line, new FiscalYear(year), request.investmentPercent(), request.act());
        return new SplitView(entity, line, new FiscalYear(year), request.investmentPercent());
    }

    @POST
    @Path("/envelopes/{envelope}/charges")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Charge something to a funding line",
            description = "Allowed, allowed up to a share, or refused with the article of the rule that is in force on"
                    + " the date of the charge.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "a small work paid as current spending",
                                            value =
                                                    "{\"line\":\"07\",\"use\":\"CURRENT_EXPENDITURE_WORK\",\"title\":\"Canal de riego de Pfaco\",\"amount\":{\"amount\":\"12000.00\",\"currency\":\"PEN\"},\"chargedOn\":\"2017-03-01\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Charged",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChargeView.class),
                            examples = @ExampleObject(name = "charged", value = CHARGE)))
    public Response chargeFundingLine(
            @Parameter(description = "The envelope's id.") @PathParam("envelope") UUID envelope,
            @Valid @NotNull ChargeRequest request) {
        var charge = chargeLine.charge(
                envelope,
                new Request(
                        request.line(),
                        request.use(),
                        request.title(),
                        request.amount(),
                        request.proposal(),
                        request.chargedOn()));
        return Response.created(URI.create("/v1/envelopes/" + envelope + "/charges"))
                .entity(view(charge))
                .build();
    }

    @GET
    @Path("/envelopes/{envelope}/charges")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What is charged to an envelope",
            description = "Each charge with its use, its article, and the sums of current spending and investment.")
    @APIResponse(
            responseCode = "200",
            description = "The charges",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChargeList.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "{\"items\":[" + CHARGE
                                                            + "],\"current\":{\"amount\":\"12000.00\",\"currency\":\"PEN\"},\"investment\":{\"amount\":\"0.00\",\"currency\":\"PEN\"}}")))
    public ChargeList listCharges(@Parameter(description = "The envelope's id.") @PathParam("envelope") UUID envelope) {
        envelopes.require(envelope);
        var charges = rules.charges(envelope);
        return new ChargeList(
                charges.stream().map(FundingResource::view).toList(),
                sum(charges, LineUse.SpendingClass.CURRENT),
                sum(charges, LineUse.SpendingClass.INVESTMENT));
    }

    private static Soles sum(List<Charge> charges, LineUse.SpendingClass spendingClass) {
        return charges.stream()
                .filter(charge -> charge.spendingClass() == spendingClass)
                .map(Charge::amount)
                .reduce(Soles.ZERO, Soles::plus);
    }

    private static ChargeView view(Charge charge) {
        return new ChargeView(
                charge.id(),
                charge.line(),
                charge.use(),
                charge.spendingClass().name(),
                charge.title(),
                charge.amount(),
                charge.proposal(),
                charge.mark(),
                charge.law(),
                charge.chargedOn());
    }
}
