package pe.minka.allocation.selection;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation.SelectionMethod;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Selections over HTTP. */
@Path("/v1")
@Tag(name = "Selections", description = "The projects that a vote and a budget select, each with its reason.")
public class SelectionResource {

    private static final String EXAMPLE =
            "{\"selection\":\"e8fc061a-4273-41b4-89fd-738291a0ba01\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"round\":\"c6dae4f8-2051-4f92-a7db-51607f8e9801\",\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\",\"budget\":{\"amount\":\"500000.00\",\"currency\":\"PEN\"},\"cost\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"method\":{\"rule\":\"greedy\",\"utility\":\"cardinality\",\"completion\":\"none\",\"minimumVotes\":0,\"ties\":\"votes,cost,list\",\"law\":\"Ordenanza 001-2016-MDC-PC/RA\"},\"inputSha256\":\"486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7\",\"selected\":[{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"amount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"votes\":214,\"rank\":1,\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"zone\":\"Z2\",\"uniqueInvestmentCode\":\"2298765\",\"origin\":\"AGENTS\",\"reason\":{\"code\":\"WITHIN_BUDGET\",\"text\":{\"es\":\"Elegido en el puesto 1 con 214 votos.\",\"en\":\"Selected at rank 1 with 214 votes.\"}}}],\"notSelected\":[{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\",\"title\":\"Puente peatonal de Huancacalla\",\"amount\":{\"amount\":\"120000.00\",\"currency\":\"PEN\"},\"votes\":97,\"rank\":2,\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"zone\":\"Z1\",\"origin\":\"PROGRAMME\",\"reason\":{\"code\":\"OVER_BUDGET\",\"text\":{\"es\":\"Puesto 2 con 97 votos: el dinero no alcanzó, faltaron S/ 100000.00.\",\"en\":\"Rank 2 with 97 votes: the money did not reach, S/ 100000.00 were missing.\"}},\"reserve\":1,\"missing\":{\"amount\":\"100000.00\",\"currency\":\"PEN\"}}],\"madeAt\":\"2016-04-24T15:00:00Z\"}";
    private static final String PABULIB =
            "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;500000.00\nvote_type;approval\nrule;greedy\ncurrency;PEN\nPROJECTS\nproject_id;cost;votes;name;territory\nagua;480000.00;2;Agua de Pfaco;Z2\npuente;120000.00;1;Puente;Z1\nVOTES\nvoter_id;vote\n1;agua\n2;agua\n3;puente\n";

    private final SelectProjects selectProjects;
    private final KeepBallots keepBallots;
    private final Selections selections;
    private final Processes processes;
    private final Documents documents;

    SelectionResource(
            SelectProjects selectProjects,
            KeepBallots keepBallots,
            Selections selections,
            Processes processes,
            Documents documents) {
        this.selectProjects = selectProjects;
        this.keepBallots = keepBallots;
        this.selections = selections;
        this.processes = processes;
        this.documents = documents;
    }

    @Schema(name = "SelectionRequest")
    record SelectRequest(
            @Schema(description = "A tallied round of this process.") @NotNull
            UUID round,

            @Schema(description = "Its free money is the budget.") @NotNull
            UUID envelope,

            @Schema(
                    description =
                            "A later tallied round among those that were equal, where the ordinance asks for one.")
            @Nullable
            UUID secondRound,

            @Schema(description = "Only where the ordinance sets no method.") @Valid @Nullable
            MethodRequest method) {}

    @Schema(name = "SelectionMethodRequest")
    record MethodRequest(
            @Schema(examples = "greedy") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
            String rule,

            @Pattern(regexp = "[a-z]{1,20}") @Nullable String utility,
            @Pattern(regexp = "[a-z0-9-]{1,20}") @Nullable String completion,
            @PositiveOrZero @Nullable Long minimumVotes,

            @Size(max = 5) @Nullable
            List<@NotNull @Pattern(regexp = "VOTES|COST|LIST_ORDER|SECOND_ROUND|DRAW") String> tieBreak) {}

    @Schema(name = "SelectionMethod")
    record MethodView(
            String rule,
            String utility,
            String completion,
            long minimumVotes,

            @Schema(
                    description =
                            "The chain that decides between equals; a draw's seed is the published hash of the ballots.")
            String ties,

            String law) {}

    @Schema(name = "Selection")
    record SelectionView(
            UUID selection,
            ProcessId process,
            EntityCode entity,
            UUID round,
            UUID envelope,
            Soles budget,
            Soles cost,
            MethodView method,

            @Schema(description = "SHA-256 of the input file, from which anyone can repeat the count.")
            String inputSha256,

            List<ProjectOutcome> selected,
            List<ProjectOutcome> notSelected,
            Instant madeAt) {}

    @Schema(name = "SelectionSummary")
    record SummaryView(
            UUID selection,
            UUID round,
            UUID envelope,
            Soles budget,
            Soles cost,
            int selected,
            int notSelected,
            Instant madeAt) {}

    @Schema(name = "SelectionList")
    record SelectionList(List<SummaryView> items) {}

    @Schema(name = "KeptBallots")
    record KeptView(UUID round, String sha256, int projects, long ballots) {}

    @POST
    @Path("/processes/{process}/selections")
    @RolesAllowed(Roles.BUDGET_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Select projects",
            description = "Counts a tallied round by the rule of the regulation, with the free money of the envelope"
                    + " as budget. Each project is selected or not, with a reason. What it was counted from is kept as"
                    + " a Pabulib file. An ordinance that settles ties by a second round gets 409 with the equals,"
                    + " until that round is given.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "by the ordinance",
                                            value =
                                                    "{\"round\":\"c6dae4f8-2051-4f92-a7db-51607f8e9801\",\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Selected",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SelectionView.class),
                            examples = @ExampleObject(name = "one of two", value = EXAMPLE)))
    public Response selectProjects(@PathParam("process") ProcessId process, @Valid @NotNull SelectRequest request) {
        var row = selectProjects.select(
                process,
                new SelectProjects.Request(
                        request.round(), request.envelope(), request.secondRound(), method(request.method())));
        return Response.created(URI.create("/v1/selections/" + row.id))
                .entity(view(row))
                .build();
    }

    private static @Nullable SelectionMethod method(@Nullable MethodRequest asked) {
        return asked == null
                ? null
                : new SelectionMethod(
                        asked.rule(),
                        asked.utility(),
                        asked.completion(),
                        asked.minimumVotes(),
                        asked.tieBreak(),
                        null);
    }

    @GET
    @Path("/processes/{process}/selections")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Selections of a process", description = "All that were made, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The selections",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SelectionList.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "{\"items\":[{\"selection\":\"e8fc061a-4273-41b4-89fd-738291a0ba01\",\"round\":\"c6dae4f8-2051-4f92-a7db-51607f8e9801\",\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\",\"budget\":{\"amount\":\"500000.00\",\"currency\":\"PEN\"},\"cost\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"selected\":1,\"notSelected\":1,\"madeAt\":\"2016-04-24T15:00:00Z\"}]}")))
    public SelectionList listSelections(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new SelectionList(selections.list("process = ?1 order by madeAt desc", process).stream()
                .map(row -> {
                    var made = selections.made(row);
                    return new SummaryView(
                            row.id,
                            row.round,
                            row.envelope,
                            row.budget,
                            row.cost,
                            made.selected().size(),
                            made.notSelected().size(),
                            row.madeAt);
                })
                .toList());
    }

    @GET
    @Path("/selections/{selection}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One selection",
            description = "Each project with its rank by support and the reason, in Spanish, Quechua and English; the"
                    + " reserve list is `reserve` of those not selected.")
    @APIResponse(
            responseCode = "200",
            description = "The selection",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SelectionView.class),
                            examples = @ExampleObject(name = "one of two", value = EXAMPLE)))
    public SelectionView getSelection(@Parameter(description = "Its id.") @PathParam("selection") UUID selection) {
        return view(selections.require(selection));
    }

    @GET
    @Path("/selections/{selection}/input")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What a selection was counted from",
            description = "A Pabulib file. `java -jar minka-rules.jar count FILE --rule <rule> --ties <ties>` gives"
                    + " the same winners without this service.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "text/plain",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "three votes", value = PABULIB)))
    public Response getSelectionInput(@Parameter(description = "Its id.") @PathParam("selection") UUID selection) {
        return Response.ok(selections.require(selection).input)
                .type("text/plain;charset=UTF-8")
                .build();
    }

    @PUT
    @Path("/rounds/{round}/ballots")
    @Consumes(MediaType.TEXT_PLAIN)
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.SERVICE})
    @Scope(Scope.OWN)
    @Operation(
            summary = "Hand in the anonymous ballots of a round",
            description = "Needed by rules that count more than votes. Only the file whose SHA-256 was published with"
                    + " the tally is taken; handing it in again changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/plain",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "three votes", value = PABULIB)))
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = KeptView.class),
                            examples =
                                    @ExampleObject(
                                            name = "kept",
                                            value =
                                                    "{\"round\":\"c6dae4f8-2051-4f92-a7db-51607f8e9801\",\"sha256\":\"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9\",\"projects\":2,\"ballots\":3}")))
    public KeptView putRoundBallots(
            @Parameter(description = "The round's id.") @PathParam("round") UUID round, @NotBlank String file) {
        var kept = keepBallots.keep(round, file);
        return new KeptView(kept.round(), kept.sha256(), kept.projects(), kept.ballots());
    }

    private SelectionView view(SelectionRow row) {
        var made = selections.made(row);
        var method = documents.read(row.rule, Method.class);
        return new SelectionView(
                row.id,
                row.process,
                row.entity,
                row.round,
                row.envelope,
                row.budget,
                row.cost,
                new MethodView(
                        method.rule(),
                        method.utility(),
                        method.completion(),
                        method.minimumVotes(),
                        method.ties(),
                        method.law()),
                row.inputSha256,
                made.selected(),
                made.notSelected(),
                row.madeAt);
    }
}
