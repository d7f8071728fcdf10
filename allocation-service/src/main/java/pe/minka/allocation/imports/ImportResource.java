package pe.minka.allocation.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import pe.minka.allocation.imports.ImportedFile.Status;
import pe.minka.allocation.imports.StagedLines.JudgedLine;
import pe.minka.allocation.imports.StagedLines.Only;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.imports.ImportRequest;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.problem.ProblemTexts;

import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Files of many lines over HTTP. */
@Path("/v1")
@Tag(name = "Imports", description = "Files of many lines: budget lines, investment programmes, execution.")
public class ImportResource {

    private static final String FILE =
            "{\"file\":\"3c1d5b7e-9f02-4a68-b1c4-5d6e7f809101\",\"kind\":\"execution\",\"status\":\"FINISHED\",\"mode\":\"valid-rows\",\"dryRun\":false,\"lines\":3782,\"refused\":0,\"flagged\":84,\"added\":3782,\"changed\":0,\"unchanged\":0,\"ignoredColumns\":[\"ubigeo\",\"progress_pct\"],\"receivedAt\":\"2026-01-15T15:00:00Z\",\"startedAt\":\"2026-01-15T15:00:01Z\",\"endedAt\":\"2026-01-15T15:00:03Z\"}";
    private static final String LINES =
            "{\"items\":[{\"number\":7,\"line\":8,\"outcome\":\"CHANGED\",\"errors\":[],\"flags\":[{\"column\":\"pim\",\"position\":6,\"code\":\"pim-below-pia\",\"detail\":\"El PIM es menor que el PIA.\"}],\"changes\":[{\"field\":\"accrued\",\"before\":\"1334477.00\",\"after\":\"1334500.00\"}]}]}";
    private static final String CSV =
            "fiscal_year,ubigeo,sec_ejec,municipality,pia,pim,certified,annual_commitment,monthly_commitment,accrued,disbursed,progress_pct\n2024,010108,300008,MUNICIPALIDAD DISTRITAL DE HUANCAS,1156583,5060611,5020984,1378065,1371298,1334477,1334384,26.4\n";

    private final ReceiveFile receiveFile;
    private final ImportedFiles files;
    private final StagedLines staged;
    private final Caller caller;
    private final ProblemTexts texts;

    ImportResource(
            ReceiveFile receiveFile, ImportedFiles files, StagedLines staged, Caller caller, ProblemTexts texts) {
        this.receiveFile = receiveFile;
        this.files = files;
        this.staged = staged;
        this.caller = caller;
        this.texts = texts;
    }

    @Schema(name = "ImportedFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileView(
            UUID file,

            @Schema(description = "budget-lines, investment-programme or execution.")
            String kind,

            @Schema(description = "Absent where the lines are of many entities.") @Nullable
            EntityCode entity,

            @Schema(
                    description = "WAITING; FINISHED (in a dry run nothing stayed); REFUSED: some lines are refused and"
                            + " all or nothing was asked for; FAILED: for no fault of the file's.")
            Status status,

            String mode,
            boolean dryRun,
            @Schema(description = "The header not counted.") long lines,
            long refused,

            @Schema(description = "Taken though they break a rule of the budget.")
            long flagged,

            long added,
            long changed,
            long unchanged,

            @Schema(description = "Columns that were passed over.")
            List<String> ignoredColumns,

            Instant receivedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        static FileView of(ImportedFile file) {
            return new FileView(
                    file.id(),
                    file.kind().word(),
                    file.entity(),
                    file.status(),
                    file.allOrNothing() ? "all-or-nothing" : "valid-rows",
                    file.dryRun(),
                    file.counts().lines(),
                    file.counts().refused(),
                    file.counts().flagged(),
                    file.counts().added(),
                    file.counts().changed(),
                    file.counts().unchanged(),
                    file.ignoredColumns(),
                    file.createdAt(),
                    file.startedAt(),
                    file.endedAt());
        }
    }

    @Schema(name = "ImportedLineNotice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            @Schema(description = "As the file calls it; absent where it is no single one.") @Nullable
            String column,

            @Schema(description = "From 1.") @Nullable Integer position,
            String code,
            String detail) {}

    @Schema(name = "ImportedLineChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            String field, @Nullable String before, @Nullable String after) {}

    @Schema(name = "ImportedLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            @Schema(description = "From 1, the header not counted.")
            long number,

            @Schema(description = "Line of the file, from 1.")
            long line,

            @Schema(description = "ADDED, CHANGED, UNCHANGED or REFUSED; absent while it waits.") @Nullable
            String outcome,

            @Schema(description = "Why it is refused.") List<NoticeView> errors,

            @Schema(description = "What it breaks and is taken nevertheless.")
            List<NoticeView> flags,

            @Schema(description = "In what it differs from what was published before.")
            List<ChangeView> changes) {}

    @Schema(name = "ImportedLinePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinePage(List<LineView> items, @Nullable String next) {}

    @POST
    @Path("/entities/{entity}/imports")
    @Consumes("text/csv")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Import a file of an entity",
            description = "CSV in UTF-8 with a header, separated by comma, semicolon or tab, also compressed"
                    + " (`Content-Encoding: gzip`). Columns are known by their name here and by those of the"
                    + " ministry's files; others are passed over. A line that can be understood is taken, flagged where"
                    + " it breaks a rule of the budget; the same file once more changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "execution", value = CSV)))
    @APIResponse(
            responseCode = "202",
            description = "Received; follow it at `Location`",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FileView.class),
                            examples = @ExampleObject(name = "taken", value = FILE)))
    public Response importFile(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "What the file tells of.", example = "budget-lines")
                    @QueryParam("kind")
                    @NotNull
                    @Pattern(regexp = "budget-lines|investment-programme|execution")
                    String kind,
            @BeanParam ImportRequest request,
            @Parameter(hidden = true) @HeaderParam("Content-Encoding") @Nullable String encoding,
            InputStream body) {
        caller.mustActFor(entity);
        return receive(kind, entity, request, encoding, body);
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Scope(Scope.ANY)
    @Operation(
            summary = "Import a file of many entities",
            description = "As a file of one entity, with a column that says of which entity each line is, such as the"
                    + " ministry's list of the execution of all municipalities.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "execution", value = CSV)))
    @APIResponse(
            responseCode = "202",
            description = "Received; follow it at `Location`",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FileView.class),
                            examples = @ExampleObject(name = "taken", value = FILE)))
    public Response importNationalFile(
            @Parameter(description = "What the file tells of.", example = "execution")
                    @QueryParam("kind")
                    @NotNull
                    @Pattern(regexp = "budget-lines|investment-programme|execution")
                    String kind,
            @BeanParam ImportRequest request,
            @Parameter(hidden = true) @HeaderParam("Content-Encoding") @Nullable String encoding,
            InputStream body) {
        return receive(kind, null, request, encoding, body);
    }

    private Response receive(
            String kind,
            @Nullable EntityCode owner,
            ImportRequest request,
            @Nullable String encoding,
            InputStream body) {
        var known = FileKind.of(kind).orElseThrow();
        var received = receiveFile.receive(known, owner, request, "gzip".equalsIgnoreCase(encoding), body);
        return Response.accepted(FileView.of(received))
                .location(URI.create("/v1/imports/" + received.id()))
                .build();
    }

    @GET
    @Path("/imports/{file}")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.PLATFORM_ADMIN})
    @Scope(Scope.OWN)
    @Operation(summary = "Follow an import", description = "How far a file is, and how many lines came to what.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FileView.class),
                            examples = @ExampleObject(name = "taken", value = FILE)))
    public FileView getImport(@Parameter(description = "The file's id.") @PathParam("file") UUID file) {
        return FileView.of(reachable(file));
    }

    @GET
    @Path("/imports/{file}/lines")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.PLATFORM_ADMIN})
    @Scope(Scope.OWN)
    @Operation(
            summary = "List the lines of an import",
            description = "What became of each line, in the order of the file: errors and flags with line and column,"
                    + " and in what it differs from what was published before.")
    @APIResponse(
            responseCode = "200",
            description = "A page of lines",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LinePage.class),
                            examples = @ExampleObject(name = "changed and flagged", value = LINES)))
    public Response listImportedLines(
            @Parameter(description = "The file's id.") @PathParam("file") UUID file,
            @Parameter(description = "Only such lines.") @QueryParam("only") @DefaultValue("ALL") Filter only,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        reachable(file);
        var language = texts.negotiate(Objects.requireNonNullElse(headers.getHeaderString("Accept-Language"), "es"));
        var found = staged.lines(
                file,
                Objects.requireNonNullElse(page.after(Long::valueOf), 0L),
                Only.valueOf(only.name()),
                page.limit + 1);
        return Page.of(found, page, JudgedLine::number)
                .map(line -> view(line, language))
                .toResponse(uri);
    }

    /** Which lines are wanted. */
    @Schema(name = "ImportedLineFilter")
    public enum Filter {
        ALL,
        REFUSED,
        FLAGGED,
        CHANGED
    }

    private ImportedFile reachable(UUID id) {
        var file = files.find(id).orElseThrow(() -> Problem.notFound().toException());
        var entity = file.entity();
        if (entity != null) {
            caller.mustActFor(entity);
        } else if (!caller.hasRole(Roles.PLATFORM_ADMIN)) {
            throw Problem.notFound().toException();
        }
        return file;
    }

    private LineView view(JudgedLine line, String language) {
        return new LineView(
                line.number(),
                line.line(),
                line.outcome(),
                line.breaches().stream().map(each -> view(each, language)).toList(),
                line.flags().stream().map(each -> view(each, language)).toList(),
                line.changes().stream()
                        .map(change -> new ChangeView(change.field(), change.before(), change.after()))
                        .toList());
    }

    private NoticeView view(Notice notice, String language) {
        var key = notice.code() + (texts.has(language, notice.code() + ".error") ? ".error" : ".detail");
        return new NoticeView(
                notice.column().isEmpty() ? null : notice.column(),
                notice.position() == 0 ? null : notice.position(),
                notice.code(),
                texts.text(language, key, notice.values()));
    }
}
