package pe.minka.transparency.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The audit trail of a process. */
@Path("/v1/processes/{process}/audit-trail")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit trail", description = "Who changed what, by office; what it was before; and that nobody altered it")
class AuditResource {

    private static final String TRAIL = """
            {"items":[{"number":71,"event":"6f1d2c3b-4a59-4e68-8d77-1a2b3c4d5e6f","at":"2016-04-20T15:00:00Z",\
            "office":"evaluator","kind":"ProposalEvaluated","subject":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701",\
            "before":{"opinion":"OBSERVED"},"after":{"opinion":"VIABLE"},\
            "sha256":"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9","intact":true}]}""";

    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * @param office never a person
     * @param before absent for the first word on a thing
     * @param intact whether the hash of what stands here is the one that the public log has
     */
    @Schema(name = "AuditRecord")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordView(
            long number,
            UUID event,
            Instant at,
            String office,
            String kind,
            String subject,

            @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable
            String before,

            @Schema(type = SchemaType.OBJECT) @JsonRawValue String after,

            String sha256,
            boolean intact) {}

    @Schema(name = "AuditTrail")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrailView(
            List<RecordView> items,

            @Schema(description = "To go on after.") @Nullable
            Long next) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the audit trail",
            description =
                    "Each change of what is told of a process: in which office, when, before and after. The public"
                            + " log has the hash of each (`data-changed`, subject the hash); `intact` says whether it still fits.")
    @APIResponse(
            responseCode = "200",
            description = "Records in the order in which they were heard; `next` is there while more follow.",
            content =
                    @Content(
                            schema = @Schema(implementation = TrailView.class),
                            examples = @ExampleObject(name = "trail", value = TRAIL)))
    @APIResponse(responseCode = "400", description = "`invalid-request`")
    public TrailView readAuditTrail(
            @PathParam("process") ProcessId process,
            @QueryParam("after") @DefaultValue("0") @Min(0) @Parameter(description = "The number after which to go on.")
                    long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "How many at most.")
                    int limit) {
        var found = trail.of(process, after, limit + 1);
        var items = found.subList(0, Math.min(limit, found.size()));
        return new TrailView(
                items.stream().map(AuditResource::view).toList(),
                found.size() > limit ? items.get(items.size() - 1).number() : null);
    }

    private static RecordView view(AuditTrail.Kept kept) {
        var entry = kept.entry();
        return new RecordView(
                kept.number(),
                entry.event(),
                entry.at(),
                entry.office(),
                entry.kind(),
                entry.subject(),
                entry.before(),
                entry.after(),
                kept.sha256(),
                kept.intact());
    }
}
