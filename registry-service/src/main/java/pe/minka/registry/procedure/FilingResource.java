package pe.minka.registry.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.agent.WorkingDays;
import pe.minka.registry.process.Processes;
import pe.minka.registry.territory.Entities;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The counter itself: whatever is filed comes in here and goes to its unit. */
@Path("/v1/entities/{entity}/filings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Procedures")
class FilingResource {

    private static final String FILING = """
            {"filing":"2f6a1d9c-0d3b-4c57-9a57-5f0c1f6e2020","number":"2020-17","procedure":"REGISTER_AS_AGENT","channel":"COUNTER",\
            "unit":"Participación Vecinal","receivedOn":"2020-02-10","dueOn":"2020-02-17","late":false,\
            "route":[{"unit":"Participación Vecinal","because":"PROCEDURE","at":"2020-02-10T14:00:00Z"}]}""";

    private final Counter counter;
    private final Entities entities;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    FilingResource(Counter counter, Entities entities, Processes processes, Caller caller, Clock clock) {
        this.counter = counter;
        this.entities = entities;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /** How it came in; all of them come to the same counter. */
    @Schema(name = "FilingChannel")
    enum Channel {
        COUNTER,
        TELEPHONE,
        WEB,
        FIELD_VISIT
    }

    /**
     * @param process where it is about one
     * @param channel `COUNTER` when absent
     */
    @Schema(name = "FilingReceived")
    record FilingRequest(
            @NotBlank @Size(max = 60) String procedure,
            @Nullable ProcessId process,
            @Nullable Channel channel) {}

    @Schema(name = "FilingForwarded")
    record ForwardRequest(
            @NotBlank @Size(min = 2, max = 160) String unit,
            @NotBlank @Size(min = 5, max = 300) String because) {}

    @Schema(name = "FilingAnswered")
    record AnswerRequest(@NotBlank @Size(min = 3, max = 200) String act) {}

    record StepView(String unit, String because, Instant at) {}

    /** @param late whether its term has passed without an answer */
    @Schema(name = "Filing")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FilingView(
            UUID filing,
            String number,
            String procedure,
            String channel,
            String unit,
            LocalDate receivedOn,
            LocalDate dueOn,
            boolean late,
            @Nullable String answerAct,
            @Nullable LocalDate answeredOn,
            List<StepView> route) {}

    @Schema(name = "Filings")
    record FilingsView(List<FilingView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "fileRequest",
            summary = "File at the counter",
            description =
                    "One entry point for every procedure: the filing gets the next number of the year and goes to the unit of the procedure, with the last day of its term.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FilingRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "filing",
                                            value = "{\"procedure\":\"REGISTER_AS_AGENT\",\"channel\":\"COUNTER\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Filed and routed",
            content =
                    @Content(
                            schema = @Schema(implementation = FilingView.class),
                            examples = @ExampleObject(name = "filing", value = FILING)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`procedure-unknown` with those there are")
    public Response fileRequest(@PathParam("entity") EntityCode entity, @Valid @NotNull FilingRequest request) {
        reached(entity);
        var offered = counter.offered(entity);
        var procedure = offered.stream()
                .filter(each -> each.code().equals(request.procedure()))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("procedure-unknown")
                        .with("procedure", request.procedure())
                        .with(
                                "offered",
                                offered.stream().map(Counter.Procedure::code).toList())
                        .toException());
        var process = request.process();
        if (process != null && !processes.get(process).entity().equals(entity)) {
            throw Problem.notFound().toException();
        }
        var today = today();
        var filing = new Counter.Filing(
                UUID.randomUUID(),
                procedure.code(),
                today.getYear(),
                counter.nextNumber(entity, today.getYear()),
                Objects.requireNonNullElse(request.channel(), Channel.COUNTER).name(),
                procedure.unit(),
                today,
                WorkingDays.after(today, procedure.termDays()),
                null,
                null);
        counter.add(entity, filing, process, "PROCEDURE", clock.instant());
        return Response.created(URI.create("/v1/entities/" + entity + "/filings/" + filing.id()))
                .entity(view(filing))
                .build();
    }

    @POST
    @Path("/{filing}/forwarding")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "forwardFiling",
            summary = "Forward a filing to another unit",
            description = "With the reason; the term goes on, and whoever filed sees where it is.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ForwardRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "forwarding",
                                            value =
                                                    "{\"unit\":\"Asesoría Jurídica\",\"because\":\"Pide opinión legal\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Forwarded",
            content =
                    @Content(
                            schema = @Schema(implementation = FilingView.class),
                            examples = @ExampleObject(name = "filing", value = FILING)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`filing-answered`")
    public Response forwardFiling(
            @PathParam("entity") EntityCode entity,
            @PathParam("filing") UUID id,
            @Valid @NotNull ForwardRequest request) {
        reached(entity);
        open(entity, id);
        counter.forward(id, request.unit(), request.because(), clock.instant());
        return Response.ok(found(entity, id)).build();
    }

    @POST
    @Path("/{filing}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "answerFiling",
            summary = "Answer a filing",
            description = "By the act that answers it; once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AnswerRequest.class),
                            examples = @ExampleObject(name = "answer", value = "{\"act\":\"Carta 012-2020-MDO\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Answered",
            content =
                    @Content(
                            schema = @Schema(implementation = FilingView.class),
                            examples = @ExampleObject(name = "filing", value = FILING)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`filing-answered`")
    public Response answerFiling(
            @PathParam("entity") EntityCode entity,
            @PathParam("filing") UUID id,
            @Valid @NotNull AnswerRequest request) {
        reached(entity);
        open(entity, id);
        counter.answer(id, request.act(), today());
        return Response.ok(found(entity, id)).build();
    }

    @GET
    @Path("/{filing}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getFiling",
            summary = "Where a filing is",
            description = "By the id on the receipt: its unit, its term and the way it went; nothing of who filed it.")
    @APIResponse(
            responseCode = "200",
            description = "The filing",
            content =
                    @Content(
                            schema = @Schema(implementation = FilingView.class),
                            examples = @ExampleObject(name = "filing", value = FILING)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public FilingView getFiling(@PathParam("entity") EntityCode entity, @PathParam("filing") UUID id) {
        return found(entity, id);
    }

    @GET
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listFilings",
            summary = "Filings without answer",
            description = "Of one unit or of all, the most urgent first; 500 at most.")
    @APIResponse(
            responseCode = "200",
            description = "Those that wait",
            content =
                    @Content(
                            schema = @Schema(implementation = FilingsView.class),
                            examples = @ExampleObject(name = "filings", value = "{\"items\":[" + FILING + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public FilingsView listFilings(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Only what this unit has.", example = "Participación Vecinal")
                    @QueryParam("unit")
                    @Nullable
                    String unit) {
        reached(entity);
        return new FilingsView(
                counter.waiting(entity, unit).stream().map(this::view).toList());
    }

    private void reached(EntityCode entity) {
        entities.known(entity);
        caller.mustActFor(entity);
    }

    private void open(EntityCode entity, UUID id) {
        var filing = counter.findForChange(entity, id)
                .orElseThrow(() -> Problem.notFound().toException());
        if (filing.answeredOn() != null) {
            throw Problem.conflict("filing-answered").toException();
        }
    }

    private FilingView found(EntityCode entity, UUID id) {
        return view(
                counter.find(entity, id).orElseThrow(() -> Problem.notFound().toException()));
    }

    private FilingView view(Counter.Filing filing) {
        return new FilingView(
                filing.id(),
                filing.year() + "-" + filing.number(),
                filing.procedure(),
                filing.channel(),
                filing.unit(),
                filing.receivedOn(),
                filing.dueOn(),
                filing.answeredOn() == null && filing.dueOn().isBefore(today()),
                filing.answerAct(),
                filing.answeredOn(),
                counter.route(filing.id()).stream()
                        .map(step -> new StepView(step.unit(), step.because(), step.at()))
                        .toList());
    }

    private LocalDate today() {
        return Peru.today(clock);
    }
}
