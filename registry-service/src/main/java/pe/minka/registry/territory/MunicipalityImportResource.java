package pe.minka.registry.territory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.imports.ImportRequest;

import java.io.InputStream;
import java.util.Objects;

/** The list of all municipalities, brought as a file or taken from the service itself. */
@Path("/v1/imports/municipalities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class MunicipalityImportResource {

    private static final String BUILT_IN = "municipalities/municipalities.csv";
    private static final String JOB = """
            {"id":"0b7f6f0c-9d0e-4a55-8f0e-3d8f5f0a1b01","kind":"municipalities","entity":"000000","status":"WAITING",\
            "mode":"valid-rows","dryRun":false,"rowsRead":0,"rowsAccepted":0,"rowsRefused":0,"createdAt":"2016-03-21T15:04:05Z"}""";
    private static final String LINES = """
            entity,kind,name,ubigeo,region,province,district,capital,reniec,population,altitude,poverty_percent
            300305,DISTRICT_MUNICIPALITY,Municipalidad Distrital de Coyllurqui,030503,Apurímac,Cotabambas,Coyllurqui,Coyllurqui,030502,6427,3184,53.77
            """;

    private final BroughtLists lists;

    MunicipalityImportResource(BroughtLists lists) {
        this.lists = lists;
    }

    @POST
    @Consumes({"text/csv", "application/x-ndjson", "*/*"})
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Scope(Scope.ANY)
    @Operation(
            operationId = "importMunicipalities",
            summary = "Load the municipalities",
            description =
                    "From the body, or with `source=built-in` the 1,891 municipalities of Peru that come with the service"
                            + " (INEI 2025, MEF). Those that are known and unchanged are left alone, so that it may be repeated;"
                            + " an optional value that is not given leaves what is known. Optional columns: reniec, poverty_percent, valid_from, valid_until."
                            + " What the list changes stands at the address of the `Link` header with `rel=\"differences\"`.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "list", value = LINES)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; follow the job at `Location`",
            content =
                    @Content(schema = @Schema(ref = "ImportJob"), examples = @ExampleObject(name = "job", value = JOB)))
    public Response importMunicipalities(
            @Parameter(
                            description = "Where the list comes from.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"body", "built-in"},
                                            defaultValue = "body"))
                    @QueryParam("source")
                    @DefaultValue("body")
                    @Pattern(regexp = "body|built-in")
                    String source,
            @BeanParam ImportRequest request,
            @Nullable InputStream file) {
        if (source.equals("built-in")) {
            request.contentType = "text/csv";
            return lists.start(MunicipalityImporter.KIND, request, builtIn());
        }
        return lists.start(
                MunicipalityImporter.KIND, request, Objects.requireNonNullElseGet(file, InputStream::nullInputStream));
    }

    private static InputStream builtIn() {
        return Objects.requireNonNull(
                MunicipalityImportResource.class.getClassLoader().getResourceAsStream(BUILT_IN),
                "the service was built without its list of municipalities");
    }
}
