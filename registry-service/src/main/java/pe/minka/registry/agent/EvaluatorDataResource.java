package pe.minka.registry.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The rights of whoever was named to evaluate (Ley 29733), agent or not: to see all that is kept, and to have it erased. */
@Path("/v1/processes/{process}/evaluators/{evaluator}/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@Scope(Scope.OWN)
@Tag(name = "Personal data")
class EvaluatorDataResource {

    private final WholePerson wholePerson;
    private final EntityManager database;
    private final Agents agents;
    private final People people;
    private final Processes processes;
    private final AccessLog accessLog;
    private final Caller caller;

    EvaluatorDataResource(
            WholePerson wholePerson,
            EntityManager database,
            Agents agents,
            People people,
            Processes processes,
            AccessLog accessLog,
            Caller caller) {
        this.wholePerson = wholePerson;
        this.database = database;
        this.agents = agents;
        this.people = people;
        this.processes = processes;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    @Schema(name = "EvaluatorErasure")
    record ErasureView(UUID evaluator, boolean erased) {}

    @GET
    @Transactional
    @Operation(
            operationId = "exportEvaluatorData",
            summary = "Everything kept about an evaluator",
            description = "For handing to that person, whether or not an agent too. The reading is logged.")
    @APIResponse(
            responseCode = "200",
            description = "All of it",
            content =
                    @Content(
                            schema = @Schema(implementation = PersonalDataView.class),
                            examples = @ExampleObject(name = "data", value = PersonalDataResource.DATA)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such evaluator, or the person was erased")
    public PersonalDataView exportEvaluatorData(
            @PathParam("process") ProcessId id, @PathParam("evaluator") UUID evaluator) {
        var person = person(id, evaluator);
        accessLog.readOthers(id, 1, "export-evaluator-data");
        return wholePerson.of(person);
    }

    @POST
    @Path("/erasure")
    @Idempotent
    @Operation(
            operationId = "eraseEvaluatorData",
            summary = "Erase an evaluator",
            description =
                    "Destroys the person's key and the index; what was evaluated stays. Refused while a process is open in which the person evaluates or is accredited: nobody could tell any more that the person owed nothing to whom was judged.")
    @APIResponse(
            responseCode = "200",
            description = "Erased",
            content =
                    @Content(
                            schema = @Schema(implementation = ErasureView.class),
                            examples =
                                    @ExampleObject(
                                            name = "erased",
                                            value =
                                                    "{\"evaluator\":\"7c1de0a4-52a4-4f0e-8f29-6d6a54d3a777\",\"erased\":true}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`person-in-office`: wait for the end of the `processes` named")
    public Response eraseEvaluatorData(@PathParam("process") ProcessId id, @PathParam("evaluator") UUID evaluator) {
        var person = person(id, evaluator);
        people.hold(person);
        var open = Stream.concat(agents.evaluations(person).stream(), agents.openProcessesOf(person).stream())
                .map(ProcessId::toString)
                .distinct()
                .toList();
        if (!open.isEmpty()) {
            throw Problem.conflict("person-in-office").with("processes", open).toException();
        }
        people.erase(person);
        accessLog.readOthers(id, 1, "erase-evaluator-data");
        return Response.ok(new ErasureView(evaluator, true)).build();
    }

    private UUID person(ProcessId id, UUID evaluator) {
        caller.mustActFor(processes.get(id).entity());
        List<?> found = database.createNativeQuery(
                        "select person from evaluator where process = :process and id = :id", UUID.class)
                .setParameter("process", id.value())
                .setParameter("id", evaluator)
                .getResultList();
        return found.stream()
                .map(UUID.class::cast)
                .findFirst()
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
