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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

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
            "readings":[{"at":"2016-03-22T15:00:00Z","purpose":"list-credentials","by":"4f3c7c3e-8a4e-4c57-8c4b-1d5e6f7a8b90"}],\
            "consents":[{"purpose":"NOTICES","version":"2016-1","channel":"PAPER","givenAt":"2016-03-22T15:00:00Z"}],\
            "notices":[{"notice":"8b4a2e3d-4c5b-4640-9f3a-7b1c59d2e4c6","state":"DELIVERED","channel":"LETTER","deliveredOn":"2016-04-01"}],\
            "trainings":[{"training":"2f6a1d9c-0d3b-4c57-9a57-5f0c1f6e2016","title":"Conceptos y fases","heldOn":"2016-03-28"}],\
            "rectifications":[{"at":"2016-03-23T15:00:00Z","fields":["names"],"cause":"MISSPELT","by":"4f3c7c3e-8a4e-4c57-8c4b-1d5e6f7a8b90","proof":"DNI exhibido en la mesa de partes"}],\
            "records":{"challenges":[{"process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","grounds":"No reside en el distrito","filedOn":"2016-03-24","decision":"DISMISSED"}],"quizzes":[]}}""";

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

    /**
     * A reading of personal fields that this person's were among.
     *
     * @param by the account that saw them
     */
    record Reading(Instant at, String purpose, String by) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentGiven(
            String purpose,
            String version,
            String channel,
            Instant givenAt,
            @Nullable Instant endedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeReceived(
            UUID notice,
            String state,
            @Nullable String channel,
            @Nullable LocalDate deliveredOn) {}

    record TrainingAttended(UUID training, String title, LocalDate heldOn) {}

    /**
     * @param by the account that corrected it
     * @param proof what it was corrected by, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Corrected(
            Instant at,
            List<String> fields,
            String cause,
            String by,
            @Nullable String proof) {}

    /** @param records whatever else the registry keeps about the person, list by list, as it stands there */
    @Schema(name = "PersonalData")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonalDataView(
            String documentKind,
            String documentNumber,
            String names,
            @Nullable LocalDate birthDate,
            @Nullable String contact,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String position,
            @Nullable EducationLevel educationLevel,
            List<Participation> participations,
            List<Reading> readings,
            List<ConsentGiven> consents,
            List<NoticeReceived> notices,
            List<TrainingAttended> trainings,
            List<Corrected> rectifications,
            Map<String, List<Map<String, String>>> records) {

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
        var person =
                people.read(agent.person()).orElseThrow(() -> Problem.notFound().toException());
        accessLog.readOne(id, agentId, "export-personal-data");
        return new PersonalDataView(
                person.document().kind().name(),
                person.document().number(),
                person.names(),
                person.birthDate(),
                person.contact(),
                person.particulars().phone(),
                person.particulars().email(),
                person.particulars().address(),
                person.particulars().position(),
                person.particulars().educationLevel(),
                participations(agent.person()),
                readings(agent.person()),
                consents(agent.person()),
                notices(agent.person()),
                trainings(agent.person()),
                rectifications(agent.person()),
                KeptAbout.of(agent.person(), database));
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
                        "select l.at, l.purpose, l.account from access_log l join agent a on a.process = l.process and a.person = :person"
                                + " where l.at >= a.accredited_at and case"
                                + " when l.listed then exists (select 1 from access_log_agent x where x.reading = l.id and x.agent = a.id)"
                                + " when l.first_agent is not null then a.id between l.first_agent and l.last_agent"
                                + " else a.ended_at is null or l.at <= a.ended_at end order by l.id",
                        Tuple.class)
                .setParameter("person", person)
                .getResultList();
        return rows.stream()
                .map(row -> new Reading(
                        ((Tuple) row).get(0, Instant.class),
                        ((Tuple) row).get(1, String.class),
                        ((Tuple) row).get(2, String.class)))
                .toList();
    }

    private List<ConsentGiven> consents(UUID person) {
        return rows(
                "select purpose, version, channel, given_at, ended_at from consent where person = :person order by given_at",
                person,
                row -> new ConsentGiven(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class),
                        row.get(4, Instant.class)));
    }

    private List<NoticeReceived> notices(UUID person) {
        return rows(
                "select notice, state, channel, cast(delivered_on as text) from notice_delivery where person = :person order by due_at",
                person,
                row -> new NoticeReceived(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class) == null ? null : LocalDate.parse(row.get(3, String.class))));
    }

    private List<TrainingAttended> trainings(UUID person) {
        return rows(
                "select t.id, t.title, cast(t.held_on as text) from training t join training_attendance x on x.training = t.id"
                        + " join agent a on a.id = x.agent where a.person = :person order by t.held_on",
                person,
                row -> new TrainingAttended(
                        row.get(0, UUID.class), row.get(1, String.class), LocalDate.parse(row.get(2, String.class))));
    }

    private List<Corrected> rectifications(UUID person) {
        return rows(
                "select at, fields, cause, account, proof, id from rectification where person = :person order by at",
                person,
                row -> new Corrected(
                        row.get(0, Instant.class),
                        List.of(row.get(1, String.class).split(",", -1)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        people.open(
                                person,
                                RectificationResource.proofOf(row.get(5, UUID.class)),
                                row.get(4, byte[].class))));
    }

    private <T> List<T> rows(String query, UUID person, Function<Tuple, T> reading) {
        List<?> rows = database.createNativeQuery(query, Tuple.class)
                .setParameter("person", person)
                .getResultList();
        return rows.stream().map(row -> reading.apply((Tuple) row)).toList();
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
