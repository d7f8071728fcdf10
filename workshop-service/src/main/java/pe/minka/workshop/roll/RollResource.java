package pe.minka.workshop.roll;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The frozen roll of a round and the acts on it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roll", description = "Who may vote: frozen at the opening, without personal data, changed by act alone")
class RollResource {

    private static final String ENTRY = """
            {"agent":"e8fc0619-4273-4fb4-89fd-738290a0ba01","seat":"e8fc0619-4273-4fb4-89fd-738290a0ba01",\
            "zone":"Z2","role":"PRINCIPAL","votes":1}""";

    private static final String ACT = """
            {"number":1,"act":"ADDITION","agent":"e8fc0619-4273-4fb4-89fd-738290a0ba01","document":"Acta 2",\
            "reason":"Omitido por error","at":"2016-04-23T14:10:00Z"}""";

    private final ActOnRoll actOnRoll;
    private final Polling polling;
    private final Statements statements;
    private final Processes processes;

    RollResource(ActOnRoll actOnRoll, Polling polling, Statements statements, Processes processes) {
        this.actOnRoll = actOnRoll;
        this.polling = polling;
        this.statements = statements;
        this.processes = processes;
    }

    /**
     * @param agent a random id, never a name
     * @param seat what has the one vote: the agent, or its organisation where the regulation gives it one
     * @param role principal, alternate and so on
     * @param votes of the seat: one, nobody weighs more
     */
    @Schema(name = "RollEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            UUID agent,
            UUID seat,
            @Nullable String zone,
            @Nullable String role,
            int votes) {}

    @Schema(name = "RollPage")
    record RollPage(List<EntryView> items, @Nullable String next) {}

    @Schema(name = "NewRollAct")
    record ActRequest(
            @NotNull ActOnRoll.Act act,
            @NotNull UUID agent,
            @NotBlank @Size(max = 300) String document,
            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "RollAct")
    record ActView(int number, ActOnRoll.Act act, UUID agent, String document, String reason, Instant at) {

        static ActView of(ActOnRoll.Recorded recorded) {
            return new ActView(
                    recorded.number(),
                    recorded.act(),
                    recorded.agent(),
                    recorded.document(),
                    recorded.reason(),
                    recorded.at());
        }
    }

    @Schema(name = "RollActs")
    record ActsView(List<ActView> items) {}

    @GET
    @Path("/rounds/{round}/roll")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List the roll",
            description = "As frozen at the opening and changed by acts since; by random ids, without saying who voted."
                    + " The roll of a poll of citizens is not listed: its size stands in the round.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the roll",
            content =
                    @Content(
                            schema = @Schema(implementation = RollPage.class),
                            examples = @ExampleObject(name = "roll", value = "{\"items\":[" + ENTRY + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    @APIResponse(responseCode = "409", description = "`roll-of-citizens`")
    public Response listRoll(@PathParam("round") UUID round, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        var vote = polling.known(round);
        if (!vote.rule().ofAgents()) {
            throw Problem.conflict("roll-of-citizens").toException();
        }
        var found = statements.list(
                "select e.agent, e.seat, e.zone, a.role from roll_entry e"
                        + " left join agent a on a.process = ? and a.agent = e.agent"
                        + " where e.round = ? and e.agent > ? order by e.agent limit ?",
                row -> new EntryView(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        1),
                vote.process().value(),
                round,
                page.afterId(),
                page.limit + 1);
        return Page.of(found, page, EntryView::agent).toResponse(uri);
    }

    @POST
    @Path("/rounds/{round}/roll-acts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record an act on the roll",
            description = "Adds an accredited agent with a vote who was left out, or decides on an objection. Who has"
                    + " voted stays: the ballot cannot be taken out again.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = ActView.class),
                            examples = @ExampleObject(name = "act", value = ACT)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description =
                    "`vote-not-open`, `already-on-roll`, `person-on-roll`, `objection-too-late`, `roll-of-citizens`")
    @APIResponse(responseCode = "422", description = "`agent-without-vote`, `voter-not-on-roll`")
    public Response recordRollAct(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "act",
                                                            value =
                                                                    "{\"act\":\"ADDITION\",\"agent\":\"e8fc0619-4273-4fb4-89fd-738290a0ba01\",\"document\":\"Acta 2\",\"reason\":\"Omitido por error\"}")))
                    @Valid
                    @NotNull
                    ActRequest request) {
        processes.ofCaller(polling.known(round).process());
        var recorded = actOnRoll.record(round, request.act(), request.agent(), request.document(), request.reason());
        return Response.status(Response.Status.CREATED)
                .entity(ActView.of(recorded))
                .build();
    }

    @GET
    @Path("/rounds/{round}/roll-acts")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "List the acts on the roll", description = "In their order.")
    @APIResponse(
            responseCode = "200",
            description = "The acts",
            content =
                    @Content(
                            schema = @Schema(implementation = ActsView.class),
                            examples = @ExampleObject(name = "acts", value = "{\"items\":[" + ACT + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public ActsView listRollActs(@PathParam("round") UUID round) {
        polling.known(round);
        return new ActsView(actOnRoll.of(round).stream().map(ActView::of).toList());
    }
}
