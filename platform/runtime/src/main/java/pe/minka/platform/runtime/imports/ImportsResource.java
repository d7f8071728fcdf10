package pe.minka.platform.runtime.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.imports.ImportTables.RowResult;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.problem.ProblemTexts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files of many rows: followed while they are taken in, and row by row afterwards")
@RolesAllowed({
    Roles.REGISTRAR,
    Roles.FACILITATOR,
    Roles.EVALUATOR,
    Roles.BUDGET_OFFICER,
    Roles.EXECUTION_OFFICER,
    Roles.ENTITY_ADMIN,
    Roles.PLATFORM_ADMIN
})
@Scope(Scope.OWN)
@IfBuildProperty(name = "minka.imports.enabled", stringValue = "true")
class ImportsResource {

    private static final String JOB_EXAMPLE = """
            {"id":"0b7f6f0c-9d0e-4a55-8f0e-3d8f5f0a1b01","kind":"agents","entity":"300305","status":"FINISHED",\
            "mode":"valid-rows","dryRun":false,"rowsRead":300,"rowsAccepted":299,"rowsRefused":1,\
            "createdAt":"2016-03-21T15:04:05Z","endedAt":"2016-03-21T15:04:07Z"}""";
    private static final String ROWS_EXAMPLE = """
            {"items":[{"number":17,"line":18,"accepted":false,"errors":[{"column":"sex","position":4,\
            "code":"unreadable-value","detail":"Ese valor no se entiende."}]}]}""";

    private final ImportTables tables;
    private final Caller caller;
    private final ProblemTexts texts;

    ImportsResource(ImportTables tables, Caller caller, ProblemTexts texts) {
        this.tables = tables;
        this.caller = caller;
        this.texts = texts;
    }

    @Schema(name = "ImportRow", description = "What became of one row")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            @Schema(description = "From 1, the header not counted")
            long number,

            @Schema(description = "Line of the file, from 1")
            long line,

            @Schema(description = "Whether it is sound; it is taken where the job is FINISHED and no dry run")
            boolean accepted,

            @Schema(description = "Id of what the row became") @Nullable
            String subject,

            @Nullable List<ImportView.Fault> errors) {}

    @Schema(name = "ImportRowPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowPage(List<RowView> items, @Nullable String next) {}

    @GET
    @Path("/{job}")
    @Operation(summary = "Follow an import", description = "How far a file has been taken in, and how it ended.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = ImportView.class), example = JOB_EXAMPLE))
    public ImportView readImport(@PathParam("job") UUID id, @Context HttpHeaders headers) {
        var job = job(id);
        var problem = job.problem();
        return ImportView.of(job, problem == null ? null : view(problem, language(headers)));
    }

    @GET
    @Path("/{job}/rows")
    @Operation(
            summary = "List the rows of an import",
            description = "What became of each row, in the order of the file.")
    @APIResponse(
            responseCode = "200",
            description = "A page of rows",
            content = @Content(schema = @Schema(implementation = RowPage.class), example = ROWS_EXAMPLE))
    public Response listImportRows(
            @PathParam("job") UUID id,
            @QueryParam("refused") @DefaultValue("false") @Parameter(description = "Only the refused ones.")
                    boolean refused,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        var job = job(id);
        var language = language(headers);
        var found = tables.rows(job.id(), page.afterOrdinal(), refused, page.limit + 1);
        return Page.of(found, page, RowResult::number)
                .map(row -> new RowView(
                        row.number(),
                        row.line(),
                        row.accepted(),
                        row.subject(),
                        row.accepted()
                                ? null
                                : row.breaches().stream()
                                        .map(breach -> view(breach, language))
                                        .toList()))
                .toResponse(uri);
    }

    private ImportJob job(UUID id) {
        var job = tables.find(id).orElseThrow(() -> Problem.notFound().toException());
        caller.mustActFor(job.context().entity());
        return job;
    }

    private String language(HttpHeaders headers) {
        return texts.negotiate(Objects.requireNonNullElse(headers.getHeaderString("Accept-Language"), "es"));
    }

    private ImportView.Fault view(Breach breach, String language) {
        var key = texts.has(language, breach.code() + ".error") ? ".error" : ".detail";
        return new ImportView.Fault(
                breach.column().isEmpty() ? null : breach.column(),
                breach.position() == 0 ? null : breach.position(),
                breach.code(),
                texts.text(language, breach.code() + key, breach.values()));
    }
}
