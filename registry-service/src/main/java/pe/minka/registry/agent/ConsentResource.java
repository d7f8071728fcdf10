package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** To what the person behind an agent agreed. */
@Path("/v1/processes/{process}/agents/{agent}/consents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REGISTRAR, Roles.PARTICIPANT})
@Scope(Scope.OWN)
@Tag(name = "Personal data")
class ConsentResource {

    private static final String CONSENTS =
            "{\"items\":[{\"purpose\":\"NOTICES\",\"version\":\"2016-1\",\"channel\":\"PAPER\",\"givenAt\":\"2016-03-22T15:00:00Z\",\"inForce\":true}]}";

    private final Consents consents;
    private final Agents agents;
    private final Processes processes;
    private final Caller caller;

    ConsentResource(Consents consents, Agents agents, Processes processes, Caller caller) {
        this.consents = consents;
        this.agents = agents;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param version of the wording that the person read */
    @Schema(name = "ConsentGiven")
    record ConsentRequest(
            @NotNull Consents.Purpose purpose,
            @NotBlank @Size(max = 40) String version,
            @NotNull Consents.Channel channel) {}

    @Schema(name = "ConsentWithdrawn")
    record WithdrawalRequest(
            @NotNull Consents.Purpose purpose, @NotNull Consents.Channel channel) {}

    /** @param endedBecause `WITHDRAWN`, or `NEW_VERSION` where a later wording was agreed to */
    @Schema(name = "Consent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentView(
            Consents.Purpose purpose,
            String version,
            Consents.Channel channel,
            Instant givenAt,
            boolean inForce,
            @Nullable Instant endedAt,
            @Nullable String endedBecause) {}

    @Schema(name = "Consents")
    record ConsentsView(List<ConsentView> items) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listConsents",
            summary = "Consents of a person",
            description =
                    "Each purpose and wording, when and how it was given and taken back. For a registrar of the entity or the agent.")
    @APIResponse(
            responseCode = "200",
            description = "All, the first first",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentsView.class),
                            examples = @ExampleObject(name = "consents", value = CONSENTS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ConsentsView listConsents(@PathParam("process") ProcessId id, @PathParam("agent") AgentId agentId) {
        return view(reached(id, agentId));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "giveConsent",
            summary = "Record a consent",
            description =
                    "For one purpose and one wording; a new wording ends the one before. What the law asks for needs none.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "consent",
                                            value =
                                                    "{\"purpose\":\"NOTICES\",\"version\":\"2016-1\",\"channel\":\"PAPER\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentsView.class),
                            examples = @ExampleObject(name = "consents", value = CONSENTS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response giveConsent(
            @PathParam("process") ProcessId id,
            @PathParam("agent") AgentId agentId,
            @Valid @NotNull ConsentRequest request) {
        var agent = reached(id, agentId);
        consents.give(agent.person(), request.purpose(), request.version(), request.channel(), caller.subject());
        return Response.created(URI.create("/v1/processes/" + id + "/agents/" + agentId + "/consents"))
                .entity(view(agent))
                .build();
    }

    @POST
    @Path("/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "withdrawConsent",
            summary = "Take a consent back",
            description = "As easily as it was given. Without consent to notices the person is told on paper.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithdrawalRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "withdrawal",
                                            value = "{\"purpose\":\"NOTICES\",\"channel\":\"TELEPHONE\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content =
                    @Content(
                            schema = @Schema(implementation = ConsentsView.class),
                            examples = @ExampleObject(name = "consents", value = CONSENTS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`consent-not-in-force`")
    public Response withdrawConsent(
            @PathParam("process") ProcessId id,
            @PathParam("agent") AgentId agentId,
            @Valid @NotNull WithdrawalRequest request) {
        var agent = reached(id, agentId);
        if (!consents.withdraw(agent.person(), request.purpose(), request.channel(), caller.subject())) {
            throw Problem.conflict("consent-not-in-force").toException();
        }
        return Response.ok(view(agent)).build();
    }

    private Agent reached(ProcessId id, AgentId agentId) {
        var process = processes.get(id);
        if (caller.agent().filter(agentId::equals).isEmpty()) {
            if (!caller.hasRole(Roles.REGISTRAR)) {
                throw Problem.notFound().toException();
            }
            caller.mustActFor(process.entity());
        }
        return agents.get(id, agentId);
    }

    private ConsentsView view(Agent agent) {
        return new ConsentsView(consents.of(agent.person()).stream()
                .map(each -> new ConsentView(
                        each.purpose(),
                        each.version(),
                        each.channel(),
                        each.givenAt(),
                        each.endedAt() == null,
                        each.endedAt(),
                        each.endedBecause()))
                .toList());
    }
}
