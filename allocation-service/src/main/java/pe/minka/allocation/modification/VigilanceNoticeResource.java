package pe.minka.allocation.modification;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notices to the vigilance committee over HTTP. */
@Path("/v1")
@Tag(name = "Modifications", description = "Lawful changes to agreements, and how far they have drifted.")
public class VigilanceNoticeResource {

    private static final String EXAMPLE =
            "{\"notice\":\"d7a06b62-e364-4be4-9fda-6a7b8c9d0e01\",\"committee\":\"4e526c70-a8d9-471a-af53-d9e8f7061a01\",\"agreement\":\"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01\",\"modification\":\"8296a0b4-ec0d-4b5e-b397-1d2c3b4a5e01\",\"amountBefore\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"amountAfter\":{\"amount\":\"450000.00\",\"currency\":\"PEN\"},\"reason\":\"Menor transferencia de canon\",\"law\":\"DU 001-2026 art. 7\",\"act\":\"Acuerdo de Concejo 080-2016\",\"driftMoved\":{\"amount\":\"30000.00\",\"currency\":\"PEN\"},\"driftPercent\":\"6.25\",\"noticedAt\":\"2016-09-15T16:00:00Z\"}";

    private final AcknowledgeNotice acknowledgeNotice;
    private final VigilanceNotices notices;
    private final VigilanceCommittees committees;
    private final Modifications modifications;
    private final Processes processes;

    VigilanceNoticeResource(
            AcknowledgeNotice acknowledgeNotice,
            VigilanceNotices notices,
            VigilanceCommittees committees,
            Modifications modifications,
            Processes processes) {
        this.acknowledgeNotice = acknowledgeNotice;
        this.notices = notices;
        this.committees = committees;
        this.modifications = modifications;
        this.processes = processes;
    }

    @Schema(name = "NoticeAcknowledgement")
    record AcknowledgementRequest(
            @Schema(description = "What the committee has to say; no names of persons.") @Size(max = 2000) @Nullable
            String observation) {}

    @Schema(name = "VigilanceNotice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            UUID notice,

            @Schema(
                    description =
                            "The committee that is told; absent until one is constituted, which then finds the notice.")
            @Nullable
            UUID committee,

            UUID agreement,
            UUID modification,
            Soles amountBefore,
            Soles amountAfter,
            String reason,
            String law,
            String act,

            @Schema(description = "All changes of the agreement up to this one.")
            Soles driftMoved,

            @Schema(description = "In percent of what was signed.") @Nullable
            String driftPercent,

            Instant noticedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String observation) {}

    @Schema(name = "VigilanceNoticeList")
    record NoticeList(
            List<NoticeView> items,

            @Schema(description = "How many the committee has not acknowledged.")
            int pending) {}

    @GET
    @Path("/processes/{process}/vigilance-notices")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What the vigilance committee was told",
            description = "One notice for each modification of an agreement, written with it: reason, legal basis, act"
                    + " and the drift that all changes add up to. The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The notices",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NoticeList.class),
                            examples =
                                    @ExampleObject(
                                            name = "one pending",
                                            value = "{\"items\":[" + EXAMPLE + "],\"pending\":1}")))
    public NoticeList listVigilanceNotices(@PathParam("process") ProcessId process) {
        processes.require(process);
        var rows = notices.list("process = ?1 order by noticedAt desc, id", process);
        return new NoticeList(rows.stream().map(this::view).toList(), (int)
                rows.stream().filter(row -> row.acknowledgedAt == null).count());
    }

    @POST
    @Path("/vigilance-notices/{notice}/acknowledgement")
    @RolesAllowed(Roles.VIGILANCE_MEMBER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Acknowledge a notice",
            description = "The committee confirms that it knows of a modification, once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "with an observation",
                                            value = "{\"observation\":\"El comité pide el informe de recaudación.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NoticeView.class),
                            examples = @ExampleObject(name = "pending", value = EXAMPLE)))
    public Response acknowledgeNotice(
            @Parameter(description = "Its id.") @PathParam("notice") UUID notice,
            @Valid @NotNull AcknowledgementRequest request) {
        return Response.ok(view(acknowledgeNotice.acknowledge(notice, request.observation())))
                .build();
    }

    private NoticeView view(VigilanceNoticeRow row) {
        var modification = modifications.findById(row.modification);
        return new NoticeView(
                row.id,
                committees
                        .of(row.entity, row.process)
                        .map(committee -> committee.body)
                        .orElse(null),
                row.agreement,
                row.modification,
                modification.amountBefore,
                modification.amountAfter,
                modification.reason,
                modification.law,
                modification.act,
                row.driftMoved,
                row.driftPercent,
                row.noticedAt,
                row.acknowledgedAt,
                row.observation);
    }
}
