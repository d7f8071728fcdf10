package pe.minka.registry.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What agents are taught with, in their language and for their culture. */
@Path("/v1/processes/{process}/training-materials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training")
class TrainingMaterialResource {

    private static final String REQUEST = """
            {"title":"Imaynatam qullqi rakinakun","topics":["PB_CONCEPT_AND_PHASES"],"kind":"GUIDE","language":"qu",\
            "file":{"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","mediaType":"application/pdf","bytes":482113,\
            "address":"https://www.municoyllurqui.gob.pe/pp/guia-qu.pdf"}}""";
    private static final String VALIDATION = """
            {"culture":"Quechua Cusco-Collao","body":"Federación Campesina de Cotabambas","on":"2016-02-20"}""";
    private static final String MATERIAL = """
            {"material":"3a7c1e52-6f0d-4b8e-9a41-2c5d7e9f1b60","title":"Imaynatam qullqi rakinakun","topics":["PB_CONCEPT_AND_PHASES"],\
            "kind":"GUIDE","language":"qu","file":{"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "mediaType":"application/pdf","bytes":482113,"address":"https://www.municoyllurqui.gob.pe/pp/guia-qu.pdf"},"validations":[""" + VALIDATION + "],\"usedIn\":2}";

    private final TrainingMaterials materials;
    private final Processes processes;
    private final Caller caller;
    private final Clock clock;

    TrainingMaterialResource(TrainingMaterials materials, Processes processes, Caller caller, Clock clock) {
        this.materials = materials;
        this.processes = processes;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param sha256 tells whether the file is still the same
     * @param address where anyone may read it
     */
    @Schema(name = "TrainingMaterialFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,

            @NotNull @Pattern(regexp = "[a-z]+/[A-Za-z0-9.+-]{1,100}")
            String mediaType,

            @Min(1) long bytes,

            @Nullable @Size(max = 1000) @Pattern(regexp = "https://.*")
            String address) {

        TrainingMaterial.File file() {
            return new TrainingMaterial.File(sha256, mediaType, bytes, address);
        }

        static @Nullable FileRequest of(TrainingMaterial.@Nullable File file) {
            return file == null ? null : new FileRequest(file.sha256(), file.mediaType(), file.bytes(), file.address());
        }
    }

    /**
     * @param topics codes of the regulation's programme, or others
     * @param file absent where there is none, as of a game
     */
    @Schema(name = "NewTrainingMaterial")
    record MaterialRequest(
            @NotBlank @Size(min = 3, max = 200) String title,
            @NotEmpty @Size(max = 40) List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String> topics,
            TrainingMaterial.@NotNull Kind kind,

            @NotNull @Pattern(regexp = "[a-z]{2,3}") String language,

            @Nullable @Valid FileRequest file) {}

    /**
     * @param culture it was validated for
     * @param body that validated it, by its public name; or else
     * @param capacity of the person who did, who is not named
     */
    @Schema(name = "TrainingMaterialValidation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValidationRequest(
            @NotBlank @Size(min = 2, max = 100) String culture,
            @Nullable @Size(min = 3, max = 200) String body,
            TrainingMaterial.@Nullable Capacity capacity,
            @NotNull LocalDate on) {

        TrainingMaterial.Validation validation() {
            return new TrainingMaterial.Validation(culture.strip(), body == null ? null : body.strip(), capacity, on);
        }

        static ValidationRequest of(TrainingMaterial.Validation validation) {
            return new ValidationRequest(
                    validation.culture(), validation.body(), validation.capacity(), validation.on());
        }
    }

    /** @param usedIn sessions that used it */
    @Schema(name = "TrainingMaterial")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MaterialView(
            UUID material,
            String title,
            List<String> topics,
            TrainingMaterial.Kind kind,
            String language,
            @Nullable FileRequest file,
            List<ValidationRequest> validations,
            int usedIn) {

        static MaterialView of(TrainingMaterial material) {
            return new MaterialView(
                    material.id(),
                    material.title(),
                    material.topics(),
                    material.kind(),
                    material.language(),
                    FileRequest.of(material.file()),
                    material.validations().stream().map(ValidationRequest::of).toList(),
                    material.usedIn());
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(name = "TrainingMaterials")
    record MaterialPage(List<MaterialView> items, @Nullable String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "addTrainingMaterial",
            summary = "Add a training material",
            description = "With its topics, its language and, where it is a file, hash, type, size and address."
                    + " Sessions name the materials they used.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MaterialRequest.class),
                            examples = @ExampleObject(name = "guide", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            schema = @Schema(implementation = MaterialView.class),
                            examples = @ExampleObject(name = "guide", value = MATERIAL)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`training-material-exists`")
    public Response addTrainingMaterial(@PathParam("process") ProcessId id, @Valid @NotNull MaterialRequest request) {
        caller.mustActFor(processes.get(id).entity());
        var file = request.file();
        var material = new TrainingMaterial(
                UUID.randomUUID(),
                request.title().strip(),
                request.topics(),
                request.kind(),
                request.language(),
                file == null ? null : file.file(),
                List.of(),
                0);
        if (!materials.add(id, material)) {
            throw Problem.conflict("training-material-exists").toException();
        }
        return Response.created(URI.create("/v1/processes/" + id + "/training-materials/" + material.id()))
                .entity(MaterialView.of(material))
                .build();
    }

    @POST
    @Path("/{material}/validations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "validateTrainingMaterial",
            summary = "Record that a material was validated for a culture",
            description =
                    "By a body under its public name, or by a person in a capacity, who is not named. A material may be validated for several cultures.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ValidationRequest.class),
                            examples = @ExampleObject(name = "federation", value = VALIDATION)))
    @APIResponse(
            responseCode = "200",
            description = "The material with its validations",
            content =
                    @Content(
                            schema = @Schema(implementation = MaterialView.class),
                            examples = @ExampleObject(name = "guide", value = MATERIAL)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`validator-unclear`, `validation-ahead`")
    public Response validateTrainingMaterial(
            @PathParam("process") ProcessId id,
            @PathParam("material") UUID material,
            @Valid @NotNull ValidationRequest request) {
        caller.mustActFor(processes.get(id).entity());
        found(id, material);
        if ((request.body() == null) == (request.capacity() == null)) {
            throw Problem.unprocessable("validator-unclear").toException();
        }
        if (request.on().isAfter(Peru.today(clock))) {
            throw Problem.unprocessable("validation-ahead").toException();
        }
        materials.validated(material, request.validation());
        return Response.ok(MaterialView.of(found(id, material))).build();
    }

    @GET
    @Path("/{material}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(operationId = "getTrainingMaterial", summary = "One training material", description = "For anyone.")
    @APIResponse(
            responseCode = "200",
            description = "The material",
            content =
                    @Content(
                            schema = @Schema(implementation = MaterialView.class),
                            examples = @ExampleObject(name = "guide", value = MATERIAL)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public MaterialView getTrainingMaterial(@PathParam("process") ProcessId id, @PathParam("material") UUID material) {
        return MaterialView.of(found(id, material));
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listTrainingMaterials",
            summary = "Training materials",
            description = "Of the process, for anyone: with language, validations and the sessions that used them.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = MaterialPage.class),
                            examples = @ExampleObject(name = "materials", value = "{\"items\":[" + MATERIAL + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listTrainingMaterials(
            @PathParam("process") ProcessId id,
            @Parameter(description = "Only those in this language.", example = "qu") @QueryParam("language") @Nullable
                    String language,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        processes.get(id);
        var found = materials.of(id, language, page.afterId(), page.limit + 1);
        return Page.of(found, page, TrainingMaterial::id).map(MaterialView::of).toResponse(uri);
    }

    private TrainingMaterial found(ProcessId process, UUID material) {
        return materials
                .find(process, material)
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
