package pe.minka.transparency.finding;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.util.UUID;

/** What the facts show to be amiss, and what is said to it. */
@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Findings",
        description = "What the facts show to be amiss, raised once a subject, answered and closed in public.")
public class FindingResource {

    private static final String EXAMPLE = """
            {"finding":"d7ebf509-315f-40a3-88ec-6271809fad01","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","entity":"300305",
            "kind":"NOT_IN_MINUTES","severity":"BREACH","subject":"3d415b6f-97c8-4609-9e42-c8d7e6f50f01",
            "title":{"es":"Obra pagada que no está en ningún acta"},
            "explanation":{"es":"Se registró un gasto de S/ 85000.00 en «Plaza con esculturas», y ningún acuerdo de este presupuesto participativo nombra esa obra."},
            "figures":{"agreementsNamingTheWork":"0","amount":"85000.00"},"law":"Ley 28056 art. 1","state":"RAISED","holds":true,
            "raisedAt":"2016-08-02T15:00:00Z","answers":[]}""";

    private final Findings findings;
    private final AnswerFinding answerFinding;
    private final Caller caller;

    FindingResource(Findings findings, AnswerFinding answerFinding, Caller caller) {
        this.findings = findings;
        this.answerFinding = answerFinding;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List findings",
            description =
                    "Findings of a process, of an entity or of all, with their answers. A finding never disappears: "
                            + "where the facts no longer show it, `holds` is false.")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings.",
            content =
                    @Content(
                            schema = @Schema(implementation = FindingPage.class),
                            examples = @ExampleObject(name = "findings", value = "{\"items\":[" + EXAMPLE + "]}")))
    @APIResponse(responseCode = "400", description = "`unknown-cursor`, `invalid-request`")
    public Response listFindings(
            @QueryParam("process") @Parameter(description = "Only of this process.") @Nullable ProcessId process,
            @QueryParam("entity") @Parameter(description = "Only of this entity.") @Nullable EntityCode entity,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = findings.list(process, entity, page.after(UUID::fromString), page.limit + 1);
        return Page.of(found, page, Finding::finding).toResponse(uri);
    }

    @GET
    @Path("/{finding}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read a finding",
            description = "One finding with its figures and answers. The `ETag` is asked for when it is closed.")
    @APIResponse(
            responseCode = "200",
            description = "The finding.",
            content =
                    @Content(
                            schema = @Schema(implementation = Finding.class),
                            examples = @ExampleObject(name = "finding", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response readFinding(@PathParam("finding") UUID finding) {
        var found = findings.find(finding).orElseThrow(() -> Problem.notFound().toException());
        return Response.ok(found).tag(Versions.etag(found.version())).build();
    }

    @POST
    @Path("/{finding}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ENTITY_ADMIN, Roles.EXECUTION_OFFICER, Roles.BUDGET_OFFICER, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Answer a finding",
            description =
                    "The entity says what it has to say; the answer is published at once, under the name of the office. "
                            + "It must not name a person by number, telephone or e-mail.")
    @APIResponse(
            responseCode = "201",
            description = "The finding with the answer.",
            content =
                    @Content(
                            schema = @Schema(implementation = Finding.class),
                            examples = @ExampleObject(name = "answered", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "`idempotency-key-missing`, `invalid-request`, `malformed-body`")
    @APIResponse(responseCode = "401", description = "`unauthenticated`")
    @APIResponse(responseCode = "403", description = "`forbidden-role`")
    @APIResponse(responseCode = "404", description = "`not-found`: unknown, or of another entity")
    @APIResponse(responseCode = "409", description = "`finding-closed`, `request-in-flight`")
    @APIResponse(responseCode = "422", description = "`text-names-a-person`, `idempotency-key-reused`")
    public Response answerFinding(
            @PathParam("finding") UUID finding,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "One effect for each key.", example = "9b2c7f0e", required = true)
                    @Nullable
                    String idempotencyKey,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AnswerRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "answer",
                                                            value =
                                                                    "{\"office\":\"Gerencia de Infraestructura\",\"text\":\"La obra se incorporó por emergencia.\",\"document\":\"Acuerdo de Concejo 081-2016\"}")))
                    @Valid
                    @NotNull
                    AnswerRequest request) {
        var known = ofCaller(finding);
        if (known.state() == Finding.State.CLOSED) {
            throw Problem.conflict("finding-closed").toException();
        }
        if (PublicText.namesAPerson(request.office() + "\n" + request.text() + "\n" + request.document())) {
            throw Problem.unprocessable("text-names-a-person").toException();
        }
        var answered = answerFinding.answer(known, request.office(), request.text(), request.document());
        return Response.status(Response.Status.CREATED)
                .location(java.net.URI.create("/v1/findings/" + finding))
                .tag(Versions.etag(answered.version()))
                .entity(answered)
                .build();
    }

    @POST
    @Path("/{finding}/closure")
    @RolesAllowed({Roles.VIGILANCE_MEMBER, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Operation(
            summary = "Close a finding",
            description = "Those who watch over the process are content with what became of it. It stays visible. "
                    + "`If-Match` names the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "The closed finding.",
            content =
                    @Content(
                            schema = @Schema(implementation = Finding.class),
                            examples = @ExampleObject(name = "closed", value = EXAMPLE)))
    @APIResponse(responseCode = "401", description = "`unauthenticated`")
    @APIResponse(responseCode = "403", description = "`forbidden-role`")
    @APIResponse(responseCode = "404", description = "`not-found`: unknown, or of another entity")
    @APIResponse(responseCode = "409", description = "`finding-closed`, `finding-not-answered`")
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    @jakarta.transaction.Transactional
    public Response closeFinding(
            @PathParam("finding") UUID finding,
            @HeaderParam("If-Match")
                    @Parameter(description = "The `ETag` of the finding as read.", example = "\"v2\"")
                    @Nullable
                    String ifMatch) {
        var known = ofCaller(finding);
        Versions.require(ifMatch, known.version());
        switch (known.state()) {
            case RAISED -> throw Problem.conflict("finding-not-answered").toException();
            case CLOSED -> throw Problem.conflict("finding-closed").toException();
            case ANSWERED -> {}
        }
        var closed = answerFinding.close(known);
        return Response.ok(closed).tag(Versions.etag(closed.version())).build();
    }

    private Finding ofCaller(UUID finding) {
        var known = findings.lock(finding).orElseThrow(() -> Problem.notFound().toException());
        if (!caller.hasRole(Roles.AUDITOR)) {
            caller.mustActFor(known.entity());
        }
        return known;
    }

    /** @param document the act or file that the answer rests on, where there is one */
    @Schema(name = "AnswerFinding")
    record AnswerRequest(
            @NotBlank @Size(max = 200) @Schema(examples = "Gerencia de Infraestructura")
            String office,

            @NotBlank @Size(max = 4000) String text,
            @Nullable @Size(max = 200) String document) {}

    /** How a page of findings looks. */
    @Schema(name = "FindingPage", type = SchemaType.OBJECT)
    record FindingPage(
            java.util.List<Finding> items, @Nullable String next) {}
}
