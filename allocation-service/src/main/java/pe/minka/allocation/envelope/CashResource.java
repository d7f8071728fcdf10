package pe.minka.allocation.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.minka.allocation.envelope.CashPosition.Verdict;
import pe.minka.allocation.envelope.CashStatements.CashStatement;
import pe.minka.allocation.envelope.CashStatements.Explanation;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The cash behind envelopes over HTTP. */
@Path("/v1/envelopes/{envelope}/cash-statements")
@Tag(name = "Envelopes")
public class CashResource {

    private static final String EXAMPLE =
            "{\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\",\"committed\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"verdict\":\"EXPLANATION_OWED\",\"items\":[{\"statement\":\"6b1f0c3d-2e4a-4f5b-8c6d-7e8f9a0b1c01\",\"asOf\":\"2017-08-31\",\"amount\":{\"amount\":\"300000.00\",\"currency\":\"PEN\"},\"committed\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"source\":\"Tesorería, conciliación de agosto\",\"insufficient\":true}]}";

    private final StateCash stateCash;
    private final Envelopes envelopes;
    private final CashStatements cash;

    CashResource(StateCash stateCash, Envelopes envelopes, CashStatements cash) {
        this.stateCash = stateCash;
        this.envelopes = envelopes;
        this.cash = cash;
    }

    @Schema(name = "CashStatementRequest")
    record CashRequest(
            @NotNull LocalDate asOf,
            @NotNull Soles amount,
            @NotBlank @Size(max = 200) String source) {}

    @Schema(name = "CashExplanation")
    record ExplanationBody(
            @Schema(description = "Why the cash does not suffice and what is done; public.") @NotBlank @Size(max = 4000)
            String text,

            @Schema(description = "Where it was published.") @NotBlank @Size(max = 200)
            String document,

            @NotNull LocalDate publishedOn) {}

    @Schema(name = "CashStatement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CashView(
            UUID statement,
            LocalDate asOf,
            Soles amount,

            @Schema(description = "Taken by agreements when it was stated.")
            Soles committed,

            String source,

            @Schema(description = "Agreements exceeded the cash: an explanation is owed.")
            boolean insufficient,

            @Nullable ExplanationBody explanation) {

        static CashView of(CashStatement each) {
            var why = each.explanation();
            return new CashView(
                    each.id(),
                    each.asOf(),
                    each.amount(),
                    each.committed(),
                    each.source(),
                    each.isShort(),
                    why == null ? null : new ExplanationBody(why.text(), why.document(), why.publishedOn()));
        }
    }

    @Schema(name = "CashList")
    record CashList(
            UUID envelope,

            @Schema(description = "Taken by agreements now.")
            Soles committed,

            @Schema(
                    description = "FREE: new commitments up to the cash. OVER_CASH: agreements exceed it."
                            + " EXPLANATION_OWED: none until each shortage is explained in public.")
            Verdict verdict,

            @Schema(description = "The newest first.") List<CashView> items) {}

    @POST
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "State the cash behind an envelope",
            description = "Where agreements exceed it, new commitments are refused until cash suffices and an"
                    + " explanation is published.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "less than agreed",
                                            value =
                                                    "{\"asOf\":\"2017-08-31\",\"amount\":{\"amount\":\"300000.00\",\"currency\":\"PEN\"},\"source\":\"Tesorería, conciliación de agosto\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Stated",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CashList.class),
                            examples = @ExampleObject(name = "less than agreed", value = EXAMPLE)))
    public Response stateCash(
            @Parameter(description = "The envelope's id.") @PathParam("envelope") UUID envelope,
            @Valid @NotNull CashRequest request) {
        stateCash.state(envelope, request.asOf(), request.amount(), request.source());
        return created(envelope);
    }

    @POST
    @Path("/{statement}/explanation")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Explain in public why the cash does not suffice",
            description = "Once for each statement in which agreements exceed the cash. Public, and never changed.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "canon fell",
                                            value =
                                                    "{\"text\":\"El canon transferido fue un quinto menor que lo estimado.\",\"document\":\"Comunicado 003-2017, portal municipal\",\"publishedOn\":\"2017-09-05\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Explained",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CashList.class),
                            examples = @ExampleObject(name = "before it was explained", value = EXAMPLE)))
    public Response explainCash(
            @Parameter(description = "The envelope's id.") @PathParam("envelope") UUID envelope,
            @Parameter(description = "The statement's id.") @PathParam("statement") UUID statement,
            @Valid @NotNull ExplanationBody request) {
        stateCash.explain(
                envelope, statement, new Explanation(request.text(), request.document(), request.publishedOn()));
        return created(envelope);
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "The cash behind an envelope",
            description = "Each statement with its explanation, and whether new commitments can be made.")
    @APIResponse(
            responseCode = "200",
            description = "The statements",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CashList.class),
                            examples = @ExampleObject(name = "less than agreed", value = EXAMPLE)))
    public CashList listCashStatements(
            @Parameter(description = "The envelope's id.") @PathParam("envelope") UUID envelope) {
        var reserved = envelopes.require(envelope).reserved();
        return new CashList(
                envelope,
                reserved,
                cash.position(envelope)
                        .map(position -> position.judge(reserved, Soles.ZERO))
                        .orElse(Verdict.FREE),
                cash.of(envelope).stream().map(CashView::of).toList());
    }

    private Response created(UUID envelope) {
        return Response.created(URI.create("/v1/envelopes/" + envelope + "/cash-statements"))
                .entity(listCashStatements(envelope))
                .build();
    }
}
