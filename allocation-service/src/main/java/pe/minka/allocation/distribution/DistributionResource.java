package pe.minka.allocation.distribution;

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
import jakarta.ws.rs.DefaultValue;
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
import pe.minka.allocation.distribution.DistributeEnvelope.Applied;
import pe.minka.allocation.distribution.IndicatorSets.Indicators;
import pe.minka.allocation.distribution.ZoneShares.Zone;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation.Criterion;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Distributions over HTTP. */
@Path("/v1")
@Tag(name = "Distributions", description = "The parts of an envelope among zones, by a published formula.")
public class DistributionResource {

    private static final String EXAMPLE =
            "{\"distribution\":\"60748e92-cafb-493c-9175-fb0a19283c01\",\"simulation\":false,\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\",\"sequence\":1,\"amount\":{\"amount\":\"1000.00\",\"currency\":\"PEN\"},\"formula\":{\"criteria\":[{\"indicator\":\"POPULATION\",\"weightPercent\":\"100\",\"direction\":\"DIRECT\"}],\"minimum\":{\"amount\":\"0.00\",\"currency\":\"PEN\"},\"law\":\"Decreto de alcaldía de junio de 2001\"},\"indicators\":{\"scheme\":\"zones-2016\",\"year\":2016,\"version\":1,\"source\":\"Municipalidad Distrital de Coyllurqui, padrón 2016\"},\"parts\":[{\"zone\":\"Z1\",\"name\":\"Coyllurqui\",\"amount\":{\"amount\":\"653.49\",\"currency\":\"PEN\"},\"terms\":[{\"criterion\":\"POPULATION\",\"weightPercent\":\"100\",\"value\":\"4200\",\"amount\":{\"amount\":\"653.49\",\"currency\":\"PEN\"}}],\"perHead\":{\"amount\":\"0.15\",\"currency\":\"PEN\"}},{\"zone\":\"Z2\",\"name\":\"Pfaco\",\"amount\":{\"amount\":\"346.51\",\"currency\":\"PEN\"},\"terms\":[{\"criterion\":\"POPULATION\",\"weightPercent\":\"100\",\"value\":\"2227\",\"amount\":{\"amount\":\"346.51\",\"currency\":\"PEN\"}}],\"perHead\":{\"amount\":\"0.15\",\"currency\":\"PEN\"}}],\"atomisationIndex\":\"0.9058\",\"equalSplit\":false,\"poorerBelow\":[],\"madeAt\":\"2016-03-23T15:00:00Z\"}";

    private final DistributeEnvelope distributeEnvelope;
    private final Distributions distributions;
    private final Processes processes;
    private final Documents documents;

    DistributionResource(
            DistributeEnvelope distributeEnvelope,
            Distributions distributions,
            Processes processes,
            Documents documents) {
        this.distributeEnvelope = distributeEnvelope;
        this.distributions = distributions;
        this.processes = processes;
        this.documents = documents;
    }

    @Schema(name = "DistributionRequest")
    record DistributeRequest(
            @Schema(description = "A scheme of indicators that the registry published.", examples = "sections-2005")
            @Size(max = 80)
            @Nullable
            String scheme,

            @Schema(description = "Of which year; the envelope's when left out.") @Min(1990) @Max(2100) @Nullable
            Integer year,

            @Valid @Nullable IndicatorsRequest indicators,

            @Schema(description = "The terms of the formula; only where the ordinance sets none, or in a simulation.")
            @Size(min = 1, max = 20)
            @Nullable
            List<@Valid @NotNull CriterionRequest> criteria,

            @Schema(description = "What each zone gets at least.") @Nullable
            Soles minimum,

            @Schema(description = "The indicator by which zones are poorer; then money per head is compared.")
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            @Nullable
            String povertyIndicator) {}

    @Schema(name = "InlineIndicators", description = "Indicators given with the request, with where they come from.")
    record IndicatorsRequest(
            @NotBlank @Size(max = 400) String source,
            @NotEmpty @Size(max = 5000) List<@Valid @NotNull ZoneRequest> zones) {}

    @Schema(name = "ZoneIndicators")
    record ZoneRequest(
            @NotBlank @Size(max = 60) String zone,
            @NotBlank @Size(max = 200) String name,

            @Schema(
                    description = "Each indicator's value as an exact decimal number.",
                    examples = "{\"POPULATION\":\"4200\"}")
            @NotEmpty
            Map<String, @NotNull String> values) {}

    @Schema(name = "FormulaTerm")
    record CriterionRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String indicator,

            @NotNull Percent weightPercent,

            @Schema(description = "DIRECT: more of it, more money; INVERSE: less of it, more money.")
            @Pattern(regexp = "DIRECT|INVERSE")
            @Nullable
            String direction) {}

    @Schema(name = "Formula")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormulaView(
            List<CriterionView> criteria,
            Soles minimum,
            @Nullable String povertyIndicator,
            String law) {}

    @Schema(name = "FormulaTermApplied")
    record CriterionView(String indicator, Percent weightPercent, String direction) {}

    @Schema(name = "IndicatorsUsed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IndicatorsView(
            @Nullable String scheme,
            @Nullable Integer year,
            @Nullable Integer version,
            String source) {}

    @Schema(name = "DistributionTerm")
    record TermView(String criterion, Percent weightPercent, String value, Soles amount) {}

    @Schema(name = "DistributionPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            String zone,
            String name,
            Soles amount,
            List<TermView> terms,

            @Schema(description = "Raised to the minimum, or given up for that of others.") @Nullable
            String adjustment,

            @Schema(description = "For each inhabitant, rounded down.") @Nullable
            Soles perHead) {}

    @Schema(name = "PoorerBelow")
    record PoorerView(String poorer, String richer) {}

    @Schema(name = "Distribution")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DistributionView(
            @Schema(description = "Absent in a simulation.") @Nullable
            UUID distribution,

            boolean simulation,
            ProcessId process,
            EntityCode entity,
            UUID envelope,
            @Nullable Integer sequence,
            Soles amount,
            FormulaView formula,
            IndicatorsView indicators,
            List<PartView> parts,

            @Schema(description = "0: one zone has all; 1: all have the same.")
            String atomisationIndex,

            @Schema(description = "No two parts differ by more than a centimo.")
            boolean equalSplit,

            @Schema(description = "Pairs of zones in which the poorer gets less per head.")
            List<PoorerView> poorerBelow,

            @Nullable Instant madeAt) {}

    @Schema(name = "DistributionList")
    record DistributionList(List<DistributionView> items) {}

    @POST
    @Path("/envelopes/{envelope}/distributions")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Distribute an envelope among zones",
            description = "Shares the envelope by the formula of the ordinance over the indicators that the registry"
                    + " published, or over indicators given with their source. The parts add to the envelope to the"
                    + " centimo and each shows its terms. With `simulation=true` other criteria can be tried and"
                    + " nothing is kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "by what the registry published",
                                            value = "{\"scheme\":\"zones-2016\",\"year\":2016}")))
    @APIResponse(
            responseCode = "200",
            description = "A simulation",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DistributionView.class),
                            examples = @ExampleObject(name = "two zones", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Distributed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DistributionView.class),
                            examples = @ExampleObject(name = "two zones", value = EXAMPLE)))
    public Response distributeEnvelope(
            @Parameter(description = "The envelope's id.") @PathParam("envelope") UUID envelope,
            @Parameter(description = "Only show what would be.") @QueryParam("simulation") @DefaultValue("false")
                    boolean simulation,
            @Valid @NotNull DistributeRequest request) {
        var asked = new DistributeEnvelope.Request(
                request.scheme(),
                request.year(),
                given(request.indicators()),
                criteria(request.criteria()),
                request.minimum(),
                request.povertyIndicator());
        if (simulation) {
            var made = distributeEnvelope.simulate(envelope, asked);
            return Response.ok(view(
                            null,
                            made.envelope().process(),
                            made.envelope().entity(),
                            envelope,
                            made.envelope().amount(),
                            made.formula(),
                            made.indicators(),
                            made.shares()))
                    .build();
        }
        var view = view(distributeEnvelope.distribute(envelope, asked));
        return Response.created(URI.create("/v1/distributions/" + view.distribution()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/processes/{process}/distributions")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Distributions of a process",
            description = "All that were made, with inputs and sources, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The distributions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DistributionList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + EXAMPLE + "]}")))
    public DistributionList listDistributions(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new DistributionList(distributions.list("process = ?1 order by madeAt desc", process).stream()
                .map(this::view)
                .toList());
    }

    @GET
    @Path("/distributions/{distribution}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One distribution",
            description = "Each zone's part with its terms, the formula and the sources.")
    @APIResponse(
            responseCode = "200",
            description = "The distribution",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DistributionView.class),
                            examples = @ExampleObject(name = "two zones", value = EXAMPLE)))
    public DistributionView getDistribution(
            @Parameter(description = "Its id.") @PathParam("distribution") UUID distribution) {
        return view(distributions.require(distribution));
    }

    private static @Nullable Indicators given(@Nullable IndicatorsRequest request) {
        if (request == null) {
            return null;
        }
        var problem = Problem.unprocessable("indicators-incomplete");
        var zones = new java.util.ArrayList<Zone>();
        for (int position = 0; position < request.zones().size(); position++) {
            var zone = request.zones().get(position);
            var values = new HashMap<String, BigDecimal>();
            for (var value : zone.values().entrySet()) {
                if (value.getValue().matches("\\d{1,15}(\\.\\d{1,6})?")) {
                    values.put(value.getKey(), new BigDecimal(value.getValue()));
                } else {
                    problem.error(
                            "/indicators/zones/" + position + "/values/" + value.getKey(),
                            "indicator-malformed",
                            "value",
                            value.getValue());
                }
            }
            zones.add(new Zone(zone.zone(), zone.name(), values));
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        return new Indicators(null, null, null, request.source(), zones);
    }

    private static @Nullable List<Criterion> criteria(@Nullable List<CriterionRequest> request) {
        return request == null
                ? null
                : request.stream()
                        .map(each -> new Criterion(each.indicator(), each.weightPercent(), each.direction()))
                        .toList();
    }

    private DistributionView view(DistributionRow row) {
        return view(
                row,
                row.process,
                row.entity,
                row.envelope,
                row.amount,
                documents.read(row.formula, Applied.class),
                documents.read(row.inputs, Indicators.class),
                documents.read(row.outcome, ZoneShares.class));
    }

    private static DistributionView view(
            @Nullable DistributionRow row,
            ProcessId process,
            EntityCode entity,
            UUID envelope,
            Soles amount,
            Applied formula,
            Indicators indicators,
            ZoneShares shares) {
        return new DistributionView(
                row == null ? null : row.id,
                row == null,
                process,
                entity,
                envelope,
                row == null ? null : row.sequence,
                amount,
                new FormulaView(
                        formula.criteria().stream()
                                .map(each -> new CriterionView(
                                        each.indicator(),
                                        each.weightPercent(),
                                        Objects.requireNonNullElse(each.direction(), "DIRECT")))
                                .toList(),
                        formula.minimum(),
                        formula.poverty(),
                        formula.law()),
                new IndicatorsView(indicators.scheme(), indicators.year(), indicators.version(), indicators.source()),
                shares.parts().stream().map(DistributionResource::part).toList(),
                shares.atomisation().toPlainString(),
                shares.equalSplit(),
                shares.poorerBelow().stream()
                        .map(pair -> new PoorerView(pair.poorer(), pair.richer()))
                        .toList(),
                row == null ? null : row.madeAt);
    }

    private static PartView part(ZoneShares.Part part) {
        return new PartView(
                part.zone(),
                part.name(),
                part.amount(),
                part.terms().stream()
                        .map(term -> new TermView(term.criterion(), term.weightPercent(), term.value(), term.amount()))
                        .toList(),
                part.adjustment(),
                part.perHead());
    }
}
