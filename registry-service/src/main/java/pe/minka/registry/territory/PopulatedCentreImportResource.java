package pe.minka.registry.territory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.imports.ImportRequest;

import java.io.InputStream;

/** INEI's directory of populated centres, brought as a file. */
@Path("/v1/imports/populated-centres")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class PopulatedCentreImportResource {

    private static final String JOB = """
            {"id":"0b7f6f0c-9d0e-4a55-8f0e-3d8f5f0a1b02","kind":"populated-centres","entity":"000000","status":"WAITING",\
            "mode":"valid-rows","dryRun":false,"rowsRead":0,"rowsAccepted":0,"rowsRefused":0,"createdAt":"2026-03-21T15:04:05Z"}""";
    private static final String LINES = """
            ubigeo;codccpp;nombdep;nombprov;nombdist;cen_pob;categoria;area;pob;altitud
            080306;0803060001;CUSCO;ANTA;LIMATAMBO;LIMATAMBO;PUEBLO;URBANO;1830;2577
            """;

    private final BroughtLists lists;

    PopulatedCentreImportResource(BroughtLists lists) {
        this.lists = lists;
    }

    @POST
    @Consumes({"text/csv", "application/x-ndjson"})
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Scope(Scope.ANY)
    @Operation(
            operationId = "importPopulatedCentres",
            summary = "Load the populated centres",
            description =
                    "INEI's directory in CSV (comma or semicolon) or JSON lines, under the names of its layer of populated centres:"
                            + " codccpp (ten digits), cen_pob, ubigeo, categoria, area, pob, altitud; its other columns are read over. The code says the district;"
                            + " names are never matched. What the list changes stands at the address of the `Link` header with `rel=\"differences\"`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "directory", value = LINES)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; follow the job at `Location`",
            content =
                    @Content(schema = @Schema(ref = "ImportJob"), examples = @ExampleObject(name = "job", value = JOB)))
    public Response importPopulatedCentres(@BeanParam ImportRequest request, InputStream file) {
        return lists.start(PopulatedCentreImporter.KIND, request, file);
    }
}
