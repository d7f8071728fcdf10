package pe.minka.registry.territory;

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
import jakarta.ws.rs.PUT;
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
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Municipalities and other entities that run processes. */
@Path("/v1/entities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class EntityResource {

    private final Entities entities;
    private final RegisterEntity registerEntity;
    private final Caller caller;
    private final Clock clock;

    EntityResource(Entities entities, RegisterEntity registerEntity, Caller caller, Clock clock) {
        this.entities = entities;
        this.registerEntity = registerEntity;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param governs territories it may run a process for
     * @param councilSize legal number of councillors, without the mayor
     * @param validFrom since when there is the entity; absent where no list or act says
     * @param validUntil its last day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntityView(
            EntityCode entity,
            EntityKind kind,
            String name,
            Ubigeo ubigeo,
            List<Ubigeo> governs,
            @Nullable Integer councilSize,
            @Nullable LocalDate councilTermFrom,
            @Nullable LocalDate councilTermUntil,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        static EntityView of(GoverningEntity entity) {
            return new EntityView(
                    entity.code(),
                    entity.kind(),
                    entity.name(),
                    entity.seat(),
                    entity.governs(),
                    entity.councilSize(),
                    entity.councilTermFrom(),
                    entity.councilTermUntil(),
                    entity.validFrom(),
                    entity.validUntil());
        }
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "listEntities",
            summary = "Entities of a territory",
            description = "Municipalities whose seat lies in a territory, in the order of their codes."
                    + " `ubigeo=0803` gives the provincial municipality of Anta and those of its other districts.")
    @APIResponse(
            responseCode = "200",
            description = "One page of entities",
            content =
                    @Content(
                            schema = @Schema(implementation = EntityPage.class),
                            examples = @ExampleObject(name = "entities", value = TerritoryExamples.ENTITIES)))
    public Response listEntities(
            @Parameter(
                            description = "INEI code of a region, province or district; all of Peru when absent.",
                            example = "0803")
                    @QueryParam("ubigeo")
                    @DefaultValue("")
                    @Pattern(regexp = "|\\d{2}|\\d{4}|\\d{6}")
                    String ubigeo,
            @Parameter(description = "Only entities of this kind.") @QueryParam("kind") @Nullable EntityKind kind,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        var found = entities.list(ubigeo, kind, page.after(), page.limit + 1);
        return Page.of(found, page, entity -> entity.code().value())
                .map(EntityView::of)
                .toResponse(uri);
    }

    /** The shape of a page, for the contract. */
    record EntityPage(List<EntityView> items, @Nullable String next) {}

    /**
     * @param entity code at the Ministry of Economy (`sec_ejec`)
     * @param ubigeo district of the seat
     * @param validFrom since when there is the entity
     * @param validUntil its last day
     */
    @Schema(name = "EntityRegistration")
    record EntityRequest(
            @NotNull EntityCode entity,
            @NotNull EntityKind kind,
            @NotBlank @Size(min = 3, max = 200) String name,
            @NotNull Ubigeo ubigeo,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Scope(Scope.ANY)
    @Idempotent
    @Operation(
            operationId = "registerEntity",
            summary = "Register one entity",
            description =
                    "For what no list of municipalities has: a regional government, by its code at the Ministry of Economy and the district of its seat."
                            + " It governs its region; with its seat in the province of Lima it is Metropolitan Lima with the regional competences, and governs that province.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EntityRequest.class),
                            examples = @ExampleObject(name = "region", value = TerritoryExamples.REGION_REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Registered; its ETag is needed to change it",
            content =
                    @Content(
                            schema = @Schema(implementation = EntityView.class),
                            examples = @ExampleObject(name = "region", value = TerritoryExamples.REGION)))
    @APIResponse(responseCode = "409", description = "`entity-exists`")
    @APIResponse(responseCode = "422", description = "`seat-unknown`, `term-ends-before-it-begins`")
    public Response registerEntity(@Valid @NotNull EntityRequest request) {
        var from = request.validFrom();
        var until = request.validUntil();
        if (from != null && until != null && until.isBefore(from)) {
            throw Problem.unprocessable("term-ends-before-it-begins").toException();
        }
        var entity = registerEntity.register(
                request.entity(), request.kind(), request.name().strip(), request.ubigeo(), from, until);
        return Response.created(URI.create("/v1/entities/" + request.entity()))
                .entity(EntityView.of(entity))
                .tag(Versions.etag(entity.version()))
                .build();
    }

    @GET
    @Path("/{entity}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getEntity",
            summary = "One entity",
            description = "By its MEF code (`sec_ejec`), which is never a UBIGEO.")
    @APIResponse(
            responseCode = "200",
            description = "The entity; its ETag is needed to change it",
            content =
                    @Content(
                            schema = @Schema(implementation = EntityView.class),
                            examples = @ExampleObject(name = "entity", value = TerritoryExamples.ENTITY)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getEntity(@Parameter(example = "300305") @PathParam("entity") EntityCode code) {
        return answer(entities.get(code));
    }

    /** @param councillors legal number of councillors, without the mayor */
    @Schema(name = "Council")
    record CouncilRequest(
            @Min(1) @Max(60) int councillors,
            @NotNull LocalDate termFrom,
            @NotNull LocalDate termUntil) {}

    @PUT
    @Path("/{entity}/council")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "putCouncil",
            summary = "Council size and term",
            description =
                    "States how many councillors the law gives the entity and for which term; the seats of the coordination council are derived from it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CouncilRequest.class),
                            examples = @ExampleObject(name = "council", value = TerritoryExamples.COUNCIL)))
    @APIResponse(
            responseCode = "200",
            description = "The entity as it stands now",
            content =
                    @Content(
                            schema = @Schema(implementation = EntityView.class),
                            examples = @ExampleObject(name = "entity", value = TerritoryExamples.ENTITY)))
    @APIResponse(responseCode = "412", description = "`stale-version`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response putCouncil(
            @Parameter(example = "300305") @PathParam("entity") EntityCode code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CouncilRequest request) {
        caller.mustActFor(code);
        var entity = entities.get(code);
        Versions.require(ifMatch, entity.version());
        if (!request.termUntil().isAfter(request.termFrom())) {
            throw Problem.unprocessable("term-ends-before-it-begins").toException();
        }
        entity.hasCouncil(request.councillors(), request.termFrom(), request.termUntil(), clock.instant());
        entities.flush();
        return answer(entity);
    }

    private static Response answer(GoverningEntity entity) {
        return Response.ok(EntityView.of(entity))
                .tag(Versions.etag(entity.version()))
                .build();
    }
}
