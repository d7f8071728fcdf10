package pe.minka.allocation.balance;

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
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.balance.YearEnd.Carried;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Balances over HTTP. */
@Path("/v1/agreements/{agreement}/carry-overs")
@Tag(name = "Balances", description = "Agreed money that was not spent in its year and goes on with its project.")
public class CarryOverResource {

    private static final String ITEM =
            "{\"fromYear\":2017,\"toYear\":2018,\"available\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"spent\":{\"amount\":\"130000.00\",\"currency\":\"PEN\"},\"balance\":{\"amount\":\"350000.00\",\"currency\":\"PEN\"},\"document\":\"Balance 2017, Subgerencia de Presupuesto\"}";
    private static final String EXAMPLE =
            "{\"agreement\":\"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01\",\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"items\":["
                    + ITEM + "]}";

    private final CloseYear closeYear;
    private final CarryOvers carryOvers;
    private final Agreements agreements;

    CarryOverResource(CloseYear closeYear, CarryOvers carryOvers, Agreements agreements) {
        this.closeYear = closeYear;
        this.carryOvers = carryOvers;
        this.agreements = agreements;
    }

    @Schema(name = "CarryOverRequest")
    record CarryOverRequest(
            @NotNull FiscalYear fromYear,

            @Schema(description = "Of the agreed money in that year.") @NotNull
            Soles spent,

            @NotBlank @Size(max = 200) String document) {}

    @Schema(name = "CarryOver")
    record CarryOverView(
            FiscalYear fromYear,
            FiscalYear toYear,

            @Schema(description = "Scheduled in the year, with what came from the year before.")
            Soles available,

            Soles spent,

            @Schema(description = "For the same project, in the year after.")
            Soles balance,

            String document) {

        static CarryOverView of(Carried each) {
            return new CarryOverView(
                    each.fromYear(),
                    each.fromYear().plus(1),
                    each.available(),
                    each.spent(),
                    each.balance(),
                    each.document());
        }
    }

    @Schema(name = "CarryOverList")
    record CarryOverList(
            UUID agreement,

            @Schema(description = "The project that the money belongs to.")
            UUID proposal,

            String title,
            List<CarryOverView> items) {}

    @POST
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Carry unspent money into the next year",
            description = "Closes a fiscal year for an agreement. What was scheduled or brought along and is unspent is"
                    + " the balance of the next year for the same project. Years are closed in their order, when they"
                    + " are over.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "slid",
                                            value =
                                                    "{\"fromYear\":2017,\"spent\":{\"amount\":\"130000.00\",\"currency\":\"PEN\"},\"document\":\"Balance 2017, Subgerencia de Presupuesto\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Carried",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CarryOverView.class),
                            examples = @ExampleObject(name = "carried", value = ITEM)))
    public Response carryOver(
            @Parameter(description = "The agreement's id.") @PathParam("agreement") UUID agreement,
            @Valid @NotNull CarryOverRequest request) {
        var carried = closeYear.close(agreement, request.fromYear(), request.spent(), request.document());
        return Response.created(URI.create("/v1/agreements/" + agreement + "/carry-overs"))
                .entity(CarryOverView.of(carried))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What slid into later years",
            description = "Each closed year of an agreement with what was there, what was spent, and the balance.")
    @APIResponse(
            responseCode = "200",
            description = "The closed years",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CarryOverList.class),
                            examples = @ExampleObject(name = "one", value = EXAMPLE)))
    public CarryOverList listCarryOvers(
            @Parameter(description = "The agreement's id.") @PathParam("agreement") UUID agreement) {
        Agreement found = agreements.require(agreement);
        return new CarryOverList(
                agreement,
                found.proposal(),
                found.title(),
                carryOvers.of(agreement).stream().map(CarryOverView::of).toList());
    }
}
