package pe.minka.registry.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.agent.Identities;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who judges proposals, and what each has declared. */
@Path("/v1/processes/{process}/evaluators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluators")
class EvaluatorResource {

    private static final String EVALUATOR = """
            {"evaluator":"0c1d7a8e-5a40-4a3c-9b58-0d0a6c2f4e01","post":"Ingeniero evaluador","unit":"Unidad Formuladora",\
            "engagement":"CAREER","act":"Resolución de Alcaldía 040-2020","declaredOn":"2020-02-10","mayEvaluate":true}""";

    private final Interests interests;
    private final NamePanel namePanel;
    private final Identities identities;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    EvaluatorResource(
            Interests interests,
            NamePanel namePanel,
            Identities identities,
            Processes processes,
            Caller caller,
            Clock clock) {
        this.interests = interests;
        this.namePanel = namePanel;
        this.identities = identities;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param account id of the account at the identity provider
     * @param act the resolution that names the evaluator
     */
    @Schema(name = "EvaluatorNamed")
    record EvaluatorRequest(
            @NotNull @Pattern(regexp = "DNI|FOREIGN_CARD|PASSPORT|TEMPORARY_PERMIT")
            String documentKind,

            @NotBlank @Size(max = 20) String documentNumber,
            @NotBlank @Size(min = 3, max = 160) String names,
            @NotBlank @Size(max = 100) String account,
            @NotBlank @Size(min = 3, max = 160) String post,
            @NotBlank @Size(min = 2, max = 160) String unit,
            @NotNull Evaluator.Engagement engagement,
            @NotBlank @Size(min = 3, max = 200) String act) {

        @Override
        public String toString() {
            return "evaluator";
        }
    }

    /**
     * @param declaredOn absent while the evaluator has declared nothing
     * @param because why the evaluator is kept from judging; absent where not
     */
    @Schema(name = "Evaluator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvaluatorView(
            UUID evaluator,
            String post,
            String unit,
            Evaluator.Engagement engagement,
            String act,
            @Nullable LocalDate declaredOn,
            boolean mayEvaluate,
            Eligibility.@Nullable Bar because) {}

    @Schema(name = "Panel")
    record PanelView(UUID proposal, int opinionsNeeded, List<UUID> evaluators) {}

    @Schema(name = "Evaluators")
    record EvaluatorsView(List<EvaluatorView> items, List<PanelView> panels) {}

    @Schema(name = "PanelNamed")
    record PanelRequest(
            @NotNull UUID proposal,
            @NotEmpty @Size(max = 20) List<@NotNull UUID> evaluators) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "nameEvaluator",
            summary = "Name an evaluator",
            description =
                    "With post, unit and the act that names the person. Names and document are kept encrypted and are in no answer. Judges nothing before declaring.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EvaluatorRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "evaluator",
                                            value =
                                                    "{\"documentKind\":\"DNI\",\"documentNumber\":\"45678922\",\"names\":\"Elena Mamani Ccori\",\"account\":\"4f3c7c3e-8a4e-4c57-8c4b-1d5e6f7a8b90\",\"post\":\"Ingeniera evaluadora\",\"unit\":\"Unidad Formuladora\",\"engagement\":\"CAREER\",\"act\":\"Resolución de Alcaldía 040-2020\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Named",
            content =
                    @Content(
                            schema = @Schema(implementation = EvaluatorView.class),
                            examples = @ExampleObject(name = "evaluator", value = EVALUATOR)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`evaluator-exists`")
    @APIResponse(responseCode = "422", description = "`document-unreadable`")
    public Response nameEvaluator(@PathParam("process") ProcessId id, @Valid @NotNull EvaluatorRequest request) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        var person = identities.remember(
                process.entity(),
                request.documentKind(),
                request.documentNumber(),
                request.names().strip());
        var evaluator = new Evaluator(
                UUID.randomUUID(),
                person,
                request.account(),
                request.post(),
                request.unit(),
                request.engagement(),
                request.act());
        if (!interests.name(id, evaluator, clock.instant())) {
            throw Problem.conflict("evaluator-exists").toException();
        }
        return Response.created(URI.create("/v1/processes/" + id + "/evaluators"))
                .entity(view(evaluator, interests.declarations(id)))
                .build();
    }

    @POST
    @Path("/panels")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "nameEvaluationPanel",
            summary = "Name who judges a proposal",
            description =
                    "At least as many as the regulation asks opinions; each has declared, is bound to no official, supplies nothing and did not propose it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PanelRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "panel",
                                            value =
                                                    "{\"proposal\":\"9d2e4c6f-b4a8-4e3d-8c5b-640155aa0001\",\"evaluators\":[\"0c1d7a8e-5a40-4a3c-9b58-0d0a6c2f4e01\",\"0c1d7a8e-5a40-4a3c-9b58-0d0a6c2f4e02\"]}")))
    @APIResponse(
            responseCode = "201",
            description = "Named",
            content =
                    @Content(
                            schema = @Schema(implementation = PanelView.class),
                            examples =
                                    @ExampleObject(
                                            name = "panel",
                                            value =
                                                    "{\"proposal\":\"9d2e4c6f-b4a8-4e3d-8c5b-640155aa0001\",\"opinionsNeeded\":2,\"evaluators\":[\"0c1d7a8e-5a40-4a3c-9b58-0d0a6c2f4e01\",\"0c1d7a8e-5a40-4a3c-9b58-0d0a6c2f4e02\"]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`panel-exists`")
    @APIResponse(
            responseCode = "422",
            description = "`panel-against-regulation` with each evaluator that may not judge, and the article")
    public Response nameEvaluationPanel(@PathParam("process") ProcessId id, @Valid @NotNull PanelRequest request) {
        var panel = namePanel.name(id, request.proposal(), request.evaluators());
        return Response.created(URI.create("/v1/processes/" + id + "/evaluators"))
                .entity(new PanelView(
                        request.proposal(),
                        processes.get(id).regulation().opinionsNeeded(),
                        panel.stream().map(Evaluator::id).toList()))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listEvaluators",
            summary = "Evaluators and their panels",
            description =
                    "Each with post, how the person came by it, and whether the declaration of interest lets the person judge; no names.")
    @APIResponse(
            responseCode = "200",
            description = "All of the process",
            content =
                    @Content(
                            schema = @Schema(implementation = EvaluatorsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "evaluators",
                                            value =
                                                    "{\"items\":[" + EVALUATOR
                                                            + "],\"panels\":[{\"proposal\":\"9d2e4c6f-b4a8-4e3d-8c5b-640155aa0001\",\"opinionsNeeded\":2,\"evaluators\":[\"0c1d7a8e-5a40-4a3c-9b58-0d0a6c2f4e01\",\"0c1d7a8e-5a40-4a3c-9b58-0d0a6c2f4e02\"]}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public EvaluatorsView listEvaluators(@PathParam("process") ProcessId id) {
        var process = processes.get(id);
        var declarations = interests.declarations(id);
        return new EvaluatorsView(
                interests.evaluators(id).values().stream()
                        .map(evaluator -> view(evaluator, declarations))
                        .toList(),
                interests.panels(id).entrySet().stream()
                        .map(panel -> new PanelView(
                                panel.getKey(), process.regulation().opinionsNeeded(), panel.getValue()))
                        .toList());
    }

    private static EvaluatorView view(Evaluator evaluator, List<InterestDeclaration> all) {
        var own = NamePanel.of(evaluator.person(), all);
        Optional<Eligibility.Bar> bar = Eligibility.barAgainst(own);
        return new EvaluatorView(
                evaluator.id(),
                evaluator.post(),
                evaluator.unit(),
                evaluator.engagement(),
                evaluator.act(),
                own.stream()
                        .filter(declaration -> declaration.capacity() == Capacity.EVALUATOR)
                        .map(InterestDeclaration::declaredOn)
                        .reduce((first, last) -> last)
                        .orElse(null),
                bar.isEmpty(),
                bar.orElse(null));
    }
}
