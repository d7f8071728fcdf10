package pe.minka.allocation.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
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
import pe.minka.allocation.envelope.Declaration.Line;
import pe.minka.allocation.envelope.DeclareEnvelope.ForeignAmount;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Envelopes over HTTP. */
@Path("/v1")
@Tag(name = "Envelopes", description = "The money that the agents decide on, by funding line.")
public class EnvelopeResource {

    private final DeclareEnvelope declareEnvelope;
    private final Envelopes envelopes;
    private final FundingLines fundingLines;
    private final Processes processes;

    EnvelopeResource(
            DeclareEnvelope declareEnvelope, Envelopes envelopes, FundingLines fundingLines, Processes processes) {
        this.declareEnvelope = declareEnvelope;
        this.envelopes = envelopes;
        this.fundingLines = fundingLines;
        this.processes = processes;
    }

    @Schema(name = "EnvelopeDeclaration", description = "What an entity says the agents decide on.")
    record DeclareEnvelopeRequest(
            @NotNull FiscalYear fiscalYear,

            @Schema(description = "Which of the regulation's separate envelopes; left out where it has only one.")
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            @Nullable
            String purse,

            @Schema(description = "What the share is taken of.") @NotNull
            Soles investmentBudget,

            @Schema(
                    description = "The whole investment budget of the entity, where several envelopes divide it;"
                            + " the same in each of them. Left out: the investment budget.")
            @Nullable
            Soles wholeInvestmentBudget,

            @Schema(description = "Where the money comes from; adds to the envelope.") @NotEmpty @Size(max = 20)
            List<@Valid @NotNull LineRequest> lines,

            @Schema(description = "The percentage that was announced; compared with the amounts.") @Nullable
            Percent sharePercent,

            @Valid @Nullable ForeignRequest foreignAmount) {}

    @Schema(name = "EnvelopeLine")
    record LineRequest(
            @Schema(description = "Rubro of the national classifier.", examples = "18")
            @NotNull
            @Pattern(regexp = "\\d{2}")
            String line,

            @Schema(description = "May be left out where one line carries all: then the share decides.") @Nullable
            Soles amount) {}

    @Schema(name = "ForeignAmount", description = "The envelope's worth in another currency, as published.")
    record ForeignRequest(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull @Positive BigDecimal amount,

            @Schema(description = "Soles for one unit.") @NotNull @Positive
            BigDecimal rate,

            @NotBlank @Size(max = 200) String source) {}

    @Schema(name = "ShareFinding", description = "The share, computed anew from the amounts.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShareView(
            Percent computedPercent,

            @Nullable Percent declaredPercent,

            @Nullable Percent requiredPercent,

            @Schema(description = "The announced percentage is not what the amounts say.")
            boolean mismatch,

            @Schema(description = "Under what the ordinance asks or warns of.")
            boolean low,

            @Schema(description = "The article.") String law) {}

    @Schema(name = "FundedLine")
    record LineView(
            String line, @Schema(description = "Fuente.") String source, String name, Soles amount) {}

    @Schema(name = "Envelope")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnvelopeView(
            UUID envelope,
            ProcessId process,
            EntityCode entity,
            FiscalYear fiscalYear,
            String purse,
            String decidedBy,
            Soles amount,
            Soles investmentBudget,
            Soles wholeInvestmentBudget,
            @Schema(description = "Taken by agreements.") Soles reserved,

            @Schema(description = "Not yet taken by agreements.")
            Soles available,

            ShareView share,
            List<LineView> lines,
            @Nullable ForeignRequest foreignAmount,
            Instant declaredAt) {}

    @Schema(name = "EnvelopeList")
    record EnvelopeList(
            List<EnvelopeView> items,

            @Schema(description = "All envelopes of the process together, by fiscal year.")
            List<YearView> years) {}

    @Schema(name = "EnvelopeYear")
    record YearView(FiscalYear fiscalYear, Soles declared, Soles wholeInvestmentBudget, Soles undeclared) {}

    @POST
    @Path("/processes/{process}/envelopes")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Declare an envelope",
            description = "Says how much of the investment budget the agents decide on, by funding line. The share is"
                    + " computed anew from the amounts and compared with what was announced; one below what the"
                    + " ordinance fixes is refused with the article.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "all of the investment budget",
                                            value =
                                                    "{\"fiscalYear\":2017,\"investmentBudget\":{\"amount\":\"9500000.00\",\"currency\":\"PEN\"},\"lines\":[{\"line\":\"18\",\"amount\":{\"amount\":\"7000000.00\",\"currency\":\"PEN\"}},{\"line\":\"07\",\"amount\":{\"amount\":\"2500000.00\",\"currency\":\"PEN\"}}],\"sharePercent\":\"100\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EnvelopeView.class),
                            examples = @ExampleObject(name = "declared", value = EXAMPLE)))
    public Response declareEnvelope(
            @PathParam("process") ProcessId process, @Valid @NotNull DeclareEnvelopeRequest request) {
        var declaration = new Declaration(
                request.fiscalYear(),
                request.purse(),
                request.investmentBudget(),
                request.lines().stream()
                        .map(line -> new Line(line.line(), line.amount()))
                        .toList(),
                request.sharePercent());
        var foreign = request.foreignAmount();
        var declared = declareEnvelope.declare(
                process,
                declaration,
                request.wholeInvestmentBudget(),
                foreign == null
                        ? null
                        : new ForeignAmount(foreign.currency(), foreign.amount(), foreign.rate(), foreign.source()));
        var view = view(declared.envelope(), processes.require(process).regulation(), fundingLines.byCode());
        return Response.created(URI.create("/v1/envelopes/" + view.envelope()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/processes/{process}/envelopes")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Envelopes of a process",
            description = "All envelopes with their funding lines, what agreements took of them, and the sum by fiscal"
                    + " year against the whole investment budget.")
    @APIResponse(
            responseCode = "200",
            description = "The envelopes",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EnvelopeList.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "{\"items\":[" + EXAMPLE
                                                            + "],\"years\":[{\"fiscalYear\":2017,\"declared\":{\"amount\":\"9500000.00\",\"currency\":\"PEN\"},\"wholeInvestmentBudget\":{\"amount\":\"9500000.00\",\"currency\":\"PEN\"},\"undeclared\":{\"amount\":\"0.00\",\"currency\":\"PEN\"}}]}")))
    public EnvelopeList listEnvelopes(@PathParam("process") ProcessId process) {
        var regulation = processes.require(process).regulation();
        var catalogue = fundingLines.byCode();
        var found = envelopes.rows(process);
        var years = found.stream()
                .map(envelope -> envelope.fiscalYear)
                .distinct()
                .map(year -> year(year, found))
                .toList();
        return new EnvelopeList(
                found.stream().map(each -> view(each, regulation, catalogue)).toList(), years);
    }

    @GET
    @Path("/envelopes/{envelope}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "One envelope", description = "With its funding lines and what agreements took of it.")
    @APIResponse(
            responseCode = "200",
            description = "The envelope",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EnvelopeView.class),
                            examples = @ExampleObject(name = "declared", value = EXAMPLE)))
    public EnvelopeView getEnvelope(@Parameter(description = "Its id.") @PathParam("envelope") UUID envelope) {
        var found = envelopes.row(envelope);
        return view(found, processes.require(found.process).regulation(), fundingLines.byCode());
    }

    private static YearView year(FiscalYear year, List<EnvelopeRow> all) {
        var ofTheYear =
                all.stream().filter(each -> each.fiscalYear.equals(year)).toList();
        var declared = ofTheYear.stream().map(each -> each.amount).reduce(Soles.ZERO, Soles::plus);
        var whole = ofTheYear.get(0).wholeInvestmentBudget;
        return new YearView(year, declared, whole, whole.minus(declared));
    }

    private static EnvelopeView view(EnvelopeRow envelope, Regulation regulation, Map<String, FundingLine> catalogue) {
        return new EnvelopeView(
                envelope.id,
                envelope.process,
                envelope.entity,
                envelope.fiscalYear,
                envelope.purse,
                envelope.decidedBy,
                envelope.amount,
                envelope.investmentBudget,
                envelope.wholeInvestmentBudget,
                envelope.reserved,
                envelope.available(),
                share(envelope, regulation),
                envelope.lines.stream()
                        .map(line -> {
                            var known = Objects.requireNonNull(catalogue.get(line.line()));
                            return new LineView(known.line, known.source, known.name, line.amount());
                        })
                        .toList(),
                foreign(envelope),
                envelope.declaredAt);
    }

    private static ShareView share(EnvelopeRow envelope, Regulation regulation) {
        var finding = Declaration.finding(
                envelope.amount,
                envelope.investmentBudget,
                envelope.declaredPercent == null ? null : new Percent(envelope.declaredPercent),
                envelope.decidedBy,
                regulation);
        return new ShareView(
                finding.computed(),
                finding.declared(),
                finding.required(),
                finding.mismatch(),
                finding.low(),
                finding.law());
    }

    private static @Nullable ForeignRequest foreign(EnvelopeRow envelope) {
        return envelope.foreignCurrency == null || envelope.foreignAmount == null || envelope.foreignRate == null
                ? null
                : new ForeignRequest(
                        envelope.foreignCurrency,
                        envelope.foreignAmount,
                        envelope.foreignRate.stripTrailingZeros(),
                        Objects.requireNonNullElse(envelope.foreignSource, ""));
    }

    private static final String EXAMPLE =
            "{\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"fiscalYear\":2017,\"purse\":\"WHOLE\",\"decidedBy\":\"AGENTS\",\"amount\":{\"amount\":\"9500000.00\",\"currency\":\"PEN\"},\"investmentBudget\":{\"amount\":\"9500000.00\",\"currency\":\"PEN\"},\"wholeInvestmentBudget\":{\"amount\":\"9500000.00\",\"currency\":\"PEN\"},\"reserved\":{\"amount\":\"0.00\",\"currency\":\"PEN\"},\"available\":{\"amount\":\"9500000.00\",\"currency\":\"PEN\"},\"share\":{\"computedPercent\":\"100\",\"declaredPercent\":\"100\",\"requiredPercent\":\"100\",\"mismatch\":false,\"low\":false,\"law\":\"Ordenanza 001-2016-MDC-PC/RA: the whole investment budget is prioritised\"},\"lines\":[{\"line\":\"07\",\"source\":\"5\",\"name\":\"Fondo de compensación municipal (FONCOMUN)\",\"amount\":{\"amount\":\"2500000.00\",\"currency\":\"PEN\"}},{\"line\":\"18\",\"source\":\"5\",\"name\":\"Canon y sobrecanon, regalías, renta de aduanas y participaciones\",\"amount\":{\"amount\":\"7000000.00\",\"currency\":\"PEN\"}}],\"declaredAt\":\"2016-03-22T15:00:00Z\"}";
}
