package pe.minka.registry.body;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.organisation.Organisations;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.net.URI;

/** Bodies named for a process, held to its regulation. */
@Path("/v1/processes/{process}/bodies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bodies")
class ProcessBodyResource {

    private final ConstituteBody constituteBody;
    private final Bodies bodies;
    private final Processes processes;
    private final Organisations organisations;
    private final Caller caller;

    ProcessBodyResource(
            ConstituteBody constituteBody,
            Bodies bodies,
            Processes processes,
            Organisations organisations,
            Caller caller) {
        this.constituteBody = constituteBody;
        this.bodies = bodies;
        this.processes = processes;
        this.organisations = organisations;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "constituteProcessBody",
            summary = "Name a body of a process",
            description =
                    "Such as its technical team or a communal board, by the act that names it and with its members, held to what the regulation says of its seats.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BodyRequest.class),
                            examples = @ExampleObject(name = "team", value = BodyExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Named",
            content =
                    @Content(
                            schema = @Schema(implementation = BodyView.class),
                            examples = @ExampleObject(name = "team", value = BodyExamples.BODY)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`body-against-regulation` with each seat that the regulation refuses, and each quota that the seats do not meet")
    public Response constituteProcessBody(@PathParam("process") ProcessId id, @Valid @NotNull BodyRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        var statement = request.of(process.entity(), id);
        refuseBreaches(process, statement);
        var body = constituteBody.constitute(statement);
        return Response.created(URI.create("/v1/processes/" + id + "/bodies"))
                .entity(view(process, body))
                .build();
    }

    private static void refuseBreaches(CalledProcess process, BodyStatement statement) {
        var problem = Problem.unprocessable("body-against-regulation");
        SeatRules.breaches(statement.seats(), process.regulation().body(statement.kind()))
                .forEach(breach -> problem.error(
                        breach.pointer(), breach.code(), "expected", breach.expected(), "law", breach.law()));
        SeatRules.unmet(statement.seats(), SeatRules.quotas(statement.kind(), process.regulation()))
                .forEach(gap -> problem.error(
                        "/seats",
                        "quota-unmet",
                        "group",
                        gap.quota().group(),
                        "have",
                        gap.have(),
                        "need",
                        gap.need(),
                        "law",
                        gap.quota().law()));
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listProcessBodies",
            summary = "Bodies of a process",
            description =
                    "Those named for it and the standing bodies of its entity, each with its composition and, where the regulation gives seats to"
                            + " organisations, how many there are, the quorum on them, and which are vacant.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            schema = @Schema(implementation = BodiesView.class),
                            examples = @ExampleObject(name = "bodies", value = BodyExamples.BODIES)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public BodiesView listProcessBodies(@PathParam("process") ProcessId id) {
        var process = processes.get(id);
        return new BodiesView(bodies.of(process.entity(), id).stream()
                .map(body -> view(process, body))
                .toList());
    }

    private BodyView view(CalledProcess process, Body body) {
        var rule = process.regulation().body(body.kind());
        return BodyView.of(
                body,
                rule.isMissingNode()
                        ? null
                        : ForeseenSeats.of(rule, organisations.all(process.entity()), body.seats())
                                .orElse(null));
    }
}
