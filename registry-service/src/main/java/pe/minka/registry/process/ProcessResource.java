package pe.minka.registry.process;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.versions.Versions;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Processes and their phases. */
@Path("/v1/processes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
class ProcessResource {

    private final CallProcess callProcess;
    private final ChangePhase changePhase;
    private final Processes processes;
    private final Records records;
    private final Caller caller;

    ProcessResource(
            CallProcess callProcess, ChangePhase changePhase, Processes processes, Records records, Caller caller) {
        this.callProcess = callProcess;
        this.changePhase = changePhase;
        this.processes = processes;
        this.records = records;
        this.caller = caller;
    }

    /** Who conducts a process. */
    enum Leader {
        ENTITY,
        CONSULTANT
    }

    /**
     * @param territory only where it is not the entity's own level: the capital district run apart from its province
     * @param regulation identifier; the text in force on the day of the call is bound
     * @param calledOn today in Peru when absent
     * @param channels where the call was made known
     * @param responsibleUnits by phase, where they are not those of the regulation
     */
    @Schema(name = "Call")
    record CallRequest(
            @NotNull EntityCode entity,
            @Nullable Ubigeo territory,
            @NotNull FiscalYear fiscalYear,

            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
            String regulation,

            @Nullable @Size(min = 3, max = 200) String name,
            @Nullable LocalDate calledOn,
            @Nullable Leader ledBy,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> channels,
            @Nullable Map<String, @NotBlank @Size(min = 2, max = 160) String> responsibleUnits) {

        CallProcess.Announcement announcement() {
            return new CallProcess.Announcement(
                    entity,
                    territory,
                    fiscalYear,
                    regulation,
                    name,
                    calledOn,
                    Objects.requireNonNullElse(ledBy, Leader.ENTITY).name(),
                    Objects.requireNonNullElse(channels, List.of()),
                    Objects.requireNonNullElse(responsibleUnits, Map.of()));
        }
    }

    /** @param missing what the phase still needs to close; only while it is open */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PhaseView(
            String phase,
            String title,
            PhaseState state,
            @Nullable String responsibleUnit,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable List<MissingView> missing) {}

    /** @param found how many there are so far of the `minimum` */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MissingView(String requires, @Nullable String of, int minimum, int found, String law) {}

    record RegulationReference(String identifier, int version) {}

    /** @param version what the ETag says */
    record ProcessView(
            ProcessId process,
            EntityCode entity,
            Ubigeo territory,
            FiscalYear fiscalYear,
            String level,
            String name,
            RegulationReference regulation,
            LocalDate calledOn,
            String ledBy,
            List<String> channels,
            List<PhaseView> phases,
            long version) {}

    /** The shape of a page, for the contract. */
    record ProcessPage(List<ProcessView> items, @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "callProcess",
            summary = "Call a process",
            description =
                    "Binds the process to the text of the regulation in force on the day of the call, for good, and opens its first phase."
                            + " One process for each entity, territory and fiscal year. What the regulation asks of a call and is not there is listed in full.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CallRequest.class),
                            examples = @ExampleObject(name = "call", value = ProcessExamples.CALL)))
    @APIResponse(
            responseCode = "201",
            description = "Called; `Location` names it",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessView.class),
                            examples = @ExampleObject(name = "process", value = ProcessExamples.PROCESS)))
    @APIResponse(responseCode = "404", description = "`not-found`: an entity out of reach")
    @APIResponse(responseCode = "409", description = "`call-incomplete` with all that is missing, `process-exists`")
    @APIResponse(
            responseCode = "422",
            description = "`regulation-not-in-force`, `territory-not-governed`, `entity-not-valid`")
    public Response callProcess(@Valid @NotNull CallRequest request) {
        caller.mustActFor(request.entity());
        var process = callProcess.call(request.announcement());
        return Response.created(URI.create("/v1/processes/" + process.id()))
                .entity(view(process))
                .tag(Versions.etag(process.version()))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listProcesses",
            summary = "Processes",
            description = "By entity, fiscal year or territory.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessPage.class),
                            examples = @ExampleObject(name = "processes", value = ProcessExamples.PROCESSES)))
    public Response listProcesses(
            @Parameter(example = "300305") @QueryParam("entity") @Nullable EntityCode entity,
            @Parameter(example = "2017") @QueryParam("fiscalYear") @Nullable @Min(2003) @Max(2100) Integer year,
            @Parameter(description = "INEI code of a territory that the processes lie in.", example = "03")
                    @QueryParam("ubigeo")
                    @DefaultValue("")
                    @Pattern(regexp = "|\\d{2}|\\d{4}|\\d{6}")
                    String ubigeo,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        var found = processes.list(
                entity, year == null ? null : new FiscalYear(year), ubigeo, page.afterId(), page.limit + 1);
        return Page.of(found, page, BudgetProcess::id).map(this::view).toResponse(uri);
    }

    @GET
    @Path("/{process}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getProcess",
            summary = "One process",
            description =
                    "With its phases and, for the open one, what it still needs to close. The ETag is needed to open or close a phase.")
    @APIResponse(
            responseCode = "200",
            description = "The process",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessView.class),
                            examples = @ExampleObject(name = "process", value = ProcessExamples.PROCESS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getProcess(@PathParam("process") ProcessId id) {
        return answer(processes.find(id));
    }

    @GET
    @Path("/{process}/linked")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listLinkedProcesses",
            summary = "Processes of the levels above and below",
            description =
                    "Those of the same fiscal year in the region and province that it lies in, and in the provinces and districts that lie"
                            + " in it: what is decided on one level bears on the others.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order of their ids",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessPage.class),
                            examples = @ExampleObject(name = "processes", value = ProcessExamples.PROCESSES)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listLinkedProcesses(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        var found = processes.linked(processes.find(id), page.afterId(), page.limit + 1);
        return Page.of(found, page, BudgetProcess::id).map(this::view).toResponse(uri);
    }

    @POST
    @Path("/{process}/phases/{phase}/opening")
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Operation(
            operationId = "openPhase",
            summary = "Open a phase",
            description = "After the one before it closed, and once what the regulation asks of its opening exists.")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessView.class),
                            examples = @ExampleObject(name = "process", value = ProcessExamples.PROCESS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`phase-out-of-order`, `phase-already-open`, `phase-already-closed`, `phase-not-complete`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response openPhase(
            @PathParam("process") ProcessId id,
            @Parameter(example = "CONCERTATION") @PathParam("phase") String phase,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(changePhase.open(id, phase, ifMatch));
    }

    @POST
    @Path("/{process}/phases/{phase}/closing")
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Operation(
            operationId = "closePhase",
            summary = "Close a phase",
            description =
                    "Only when all that the regulation asks of it is on record, in this service or by the events of the others."
                            + " A refused closing names everything that is missing, each with its article.")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessView.class),
                            examples = @ExampleObject(name = "process", value = ProcessExamples.PROCESS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`phase-not-complete`, `phase-not-open`, `phase-already-closed`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response closePhase(
            @PathParam("process") ProcessId id,
            @Parameter(example = "PREPARATION") @PathParam("phase") String phase,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(changePhase.close(id, phase, ifMatch));
    }

    private Response answer(BudgetProcess process) {
        return Response.ok(view(process)).tag(Versions.etag(process.version())).build();
    }

    private ProcessView view(BudgetProcess process) {
        return new ProcessView(
                process.id(),
                process.entity(),
                process.territory(),
                process.fiscalYear(),
                process.level(),
                process.name(),
                new RegulationReference(process.regulationIdentifier(), process.regulationVersion()),
                process.calledOn(),
                process.ledBy(),
                process.channels(),
                process.phases().stream().map(phase -> view(process, phase)).toList(),
                process.version());
    }

    private PhaseView view(BudgetProcess process, Phase phase) {
        return new PhaseView(
                phase.code(),
                phase.title(),
                phase.state(),
                phase.responsibleUnit(),
                phase.openedAt(),
                phase.closedAt(),
                phase.state() == PhaseState.OPEN
                        ? process.missingToClose(phase, records.of(process)).stream()
                                .map(missing -> new MissingView(
                                        missing.requirement().requires(),
                                        missing.requirement().of(),
                                        missing.requirement().minimum(),
                                        missing.found(),
                                        missing.requirement().law()))
                                .toList()
                        : null);
    }
}
