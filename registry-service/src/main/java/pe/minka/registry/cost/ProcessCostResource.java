package pe.minka.registry.cost;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;

/** What running a process costs. */
@Path("/v1/processes/{process}/cost")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
class ProcessCostResource {

    private static final String EXPENSE = """
            {"kind":"TRAVEL","area":"Desarrollo Social","concept":"Movilidad del equipo técnico a Ñahuinlla",\
            "amount":{"amount":"480.00","currency":"PEN"},"spentOn":"2016-03-12","document":"Planilla de viáticos 014-2016"}""";
    private static final String COST = """
            {"total":{"amount":"480.00","currency":"PEN"},"outsourcedPercent":0.0,\
            "byKind":[{"of":"TRAVEL","amount":{"amount":"480.00","currency":"PEN"}}],\
            "byArea":[{"of":"Desarrollo Social","amount":{"amount":"480.00","currency":"PEN"}}]}""";

    private final ProcessExpenses expenses;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    ProcessCostResource(ProcessExpenses expenses, Processes processes, Caller caller, Clock clock) {
        this.expenses = expenses;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "ProcessExpenseEntry")
    record ExpenseRequest(
            @NotNull ProcessExpense.Kind kind,
            @NotBlank @Size(max = 160) String area,
            @NotBlank @Size(max = 300) String concept,
            @NotNull Soles amount,
            @NotNull LocalDate spentOn,
            @NotBlank @Size(max = 160) String document) {}

    @POST
    @Path("/expenses")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.BUDGET_OFFICER, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordProcessExpense",
            summary = "Record what running the process cost",
            description =
                    "Staff, travel, venues, materials, outreach, training, consultancy: apart from the money that the agents decide on."
                            + " Answers with the cost so far.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ExpenseRequest.class),
                            examples = @ExampleObject(name = "expense", value = EXPENSE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessCost.class),
                            examples = @ExampleObject(name = "cost", value = COST)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`expense-recorded`: this concept of this document is on record")
    @APIResponse(responseCode = "422", description = "`expense-of-nothing`")
    public Response recordProcessExpense(@PathParam("process") ProcessId id, @Valid @NotNull ExpenseRequest request) {
        caller.mustActFor(processes.get(id).entity());
        if (request.amount().centimos() == 0) {
            throw Problem.unprocessable("expense-of-nothing").toException();
        }
        expenses.add(new ProcessExpense(
                id,
                request.kind(),
                request.area().strip(),
                request.concept().strip(),
                request.amount(),
                request.spentOn(),
                request.document().strip(),
                clock.instant()));
        return Response.created(URI.create("/v1/processes/" + id + "/cost"))
                .entity(ProcessCost.of(expenses.of(id)))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getProcessCost",
            summary = "What the process itself cost",
            description = "In all, by kind and by area of the entity, and which share of it went to consultants.")
    @APIResponse(
            responseCode = "200",
            description = "The cost so far",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessCost.class),
                            examples = @ExampleObject(name = "cost", value = COST)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ProcessCost getProcessCost(@PathParam("process") ProcessId id) {
        processes.get(id);
        return ProcessCost.of(expenses.of(id));
    }
}
