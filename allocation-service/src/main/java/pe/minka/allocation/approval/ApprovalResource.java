package pe.minka.allocation.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.minka.allocation.agreement.AgreementsActs;
import pe.minka.allocation.approval.RecordApproval.Decision;
import pe.minka.allocation.approval.RecordApproval.OnAgreement;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Approvals over HTTP. */
@Path("/v1/agreements-acts/{act}/approvals")
@Tag(name = "Approvals", description = "Who approved an act, in the order that the regulation names.")
public class ApprovalResource {

    private static final String EXAMPLE =
            "{\"act\":\"f90d172b-5384-42c5-9a0e-8493a2b1cb01\",\"complete\":false,\"next\":\"COUNCIL\",\"ratification\":\"DECIDED\",\"items\":[{\"approval\":\"ASSEMBLY\",\"state\":\"GIVEN\",\"law\":\"Ordenanza 001-2016-MDC-PC/RA\",\"number\":\"Acta de asamblea 3-2016\",\"decidedOn\":\"2016-04-30\"},{\"approval\":\"COORDINATION_COUNCIL\",\"state\":\"GIVEN\",\"law\":\"Ley 27972 art. 104\",\"number\":\"Acta CCL 002-2016\",\"decidedOn\":\"2016-05-10\"},{\"approval\":\"COUNCIL\",\"state\":\"NEXT\",\"law\":\"DS 142-2009-EF art. 10.1\"}]}";

    private final RecordApproval recordApproval;
    private final AgreementsActs acts;
    private final Approvals approvals;
    private final Processes processes;

    ApprovalResource(RecordApproval recordApproval, AgreementsActs acts, Approvals approvals, Processes processes) {
        this.recordApproval = recordApproval;
        this.acts = acts;
        this.approvals = approvals;
        this.processes = processes;
    }

    @Schema(name = "ApprovalRequest")
    record ApprovalRequest(
            @Schema(description = "Who approves.", examples = "COUNCIL")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String approval,

            @Schema(description = "Number of the document.", examples = "Acuerdo de Concejo 045-2016")
            @NotBlank
            @Size(max = 160)
            String number,

            @NotNull LocalDate decidedOn,

            @Schema(description = "The session in which it was decided.") @Size(max = 160) @Nullable
            String session,

            @Schema(description = "What changed since the approval before; left out: nothing.")
            @Size(max = 4000)
            @Nullable
            String changes,

            @Schema(
                    description =
                            "What the body decided on single agreements; left out: what was agreed. Both are kept and"
                                    + " published.")
            @Size(max = 2000)
            @Nullable
            List<@Valid @NotNull DecisionRequest> decisions) {}

    @Schema(name = "ApprovalDecision")
    record DecisionRequest(
            @NotNull UUID agreement,

            @Schema(description = "Left out: the amount agreed.") @Nullable
            Soles amount,

            @Schema(description = "What the project is to be; left out: what was agreed.") @Size(max = 400) @Nullable
            String scope) {}

    @Schema(name = "ApprovalState")
    enum State {
        GIVEN,
        NEXT,
        WAITING
    }

    @Schema(name = "Ratification")
    enum Ratification {
        DECIDED,
        RATIFIED
    }

    @Schema(name = "Approval")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApprovalView(
            String approval,
            State state,
            String law,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable String session,
            @Nullable String changes) {}

    @Schema(name = "ApprovalChain")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChainView(
            UUID act,

            @Schema(description = "Whether all that the regulation asks for are given.")
            boolean complete,

            @Schema(description = "The one that must come now.") @Nullable
            String next,

            @Schema(
                    description = "DECIDED: by the people. RATIFIED: by an act of the elected council with number, date"
                            + " and session.")
            Ratification ratification,

            List<ApprovalView> items) {}

    @POST
    @RolesAllowed(Roles.COUNCIL_SECRETARY)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record an approval",
            description = "Records that a body approved the act. They come in the order that the regulation names: one"
                    + " that is out of order is refused with the one that is missing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "the council's act",
                                            value =
                                                    "{\"approval\":\"COUNCIL\",\"number\":\"Acuerdo de Concejo 045-2016\",\"decidedOn\":\"2016-05-20\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the chain as it stands",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChainView.class),
                            examples = @ExampleObject(name = "two of three", value = EXAMPLE)))
    public Response recordApproval(
            @Parameter(description = "The act's id.") @PathParam("act") UUID act,
            @Valid @NotNull ApprovalRequest request) {
        recordApproval.record(
                act,
                new Decision(
                        request.approval(),
                        request.number(),
                        request.decidedOn(),
                        request.session(),
                        request.changes(),
                        Objects.requireNonNullElse(request.decisions(), List.<DecisionRequest>of()).stream()
                                .map(each -> new OnAgreement(each.agreement(), each.amount(), each.scope()))
                                .toList()));
        return Response.created(URI.create("/v1/agreements-acts/" + act + "/approvals"))
                .entity(view(act))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "The approvals of an act",
            description = "Each that the regulation asks for, in its order, with document, date, what changed in"
                    + " between, and the article behind it.")
    @APIResponse(
            responseCode = "200",
            description = "The chain",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChainView.class),
                            examples = @ExampleObject(name = "two of three", value = EXAMPLE)))
    public ChainView listApprovals(@Parameter(description = "The act's id.") @PathParam("act") UUID act) {
        return view(act);
    }

    private ChainView view(UUID actId) {
        var act = acts.require(actId);
        var chain = approvals.chain(act, processes.require(act.process()).regulation());
        var rows = approvals.of(actId);
        var next = chain.next();
        var items = chain.required().stream()
                .map(required -> rows.stream()
                        .filter(row -> row.key.approval().equals(required.approval()))
                        .findFirst()
                        .map(row -> new ApprovalView(
                                required.approval(),
                                State.GIVEN,
                                Regulation.article(required.law()),
                                row.number,
                                row.decidedOn,
                                row.session,
                                row.changes))
                        .orElseGet(() -> new ApprovalView(
                                required.approval(),
                                required.equals(next) ? State.NEXT : State.WAITING,
                                Regulation.article(required.law()),
                                null,
                                null,
                                null,
                                null)))
                .toList();
        return new ChainView(
                actId,
                chain.complete(),
                next == null ? null : next.approval(),
                rows.stream().anyMatch(ApprovalRow::ratifies) ? Ratification.RATIFIED : Ratification.DECIDED,
                items);
    }
}
