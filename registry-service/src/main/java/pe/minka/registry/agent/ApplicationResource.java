package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.organisation.KnownOrganisation;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Applications (solicitudes) from the day they are lodged to their accreditation, withdrawal or lapse. */
@Path("/v1/processes/{process}/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@Scope(Scope.OWN)
@Tag(name = "Agents")
class ApplicationResource {

    private final LodgeApplication lodgeApplication;
    private final DecideApplication decideApplication;
    private final Applications applications;
    private final Observations observations;
    private final Supporters supporters;
    private final People people;
    private final Processes processes;
    private final AccessLog accessLog;
    private final Caller caller;

    ApplicationResource(
            LodgeApplication lodgeApplication,
            DecideApplication decideApplication,
            Applications applications,
            Observations observations,
            Supporters supporters,
            People people,
            Processes processes,
            AccessLog accessLog,
            Caller caller) {
        this.lodgeApplication = lodgeApplication;
        this.decideApplication = decideApplication;
        this.applications = applications;
        this.observations = observations;
        this.supporters = supporters;
        this.people = people;
        this.processes = processes;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    /**
     * What is asked is in the application form of the process. Supporters are no claim: they are brought as a list.
     *
     * @param documentNumber a DNI with or without its check character
     * @param contact telephone, e-mail or address, if the person wants to give it
     * @param papers what is handed in now
     */
    @Schema(name = "ApplicationLodging")
    record LodgingRequest(
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
            @Nullable @Size(max = 20) Set<@NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String> papers,
            @Nullable Boolean protectedIdentity,
            @Nullable @Valid StatedParticulars particulars) {

        AccreditAgent.Candidate candidate(@Nullable KnownOrganisation representing) {
            return new AccreditAgent.Candidate(
                    role,
                    representing,
                    documentKind,
                    documentNumber,
                    names.strip(),
                    sex,
                    birthDate,
                    contact,
                    Objects.requireNonNullElse(language, "es"),
                    zone,
                    Objects.requireNonNullElse(papers, Set.of()),
                    0,
                    Boolean.TRUE.equals(protectedIdentity),
                    null,
                    particulars == null ? Particulars.NONE : particulars.stated());
        }

        @Override
        public String toString() {
            return "application as " + role;
        }
    }

    /**
     * What is handed in; what is absent stays as it was.
     *
     * @param papers beside those that were handed in before
     * @param organisation in the place of the one that was named
     */
    @Schema(name = "ApplicationCure")
    record CureRequest(
            @Nullable @Size(max = 20) Set<@NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String> papers,
            @Nullable UUID organisation,
            @Nullable LocalDate birthDate,
            @Nullable @Size(max = 300) String contact,
            @Nullable @Valid StatedParticulars particulars) {

        LodgeApplication.Cure cure() {
            return new LodgeApplication.Cure(
                    Objects.requireNonNullElse(papers, Set.of()),
                    organisation,
                    birthDate,
                    contact,
                    particulars == null ? Particulars.NONE : particulars.stated());
        }

        @Override
        public String toString() {
            return "cure";
        }
    }

    /** @param rotationOverride only for one who sat in a body's last sessions, where the regulation rotates its seats */
    @Schema(name = "ApplicationAccreditation")
    record AccreditationRequest(@Nullable @Valid OverrideStated rotationOverride) {

        @Nullable
        RotationOverride override() {
            return rotationOverride == null
                    ? null
                    : new RotationOverride(
                            rotationOverride.reason().strip(),
                            rotationOverride.handover().strip());
        }
    }

    /** @param handover what is handed over to those who come after */
    @Schema(name = "ApplicantRotationOverride")
    record OverrideStated(
            @NotBlank @Size(min = 10, max = 1000) String reason,
            @NotBlank @Size(min = 10, max = 2000) String handover) {}

    /**
     * @param keepsOut whether it stands against the accreditation; otherwise it is only observed
     * @param curedOn absent while it lacks
     */
    @Schema(name = "ApplicationObservation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObservationView(
            String pointer,
            String code,
            String expected,
            String law,
            boolean keepsOut,
            LocalDate raisedOn,
            @Nullable LocalDate curedOn) {

        static ObservationView of(Observations.Observation observation) {
            var unmet = observation.unmet();
            return new ObservationView(
                    unmet.pointer(),
                    unmet.code(),
                    unmet.expected(),
                    unmet.law(),
                    observation.keepsOut(),
                    observation.raisedOn(),
                    observation.curedOn());
        }
    }

    /**
     * @param state as it is today: an incomplete one whose term is over has lapsed
     * @param supporters on its list
     * @param cureUntil the last day on which what lacks may be handed in
     * @param agent who was accredited
     * @param names where one application is read, which is logged
     */
    @Schema(name = "Application")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApplicationView(
            UUID application,
            ApplicationState state,
            AgentRole role,
            @Nullable UUID organisation,
            Sex sex,
            String language,
            @Nullable String zone,
            Set<String> papers,
            int supporters,
            Instant lodgedAt,
            LocalDate cureUntil,
            List<ObservationView> observations,
            @Nullable UUID agent,
            @Nullable Instant endedAt,
            @Nullable String names,
            @Nullable String document,
            @Nullable LocalDate birthDate,
            @Nullable String contact) {}

    /** The shape of a page, for the contract. */
    @Schema(name = "Applications")
    record ApplicationPage(
            List<ApplicationView> items, @Nullable String next) {}

    /** @param credential the code on the agent's card */
    @Schema(name = "AccreditedApplication")
    record AccreditedView(UUID application, AgentId agent, String credential, boolean voice, boolean vote) {}

    @POST
    @Idempotent
    @Operation(
            operationId = "lodgeApplication",
            summary = "Lodge an application",
            description =
                    "Checks each requirement of the ordinance and keeps the application with all that it lacks, each with its article. It may be cured until `cureUntil`: the working days of the regulation, counted from the day after."
                            + " A person has one open application in a process.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LodgingRequest.class),
                            examples = @ExampleObject(name = "application", value = AgentExamples.APPLICATION)))
    @APIResponse(
            responseCode = "201",
            description = "Lodged: `COMPLETE`, or `OBSERVED` with what lacks",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "application", value = ApplicationExamples.LODGED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`application-open`; `agent-not-admitted` where the roll is published or the person is on it already")
    @APIResponse(responseCode = "422", description = "`document-unreadable`, `organisation-unknown`")
    public Response lodgeApplication(@PathParam("process") ProcessId id, @Valid @NotNull LodgingRequest request) {
        var application = lodgeApplication.lodge(id, request.organisation(), request::candidate);
        return Response.created(URI.create("/v1/processes/" + id + "/applications/" + application.id()))
                .entity(view(application, null))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listApplications",
            summary = "Applications",
            description = "As they stand today, without who applied; of each what it lacked and when that was cured.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order of their ids",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "applications",
                                            value = "{\"items\":[" + ApplicationExamples.LODGED + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listApplications(
            @PathParam("process") ProcessId id,
            @Parameter(description = "Only those that stand so today.", example = "OBSERVED")
                    @QueryParam("state")
                    @Nullable
                    ApplicationState state,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        caller.mustActFor(processes.get(id).entity());
        var found = Page.of(
                applications.list(id, state, page.after(UUID::fromString), page.limit + 1),
                page,
                LodgedApplication::id);
        var ids = found.items().stream().map(LodgedApplication::id).toList();
        var lacking = observations.of(ids);
        var signed = supporters.count(ids);
        return found.map(each ->
                        view(each, lacking.getOrDefault(each.id(), List.of()), signed.getOrDefault(each.id(), 0), null))
                .toResponse(uri);
    }

    @GET
    @Path("/{application}")
    @Transactional
    @Operation(
            operationId = "getApplication",
            summary = "One application",
            description = "With who applied, which is logged.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "application", value = ApplicationExamples.LODGED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ApplicationView getApplication(
            @PathParam("process") ProcessId id, @PathParam("application") UUID applicationId) {
        caller.mustActFor(processes.get(id).entity());
        var application = applications.get(id, applicationId);
        accessLog.readOthers(id, 1, "get-application");
        return view(application, people.read(application.person()).orElse(null));
    }

    @POST
    @Path("/{application}/cure")
    @Idempotent
    @Operation(
            operationId = "cureApplication",
            summary = "Hand in what an application lacks",
            description =
                    "Until `cureUntil`, that day included, as often as needed. The answer says what is cured and what lacks still.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CureRequest.class),
                            examples = @ExampleObject(name = "cure", value = ApplicationExamples.CURE)))
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "cured", value = ApplicationExamples.COMPLETE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`cure-late`, `application-ended`, `applicant-erased`")
    @APIResponse(responseCode = "422", description = "`organisation-unknown`")
    public Response cureApplication(
            @PathParam("process") ProcessId id,
            @PathParam("application") UUID application,
            @Valid @NotNull CureRequest request) {
        return Response.ok(view(lodgeApplication.cure(id, application, request.cure()), null))
                .build();
    }

    @POST
    @Path("/{application}/accreditation")
    @Idempotent
    @Operation(
            operationId = "accreditApplication",
            summary = "Accredit an application",
            description =
                    "By the same rules as any other accreditation, checked anew; supporters are those on the list. Answers with the credential for the agent's card.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AccreditationRequest.class),
                            examples = @ExampleObject(name = "accreditation", value = "{}")))
    @APIResponse(
            responseCode = "201",
            description = "Accredited",
            content =
                    @Content(
                            schema = @Schema(implementation = AccreditedView.class),
                            examples = @ExampleObject(name = "accredited", value = ApplicationExamples.ACCREDITED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`application-observed` with what lacks, `cure-late`, `application-ended`, `applicant-erased`, `agent-not-admitted`")
    public Response accreditApplication(
            @PathParam("process") ProcessId id,
            @PathParam("application") UUID application,
            @Valid @NotNull AccreditationRequest request) {
        var accredited = decideApplication.accredit(id, application, request.override());
        var agent = accredited.agent();
        return Response.created(URI.create("/v1/processes/" + id + "/agents/" + agent.agent()))
                .entity(new AccreditedView(
                        application, agent.agent(), accredited.credential().code(), agent.voice(), agent.vote()))
                .build();
    }

    @POST
    @Path("/{application}/withdrawal")
    @Idempotent
    @Operation(
            operationId = "withdrawApplication",
            summary = "Withdraw an application",
            description = "The person may apply again. Those who signed for it are erased and may sign for another.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "withdrawn", value = ApplicationExamples.LODGED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`cure-late`, `application-ended`")
    public Response withdrawApplication(
            @PathParam("process") ProcessId id, @PathParam("application") UUID application) {
        return Response.ok(view(decideApplication.withdraw(id, application), null))
                .build();
    }

    @POST
    @Path("/{application}/erasure")
    @Idempotent
    @Operation(
            operationId = "eraseApplicant",
            summary = "Erase who applied",
            description =
                    "Destroys the person's key and the index (Ley 29733). Not while an application of the person is open or the person is accredited in an open process; the application itself stays, without anybody behind it.")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`application-open`: withdraw it first; `person-accredited`")
    public Response eraseApplicant(@PathParam("process") ProcessId id, @PathParam("application") UUID application) {
        decideApplication.forget(id, application);
        return Response.noContent().build();
    }

    private ApplicationView view(LodgedApplication application, @Nullable PersonalRecord person) {
        return view(
                application,
                observations.of(List.of(application.id())).getOrDefault(application.id(), List.of()),
                supporters.count(application.id()),
                person);
    }

    private ApplicationView view(
            LodgedApplication application,
            List<Observations.Observation> lacking,
            int signed,
            @Nullable PersonalRecord person) {
        return new ApplicationView(
                application.id(),
                application.stateOn(applications.today()),
                application.role(),
                application.organisation(),
                application.sex(),
                application.language(),
                application.zone(),
                application.papers(),
                signed,
                application.lodgedAt(),
                application.cureUntil(),
                lacking.stream().map(ObservationView::of).toList(),
                application.agent(),
                application.endedAt(),
                person == null ? null : person.names(),
                person == null
                        ? null
                        : person.document().kind() + " " + person.document().number(),
                person == null ? null : person.birthDate(),
                person == null ? null : person.contact());
    }
}
