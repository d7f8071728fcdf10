package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
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
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rights of the person behind an agent (Ley 29733): to see all that is kept, and to have it erased. */
@Path("/v1/processes/{process}/agents/{agent}/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@Scope(Scope.OWN)
@Tag(name = "Agents")
class PersonalDataResource {

    private static final String DATA = """
            {"documentKind":"DNI","documentNumber":"45678922","names":"Rosa Quispe Huamán","birthDate":"1981-05-14",\
            "participations":[{"process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","role":"PRINCIPAL","state":"ACCREDITED"}],\
            "readings":[{"at":"2016-03-22T15:00:00Z","purpose":"list-credentials"}]}""";

    private final EntityManager database;
    private final Agents agents;
    private final People people;
    private final Processes processes;
    private final AccessLog accessLog;
    private final Caller caller;

    PersonalDataResource(
            EntityManager database,
            Agents agents,
            People people,
            Processes processes,
            AccessLog accessLog,
            Caller caller) {
        this.database = database;
        this.agents = agents;
        this.people = people;
        this.processes = processes;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    record Participation(UUID process, UUID agent, String role, String state) {}

    /** A reading of personal fields of the process that this person's were among. */
    record Reading(Instant at, String purpose) {}

    @Schema(name = "PersonalData")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonalDataView(
            String documentKind,
            String documentNumber,
            String names,
            @Nullable LocalDate birthDate,
            @Nullable String contact,
            List<Participation> participations,
            List<Reading> readings) {

        @Override
        public String toString() {
            return "personal data";
        }
    }

    @Schema(name = "Erasure")
    record ErasureView(AgentId agent, boolean erased) {}

    @GET
    @Transactional
    @Operation(
            operationId = "exportPersonalData",
            summary = "Everything kept about a person",
            description =
                    "For handing to that person: personal fields, participations with this entity, and when they were read and for what. The reading is logged.")
    @APIResponse(
            responseCode = "200",
            description = "All of it",
            content =
                    @Content(
                            schema = @Schema(implementation = PersonalDataView.class),
                            examples = @ExampleObject(name = "data", value = DATA)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such agent, or the person was erased")
    public PersonalDataView exportPersonalData(
            @PathParam("process") ProcessId id, @PathParam("agent") AgentId agentId) {
        caller.mustActFor(processes.get(id).entity());
        var agent = agents.get(id, agentId);
        var person =
                people.read(agent.person()).orElseThrow(() -> Problem.notFound().toException());
        accessLog.read(id, 1, "export-personal-data");
        return new PersonalDataView(
                person.document().kind().name(),
                person.document().number(),
                person.names(),
                person.birthDate(),
                person.contact(),
                participations(agent.person()),
                readings(agent.person()));
    }

    private List<Participation> participations(UUID person) {
        return database
                .createQuery(
                        "select process, id, role, state from Agent where person = :person order by id", Tuple.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .map(row -> new Participation(
                        row.get(0, ProcessId.class).value(),
                        row.get(1, UUID.class),
                        row.get(2, AgentRole.class).name(),
                        row.get(3, AgentState.class).name()))
                .toList();
    }

    private List<Reading> readings(UUID person) {
        List<?> rows = database.createNativeQuery(
                        "select l.at, l.purpose from access_log l where l.process in"
                                + " (select a.process from agent a where a.person = :person) order by l.id",
                        Tuple.class)
                .setParameter("person", person)
                .getResultList();
        return rows.stream()
                .map(row -> new Reading(((Tuple) row).get(0, Instant.class), ((Tuple) row).get(1, String.class)))
                .toList();
    }

    @POST
    @Path("/erasure")
    @Idempotent
    @Operation(
            operationId = "erasePersonalData",
            summary = "Erase a person",
            description =
                    "Destroys the person's key and the index: nobody can tell any more who was behind the agent, in any process of the entity or any backup without the key."
                            + " The agents stay, so that what they decided can still be proven.")
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
                                                    "{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"erased\":true}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response erasePersonalData(@PathParam("process") ProcessId id, @PathParam("agent") AgentId agentId) {
        caller.mustActFor(processes.get(id).entity());
        people.erase(agents.get(id, agentId).person());
        accessLog.read(id, 1, "erase-personal-data");
        return Response.ok(new ErasureView(agentId, true)).build();
    }
}
