package pe.minka.execution.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.ledger.Expenditure.Entry;
import pe.minka.execution.money.MoreThanZero;
import pe.minka.execution.process.Processes;
import pe.minka.execution.project.BudgetPhase;
import pe.minka.execution.project.Projects;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Ledgers over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger", description = "Public money by budget phase: certified, committed, accrued, disbursed.")
public class LedgerResource {

    private final RecordExpenditure recordExpenditure;
    private final Expenditures expenditures;
    private final Projects projects;
    private final Processes processes;

    LedgerResource(
            RecordExpenditure recordExpenditure, Expenditures expenditures, Projects projects, Processes processes) {
        this.recordExpenditure = recordExpenditure;
        this.expenditures = expenditures;
        this.projects = projects;
        this.processes = processes;
    }

    @Schema(name = "NewExpenditure", description = "Money that moved a phase further.")
    record NewExpenditure(
            @NotNull BudgetPhase phase,
            @NotNull @MoreThanZero Soles amount,

            @Schema(description = "Rubro of the national classifier.", examples = "18")
            @NotNull
            @Pattern(regexp = "\\d{2}")
            String line,

            @Schema(description = "Invoice, order or voucher.") @NotBlank @Size(max = 120)
            String document,

            @NotNull LocalDate spentOn,

            @Schema(
                    description = "Who is paid. Kept and published for companies and public bodies only (RUC 20…): the"
                            + " RUC of a natural person holds the person's identity number.")
            @Nullable
            Ruc payee,

            @Schema(
                    description = "OWN (when absent) keeps the order of the phases and the agreed amount; IMPORTED is a"
                            + " fact of another ledger: flagged where it breaks a rule, never refused.")
            @Nullable
            Origin origin) {

        Entry entry() {
            return new Entry(
                    phase, amount, line, document, spentOn, payee, Objects.requireNonNullElse(origin, Origin.OWN));
        }
    }

    @Schema(name = "NewExpenditureOutsideAgreements", description = "Money for a work that no agreement names.")
    record NewExpenditureOutside(
            @NotBlank @Size(max = 200) String workName,
            @NotNull BudgetPhase phase,
            @NotNull @MoreThanZero Soles amount,

            @Schema(description = "Rubro of the national classifier.", examples = "07")
            @NotNull
            @Pattern(regexp = "\\d{2}")
            String line,

            @NotBlank @Size(max = 120) String document,
            @NotNull LocalDate spentOn,

            @Schema(description = "Kept and published for companies and public bodies only.") @Nullable
            Ruc payee,

            @Nullable Origin origin) {

        Entry entry() {
            return new Entry(
                    phase, amount, line, document, spentOn, payee, Objects.requireNonNullElse(origin, Origin.OWN));
        }
    }

    @Schema(name = "Expenditure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID expenditure,
            ProcessId process,
            EntityCode entity,

            @Schema(description = "Absent where no agreement names the work.") @Nullable
            UUID project,

            @Nullable UUID agreement,

            @Schema(description = "Place in the ledger of the work, from 1.") @Nullable
            Integer ordinal,

            String workName,
            BudgetPhase phase,
            Soles amount,

            @Schema(description = "Sum of the phase with this entry.") @Nullable
            Soles phaseTotal,

            String line,
            String document,
            LocalDate spentOn,
            @Nullable Ruc payee,
            Origin origin,

            @Schema(description = "Rules that an imported entry breaks: OVER_AGREED_AMOUNT, OVER_EARLIER_PHASE.")
            List<String> flags,

            Instant recordedAt) {

        static View of(Expenditure each) {
            return new View(
                    each.id,
                    each.process,
                    each.entity,
                    each.project,
                    each.agreement,
                    each.ordinal,
                    each.workName,
                    each.phase,
                    each.amount,
                    each.total,
                    each.line,
                    each.document,
                    each.spentOn,
                    each.payee(),
                    each.origin,
                    each.flags.isEmpty() ? List.of() : Arrays.asList(each.flags.split(",", -1)),
                    each.recordedAt);
        }
    }

    @Schema(name = "ExpenditurePage")
    record ViewPage(List<View> items, @Nullable String next) {}

    @POST
    @Path("/projects/{project}/expenditures")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record an expenditure of a work",
            description = "Adds an entry to the ledger of the work. Own entries keep the order of the budget phases"
                    + " (certified ≥ committed ≥ accrued ≥ disbursed) and never pass the agreed amount; among requests"
                    + " at the same moment a lock decides. Counted: takes an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "accrued", value = LedgerExamples.ENTRY)))
    @APIResponse(responseCode = "409", description = "`project-closed`")
    @APIResponse(
            responseCode = "422",
            description = "`over-agreed-amount`: more than the agreement reserves; `over-earlier-phase`: more than the"
                    + " phase before holds")
    public Response recordExpenditure(
            @PathParam("project") UUID project,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "case", value = LedgerExamples.EXPENDITURE)))
                    @Valid
                    @NotNull
                    NewExpenditure request) {
        return created(recordExpenditure.record(project, request.entry()));
    }

    @POST
    @Path("/processes/{process}/expenditures")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record an expenditure for a work that no agreement names",
            description = "What was spent was spent: it is recorded under the name of its work and told to everyone."
                    + " The transparency service raises NOT_IN_MINUTES on it. Counted: takes an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "outside", value = LedgerExamples.OUTSIDE_ENTRY)))
    public Response recordExpenditureOutsideAgreements(
            @PathParam("process") ProcessId process,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(examples = @ExampleObject(name = "case", value = LedgerExamples.OUTSIDE)))
                    @Valid
                    @NotNull
                    NewExpenditureOutside request) {
        return created(recordExpenditure.recordOutsideAgreements(process, request.workName(), request.entry()));
    }

    @GET
    @Path("/projects/{project}/ledger")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Ledger of a work",
            description = "All entries in the order of their recording. Imported entries carry the flags of the rules"
                    + " that they break.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ViewPage.class),
                            examples = @ExampleObject(name = "ledger", value = LedgerExamples.LEDGER)))
    public Response readLedger(
            @PathParam("project") UUID project, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        projects.require(project);
        return Page.of(
                        expenditures.of(project, page.afterOrdinal(), page.limit + 1),
                        page,
                        each -> Objects.requireNonNull(each.ordinal))
                .map(View::of)
                .toResponse(uri);
    }

    @GET
    @Path("/processes/{process}/expenditures")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Expenditures for works that no agreement names",
            description = "What the entity spent on works outside the agreements of the process.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ViewPage.class),
                            examples = @ExampleObject(name = "outside", value = LedgerExamples.OUTSIDE_LEDGER)))
    public Response listExpendituresOutsideAgreements(
            @PathParam("process") ProcessId process, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        processes.require(process);
        return Page.of(expenditures.outsideAgreements(process, page.afterId(), page.limit + 1), page, each -> each.id)
                .map(View::of)
                .toResponse(uri);
    }

    private static Response created(Expenditure recorded) {
        var view = View.of(recorded);
        var ledger = recorded.project == null
                ? "/v1/processes/" + recorded.process + "/expenditures"
                : "/v1/projects/" + recorded.project + "/ledger";
        return Response.created(URI.create(ledger)).entity(view).build();
    }
}
