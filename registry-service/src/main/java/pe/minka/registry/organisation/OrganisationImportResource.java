package pe.minka.registry.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.imports.ImportJobs;
import pe.minka.platform.runtime.imports.ImportRequest;
import pe.minka.registry.process.Processes;

import java.io.InputStream;
import java.util.Map;

/** Organisations brought as a file. */
@Path("/v1/processes/{process}/organisation-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
class OrganisationImportResource {

    private static final String JOB = """
            {"id":"0b7f6f0c-9d0e-4a55-8f0e-3d8f5f0a1b03","kind":"organisations","entity":"300305","status":"WAITING",\
            "mode":"valid-rows","dryRun":false,"rowsRead":0,"rowsAccepted":0,"rowsRefused":0,"createdAt":"2016-03-21T15:04:05Z"}""";
    private static final String LINES = """
            name;kind;zone;founded_on;registry_entry;ruc;members
            Comunidad Campesina de Pfaco;PEASANT_COMMUNITY;Z2;15/06/1987;P-11002233;;120
            """;

    private final ImportJobs imports;
    private final Processes processes;
    private final Caller caller;

    OrganisationImportResource(ImportJobs imports, Processes processes, Caller caller) {
        this.imports = imports;
        this.processes = processes;
        this.caller = caller;
    }

    @POST
    @Consumes({"text/csv", "application/x-ndjson"})
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Operation(
            operationId = "importOrganisations",
            summary = "Bring organisations",
            description =
                    "In CSV (comma or semicolon, with or without BOM) or JSON lines. Columns: name, kind, zone, founded_on (2016-03-31 or 31/03/2016),"
                            + " registry_entry, ruc, members, scope (DEPARTMENTAL, PROVINCIAL, DISTRICT), government_level (NATIONAL, REGIONAL, LOCAL), legal_representative. One that is registered already is refused with its row; a RUC that a spreadsheet has rounded is told with a hint."
                            + " Follow the job and its rows at `Location`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "organisations", value = LINES)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; follow the job at `Location`",
            content =
                    @Content(schema = @Schema(ref = "ImportJob"), examples = @ExampleObject(name = "job", value = JOB)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response importOrganisations(
            @PathParam("process") ProcessId id, @BeanParam ImportRequest request, InputStream file) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        return imports.start(OrganisationImporter.KIND, process.entity(), Map.of(), request, file);
    }
}
