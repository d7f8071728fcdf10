package pe.minka.allocation.modification;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.modification.ModifyAgreement.Change;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Modifications over HTTP. */
@Path("/v1")
@Tag(name = "Modifications", description = "Lawful changes to agreements, and how far they have drifted.")
public class ModificationResource {

    private static final String MODIFICATION =
            "{\"modification\":\"8296a0b4-ec0d-4b5e-b397-1d2c3b4a5e01\",\"agreement\":\"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01\",\"sequence\":1,\"amountBefore\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"amountAfter\":{\"amount\":\"450000.00\",\"currency\":\"PEN\"},\"reason\":\"Menor transferencia de canon\",\"law\":\"DU 001-2026 art. 7\",\"act\":\"Acuerdo de Concejo 080-2016\",\"decidedOn\":\"2016-09-14\",\"recordedAt\":\"2016-09-15T16:00:00Z\"}";
    private static final String DRIFT =
            "{\"agreed\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"now\":{\"amount\":\"450000.00\",\"currency\":\"PEN\"},\"moved\":{\"amount\":\"30000.00\",\"currency\":\"PEN\"},\"percent\":\"6.25\"}";

    private final ModifyAgreement modifyAgreement;
    private final Modifications modifications;
    private final Agreements agreements;
    private final Processes processes;

    ModificationResource(
            ModifyAgreement modifyAgreement, Modifications modifications, Agreements agreements, Processes processes) {
        this.modifyAgreement = modifyAgreement;
        this.modifications = modifications;
        this.agreements = agreements;
        this.processes = processes;
    }

    @Schema(name = "ModificationRequest")
    record ModificationRequest(
            @Schema(description = "What the agreement is worth from now on; zero gives it up.") @NotNull
            Soles amountAfter,

            @Schema(description = "Why.") @NotBlank @Size(max = 2000)
            String reason,

            @Schema(description = "The legal basis.") @NotBlank @Size(max = 400)
            String law,

            @Schema(description = "The document that decides it.") @NotBlank @Size(max = 160)
            String act,

            @NotNull LocalDate decidedOn) {}

    @Schema(name = "Modification")
    record ModificationView(
            UUID modification,
            UUID agreement,
            int sequence,
            Soles amountBefore,
            Soles amountAfter,
            String reason,
            String law,
            String act,
            LocalDate decidedOn,
            Instant recordedAt) {}

    @Schema(name = "Drift", description = "How far changes have carried what was signed.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DriftView(
            Soles agreed,
            Soles now,

            @Schema(description = "The sum of all changes, up or down.")
            Soles moved,

            @Schema(description = "What was moved, in percent of what was signed.") @Nullable
            String percent) {}

    @Schema(name = "ModificationList")
    record ModificationList(List<ModificationView> items, DriftView drift) {}

    @Schema(name = "ProcessDrift")
    record ProcessDriftView(ProcessId process, DriftView drift, int agreements, int modifiedAgreements) {}

    @POST
    @Path("/agreements/{agreement}/modifications")
    @RolesAllowed(Roles.COUNCIL_SECRETARY)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Modify an agreement",
            description = "Changes the amount of an agreement. Needs a reason, a legal basis, the act that decides it"
                    + " and, in `If-Match`, the version that was read. The envelope gives or takes the difference in"
                    + " the same moment. Every modification is public and adds to the drift.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "less canon arrived",
                                            value =
                                                    "{\"amountAfter\":{\"amount\":\"450000.00\",\"currency\":\"PEN\"},\"reason\":\"Menor transferencia de canon\",\"law\":\"DU 001-2026 art. 7\",\"act\":\"Acuerdo de Concejo 080-2016\",\"decidedOn\":\"2016-09-14\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ModificationView.class),
                            examples = @ExampleObject(name = "recorded", value = MODIFICATION)))
    public Response modifyAgreement(
            @Parameter(description = "The agreement's id.") @PathParam("agreement") UUID agreement,
            @Parameter(description = "The ETag of the agreement as read.") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ModificationRequest request) {
        var row = modifyAgreement.modify(
                agreement,
                ifMatch,
                new Change(request.amountAfter(), request.reason(), request.law(), request.act(), request.decidedOn()));
        return Response.created(URI.create("/v1/agreements/" + agreement + "/modifications"))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/agreements/{agreement}/modifications")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Modifications of an agreement",
            description = "Each change with its reason, legal basis and act, and the drift they add up to.")
    @APIResponse(
            responseCode = "200",
            description = "The modifications",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ModificationList.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value = "{\"items\":[" + MODIFICATION + "],\"drift\":" + DRIFT + "}")))
    public ModificationList listModifications(
            @Parameter(description = "The agreement's id.") @PathParam("agreement") UUID agreement) {
        var found = agreements.require(agreement);
        return new ModificationList(
                modifications.of(agreement).stream()
                        .map(ModificationResource::view)
                        .toList(),
                view(modifications.drift(found)));
    }

    @GET
    @Path("/processes/{process}/drift")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Drift of a process",
            description = "How far all modifications together have carried the agreements of a process.")
    @APIResponse(
            responseCode = "200",
            description = "The drift",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProcessDriftView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one of twenty",
                                            value = "{\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"drift\":"
                                                    + DRIFT + ",\"agreements\":20,\"modifiedAgreements\":1}")))
    public ProcessDriftView getProcessDrift(@PathParam("process") ProcessId process) {
        processes.require(process);
        var all = agreements.of(process);
        var drifts = all.stream().map(modifications::drift).toList();
        var sum = drifts.stream().reduce(new Drift(Soles.ZERO, Soles.ZERO, Soles.ZERO), Drift::plus);
        int modified = (int) drifts.stream()
                .filter(drift -> !drift.moved().equals(Soles.ZERO))
                .count();
        return new ProcessDriftView(process, view(sum), all.size(), modified);
    }

    private static DriftView view(Drift drift) {
        return new DriftView(drift.agreed(), drift.now(), drift.moved(), drift.percent());
    }

    private static ModificationView view(ModificationRow row) {
        return new ModificationView(
                row.id,
                row.agreement,
                row.sequence,
                row.amountBefore,
                row.amountAfter,
                row.reason,
                row.law,
                row.act,
                row.decidedOn,
                row.recordedAt);
    }
}
