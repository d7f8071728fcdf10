package pe.minka.allocation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.distribution.IndicatorSets;
import pe.minka.allocation.envelope.Envelope;
import pe.minka.allocation.envelope.Envelopes;
import pe.minka.allocation.plan.Plans;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.round.Rounds;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Reports over HTTP. */
@Path("/v1")
@Tag(name = "Reports", description = "What the agreements of a process come to, by stable definitions.")
public class ReportResource {

    private final Processes processes;
    private final Agreements agreements;
    private final Plans plans;
    private final Rounds rounds;
    private final Envelopes envelopes;
    private final IndicatorSets indicators;

    ReportResource(
            Processes processes,
            Agreements agreements,
            Plans plans,
            Rounds rounds,
            Envelopes envelopes,
            IndicatorSets indicators) {
        this.processes = processes;
        this.agreements = agreements;
        this.plans = plans;
        this.rounds = rounds;
        this.envelopes = envelopes;
        this.indicators = indicators;
    }

    @Schema(name = "ObjectiveSum")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectiveView(@Nullable UUID objective, String name, int agreements, Soles amount) {}

    @Schema(name = "AgreementOfVanishedObjective")
    record VanishedView(UUID agreement, String title, UUID objective) {}

    @Schema(name = "AgreementsReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgreementsView(
            ProcessId process,
            int agreements,
            @Schema(description = "Lawfully given up.") int withdrawn,
            Soles total,
            List<ObjectiveView> byObjective,

            @Schema(description = "Of the money, what is agreed for more than one year.") @Nullable
            Percent multiYearPercent,

            @Schema(description = "1: all agreements are of the same size; 0: one takes all.") @Nullable
            String atomisationIndex,

            @Nullable Soles averageAmount,

            @Schema(description = "Agreements whose objective the newest plan no longer has.")
            List<VanishedView> vanishedObjectives) {}

    @Schema(name = "ProgrammeReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgrammeView(
            UUID round,

            @Schema(description = "Projects of the programme put to the vote.")
            int programme,

            @Schema(description = "Of them, those with at least one vote.")
            int validated,

            @Nullable Integer validatedPercent,

            @Schema(description = "Projects that the agents brought.")
            int proposed,

            @Schema(description = "Of them, those agreed on.")
            int entered,

            @Nullable Integer enteredPercent,
            List<UUID> enteredProposals) {}

    @Schema(name = "PovertyQuintile")
    record QuintileView(
            @Schema(description = "1 holds the poorest zones.")
            int quintile,

            List<String> zones,
            long population,
            Soles amount,

            @Schema(description = "For each inhabitant, rounded down.")
            Soles perHead) {}

    @Schema(name = "PovertyReport")
    record PovertyView(String indicator, String source, int version, List<QuintileView> quintiles) {}

    @Schema(name = "ShareOfYear")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShareView(
            FiscalYear fiscalYear,
            Soles amount,
            Soles investmentBudget,
            Percent percent,

            @Schema(description = "Against the year before on record, in points of percentage.") @Nullable
            String change) {}

    @Schema(name = "ShareHistory")
    record ShareHistory(EntityCode entity, List<ShareView> items) {}

    @GET
    @Path("/processes/{process}/reports/agreements")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What the agreements come to",
            description = "Money by objective of the newest plan, the part that looks beyond one year, how thinly it is"
                    + " spread, and agreements whose objective the plan no longer has.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AgreementsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one agreement",
                                            value =
                                                    "{\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"agreements\":1,\"withdrawn\":0,\"total\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"byObjective\":[{\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"name\":\"Servicios básicos de calidad\",\"agreements\":1,\"amount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"}}],\"multiYearPercent\":\"100\",\"atomisationIndex\":\"0\",\"averageAmount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"vanishedObjectives\":[]}")))
    public AgreementsView getAgreementsReport(@PathParam("process") ProcessId process) {
        processes.require(process);
        var versions = new TreeMap<>(plans.versions(process));
        var plan = versions.isEmpty()
                ? List.<pe.minka.allocation.plan.Objective>of()
                : versions.lastEntry().getValue();
        var report = AgreementsReport.of(agreements.of(process), plan);
        return new AgreementsView(
                process,
                report.agreements(),
                report.withdrawn(),
                report.total(),
                report.byObjective().stream()
                        .map(sum -> new ObjectiveView(sum.objective(), sum.name(), sum.agreements(), sum.amount()))
                        .toList(),
                report.multiYearShare().orElse(null),
                report.atomisation().map(each -> each.index().toPlainString()).orElse(null),
                report.atomisation().map(each -> new Soles(each.average())).orElse(null),
                report.vanished().stream()
                        .map(agreement -> new VanishedView(
                                agreement.id(), agreement.title(), Objects.requireNonNull(agreement.objective())))
                        .toList());
    }

    @GET
    @Path("/processes/{process}/reports/programme")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "How programme and proposals fared in a round",
            description = "How many projects of the investment programme had votes, and how many of the agents' own"
                    + " proposals were agreed on.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProgrammeView.class),
                            examples =
                                    @ExampleObject(
                                            name = "all validated",
                                            value =
                                                    "{\"round\":\"c6dae4f8-2051-4f92-a7db-51607f8e9801\",\"programme\":22,\"validated\":22,\"validatedPercent\":100,\"proposed\":1,\"entered\":1,\"enteredPercent\":100,\"enteredProposals\":[\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\"]}")))
    public ProgrammeView getProgrammeReport(
            @PathParam("process") ProcessId process,
            @Parameter(description = "A tallied round.", example = "c6dae4f8-2051-4f92-a7db-51607f8e9801")
                    @QueryParam("round")
                    @NotNull
                    UUID round) {
        processes.require(process);
        var tallied = rounds.requireTallied(process, round);
        var agreed = agreements.of(process);
        var report = ProgrammeReport.of(tallied.tallies(), agreed);
        return new ProgrammeView(
                round,
                report.programme(),
                report.validated(),
                report.validatedPercent().orElse(null),
                report.proposed(),
                report.entered(),
                report.enteredPercent().orElse(null),
                ProgrammeReport.enteredProposals(tallied.tallies(), agreed));
    }

    @GET
    @Path("/processes/{process}/reports/poverty")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Money per head by poverty",
            description = "Zones in five groups from the poorest, with the agreed money for each inhabitant.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PovertyView.class),
                            examples =
                                    @ExampleObject(
                                            name = "the poorest fifth",
                                            value =
                                                    "{\"indicator\":\"POVERTY\",\"source\":\"INEI 2018\",\"version\":1,\"quintiles\":[{\"quintile\":1,\"zones\":[\"Z2\"],\"population\":2227,\"amount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"perHead\":{\"amount\":\"215.53\",\"currency\":\"PEN\"}}]}")))
    public PovertyView getPovertyReport(
            @PathParam("process") ProcessId process,
            @Parameter(description = "A scheme of indicators of the registry.", example = "zones-2016")
                    @QueryParam("scheme")
                    @NotBlank
                    @Size(max = 80)
                    String scheme,
            @Parameter(description = "Of which year.", example = "2016") @QueryParam("year") int year,
            @Parameter(description = "The indicator of poverty.")
                    @QueryParam("indicator")
                    @DefaultValue("POVERTY")
                    @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
                    String indicator) {
        var called = processes.require(process);
        var set = indicators
                .zones(called.entity(), scheme, year)
                .orElseThrow(() -> Problem.unprocessable("indicators-unknown")
                        .with("scheme", scheme)
                        .with("year", year)
                        .toException());
        var amounts = new HashMap<String, Soles>();
        agreements.of(process).stream()
                .filter(agreement -> agreement.state() != AgreementState.WITHDRAWN && agreement.zone() != null)
                .forEach(agreement ->
                        amounts.merge(Objects.requireNonNull(agreement.zone()), agreement.amount(), Soles::plus));
        return new PovertyView(
                indicator,
                set.source(),
                set.version(),
                PovertyQuintiles.of(set.zones(), indicator, amounts).stream()
                        .map(each -> new QuintileView(
                                each.quintile(), each.zones(), each.population(), each.amount(), each.perHead()))
                        .toList());
    }

    @GET
    @Path("/entities/{entity}/shares")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "The share over the years",
            description = "What part of its investment budget an entity put to the agents, year by year, and how that"
                    + " changed over the year before.")
    @APIResponse(
            responseCode = "200",
            description = "The years",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ShareHistory.class),
                            examples =
                                    @ExampleObject(
                                            name = "cut",
                                            value =
                                                    "{\"entity\":\"300305\",\"items\":[{\"fiscalYear\":2017,\"amount\":{\"amount\":\"300.00\",\"currency\":\"PEN\"},\"investmentBudget\":{\"amount\":\"1000.00\",\"currency\":\"PEN\"},\"percent\":\"30\"},{\"fiscalYear\":2018,\"amount\":{\"amount\":\"50.00\",\"currency\":\"PEN\"},\"investmentBudget\":{\"amount\":\"1000.00\",\"currency\":\"PEN\"},\"percent\":\"5\",\"change\":\"-25\"}]}")))
    public ShareHistory getShareHistory(@PathParam("entity") EntityCode entity) {
        var byYear = new TreeMap<FiscalYear, List<Envelope>>();
        envelopes
                .of(entity)
                .forEach(envelope -> byYear.computeIfAbsent(envelope.fiscalYear(), year -> new java.util.ArrayList<>())
                        .add(envelope));
        var items = new java.util.ArrayList<ShareView>();
        for (var year : byYear.entrySet()) {
            var newest = year.getValue().get(0).process();
            var decided = year.getValue().stream()
                    .filter(envelope -> envelope.process().equals(newest))
                    .filter(envelope -> !envelope.decidedBy().equals("COUNCIL"))
                    .map(Envelope::amount)
                    .reduce(Soles.ZERO, Soles::plus);
            var whole = year.getValue().get(0).wholeInvestmentBudget();
            var percent = Percent.share(decided, whole);
            var before = items.isEmpty() ? null : items.get(items.size() - 1).percent();
            items.add(new ShareView(
                    year.getKey(),
                    decided,
                    whole,
                    percent,
                    before == null
                            ? null
                            : percent.value()
                                    .subtract(before.value())
                                    .stripTrailingZeros()
                                    .toPlainString()));
        }
        return new ShareHistory(entity, items);
    }
}
