package pe.minka.registry.regulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.time.Instant;
import java.util.List;

/** Regulations: ordinances that run. */
@Path("/v1/regulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regulations")
class RegulationResource {

    private final Regulations regulations;
    private final PublishRegulation publishRegulation;
    private final Caller caller;

    RegulationResource(Regulations regulations, PublishRegulation publishRegulation, Caller caller) {
        this.regulations = regulations;
        this.publishRegulation = publishRegulation;
        this.caller = caller;
    }

    /**
     * @param version the newest text
     * @param entity absent for a national norm
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegulationSummary(
            String regulation, int version, @Nullable EntityCode entity) {}

    /** The shape of a page, for the contract. */
    record RegulationPage(
            List<RegulationSummary> items, @Nullable String next) {}

    /**
     * @param sha256 of the document in canonical form: members sorted by name, no blanks
     * @param document as handed in, or with the defaults of the norm filled in where `view=effective` is asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegulationView(
            String regulation,
            int version,
            @Nullable EntityCode entity,
            String sha256,
            Instant publishedAt,
            List<Integer> versions,

            @Schema(type = SchemaType.OBJECT, description = "contracts/regulation/regulation.schema.json")
            JsonNode document) {}

    /** Which form of the document is wanted. */
    enum View {
        document,
        effective
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "listRegulations",
            summary = "Regulations",
            description = "National norms and local ordinances, by identifier.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = RegulationPage.class),
                            examples = @ExampleObject(name = "regulations", value = RegulationExamples.LIST)))
    public Response listRegulations(
            @Parameter(description = "Only those of this entity.", example = "300305") @QueryParam("entity") @Nullable
                    EntityCode entity,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        var found = regulations.list(entity, page.after(), page.limit + 1);
        return Page.of(found, page, RegulationRecord::identifier)
                .map(regulation ->
                        new RegulationSummary(regulation.identifier(), regulation.newest(), regulation.entity()))
                .toResponse(uri);
    }

    @PUT
    @Path("/{regulation}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Operation(
            operationId = "putRegulation",
            summary = "Publish a text of a regulation",
            description =
                    "The first text with `If-None-Match: *`, each next one with `If-Match` of the newest."
                            + " The document is held to its JSON Schema, to itself (weights add to 100, a post for each member)"
                            + " and to what the national norm in force leaves to an ordinance; every fault is named with its JSON Pointer and article."
                            + " `version` may be left out. A published text never changes: a process keeps the one it was called under."
                            + " National norms come with the service; a platform-admin may publish further ones without `entity`.")
    @RequestBody(
            description = "A document in the form of `GET /v1/schemas/regulation`",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "ordinance", value = RegulationExamples.DOCUMENT)))
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content =
                    @Content(
                            schema = @Schema(implementation = RegulationView.class),
                            examples = @ExampleObject(name = "published", value = RegulationExamples.VIEW)))
    @APIResponse(
            responseCode = "200",
            description = "The newest text is this one already",
            content =
                    @Content(
                            schema = @Schema(implementation = RegulationView.class),
                            examples = @ExampleObject(name = "published", value = RegulationExamples.VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`: an entity out of reach, or no such regulation of it")
    @APIResponse(responseCode = "412", description = "`regulation-exists`, `stale-version`")
    @APIResponse(
            responseCode = "422",
            description = "`regulation-malformed`, `regulation-incoherent`, `regulation-outside-the-norm`")
    @APIResponse(responseCode = "428", description = "`precondition-required`")
    public Response putRegulation(
            @Parameter(example = "coyllurqui-2016") @PathParam("regulation") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                    String identifier,
            @Parameter(
                            description =
                                    "The entity whose ordinance it is; may be left out where the token reaches exactly one.",
                            example = "300305")
                    @QueryParam("entity")
                    @Nullable
                    EntityCode entity,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @NotNull JsonNode document) {
        if (!(document instanceof ObjectNode object)) {
            throw Problem.badRequest("malformed-body").toException();
        }
        var owner = owner(entity);
        var published = "*".equals(ifNoneMatch)
                ? publishRegulation.create(identifier, owner, object, caller.subject())
                : publishRegulation.next(identifier, owner, object, ifMatch, caller.subject());
        return answer(identifier, owner, published.text(), View.document, published.created() ? 201 : 200);
    }

    private @Nullable EntityCode owner(@Nullable EntityCode entity) {
        var owner = entity == null ? caller.soleEntity().orElse(null) : entity;
        if (owner == null) {
            if (!caller.hasRole(Roles.PLATFORM_ADMIN)) {
                throw Problem.badRequest("entity-missing").toException();
            }
            return null;
        }
        caller.mustActFor(owner);
        return owner;
    }

    @GET
    @Path("/{regulation}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getRegulation",
            summary = "The newest text of a regulation",
            description =
                    "As handed in, or with `view=effective` with the defaults of the national norm filled in, as every service reads it.")
    @APIResponse(
            responseCode = "200",
            description = "The regulation; its ETag is needed to publish the next text",
            content =
                    @Content(
                            schema = @Schema(implementation = RegulationView.class),
                            examples = @ExampleObject(name = "regulation", value = RegulationExamples.VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getRegulation(
            @Parameter(example = "coyllurqui-2016") @PathParam("regulation") String identifier,
            @QueryParam("view") @DefaultValue("document") View view) {
        var regulation = regulations
                .find(identifier)
                .orElseThrow(() -> Problem.notFound().toException());
        return answer(regulation, regulation.newest(), view);
    }

    @GET
    @Path("/{regulation}/versions/{version}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getRegulationVersion",
            summary = "One text of a regulation",
            description = "A published text never changes, so that it may be cached for ever.")
    @APIResponse(
            responseCode = "200",
            description = "The text",
            content =
                    @Content(
                            schema = @Schema(implementation = RegulationView.class),
                            examples = @ExampleObject(name = "regulation", value = RegulationExamples.VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response getRegulationVersion(
            @Parameter(example = "coyllurqui-2016") @PathParam("regulation") String identifier,
            @Parameter(example = "1") @PathParam("version") int version,
            @QueryParam("view") @DefaultValue("document") View view) {
        var regulation = regulations
                .find(identifier)
                .orElseThrow(() -> Problem.notFound().toException());
        return answer(regulation, version, view);
    }

    private Response answer(RegulationRecord regulation, int version, View view) {
        var text = regulations
                .text(regulation.identifier(), version)
                .orElseThrow(() -> Problem.notFound().toException());
        return answer(regulation.identifier(), regulation.entity(), text, view, 200);
    }

    private Response answer(
            String identifier, @Nullable EntityCode entity, RegulationVersion text, View view, int status) {
        var versions = regulations.texts(identifier).stream()
                .map(RegulationVersion::version)
                .toList();
        return Response.status(status)
                .entity(new RegulationView(
                        identifier,
                        text.version(),
                        entity,
                        text.sha256(),
                        text.publishedAt(),
                        versions,
                        view == View.effective ? text.effective() : text.document()))
                .tag(Versions.etag(text.version()))
                .build();
    }
}
