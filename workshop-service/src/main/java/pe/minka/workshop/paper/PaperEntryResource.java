package pe.minka.workshop.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
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

/** What the ballots of tables say: entered by two, settled by a third where they differ. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Paper ballots", description = "Tables: issued, struck off, reconciled, read twice, photographed")
class PaperEntryResource {

    private final KeepTable keepTable;
    private final PaperTables tables;
    private final ShowTables shown;
    private final Polling polling;
    private final Processes processes;
    private final Caller caller;

    PaperEntryResource(
            KeepTable keepTable,
            PaperTables tables,
            ShowTables shown,
            Polling polling,
            Processes processes,
            Caller caller) {
        this.keepTable = keepTable;
        this.tables = tables;
        this.shown = shown;
        this.polling = polling;
        this.processes = processes;
        this.caller = caller;
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
        shown.mustBeOfCaller(table);
        return Response.ok(shown.view(keepTable.enter(table, tally(table, request.ballots(), request.invalid()))))
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
        shown.mustBeOfCaller(table);
        var tally = tally(table, request.ballots(), request.invalid());
        return Response.ok(shown.view(keepTable.settle(table, tally, request.document(), request.reason())))
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
}
