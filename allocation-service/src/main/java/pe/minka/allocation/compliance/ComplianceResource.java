package pe.minka.allocation.compliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.plan.Objective;
import pe.minka.allocation.plan.Plans;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Scope;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** How agreements are kept, over HTTP. */
@Path("/v1")
@Tag(name = "Compliance", description = "How agreements are kept until they are done or lawfully changed.")
public class ComplianceResource {

    private static final String ITEM =
            "{\"agreement\":\"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"standing\":\"BEGUN\",\"agreedAmount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"amount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"modifications\":0,\"lawfullyChanged\":false,\"executed\":{\"amount\":\"125000.00\",\"currency\":\"PEN\"},\"physicalPercent\":\"45.50\",\"lastYear\":2018,\"overdue\":false}";
    private static final String PROCESS =
            "{\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"notBegun\":0,\"begun\":1,\"suspended\":0,\"done\":0,\"givenUp\":0,\"overdue\":0,\"items\":["
                    + ITEM + "]}";
    private static final String OBJECTIVES =
            "{\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"executed\":1,\"agreedOnly\":0,\"untouched\":1,\"objectives\":[{\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"code\":\"OE1\",\"name\":\"Servicios básicos de calidad\",\"agreements\":1,\"agreed\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"executed\":{\"amount\":\"125000.00\",\"currency\":\"PEN\"}},{\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7606\",\"code\":\"OE6\",\"name\":\"Juventud con oportunidades\",\"agreements\":0,\"agreed\":{\"amount\":\"0.00\",\"currency\":\"PEN\"},\"executed\":{\"amount\":\"0.00\",\"currency\":\"PEN\"}}]}";

    private final Agreements agreements;
    private final Fulfilments fulfilments;
    private final Processes processes;
    private final Plans plans;
    private final Clock clock;

    ComplianceResource(Agreements agreements, Fulfilments fulfilments, Processes processes, Plans plans, Clock clock) {
        this.agreements = agreements;
        this.fulfilments = fulfilments;
        this.processes = processes;
        this.plans = plans;
        this.clock = clock;
    }

    @Schema(name = "AgreementCompliance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            UUID agreement,
            String title,

            @Schema(description = "DONE once its work is closed; GIVEN_UP only by a lawful modification.")
            Keeping.Standing standing,

            Soles agreedAmount,
            Soles amount,
            int modifications,
            boolean lawfullyChanged,

            @Schema(description = "Accrued spending on it.") Soles executed,

            @Schema(description = "Of the work, as last reported.")
            String physicalPercent,

            @Schema(description = "Last fiscal year that it is programmed for.") @Nullable
            Integer lastYear,

            @Schema(description = "Whether that year is over and it is neither done nor given up.")
            boolean overdue) {}

    @Schema(name = "ProcessCompliance")
    record ProcessView(
            ProcessId process,
            int notBegun,
            int begun,
            int suspended,
            int done,
            int givenUp,
            int overdue,
            List<ItemView> items) {}

    @Schema(name = "ObjectivesReport")
    record ObjectivesView(
            ProcessId process,

            @Schema(description = "Objectives with money executed.")
            int executed,

            @Schema(description = "Objectives with agreements and nothing executed.")
            int agreedOnly,

            @Schema(description = "Objectives that nothing was agreed for.")
            int untouched,

            List<ObjectivesReport.ObjectiveLine> objectives) {}

    @GET
    @Path("/agreements/{agreement}/compliance")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "How one agreement is kept",
            description = "Where it stands, what was executed, and whether it is overdue.")
    @APIResponse(
            responseCode = "200",
            description = "Its compliance",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ItemView.class),
                            examples = @ExampleObject(name = "begun", value = ITEM)))
    public ItemView getAgreementCompliance(@Parameter(description = "Its id.") @PathParam("agreement") UUID agreement) {
        var found = agreements.require(agreement);
        return view(Keeping.of(found, fulfilments.findByIdOptional(agreement).orElse(null), today()));
    }

    @GET
    @Path("/processes/{process}/compliance")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "How the agreements of a process are kept",
            description = "Each agreement until it is done or lawfully changed, whoever governs meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "The compliance",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProcessView.class),
                            examples = @ExampleObject(name = "one begun", value = PROCESS)))
    public ProcessView getProcessCompliance(@PathParam("process") ProcessId process) {
        processes.require(process);
        var kept = fulfilments.of(process);
        var all = agreements.of(process).stream()
                .map(agreement -> Keeping.of(agreement, kept.get(agreement.id()), today()))
                .toList();
        return new ProcessView(
                process,
                count(all, Keeping.Standing.NOT_BEGUN),
                count(all, Keeping.Standing.BEGUN),
                count(all, Keeping.Standing.SUSPENDED),
                count(all, Keeping.Standing.DONE),
                count(all, Keeping.Standing.GIVEN_UP),
                (int) all.stream().filter(Keeping::overdue).count(),
                all.stream().map(ComplianceResource::view).toList());
    }

    @GET
    @Path("/processes/{process}/reports/objectives")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Objectives of the plan with money executed",
            description = "Each objective of the newest plan with what was agreed for it and what of that was executed;"
                    + " a plan that is never carried out shows as objectives without execution.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ObjectivesView.class),
                            examples = @ExampleObject(name = "one of two", value = OBJECTIVES)))
    public ObjectivesView getObjectivesReport(@PathParam("process") ProcessId process) {
        processes.require(process);
        var versions = plans.versions(process);
        var newest = versions.isEmpty()
                ? List.<Objective>of()
                : List.copyOf(versions.values()).get(versions.size() - 1);
        var accrued = new HashMap<UUID, Soles>();
        fulfilments.of(process).forEach((agreement, row) -> accrued.put(agreement, row.accrued));
        var report = ObjectivesReport.of(newest, agreements.of(process), accrued);
        return new ObjectivesView(
                process, report.executed(), report.agreedOnly(), report.untouched(), report.objectives());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static int count(List<Keeping> all, Keeping.Standing standing) {
        return (int) all.stream().filter(each -> each.standing() == standing).count();
    }

    private static ItemView view(Keeping kept) {
        var agreement = kept.agreement();
        return new ItemView(
                agreement.id(),
                agreement.title(),
                kept.standing(),
                agreement.agreedAmount(),
                agreement.amount(),
                agreement.modifications(),
                kept.lawfullyChanged(),
                kept.accrued(),
                kept.physicalPercent().setScale(2, RoundingMode.DOWN).toPlainString(),
                agreement.schedule().stream()
                        .map(year -> year.year().value())
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                kept.overdue());
    }
}
