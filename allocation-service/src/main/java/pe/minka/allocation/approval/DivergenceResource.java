package pe.minka.allocation.approval;

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
import pe.minka.allocation.agreement.AgreementsActs;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Scope;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where approvals differ from what was agreed, over HTTP. */
@Path("/v1/agreements-acts/{act}/divergences")
@Tag(name = "Approvals")
public class DivergenceResource {

    private final AgreementsActs acts;
    private final Divergences divergences;

    DivergenceResource(AgreementsActs acts, Divergences divergences) {
        this.acts = acts;
        this.divergences = divergences;
    }

    @Schema(name = "Divergence", description = "What was decided and what a body approved instead; both stand.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DivergenceView(
            UUID agreement,
            String approval,
            String number,
            LocalDate decidedOn,
            Soles agreedAmount,

            @Schema(description = "Absent where the amount is the one agreed.") @Nullable
            Soles approvedAmount,

            String agreedScope,

            @Schema(description = "Absent where the scope is the one agreed.") @Nullable
            String approvedScope) {}

    @Schema(name = "DivergenceList")
    record DivergenceList(UUID act, List<DivergenceView> items) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Where an approval differs from what was agreed",
            description = "Each agreement that a body approved with another amount or scope, both side by side. Empty"
                    + " where all was approved as agreed.")
    @APIResponse(
            responseCode = "200",
            description = "The divergences",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DivergenceList.class),
                            examples =
                                    @ExampleObject(
                                            name = "less than agreed",
                                            value =
                                                    "{\"act\":\"f90d172b-5384-42c5-9a0e-8493a2b1cb01\",\"items\":[{\"agreement\":\"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01\",\"approval\":\"COUNCIL\",\"number\":\"Acuerdo de Concejo 045-2016\",\"decidedOn\":\"2016-05-20\",\"agreedAmount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"approvedAmount\":{\"amount\":\"400000.00\",\"currency\":\"PEN\"},\"agreedScope\":\"Ampliación del sistema de agua de Pfaco\"}]}")))
    public DivergenceList listDivergences(@Parameter(description = "The act's id.") @PathParam("act") UUID act) {
        acts.require(act);
        return new DivergenceList(
                act,
                divergences.of(act).stream()
                        .map(each -> new DivergenceView(
                                each.agreement(),
                                each.approval(),
                                each.number(),
                                each.decidedOn(),
                                each.agreedAmount(),
                                each.approvedAmount(),
                                each.agreedScope(),
                                each.approvedScope()))
                        .toList());
    }
}
