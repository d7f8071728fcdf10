package pe.minka.registry.procedure;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.territory.Entities;

import java.net.URI;
import java.time.Clock;
import java.util.List;

/** What can be asked for at an entity's counter, and which unit answers. */
@Path("/v1/entities/{entity}/procedures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Procedures")
class ProcedureResource {

    private static final String PROCEDURE =
            "{\"procedure\":\"REGISTER_AS_AGENT\",\"title\":\"Inscripción como agente participante\",\"unit\":\"Participación Vecinal\",\"termDays\":5,\"law\":\"Ordenanza 003-2020-MDO\"}";

    private final Counter counter;
    private final Entities entities;
    private final Caller caller;
    private final Clock clock;

    ProcedureResource(Counter counter, Entities entities, Caller caller, Clock clock) {
        this.counter = counter;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param unit that answers for it
     * @param termDays working days to answer
     */
    @Schema(name = "Procedure")
    record ProcedureView(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String procedure,

            @NotBlank @Size(min = 3, max = 200) String title,
            @NotBlank @Size(min = 2, max = 160) String unit,
            @Min(0) @Max(365) int termDays,
            @NotBlank @Size(min = 3, max = 400) String law) {}

    @Schema(name = "Procedures")
    record ProceduresView(List<ProcedureView> items) {}

    @Schema(name = "ProcedureAssignment")
    record AssignmentRequest(
            @NotBlank @Size(min = 2, max = 160) String unit) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "offerProcedure",
            summary = "Offer a procedure at the counter",
            description = "With the unit it goes to and the working days that the unit has.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProcedureView.class),
                            examples = @ExampleObject(name = "procedure", value = PROCEDURE)))
    @APIResponse(
            responseCode = "201",
            description = "Offered",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcedureView.class),
                            examples = @ExampleObject(name = "procedure", value = PROCEDURE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`procedure-exists`")
    public Response offerProcedure(@PathParam("entity") EntityCode entity, @Valid @NotNull ProcedureView request) {
        reached(entity);
        var procedure = new Counter.Procedure(
                request.procedure(), request.title(), request.unit(), request.termDays(), request.law());
        if (!counter.offer(entity, procedure, clock.instant())) {
            throw Problem.conflict("procedure-exists").toException();
        }
        return Response.created(URI.create("/v1/entities/" + entity + "/procedures"))
                .entity(request)
                .build();
    }

    @POST
    @Path("/{procedure}/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "assignProcedure",
            summary = "Give a procedure to another unit",
            description = "What is filed from now on goes there; what is under way stays where it is.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AssignmentRequest.class),
                            examples = @ExampleObject(name = "unit", value = "{\"unit\":\"Gerencia de Desarrollo\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Given",
            content =
                    @Content(
                            schema = @Schema(implementation = AssignmentRequest.class),
                            examples = @ExampleObject(name = "unit", value = "{\"unit\":\"Gerencia de Desarrollo\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response assignProcedure(
            @PathParam("entity") EntityCode entity,
            @PathParam("procedure") String procedure,
            @Valid @NotNull AssignmentRequest request) {
        reached(entity);
        if (!counter.assign(entity, procedure, request.unit(), clock.instant())) {
            throw Problem.notFound().toException();
        }
        return Response.ok(request).build();
    }

    private void reached(EntityCode entity) {
        entities.known(entity);
        caller.mustActFor(entity);
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listProcedures",
            summary = "Procedures of the counter",
            description = "What can be asked for, who answers and in how many working days.")
    @APIResponse(
            responseCode = "200",
            description = "All of the entity",
            content =
                    @Content(
                            schema = @Schema(implementation = ProceduresView.class),
                            examples = @ExampleObject(name = "procedures", value = "{\"items\":[" + PROCEDURE + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ProceduresView listProcedures(@PathParam("entity") EntityCode entity) {
        entities.known(entity);
        return new ProceduresView(counter.offered(entity).stream()
                .map(each -> new ProcedureView(each.code(), each.title(), each.unit(), each.termDays(), each.law()))
                .toList());
    }
}
