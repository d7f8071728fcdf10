package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.organisation.KnownOrganisation;
import pe.minka.registry.organisation.Organisations;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;
import pe.minka.registry.regulation.Participation;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The agents of a process, for the staff of its entity. */
@Path("/v1/processes/{process}/agents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class AgentResource {

    private final AccreditAgent accreditAgent;
    private final EndAccreditation endAccreditation;
    private final Agents agents;
    private final People people;
    private final Processes processes;
    private final Organisations organisations;
    private final AccessLog accessLog;
    private final RefusedApplication refusedApplication;
    private final Duties duties;
    private final Caller caller;
    private final Clock clock;

    AgentResource(
            AccreditAgent accreditAgent,
            EndAccreditation endAccreditation,
            Agents agents,
            People people,
            Processes processes,
            Organisations organisations,
            AccessLog accessLog,
            RefusedApplication refusedApplication,
            Duties duties,
            Caller caller,
            Clock clock) {
        this.accreditAgent = accreditAgent;
        this.endAccreditation = endAccreditation;
        this.agents = agents;
        this.people = people;
        this.processes = processes;
        this.organisations = organisations;
        this.accessLog = accessLog;
        this.refusedApplication = refusedApplication;
        this.duties = duties;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param organisation for principals and alternates
     * @param documentNumber a DNI with or without its check character
     * @param birthDate only its age band leaves the registry
     * @param contact telephone, e-mail or address, if the person wants to give it
     * @param language `qu`, `es`, …: the language that the agent is written to in
     * @param papers what was handed in
     * @param supporters of a citizen without organisation; where the ordinance asks for a list a number is refused: lodge an application
     * @param protectedIdentity whether the name is never printed on a public list
     * @param rotationOverride only for one who sat in a body's last sessions, where the regulation rotates its seats
     * @param receivedAt when it was handed in, for the report of how long people wait
     * @param particulars what the registration record of a region asks for; only what the ordinance asks for is kept
     */
    @Schema(name = "AgentApplication")
    record AgentRequest(
            @NotNull AgentRole role,
            @Nullable UUID organisation,
            @NotNull IdentityDocument.Kind documentKind,
            @NotBlank @Size(max = 20) String documentNumber,
            @NotBlank @Size(min = 3, max = 160) String names,
            @NotNull Sex sex,
            @Nullable LocalDate birthDate,
            @Nullable @Size(max = 300) String contact,
            @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
            @Nullable @Size(max = 40) String zone,
            @Nullable Set<@NotBlank String> papers,
            @Nullable @Min(0) Integer supporters,
            @Nullable Boolean protectedIdentity,
            @Nullable @Valid RotationOverrideRequest rotationOverride,
            @Nullable Instant receivedAt,
            @Nullable @Valid StatedParticulars particulars) {

        AccreditAgent.Candidate candidate(@Nullable KnownOrganisation organisation) {
            return new AccreditAgent.Candidate(
                    role,
                    organisation,
                    documentKind,
                    documentNumber,
                    names.strip(),
                    sex,
                    birthDate,
                    contact,
                    Objects.requireNonNullElse(language, "es"),
                    zone,
                    Objects.requireNonNullElse(papers, Set.of()),
                    Objects.requireNonNullElse(supporters, 0),
                    Boolean.TRUE.equals(protectedIdentity),
                    rotationOverride == null ? null : rotationOverride.stated(),
                    particulars == null ? Particulars.NONE : particulars.stated());
        }

        @Override
        public String toString() {
            return "application as " + role;
        }
    }

    /**
     * Sets the rotation of a seat aside.
     *
     * @param reason why nobody else sits
     * @param handover what is handed over to those who come after
     */
    @Schema(name = "RotationOverride")
    record RotationOverrideRequest(
            @NotBlank @Size(min = 10, max = 1000) String reason,
            @NotBlank @Size(min = 10, max = 2000) String handover) {

        RotationOverride stated() {
            return new RotationOverride(reason.strip(), handover.strip());
        }
    }

    /**
     * Who comes in the place of an agent; role and organisation are those of the one who goes.
     *
     * @param papers what was handed in of the one who comes
     * @param supporters of a citizen without organisation: those who signed for the one who comes
     */
    @Schema(name = "Replacement")
    record ReplacementRequest(
            @NotNull EndAccreditation.Cause because,
            @NotNull IdentityDocument.Kind documentKind,
            @NotBlank @Size(max = 20) String documentNumber,
            @NotBlank @Size(min = 3, max = 160) String names,
            @NotNull Sex sex,
            @Nullable LocalDate birthDate,
            @Nullable @Size(max = 300) String contact,
            @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
            @Nullable Set<@NotBlank String> papers,
            @Nullable @Min(0) Integer supporters,
            @Nullable @Valid RotationOverrideRequest rotationOverride,
            @Nullable @Valid StatedParticulars particulars) {

        AgentRequest inPlaceOf(Agent agent) {
            return new AgentRequest(
                    agent.role(),
                    agent.organisation(),
                    documentKind,
                    documentNumber,
                    names,
                    sex,
                    birthDate,
                    contact,
                    language,
                    agent.zone(),
                    papers,
                    supporters,
                    agent.protectedIdentity(),
                    rotationOverride,
                    null,
                    particulars);
        }

        @Override
        public String toString() {
            return "replacement";
        }
    }

    @Schema(name = "Revocation")
    record RevocationRequest(@NotNull EndAccreditation.Cause because) {}

    /** What the regulation lets the agent do; nothing once the accreditation has ended. */
    record Rights(boolean voice, boolean vote, boolean sign, boolean supervise) {

        private static final Rights NONE = new Rights(false, false, false, false);

        static Rights of(AgentRole role, boolean voice, boolean vote, Participation rule) {
            return new Rights(voice, vote, role.signs(rule), role.supervises(rule));
        }
    }

    /**
     * @param credential the code on the agent's card; only for a registrar
     * @param names only for a registrar, and each reading is logged
     * @param document kind and number; only for a registrar
     * @param protectedIdentity whether the name is never printed on a public list; where an agent is read
     */
    @Schema(name = "Agent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgentView(
            AgentId agent,
            @Nullable String credential,
            @Nullable UUID organisation,
            AgentRole role,
            Sex sex,
            String ageBand,
            String language,
            @Nullable String zone,
            AgentState state,
            Rights rights,
            @Nullable String endedBecause,
            @Nullable UUID replacedBy,
            @Nullable String names,
            @Nullable String document,
            @Nullable LocalDate birthDate,
            @Nullable String contact,
            @Nullable Boolean protectedIdentity) {}

    /** The shape of a page, for the contract. */
    record AgentPage(List<AgentView> items, @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "accreditAgent",
            summary = "Accredit an agent",
            description =
                    "Checks each requirement of the ordinance and names all that are not met, each with its article; asks nothing else."
                            + " A person is accredited once in a process, whatever arrives at once. Answers with the credential for the agent's card.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AgentRequest.class),
                            examples = @ExampleObject(name = "application", value = AgentExamples.APPLICATION)))
    @APIResponse(
            responseCode = "201",
            description = "Accredited",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.class),
                            examples = @ExampleObject(name = "agent", value = AgentExamples.ACCREDITED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`agent-not-admitted` where the roll is published or the agent or organisation is on it already")
    @APIResponse(
            responseCode = "422",
            description = "`agent-not-admitted` with each requirement that is not met, `application-ahead`")
    public Response accreditAgent(@PathParam("process") ProcessId id, @Valid @NotNull AgentRequest request) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        var received = request.receivedAt();
        if (received != null && received.isAfter(clock.instant())) {
            throw Problem.unprocessable("application-ahead").toException();
        }
        var candidate = request.candidate(organisation(process, request.organisation()));
        var outcome = accreditAgent.accredit(process, candidate, caller.subject());
        if (received != null && outcome instanceof AccreditAgent.Outcome.Accredited accredited) {
            agents.handedIn(accredited.agent().agent(), received);
        }
        return answer(process, outcome);
    }

    private @Nullable KnownOrganisation organisation(CalledProcess process, @Nullable UUID id) {
        return id == null
                ? null
                : organisations
                        .known(process.entity(), id)
                        .orElseThrow(() -> Problem.unprocessable("organisation-unknown")
                                .with("organisation", id)
                                .toException());
    }

    private Response answer(CalledProcess process, AccreditAgent.Outcome outcome) {
        if (outcome instanceof AccreditAgent.Outcome.Refused refused) {
            refusedApplication.note(process.id(), refused.unmet());
            throw refusal(process, refused.unmet()).toException();
        }
        var accredited = (AccreditAgent.Outcome.Accredited) outcome;
        var agent = accredited.agent();
        return Response.created(URI.create("/v1/processes/" + process.id() + "/agents/" + agent.agent()))
                .entity(new AgentView(
                        agent.agent(),
                        accredited.credential().code(),
                        agent.organisation(),
                        agent.role(),
                        agent.sex(),
                        agent.ageBand(),
                        agent.language(),
                        agent.zone(),
                        AgentState.ACCREDITED,
                        Rights.of(
                                agent.role(),
                                agent.voice(),
                                agent.vote(),
                                process.regulation().participation()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .build();
    }

    private Problem refusal(CalledProcess process, List<Unmet> unmet) {
        boolean now = unmet.stream().anyMatch(one -> CONFLICTS.contains(one.code()));
        var problem = now ? Problem.conflict("agent-not-admitted") : Problem.unprocessable("agent-not-admitted");
        if (!now) {
            var today = Peru.today(clock);
            problem.with(
                    "cureUntil",
                    WorkingDays.after(today, process.regulation().admission().cureDays(), process.regulation()));
        }
        unmet.forEach(one -> problem.error(one.pointer(), one.code(), "expected", one.expected(), "law", one.law()));
        return problem;
    }

    private static final Set<String> CONFLICTS =
            Set.of("roll-is-published", "agent-twice", "organisation-has-its-agent");

    @GET
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.POLLING_OFFICER, Roles.ENTITY_ADMIN, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listAgents",
            summary = "Agents, for staff",
            description =
                    "With credential and personal fields for a registrar of the entity, which is logged; without them for other staff.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order of their ids",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentPage.class),
                            examples = @ExampleObject(name = "agents", value = AgentExamples.AGENTS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listAgents(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        var process = readable(id);
        boolean personal = seesPeople(process);
        var found = agents.list(id, page.after(UUID::fromString), page.limit + 1);
        var answer = Page.of(found, page, Agent::id);
        if (personal) {
            var seen = answer.items();
            accessLog.read(
                    id,
                    seen.size(),
                    "list-agents",
                    seen.isEmpty() ? null : seen.get(0).id(),
                    seen.isEmpty() ? null : seen.get(seen.size() - 1).id());
        }
        Map<UUID, PersonalRecord> known = personal
                ? people.read(answer.items().stream().map(Agent::person).toList())
                : Map.of();
        return answer.map(agent -> view(process, agent, personal, known.get(agent.person())))
                .toResponse(uri);
    }

    @GET
    @Path("/{agent}")
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.POLLING_OFFICER, Roles.ENTITY_ADMIN, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "getAgent",
            summary = "One agent, for staff",
            description = "With credential and personal fields for a registrar of the entity, which is logged.")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.class),
                            examples = @ExampleObject(name = "agent", value = AgentExamples.ACCREDITED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public AgentView getAgent(@PathParam("process") ProcessId id, @PathParam("agent") AgentId agentId) {
        var process = readable(id);
        boolean personal = seesPeople(process);
        if (personal) {
            accessLog.readOne(id, agentId, "get-agent");
        }
        var agent = agents.get(id, agentId);
        return view(
                process, agent, personal, personal ? people.read(agent.person()).orElse(null) : null);
    }

    @POST
    @Path("/{agent}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "revokeAgent",
            summary = "Revoke an accreditation",
            description = "The agent is no longer one; what was decided with the agent's vote stands.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RevocationRequest.class),
                            examples = @ExampleObject(name = "revocation", value = "{\"because\":\"RESIGNED\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.class),
                            examples = @ExampleObject(name = "agent", value = AgentExamples.ACCREDITED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`agent-ended`")
    public Response revokeAgent(
            @PathParam("process") ProcessId id,
            @PathParam("agent") AgentId agentId,
            @Valid @NotNull RevocationRequest request) {
        var agent = endAccreditation.revoke(id, agentId, request.because());
        return Response.ok(view(processes.get(id), agent, false, null)).build();
    }

    @POST
    @Path("/{agent}/replacement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "replaceAgent",
            summary = "Replace an agent",
            description =
                    "Another person of the same organisation comes in the same role, also after the roll was published, where the regulation foresees it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReplacementRequest.class),
                            examples = @ExampleObject(name = "replacement", value = AgentExamples.REPLACEMENT)))
    @APIResponse(
            responseCode = "201",
            description = "The agent who comes",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentView.class),
                            examples = @ExampleObject(name = "agent", value = AgentExamples.ACCREDITED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`agent-ended`, `replacement-not-foreseen`, `replacement-late` after a sanction, `agent-not-admitted`")
    @APIResponse(responseCode = "422", description = "`agent-not-admitted`")
    public Response replaceAgent(
            @PathParam("process") ProcessId id,
            @PathParam("agent") AgentId agentId,
            @Valid @NotNull ReplacementRequest request) {
        var process = processes.get(id);
        var outcome = endAccreditation.replace(
                id,
                agentId,
                request.because(),
                agent -> request.inPlaceOf(agent).candidate(organisation(process, agent.organisation())));
        return answer(process, outcome);
    }

    /** What an agent undertakes: co-governors have rights and obligations. */
    @Schema(name = "Duties")
    record DutiesRequest(
            @NotEmpty @Size(max = 20) List<@NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String> duties) {}

    @Schema(name = "AcceptedDuties")
    record DutiesView(AgentId agent, List<String> duties, Instant acceptedAt) {}

    @POST
    @Path("/{agent}/duties")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.PARTICIPANT})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "acceptDuties",
            summary = "Accept the duties of an agent",
            description =
                    "To attend, to inform the base, to sign the minutes. By the agent, or by the registrar who holds the signed paper.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DutiesRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "duties",
                                            value = "{\"duties\":[\"ATTEND\",\"INFORM_BASE\",\"SIGN_MINUTES\"]}")))
    @APIResponse(
            responseCode = "200",
            description = "Accepted",
            content =
                    @Content(
                            schema = @Schema(implementation = DutiesView.class),
                            examples =
                                    @ExampleObject(
                                            name = "accepted",
                                            value =
                                                    "{\"agent\":\"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101\",\"duties\":[\"ATTEND\",\"INFORM_BASE\",\"SIGN_MINUTES\"],\"acceptedAt\":\"2016-03-22T15:00:00Z\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`agent-ended`")
    public Response acceptDuties(
            @PathParam("process") ProcessId id,
            @PathParam("agent") AgentId agentId,
            @Valid @NotNull DutiesRequest request) {
        var process = processes.get(id);
        boolean self = caller.agent().filter(agentId::equals).isPresent();
        if (!self) {
            if (!caller.hasRole(Roles.REGISTRAR)) {
                throw Problem.notFound().toException();
            }
            caller.mustActFor(process.entity());
        }
        var at = duties.accept(agents.get(id, agentId), request.duties());
        return Response.ok(new DutiesView(agentId, request.duties(), at)).build();
    }

    private CalledProcess readable(ProcessId id) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        return process;
    }

    private boolean seesPeople(CalledProcess process) {
        return caller.hasRole(Roles.REGISTRAR) && caller.actsFor(process.entity());
    }

    private static AgentView view(
            CalledProcess process, Agent agent, boolean personal, @Nullable PersonalRecord person) {
        return new AgentView(
                agent.id(),
                personal ? agent.credential() : null,
                agent.organisation(),
                agent.role(),
                agent.sex(),
                agent.ageBand(),
                agent.language(),
                agent.zone(),
                agent.state(),
                agent.ended()
                        ? Rights.NONE
                        : Rights.of(
                                agent.role(),
                                agent.voice(),
                                agent.vote(),
                                process.regulation().participation()),
                agent.endedBecause(),
                agent.replacedBy(),
                person == null ? null : person.names(),
                person == null
                        ? null
                        : person.document().kind() + " " + person.document().number(),
                person == null ? null : person.birthDate(),
                person == null ? null : person.contact(),
                agent.protectedIdentity());
    }
}
