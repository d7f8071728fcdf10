package pe.minka.registry.agent;

import jakarta.annotation.security.RolesAllowed;
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
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

/** The rights of the person behind an agent (Ley 29733): to see all that is kept, and to have it erased. */
@Path("/v1/processes/{process}/agents/{agent}/personal-data")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@Scope(Scope.OWN)
@Tag(name = "Agents")
class PersonalDataResource {

    static final String DATA = """
            {"documentKind":"DNI","documentNumber":"45678922","names":"Rosa Quispe Huamán","birthDate":"1981-05-14",\
            "participations":[{"process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","role":"PRINCIPAL","state":"ACCREDITED"}],\
            "readings":[{"at":"2016-03-22T15:00:00Z","purpose":"list-credentials","by":"4f3c7c3e-8a4e-4c57-8c4b-1d5e6f7a8b90"}],\
            "consents":[{"purpose":"NOTICES","version":"2016-1","channel":"PAPER","givenAt":"2016-03-22T15:00:00Z"}],\
            "notices":[{"notice":"8b4a2e3d-4c5b-4640-9f3a-7b1c59d2e4c6","state":"DELIVERED","channel":"LETTER","deliveredOn":"2016-04-01"}],\
            "trainings":[{"training":"2f6a1d9c-0d3b-4c57-9a57-5f0c1f6e2016","title":"Conceptos y fases","heldOn":"2016-03-28"}],\
            "rectifications":[{"at":"2016-03-23T15:00:00Z","fields":["names"],"cause":"MISSPELT","by":"4f3c7c3e-8a4e-4c57-8c4b-1d5e6f7a8b90","proof":"DNI exhibido en la mesa de partes"}],\
            "records":{"challenges":[{"process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","grounds":"No reside en el distrito","filedOn":"2016-03-24","decision":"DISMISSED"}],"quizzes":[]}}""";

    private final WholePerson wholePerson;
    private final Agents agents;
    private final People people;
    private final Processes processes;
    private final AccessLog accessLog;
    private final Caller caller;

    PersonalDataResource(
            WholePerson wholePerson,
            Agents agents,
            People people,
            Processes processes,
            AccessLog accessLog,
            Caller caller) {
        this.wholePerson = wholePerson;
        this.agents = agents;
        this.people = people;
        this.processes = processes;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    @Schema(name = "Erasure")
    record ErasureView(AgentId agent, boolean erased) {}

    @GET
    @Transactional
    @Operation(
            operationId = "exportPersonalData",
            summary = "Everything kept about a person",
            description =
                    "For handing to that person: personal fields, participations with this entity, when they were read and for what, and each other record that names the person, list by list under `records`. The reading is logged.")
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
        accessLog.readOne(id, agentId, "export-personal-data");
        return wholePerson.of(agent.person());
    }

    @POST
    @Path("/erasure")
    @Idempotent
    @Operation(
            operationId = "erasePersonalData",
            summary = "Erase a person",
            description =
                    "Destroys the person's key and the index: nobody can tell any more who was behind the agent, in any process of the entity or any backup without the key."
                            + " The agents stay, so that what they decided can still be proven. While the person is accredited in an open process it is refused: without the index nobody could tell that the same person comes in a second time.")
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
    @APIResponse(
            responseCode = "409",
            description =
                    "`person-accredited`: revoke the accreditations in the `processes` named, or, where the roll was published since, wait for their end")
    public Response erasePersonalData(@PathParam("process") ProcessId id, @PathParam("agent") AgentId agentId) {
        caller.mustActFor(processes.get(id).entity());
        var person = agents.get(id, agentId).person();
        people.hold(person);
        var open = agents.openProcessesOf(person);
        if (!open.isEmpty()) {
            throw Problem.conflict("person-accredited")
                    .with("processes", open.stream().map(ProcessId::toString).toList())
                    .toException();
        }
        people.erase(person);
        accessLog.readOne(id, agentId, "erase-personal-data");
        return Response.ok(new ErasureView(agentId, true)).build();
    }
}
