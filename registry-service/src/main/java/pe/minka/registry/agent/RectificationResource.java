package pe.minka.registry.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Correction of what is kept about a person (Ley 29733 art. 20). */
@Path("/v1/processes/{process}/agents/{agent}/personal-data/rectification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data")
class RectificationResource {

    private final EntityManager database;
    private final People people;
    private final Agents agents;
    private final Processes processes;
    private final CorrectedAgents correctedAgents;
    private final AccessLog accessLog;
    private final Caller caller;
    private final Clock clock;

    RectificationResource(
            EntityManager database,
            People people,
            Agents agents,
            Processes processes,
            CorrectedAgents correctedAgents,
            AccessLog accessLog,
            Caller caller,
            Clock clock) {
        this.database = database;
        this.people = people;
        this.agents = agents;
        this.processes = processes;
        this.correctedAgents = correctedAgents;
        this.accessLog = accessLog;
        this.caller = caller;
        this.clock = clock;
    }

    /** Why something is corrected; a code, since words of it could be personal. */
    @Schema(name = "RectificationCause")
    enum Cause {
        MISSPELT,
        CHANGED,
        WRONG_DOCUMENT
    }

    /**
     * What stays away stays as it is.
     *
     * @param sex,birthDate need a `proof`, since quotas and groups rest on them
     * @param particulars what stays away among them stays as it is; kept only where the ordinance asks for it
     * @param proof by what it is corrected, in words: kept encrypted, shown to the person
     */
    @Schema(name = "Rectification")
    record RectificationRequest(
            IdentityDocument.@Nullable Kind documentKind,
            @Nullable @Size(max = 20) String documentNumber,
            @Nullable @Size(min = 3, max = 160) String names,
            @Nullable LocalDate birthDate,
            @Nullable @Size(max = 300) String contact,
            @Nullable Sex sex,
            @Nullable @Valid StatedParticulars particulars,
            @Nullable @Size(min = 3, max = 300) String proof,
            @NotNull Cause cause) {

        private static final Set<String> PROVEN = Set.of("birthDate", "sex");

        List<String> fields() {
            var fields = new ArrayList<String>();
            note(fields, "documentNumber", documentNumber);
            note(fields, "names", names);
            note(fields, "birthDate", birthDate);
            note(fields, "contact", contact);
            note(fields, "sex", sex);
            if (particulars != null) {
                note(fields, "phone", particulars.phone());
                note(fields, "email", particulars.email());
                note(fields, "address", particulars.address());
                note(fields, "position", particulars.position());
                note(fields, "educationLevel", particulars.educationLevel());
            }
            return fields;
        }

        Particulars stated() {
            return particulars == null ? Particulars.NONE : particulars.stated();
        }

        boolean lacksProof() {
            return proof == null && fields().stream().anyMatch(PROVEN::contains);
        }

        private static void note(List<String> fields, String name, @Nullable Object value) {
            if (value != null) {
                fields.add(name);
            }
        }

        @Override
        public String toString() {
            return "rectification";
        }
    }

    @Schema(name = "Rectified")
    record RectifiedView(AgentId agent, List<String> fields, Cause cause) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "rectifyPersonalData",
            summary = "Correct what is kept about a person",
            description =
                    "In all processes of the entity at once. Which fields were corrected, by whom, why and by what proof is kept; what stood in them is not."
                            + " Sex and age band of the agent follow, and are told anew, until the roll is published; figures already published stay.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RectificationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "rectification",
                                            value =
                                                    "{\"names\":\"Rosa Quispe Huamán\",\"birthDate\":\"1981-05-14\",\"particulars\":{\"position\":\"Presidenta\"},\"proof\":\"DNI exhibido en la mesa de partes\",\"cause\":\"MISSPELT\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content =
                    @Content(
                            schema = @Schema(implementation = RectifiedView.class),
                            examples =
                                    @ExampleObject(
                                            name = "rectified",
                                            value =
                                                    "{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"fields\":[\"names\"],\"cause\":\"MISSPELT\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`: also where the person was erased")
    @APIResponse(responseCode = "409", description = "`document-of-another`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`document-unreadable`, `rectification-empty`, `rectification-unproven`, `particulars-not-asked`")
    public Response rectifyPersonalData(
            @PathParam("process") ProcessId id,
            @PathParam("agent") AgentId agentId,
            @Valid @NotNull RectificationRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        var person = agents.get(id, agentId).person();
        var known = people.read(person).orElseThrow(() -> Problem.notFound().toException());
        var fields = request.fields();
        if (fields.isEmpty()) {
            throw Problem.unprocessable("rectification-empty").toException();
        }
        if (request.lacksProof()) {
            throw Problem.unprocessable("rectification-unproven").toException();
        }
        var right = new PersonalRecord(
                document(request, known.document()),
                Objects.requireNonNullElse(request.names(), known.names()).strip(),
                request.birthDate() == null ? known.birthDate() : request.birthDate(),
                request.contact() == null ? known.contact() : request.contact(),
                asked(process, request.stated()));
        if (!people.rectify(person, right)) {
            throw Problem.conflict("document-of-another").toException();
        }
        note(person, fields, request);
        if (request.sex() != null || request.birthDate() != null) {
            correctedAgents.correct(person, request.sex(), request.birthDate());
        }
        accessLog.readOne(id, agentId, "rectify-personal-data");
        return Response.ok(new RectifiedView(agentId, fields, request.cause())).build();
    }

    private static IdentityDocument document(RectificationRequest request, IdentityDocument known) {
        var number = request.documentNumber();
        if (number == null) {
            return known;
        }
        return Identities.document(
                Objects.requireNonNullElse(request.documentKind(), known.kind()).name(), number);
    }

    /** @law Ley 29733 art. 7: no more data than the purpose needs */
    private static Particulars asked(CalledProcess process, Particulars stated) {
        var kept = stated.only(process.regulation().admission().particulars());
        if (!kept.equals(stated)) {
            throw Problem.unprocessable("particulars-not-asked").toException();
        }
        return kept;
    }

    /** Under which the proof of a rectification is sealed. */
    static String proofOf(UUID rectification) {
        return "rectification/" + rectification;
    }

    private void note(UUID person, List<String> fields, RectificationRequest request) {
        var id = UUID.randomUUID();
        var proof = request.proof();
        database.createNativeQuery("insert into rectification (id, person, fields, cause, at, account, proof)"
                        + " values (:id, :person, :fields, :cause, :now, :by, cast(:proof as bytea))")
                .setParameter("id", id)
                .setParameter("person", person)
                .setParameter("fields", String.join(",", fields))
                .setParameter("cause", request.cause().name())
                .setParameter("proof", proof == null ? null : people.seal(person, proofOf(id), proof))
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter("by", caller.subject())
                .executeUpdate();
    }
}
