package pe.minka.registry.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.minka.platform.core.Peru;
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
import java.util.UUID;

/** Declarations of interest of those who propose, judge or supply. */
@Path("/v1/processes/{process}/interest-declarations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluators")
class DeclarationResource {

    private final Interests interests;
    private final Identities identities;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    DeclarationResource(Interests interests, Identities identities, Processes processes, Caller caller, Clock clock) {
        this.interests = interests;
        this.identities = identities;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param official the post of the official, not a name */
    @Schema(name = "Tie")
    record TieView(
            @NotNull Tie.Kind kind,
            @NotBlank @Size(min = 3, max = 160) String official) {}

    /**
     * @param about the proposal or tender, where it is of one
     * @param ties to officials; empty where the person declares to have none
     */
    @Schema(name = "InterestDeclared")
    record DeclarationRequest(
            @NotNull @Pattern(regexp = "DNI|FOREIGN_CARD|PASSPORT|TEMPORARY_PERMIT")
            String documentKind,

            @NotBlank @Size(max = 20) String documentNumber,
            @NotBlank @Size(min = 3, max = 160) String names,
            @NotNull Capacity capacity,
            @Nullable UUID about,
            @NotNull @Size(max = 20) List<@Valid @NotNull TieView> ties,
            @NotNull LocalDate declaredOn) {

        @Override
        public String toString() {
            return "declaration as " + capacity;
        }
    }

    /** @param mayEvaluate whether a person who declared this may judge proposals */
    @Schema(name = "InterestDeclaration")
    record DeclarationView(UUID declaration, Capacity capacity, int ties, boolean mayEvaluate) {}

    /** How many have declared in one capacity. */
    @Schema(name = "InterestCount")
    record CountView(Capacity capacity, int declared, int boundToOfficials) {}

    @Schema(name = "InterestCounts")
    record CountsView(List<CountView> items) {}

    @Schema(name = "InterestQuestion")
    record CheckRequest(
            @NotNull @Pattern(regexp = "DNI|FOREIGN_CARD|PASSPORT|TEMPORARY_PERMIT")
            String documentKind,

            @NotBlank @Size(max = 20) String documentNumber,
            @NotNull Capacity capacity,
            @Nullable UUID about) {

        @Override
        public String toString() {
            return "question as " + capacity;
        }
    }

    /** @param declared whether the declaration that the capacity asks for is on record */
    @Schema(name = "InterestAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckView(boolean declared, boolean mayEvaluate, Eligibility.@Nullable Bar because) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "declareInterest",
            summary = "Record a declaration of interest",
            description =
                    "Of a proposer, evaluator or supplier. Who declares a tie to an official, in whatever capacity, judges no proposal of the process. Stands for good; a later one is added.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DeclarationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "declaration",
                                            value =
                                                    "{\"documentKind\":\"DNI\",\"documentNumber\":\"45678922\",\"names\":\"Elena Mamani Ccori\",\"capacity\":\"EVALUATOR\",\"ties\":[{\"kind\":\"GODPARENT\",\"official\":\"Alcalde\"}],\"declaredOn\":\"2020-02-10\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = DeclarationView.class),
                            examples =
                                    @ExampleObject(
                                            name = "declaration",
                                            value =
                                                    "{\"declaration\":\"7a1f0c55-13d4-4b52-a6a9-5d0a6c2f4e09\",\"capacity\":\"EVALUATOR\",\"ties\":1,\"mayEvaluate\":false}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`declaration-ahead`, `document-unreadable`")
    public Response declareInterest(@PathParam("process") ProcessId id, @Valid @NotNull DeclarationRequest request) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        if (request.declaredOn().isAfter(Peru.today(clock))) {
            throw Problem.unprocessable("declaration-ahead").toException();
        }
        var declaration = new InterestDeclaration(
                identities.remember(
                        process.entity(),
                        request.documentKind(),
                        request.documentNumber(),
                        request.names().strip()),
                request.capacity(),
                request.about(),
                request.ties().stream()
                        .map(tie -> new Tie(tie.kind(), tie.official()))
                        .toList(),
                request.declaredOn());
        var recorded = interests.declare(id, declaration, clock.instant(), caller.subject());
        var own = NamePanel.of(declaration.person(), interests.declarations(id));
        return Response.created(URI.create("/v1/processes/" + id + "/interest-declarations"))
                .entity(new DeclarationView(
                        recorded,
                        declaration.capacity(),
                        declaration.ties().size(),
                        Eligibility.barAgainst(own).isEmpty()))
                .build();
    }

    @POST
    @Path("/checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.ENTITY_ADMIN, Roles.EXECUTION_OFFICER, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "checkInterest",
            summary = "Whether a person has declared and may judge",
            description =
                    "Asked before a proposal, a bid or an opinion is taken: by exact document, and nothing of the person is answered.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CheckRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "question",
                                            value =
                                                    "{\"documentKind\":\"DNI\",\"documentNumber\":\"45678922\",\"capacity\":\"SUPPLIER\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content =
                    @Content(
                            schema = @Schema(implementation = CheckView.class),
                            examples =
                                    @ExampleObject(
                                            name = "answer",
                                            value =
                                                    "{\"declared\":true,\"mayEvaluate\":false,\"because\":\"BOUND_TO_OFFICIAL\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`document-unreadable`")
    public Response checkInterest(@PathParam("process") ProcessId id, @Valid @NotNull CheckRequest request) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        var own = identities
                .known(process.entity(), request.documentKind(), request.documentNumber())
                .map(person -> NamePanel.of(person, interests.declarations(id)))
                .orElse(List.of());
        var about = request.about();
        var bar = about == null ? Eligibility.barAgainst(own) : Eligibility.barAgainst(own, about);
        return Response.ok(new CheckView(
                        own.stream().anyMatch(declaration -> declaration.capacity() == request.capacity()),
                        bar.isEmpty(),
                        bar.orElse(null)))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "countInterestDeclarations",
            summary = "Declarations of interest in numbers",
            description = "How many declared in each capacity, and how many of them are bound to an official; not who.")
    @APIResponse(
            responseCode = "200",
            description = "Each capacity",
            content =
                    @Content(
                            schema = @Schema(implementation = CountsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "counts",
                                            value =
                                                    "{\"items\":[{\"capacity\":\"EVALUATOR\",\"declared\":4,\"boundToOfficials\":1}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public CountsView countInterestDeclarations(@PathParam("process") ProcessId id) {
        processes.get(id);
        var declarations = interests.declarations(id);
        return new CountsView(List.of(Capacity.values()).stream()
                .map(capacity -> new CountView(
                        capacity, people(declarations, capacity, false), people(declarations, capacity, true)))
                .toList());
    }

    private static int people(List<InterestDeclaration> declarations, Capacity capacity, boolean bound) {
        return (int) declarations.stream()
                .filter(declaration -> declaration.capacity() == capacity)
                .filter(declaration -> !bound || !declaration.ties().isEmpty())
                .map(InterestDeclaration::person)
                .distinct()
                .count();
    }
}
