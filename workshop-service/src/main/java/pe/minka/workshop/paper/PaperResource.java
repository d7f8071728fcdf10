package pe.minka.workshop.paper;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.util.List;
import java.util.UUID;

/** Tables with ballots of paper: set up, reconciled, corrected. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Paper ballots", description = "Tables: issued, struck off, reconciled, read twice, photographed")
class PaperResource {

    private final KeepTable keepTable;
    private final PaperTables tables;
    private final ShowTables shown;
    private final Polling polling;
    private final Processes processes;

    PaperResource(KeepTable keepTable, PaperTables tables, ShowTables shown, Polling polling, Processes processes) {
        this.keepTable = keepTable;
        this.tables = tables;
        this.shown = shown;
        this.polling = polling;
        this.processes = processes;
    }

    /** @param issued ballots that the table is given */
    @Schema(name = "NewPaperTable")
    record TableRequest(
            @NotBlank @Size(max = 60) String label,
            @Min(1) @Max(100_000) int issued) {}

    /** @param used ballots found in the box; @param returned ballots given back unused */
    @Schema(name = "PaperReconciliation")
    record ReconciliationRequest(
            @Min(0) @Max(100_000) int used,
            @Min(0) @Max(100_000) int spoiled,
            @Min(0) @Max(100_000) int returned) {

        PaperTable.Accounted ballots() {
            return new PaperTable.Accounted(used, spoiled, returned);
        }
    }

    /** @param document the act that corrects what was counted */
    @Schema(name = "PaperCorrection")
    record CorrectionRequest(
            @Min(0) @Max(100_000) int used,
            @Min(0) @Max(100_000) int spoiled,
            @Min(0) @Max(100_000) int returned,
            @NotBlank @Size(max = 300) String document,
            @NotBlank @Size(max = 2000) String reason) {

        PaperTable.Accounted ballots() {
            return new PaperTable.Accounted(used, spoiled, returned);
        }
    }

    @Schema(name = "PaperTables")
    record TablesView(List<TableView> items) {}

    @POST
    @Path("/rounds/{round}/paper-tables")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(summary = "Set up a table", description = "With so many ballots of paper; before or during the vote.")
    @APIResponse(
            responseCode = "201",
            description = "Set up",
            content =
                    @Content(
                            schema = @Schema(implementation = TableView.class),
                            examples = @ExampleObject(name = "table", value = PaperExamples.TABLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`table-label-taken`, `round-not-open`: it is closed; `channel-not-admitted`")
    public Response setUpTable(
            @PathParam("round") UUID round,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "table", value = PaperExamples.NEW)))
                    @Valid
                    @NotNull
                    TableRequest request) {
        processes.ofCaller(polling.known(round).process());
        return Response.status(Response.Status.CREATED)
                .entity(shown.view(keepTable.setUp(round, request.label(), request.issued())))
                .build();
    }

    @GET
    @Path("/rounds/{round}/paper-tables")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List the tables",
            description =
                    "With ballots issued, used, spoiled and returned. What the ballots say appears with the count.")
    @APIResponse(
            responseCode = "200",
            description = "The tables",
            content =
                    @Content(
                            schema = @Schema(implementation = TablesView.class),
                            examples = @ExampleObject(name = "tables", value = PaperExamples.TABLES)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such round")
    public TablesView listTables(@PathParam("round") UUID round) {
        polling.known(round);
        return new TablesView(tables.of(round).stream().map(shown::view).toList());
    }

    @POST
    @Path("/paper-tables/{table}/reconciliation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Reconcile a table",
            description = "Ends its vote. Used, spoiled and returned ballots are those issued, and as many were used as"
                    + " voters came: else a third person settles it by an act.")
    @APIResponse(
            responseCode = "200",
            description = "`RECONCILED`, or `DIFFERENT`",
            content =
                    @Content(
                            schema = @Schema(implementation = TableView.class),
                            examples = @ExampleObject(name = "table", value = PaperExamples.TABLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(responseCode = "409", description = "`table-in-other-state`, `vote-not-open`")
    @APIResponse(responseCode = "422", description = "`more-ballots-than-issued`")
    public Response reconcileTable(
            @PathParam("table") UUID table,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "reconciliation",
                                                            value = PaperExamples.RECONCILIATION)))
                    @Valid
                    @NotNull
                    ReconciliationRequest request) {
        shown.mustBeOfCaller(table);
        return Response.ok(shown.view(keepTable.reconcile(table, request.ballots())))
                .build();
    }

    @POST
    @Path("/paper-tables/{table}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Correct the reconciliation of a table",
            description =
                    "By an act, and by another account than the one that counted before, until the ballots are in the"
                            + " box. What was counted is kept beside the correction. What was read until then is kept too and counts"
                            + " no more: two people enter the ballots anew.")
    @APIResponse(
            responseCode = "200",
            description = "`RECONCILED`, or `DIFFERENT`",
            content =
                    @Content(
                            schema = @Schema(implementation = TableView.class),
                            examples = @ExampleObject(name = "table", value = PaperExamples.TABLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`entered-by-the-same-person`, `table-in-other-state`, `vote-not-open`")
    @APIResponse(responseCode = "422", description = "`more-ballots-than-issued`")
    public Response correctTable(
            @PathParam("table") UUID table,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "correction",
                                                            value = PaperExamples.CORRECTION)))
                    @Valid
                    @NotNull
                    CorrectionRequest request) {
        shown.mustBeOfCaller(table);
        return Response.ok(
                        shown.view(keepTable.correct(table, request.ballots(), request.document(), request.reason())))
                .build();
    }
}
