package pe.minka.workshop.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
    private final AdmitVoters admitVoters;
    private final PaperTables tables;
    private final Polling polling;
    private final Processes processes;
    private final Caller caller;

    PaperResource(
            KeepTable keepTable,
            AdmitVoters admitVoters,
            PaperTables tables,
            Polling polling,
            Processes processes,
            Caller caller) {
        this.keepTable = keepTable;
        this.admitVoters = admitVoters;
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

    /** @param documents of one sheet, such as {@code DNI:41234567}; none is kept */
    @Schema(name = "PaperRespondents")
    record RespondentsRequest(@NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 60) String> documents) {

        /** Holds documents: it is never written out. */
        @Override
        public String toString() {
            return documents.size() + " respondents";
        }
    }

    /** @param outcomes in the order of the documents, of which none is told again */
    @Schema(name = "PaperRespondentsAdmitted")
    record AdmittedView(int voters, List<AdmitVoters.Admitted> outcomes) {}

    /** @param document the act; of corrections only */
    @Schema(name = "PaperTableReconciliation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReconciliationView(
            int number,
            int used,
            int spoiled,
            int returned,
            @Nullable String document,
            @Nullable String reason) {

        static ReconciliationView of(PaperTables.Reconciliation reconciliation) {
            var ballots = reconciliation.ballots();
            return new ReconciliationView(
                    reconciliation.number(),
                    ballots.used(),
                    ballots.spoiled(),
                    ballots.returned(),
                    reconciliation.document(),
                    reconciliation.reason());
        }
    }

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

    /**
     * @param entries how many people entered what they read; what they read appears with the count of the round alone
     * @param reconciliations what was counted at the end of its vote, and each correction by an act; the last one holds
     */
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
            List<ReconciliationView> reconciliations,
            List<SheetView> sheets) {}

    /**
     * @param reading the reconciliation under which it was read; only what was read under the last one counted
     * @param tally each mark by its positions and how often it was read, then the number of invalid ballots
     */
    @Schema(name = "PaperReading")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadingView(
            int reading, int number, String tally, @Nullable String document) {}

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
            description =
                    "By the credential, when the ballot is handed over. The same roll as every other channel. Citizens"
                            + " of a poll are struck off by their documents: `…/respondents`.")
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
            description =
                    "`already-voted`, `ballots-used-up`, `vote-not-open`, `table-in-other-state`, `roll-of-documents`")
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
        return Response.ok(view(admitVoters.admit(table, request.credential()))).build();
    }

    @POST
    @Path("/paper-tables/{table}/respondents")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.POLLING_OFFICER)
    @Scope(Scope.OWN)
    @Operation(
            summary = "Strike citizens off at a table",
            description =
                    "Those of one sheet of a poll, by their documents, of which none is kept, nor a hash of the"
                            + " request: it takes no `Idempotency-Key`. Sent again it changes nothing, and says who was struck off"
                            + " here before. The answer of whoever voted elsewhere or stands twice stays out of what is entered.")
    @APIResponse(
            responseCode = "200",
            description = "What came of each",
            content =
                    @Content(
                            schema = @Schema(implementation = AdmittedView.class),
                            examples = @ExampleObject(name = "admitted", value = PaperExamples.ADMITTED)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such table within the caller's reach")
    @APIResponse(
            responseCode = "409",
            description = "`ballots-used-up`, `vote-not-open`, `table-in-other-state`, `roll-of-agents`")
    public AdmittedView strikeRespondentsOff(
            @PathParam("table") UUID table,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "respondents",
                                                            value = PaperExamples.RESPONDENTS)))
                    @Valid
                    @NotNull
                    RespondentsRequest request) {
        mine(table);
        var outcomes = admitVoters.admitAll(table, request.documents());
        return new AdmittedView(tables.known(table).voters(), outcomes);
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
        return Response.ok(view(keepTable.reconcile(table, request.ballots()))).build();
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
        mine(table);
        return Response.ok(view(keepTable.correct(table, request.ballots(), request.document(), request.reason())))
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
                .map(each -> new ReadingView(each.reading(), each.number(), each.tally(), each.document()))
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
                tables.entries(table).size(),
                tables.reconciliations(table.table()).stream()
                        .map(ReconciliationView::of)
                        .toList(),
                tables.sheets(table.table()).stream().map(SheetView::of).toList());
    }
}
