package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.process.Processes;
import pe.minka.registry.regulation.SanctionsRule.FaultGravity;
import pe.minka.registry.regulation.SanctionsRule.FaultKind;
import pe.minka.registry.regulation.SanctionsRule.SanctionMeasure;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Sanctions of agents, from the fault to the letter, the replacement or the disqualification. */
@Path("/v1/processes/{process}/sanctions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGISTRAR)
@Scope(Scope.OWN)
@Tag(name = "Agents")
class SanctionResource {

    private static final String FAULT = """
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","fault":"DRUNKENNESS","occurredOn":"2016-05-14","evidence":"Acta del segundo taller, folio 12"}""";
    private static final String SANCTION = """
            {"sanction":"3c8b1b2e-6a55-4b0a-9d5e-0a7f6c1d2e31","agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","fault":"DRUNKENNESS","gravity":"SERIOUS",\
            "measure":"REPLACEMENT","state":"TO_BE_REPLACED","law":"Ordenanza de Lima 2017 art. 20","occurredOn":"2016-05-14","evidence":"Acta del segundo taller, folio 12",\
            "letter":"Carta 014-2016-GPP","letterReceivedOn":"2016-05-17","replaceUntil":"2016-05-24"}""";

    private final SanctionAgent sanctionAgent;
    private final Sanctions sanctions;
    private final Processes processes;
    private final Caller caller;

    SanctionResource(SanctionAgent sanctionAgent, Sanctions sanctions, Processes processes, Caller caller) {
        this.sanctionAgent = sanctionAgent;
        this.sanctions = sanctions;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param evidence minutes, a report, their reference */
    @Schema(name = "FaultRecord")
    record FaultRequest(
            @NotNull AgentId agent,
            @NotNull FaultKind fault,
            @NotNull LocalDate occurredOn,
            @NotBlank @Size(max = 1000) String evidence) {}

    /** @param receivedOn the day on which the organisation received it */
    @Schema(name = "SanctionLetter")
    record LetterRequest(
            @NotBlank @Size(max = 200) String letter,
            @NotNull LocalDate receivedOn) {}

    /** @param resolution the act behind it */
    @Schema(name = "Disqualification")
    record DisqualificationRequest(
            @NotBlank @Size(max = 300) String resolution) {}

    /**
     * @param state as it is today
     * @param replaceUntil the last day on which the organisation may replace the agent
     */
    @Schema(name = "Sanction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SanctionView(
            UUID sanction,
            AgentId agent,
            FaultKind fault,
            FaultGravity gravity,
            SanctionMeasure measure,
            SanctionState state,
            String law,
            LocalDate occurredOn,
            String evidence,
            @Nullable String letter,
            @Nullable LocalDate letterReceivedOn,
            @Nullable LocalDate replaceUntil,
            @Nullable String resolution,
            @Nullable LocalDate disqualifiedOn) {}

    /** The shape of a page, for the contract. */
    @Schema(name = "Sanctions")
    record SanctionPage(List<SanctionView> items, @Nullable String next) {}

    @POST
    @Idempotent
    @Operation(
            operationId = "recordFault",
            summary = "Record a fault of an agent",
            description =
                    "With its evidence. FaultGravity and measure are those that the regulation names for the fault; a regulation that names none sanctions nobody.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FaultRequest.class),
                            examples = @ExampleObject(name = "fault", value = FAULT)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = SanctionView.class),
                            examples = @ExampleObject(name = "sanction", value = SANCTION)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`sanctions-not-foreseen`, `agent-ended`, `fault-recorded`")
    @APIResponse(responseCode = "422", description = "`fault-not-named`, `fault-ahead`")
    public Response recordFault(@PathParam("process") ProcessId id, @Valid @NotNull FaultRequest request) {
        var sanction =
                sanctionAgent.record(id, request.agent(), request.fault(), request.occurredOn(), request.evidence());
        return Response.created(URI.create("/v1/processes/" + id + "/sanctions"))
                .entity(view(sanction))
                .build();
    }

    @POST
    @Path("/{sanction}/letter")
    @Idempotent
    @Operation(
            operationId = "noteSanctionLetter",
            summary = "Note the letter to the organisation",
            description =
                    "Where the measure is a replacement its term begins the day after the letter was received. The agent is replaced by `replaceAgent`; after the term no more.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LetterRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "letter",
                                            value =
                                                    "{\"letter\":\"Carta 014-2016-GPP\",\"receivedOn\":\"2016-05-17\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Noted",
            content =
                    @Content(
                            schema = @Schema(implementation = SanctionView.class),
                            examples = @ExampleObject(name = "sanction", value = SANCTION)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`letter-written`")
    @APIResponse(responseCode = "422", description = "`letter-out-of-time`")
    public Response noteSanctionLetter(
            @PathParam("process") ProcessId id,
            @PathParam("sanction") UUID sanction,
            @Valid @NotNull LetterRequest request) {
        return Response.ok(view(sanctionAgent.write(id, sanction, request.letter(), request.receivedOn())))
                .build();
    }

    @POST
    @Path("/{sanction}/disqualification")
    @Idempotent
    @Operation(
            operationId = "disqualifyAgent",
            summary = "Disqualify an agent",
            description =
                    "Once the term to replace the agent has passed, or at once where the regulation says so. The accreditation ends with all its rights, the person is accredited no more in the process, and where the regulation says so neither is anybody of the organisation; the roll names it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DisqualificationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "disqualification",
                                            value = "{\"resolution\":\"Resolución 021-2016-GPP\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Disqualified",
            content =
                    @Content(
                            schema = @Schema(implementation = SanctionView.class),
                            examples = @ExampleObject(name = "sanction", value = SANCTION)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`replacement-term-running`, `disqualification-not-due`")
    public Response disqualifyAgent(
            @PathParam("process") ProcessId id,
            @PathParam("sanction") UUID sanction,
            @Valid @NotNull DisqualificationRequest request) {
        return Response.ok(view(sanctionAgent.disqualify(id, sanction, request.resolution())))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listSanctions",
            summary = "Sanctions",
            description = "As they stand today, for the registrar.")
    @APIResponse(
            responseCode = "200",
            description = "One page, in the order of their ids",
            content =
                    @Content(
                            schema = @Schema(implementation = SanctionPage.class),
                            examples = @ExampleObject(name = "sanctions", value = "{\"items\":[" + SANCTION + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listSanctions(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        caller.mustActFor(processes.get(id).entity());
        var found = sanctions.list(id, page.after(UUID::fromString), page.limit + 1);
        return Page.of(found, page, Sanction::id).map(this::view).toResponse(uri);
    }

    private SanctionView view(Sanction sanction) {
        return new SanctionView(
                sanction.id(),
                sanction.agent(),
                sanction.fault(),
                sanction.gravity(),
                sanction.measure(),
                sanctionAgent.stateOf(sanction),
                sanction.law(),
                sanction.occurredOn(),
                sanction.evidence(),
                sanction.letter(),
                sanction.letterReceivedOn(),
                sanction.replaceUntil(),
                sanction.resolution(),
                sanction.disqualifiedOn());
    }
}
