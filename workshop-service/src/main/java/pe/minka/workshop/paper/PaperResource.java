package pe.minka.workshop.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Tables with ballots of paper. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Paper ballots", description = "Tables: issued, struck off, reconciled, read twice, photographed")
class PaperResource {

    private final KeepTable keepTable;
    private final PaperTables tables;
    private final Polling polling;
    private final Processes processes;
    private final Caller caller;

    PaperResource(KeepTable keepTable, PaperTables tables, Polling polling, Processes processes, Caller caller) {
        this.keepTable = keepTable;
        this.tables = tables;
        this.polling = polling;
        this.processes = processes;
        this.caller = caller;
    }

    /** @param issued ballots that the table is given */
    @Schema(name = "NewPaperTable")
    record TableRequest(
            @NotBlank @Size(max = 60) String label,
            @Min(1) @Max(100_000) int issued) {}

    @Schema(name = "PaperVoter")
    record VoterRequest(@NotBlank @Size(max = 60) String credential) {}

    /** @param used ballots found in the box; @param returned ballots given back unused */
    @Schema(name = "PaperReconciliation")
    record ReconciliationRequest(
            @Min(0) @Max(100_000) int used,
            @Min(0) @Max(100_000) int spoiled,
            @Min(0) @Max(100_000) int returned) {}

    /** Ballots that say the same. None marked: blank ones. */
    @Schema(name = "PaperBallots")
    record BallotsRequest(
            @Nullable @Size(max = 2000) List<@NotNull UUID> choices,
            @Nullable @Size(max = 2000) Map<UUID, Integer> points,
            @Min(1) @Max(100_000) int times) {}

    /** @param invalid ballots that mark nothing the ballot paper admits */
    @Schema(name = "PaperEntry")
    record EntryRequest(
            @NotNull @Size(max = 2000) List<@Valid @NotNull BallotsRequest> ballots,
            @Min(0) @Max(100_000) int invalid) {}

    /** @param document the act that settles the difference */
    @Schema(name = "PaperSettlement")
    record SettlementRequest(
            @NotNull @Size(max = 2000) List<@Valid @NotNull BallotsRequest> ballots,
            @Min(0) @Max(100_000) int invalid,
            @NotBlank @Size(max = 300) String document,
            @NotBlank @Size(max = 2000) String reason) {}

    @Schema(name = "PaperSheet")
    record SheetView(UUID sheet, String mediaType, int bytes, String sha256) {

        static SheetView of(PaperTables.Sheet sheet) {
            return new SheetView(sheet.sheet(), sheet.mediaType(), sheet.bytes(), sheet.sha256());
        }
    }

    /** @param entries how many people entered what they read; what they read appears with the count of the round alone */
    @Schema(name = "PaperTable")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TableView(
            UUID table,
            UUID round,
            String label,
            int issued,
            int voters,
            @Nullable Integer used,
            @Nullable Integer spoiled,
            @Nullable Integer returned,
            PaperTable.State state,
            @Nullable Integer withoutBallot,
            @Nullable Integer invalid,
            int entries,
            List<SheetView> sheets) {}

    /** @param tally each mark by its positions and how often it was read, then the number of invalid ballots */
    @Schema(name = "PaperReading")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadingView(int number, String tally, @Nullable String document) {}

    @Schema(name = "PaperReadings")
    record ReadingsView(List<ReadingView> items) {}

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
                .entity(view(keepTable.setUp(round, request.label(), request.issued())))
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
        return new TablesView(tables.of(round).stream().map(this::view).toList());
    }

    @POST
    @Path("/paper-tables/{table}/voters")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Strike a voter off at a table",
            description = "By the credential, when the ballot is handed over. The same roll as every other channel.")
    @APIResponse(
            responseCode = "200",
            description = "Struck off",
            content =
                    @Content(
                            schema = @Schema(implementation = TableView.class),
                            examples = @ExampleObject(name = "table", value = PaperExamples.TABLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`already-voted`, `ballots-used-up`, `vote-not-open`, `table-in-other-state`")
    @APIResponse(responseCode = "422", description = "`credential-unknown`, `voter-not-on-roll`")
    public Response strikeVoterOff(
            @PathParam("table") UUID table,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "voter", value = PaperExamples.VOTER)))
                    @Valid
                    @NotNull
                    VoterRequest request) {
        mine(table);
        return Response.ok(view(keepTable.admit(table, request.credential()))).build();
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
        mine(table);
        return Response.ok(view(keepTable.reconcile(table, request.used(), request.spoiled(), request.returned())))
                .build();
    }

    @POST
    @Path("/paper-tables/{table}/entries")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Enter what the ballots of a table say",
            description = "By two people, neither of whom sees what the other entered. Where both read the same and the"
                    + " table is reconciled its ballots go in the box; else a third person settles it.")
    @APIResponse(
            responseCode = "200",
            description = "Entered; `COUNTED` or `DIFFERENT` after the second",
            content =
                    @Content(
                            schema = @Schema(implementation = TableView.class),
                            examples = @ExampleObject(name = "table", value = PaperExamples.TABLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`entered-by-the-same-person`, `table-in-other-state`, `vote-not-open`")
    @APIResponse(
            responseCode = "422",
            description = "`entry-does-not-add-up` with both numbers; what is wrong with a mark")
    public Response enterTable(
            @PathParam("table") UUID table,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "entry", value = PaperExamples.ENTRY)))
                    @Valid
                    @NotNull
                    EntryRequest request) {
        mine(table);
        return Response.ok(view(keepTable.enter(table, tally(table, request.ballots(), request.invalid()))))
                .build();
    }

    @POST
    @Path("/paper-tables/{table}/settlement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Settle a difference at a table",
            description = "By an act and a third person, after two entered. Never more ballots than voters.")
    @APIResponse(
            responseCode = "200",
            description = "Counted",
            content =
                    @Content(
                            schema = @Schema(implementation = TableView.class),
                            examples = @ExampleObject(name = "table", value = PaperExamples.TABLE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`entered-by-the-same-person`, `table-in-other-state`, `vote-not-open`")
    @APIResponse(responseCode = "422", description = "`more-ballots-than-voters`; what is wrong with a mark")
    public Response settleTable(
            @PathParam("table") UUID table,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "settlement",
                                                            value = PaperExamples.SETTLEMENT)))
                    @Valid
                    @NotNull
                    SettlementRequest request) {
        mine(table);
        var tally = tally(table, request.ballots(), request.invalid());
        return Response.ok(view(keepTable.settle(table, tally, request.document(), request.reason())))
                .build();
    }

    @GET
    @Path("/paper-tables/{table}/entries")
    @RolesAllowed({Roles.POLLING_OFFICER, Roles.VIGILANCE_MEMBER, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Operation(
            summary = "Read what was entered at a table",
            description = "After the close, for the vigilance committee and auditors: what each of two read, and the"
                    + " third where they differed. A small table tells who voted what, so it is not public.")
    @APIResponse(
            responseCode = "200",
            description = "The entries",
            content =
                    @Content(
                            schema = @Schema(implementation = ReadingsView.class),
                            examples = @ExampleObject(name = "entries", value = PaperExamples.READINGS)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(responseCode = "409", description = "`round-not-closed`: partial results exist nowhere")
    public ReadingsView listEntries(@PathParam("table") UUID id) {
        var vote = polling.known(tables.known(id).round());
        if (!caller.hasRole(Roles.AUDITOR)) {
            processes.ofCaller(vote.process());
        }
        if (!vote.isOver()) {
            throw Problem.conflict("round-not-closed").toException();
        }
        return new ReadingsView(tables.readings(id).stream()
                .map(each -> new ReadingView(each.number(), each.tally(), each.document()))
                .toList());
    }

    private TableTally tally(UUID table, List<BallotsRequest> ballots, int invalid) {
        var round = tables.known(table).round();
        var marks = new TreeMap<String, Integer>();
        for (BallotsRequest each : ballots) {
            marks.merge(polling.mark(round, each.choices(), each.points()), each.times(), Math::addExact);
        }
        return TableTally.of(marks, invalid);
    }

    private void mine(UUID table) {
        processes.ofCaller(polling.known(tables.known(table).round()).process());
    }

    private TableView view(PaperTable table) {
        boolean over = polling.known(table.round()).isOver();
        return new TableView(
                table.table(),
                table.round(),
                table.label(),
                table.issued(),
                table.voters(),
                table.used(),
                table.spoiled(),
                table.returned(),
                table.state(),
                over ? table.withoutBallot() : null,
                over ? table.invalid() : null,
                tables.entries(table.table()).size(),
                tables.sheets(table.table()).stream().map(SheetView::of).toList());
    }
}
