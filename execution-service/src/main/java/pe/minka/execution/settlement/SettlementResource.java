package pe.minka.execution.settlement;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.project.Projects;
import pe.minka.execution.settlement.AccountsSettled.CommunityPurse;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Final accounts over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlement", description = "The final accounts of a work, drawn from its ledgers.")
public class SettlementResource {

    private static final String REQUEST = """
            {"settledOn":"2017-06-30","document":"Resolución 088-2017",\
            "communityMoneyReturned":{"amount":"200.00","currency":"PEN"}}""";
    private static final String ACCOUNTS = """
            {"settlement":"d7ebf509-3162-40a3-b8ec-6271809fa902","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "settledOn":"2017-06-30","document":"Resolución 088-2017",\
            "agreed":{"amount":"480000.00","currency":"PEN"},"spent":{"amount":"478950.40","currency":"PEN"},\
            "unspent":{"amount":"1049.60","currency":"PEN"},"unpaid":{"amount":"0.00","currency":"PEN"},\
            "byPhase":{"certified":{"amount":"480000.00","currency":"PEN"},\
            "committed":{"amount":"478950.40","currency":"PEN"},"accrued":{"amount":"478950.40","currency":"PEN"},\
            "disbursed":{"amount":"478950.40","currency":"PEN"}},\
            "contributions":{"amount":"9000.00","currency":"PEN"},\
            "communityMoney":{"received":{"amount":"1000.00","currency":"PEN"},\
            "spent":{"amount":"800.00","currency":"PEN"},"returned":{"amount":"200.00","currency":"PEN"}}}""";

    private final SettleAccounts settleAccounts;
    private final Settlements settlements;
    private final Projects projects;

    SettlementResource(SettleAccounts settleAccounts, Settlements settlements, Projects projects) {
        this.settleAccounts = settleAccounts;
        this.settlements = settlements;
        this.projects = projects;
    }

    @Schema(name = "NewSettlement", description = "The act that settles the accounts.")
    record NewSettlement(
            @NotNull LocalDate settledOn,
            @NotBlank @Size(max = 120) String document,

            @Schema(description = "What is left of the community's money and goes back to it; none when absent.")
            @Nullable
            Soles communityMoneyReturned) {}

    @Schema(name = "SpendingByPhase")
    record PhaseView(Soles certified, Soles committed, Soles accrued, Soles disbursed) {}

    @Schema(name = "FinalAccounts")
    record View(
            UUID settlement,
            UUID project,
            LocalDate settledOn,
            String document,
            Soles agreed,

            @Schema(description = "Public money that accrued.")
            Soles spent,

            @Schema(description = "Agreed and not spent; 0 where imported spending went over.")
            Soles unspent,

            @Schema(description = "Accrued and not yet disbursed.")
            Soles unpaid,

            PhaseView byPhase,

            @Schema(description = "Value of labour, materials and money that the community brought.")
            Soles contributions,

            @Schema(description = "Apart from public money: received is what was spent and what was returned.")
            CommunityPurse communityMoney) {

        static View of(Settlement each) {
            return new View(
                    each.id,
                    each.project,
                    each.settledOn,
                    each.document,
                    each.agreed,
                    each.accrued,
                    rest(each.agreed, each.accrued),
                    rest(each.accrued, each.disbursed),
                    new PhaseView(each.certified, each.committed, each.accrued, each.disbursed),
                    each.contributed,
                    new CommunityPurse(each.communityReceived, each.communitySpent, each.communityReturned));
        }

        private static Soles rest(Soles whole, Soles part) {
            return part.exceeds(whole) ? Soles.ZERO : whole.minus(part);
        }
    }

    @POST
    @Path("/projects/{project}/settlement")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Settle the accounts of a work",
            description = "Draws the final accounts from the ledgers: public money by phase, contributions, and the"
                    + " community's money apart, which must come out even. Until the work is closed, accounts may be"
                    + " settled again; the new ones take the place of the old.")
    @APIResponse(
            responseCode = "201",
            description = "Settled",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "accounts", value = ACCOUNTS)))
    @APIResponse(
            responseCode = "409",
            description = "`works-not-started`, `works-suspended`, `project-closed`; `community-money-unreconciled`:"
                    + " money of the community is neither spent nor returned")
    @APIResponse(responseCode = "422", description = "`date-out-of-order`")
    public Response settleAccounts(
            @PathParam("project") UUID project,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = REQUEST)))
                    @Valid
                    @NotNull
                    NewSettlement request) {
        var accounts = settleAccounts.settle(
                project,
                request.settledOn(),
                request.document(),
                Objects.requireNonNullElse(request.communityMoneyReturned(), Soles.ZERO));
        return Response.created(URI.create("/v1/projects/" + project + "/settlement"))
                .entity(View.of(accounts))
                .build();
    }

    @GET
    @Path("/projects/{project}/settlement")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Final accounts of a work",
            description = "Those that stand; 404 before the accounts are settled.")
    @APIResponse(
            responseCode = "200",
            description = "The accounts",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "accounts", value = ACCOUNTS)))
    public View readSettlement(@PathParam("project") UUID project) {
        projects.require(project);
        return settlements
                .standingOf(project)
                .map(View::of)
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
