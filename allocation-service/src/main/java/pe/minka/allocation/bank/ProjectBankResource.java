package pe.minka.allocation.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.round.Rounds;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The project bank over HTTP. */
@Path("/v1")
@Tag(
        name = "Project bank",
        description = "The lists of all areas as one, the doubles in it, and how the programme fared in a vote.")
public class ProjectBankResource {

    private static final String LIST =
            "{\"list\":\"d1aa0b0c-8d0e-4b8e-9f7a-0a1b2c3d4e01\",\"entity\":\"300305\",\"area\":\"Infraestructura\",\"kind\":\"AREA\",\"fiscalYear\":2017,\"document\":\"Informe 12-2016\",\"receivedOn\":\"2016-02-01\",\"projects\":1}";
    private static final String ENTRY =
            "{\"list\":\"d1aa0b0c-8d0e-4b8e-9f7a-0a1b2c3d4e01\",\"position\":1,\"entity\":\"300305\",\"area\":\"Infraestructura\",\"code\":\"2298765\",\"name\":\"Ampliación del sistema de agua de Pfaco\",\"cost\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"problem\":\"Falta de agua\"}";
    private static final String OTHER =
            "{\"list\":\"d1aa0b0c-8d0e-4b8e-9f7a-0a1b2c3d4e02\",\"position\":4,\"entity\":\"300305\",\"area\":\"Desarrollo social\",\"name\":\"Ampliacion sistema de agua Pfaco\",\"cost\":{\"amount\":\"450000.00\",\"currency\":\"PEN\"}}";
    private static final String BANK =
            "{\"entity\":\"300305\",\"fiscalYear\":2017,\"lists\":2,\"projects\":[{\"code\":\"2298765\",\"name\":\"Ampliación del sistema de agua de Pfaco\",\"entries\":["
                    + ENTRY + "],\"costsDiffer\":false}],\"suspicions\":[{\"one\":" + ENTRY + ",\"other\":" + OTHER
                    + ",\"similarityPercent\":100,\"codesDiffer\":false}]}";
    private static final String VOTE =
            "{\"list\":\"d1aa0b0c-8d0e-4b8e-9f7a-0a1b2c3d4e01\",\"round\":\"c6dae4f8-2051-4f92-a7db-51607f8e9801\",\"programme\":1,\"put\":1,\"validated\":1,\"validatedPercent\":\"100\",\"projects\":[{\"code\":\"2298765\",\"name\":\"Ampliación del sistema de agua de Pfaco\",\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"votes\":214,\"validated\":true}]}";

    private final RecordProjectList recordProjectList;
    private final ProjectLists lists;
    private final Rounds rounds;
    private final Processes processes;

    ProjectBankResource(RecordProjectList recordProjectList, ProjectLists lists, Rounds rounds, Processes processes) {
        this.recordProjectList = recordProjectList;
        this.lists = lists;
        this.rounds = rounds;
        this.processes = processes;
    }

    @Schema(name = "ProjectListRequest")
    record ListRequest(
            @Schema(examples = "Infraestructura") @NotBlank @Size(max = 120)
            String area,

            @Schema(description = "AREA, or PROGRAMME for the investment programme of the entity.") @NotNull
            ListKind kind,

            @NotNull FiscalYear fiscalYear,

            @Schema(description = "With which it came.") @NotBlank @Size(max = 160)
            String document,

            @NotNull LocalDate receivedOn,
            @NotEmpty @Size(max = 5000) List<@Valid @NotNull ProjectRequest> projects) {}

    @Schema(name = "ListedProjectRequest")
    record ProjectRequest(
            @Schema(description = "Of the investment bank; left out while it is an idea.")
            @Pattern(regexp = "[0-9]{6,7}")
            @Nullable
            String code,

            @NotBlank @Size(max = 400) String name,
            @NotNull Soles cost,

            @Schema(description = "What it answers, in the words that the entity uses for it.")
            @Size(max = 300)
            @Nullable
            String problem) {}

    @Schema(name = "ProjectList")
    record ListView(
            UUID list,
            EntityCode entity,
            String area,
            ListKind kind,
            FiscalYear fiscalYear,
            String document,
            LocalDate receivedOn,
            int projects) {}

    @Schema(name = "ProjectBank")
    record BankView(
            EntityCode entity,
            FiscalYear fiscalYear,

            @Schema(description = "How many lists it is made of: the newest of each area.")
            int lists,

            @Schema(description = "Each project once; what has the same code is one project.")
            List<ProjectBank.BankProject> projects,

            @Schema(description = "Projects of which the names say the same.")
            List<ProjectBank.Suspicion> suspicions) {}

    @Schema(name = "ProgrammeVote")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VoteView(
            UUID list,
            UUID round,
            int programme,

            @Schema(description = "How many of them stood on the ballot.")
            int put,

            @Schema(description = "How many had a vote at least.")
            int validated,

            @Schema(description = "Of the whole programme, put to the vote or not.") @Nullable
            Percent validatedPercent,

            List<ProgrammeVote.ProjectVote> projects) {}

    @POST
    @Path("/entities/{entity}/project-lists")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.EVALUATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Hand in the projects of an area",
            description = "The newest list of each area and year stands; the bank is made of these.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "infrastructure",
                                            value =
                                                    "{\"area\":\"Infraestructura\",\"kind\":\"AREA\",\"fiscalYear\":2017,\"document\":\"Informe 12-2016\",\"receivedOn\":\"2016-02-01\",\"projects\":[{\"code\":\"2298765\",\"name\":\"Ampliación del sistema de agua de Pfaco\",\"cost\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"problem\":\"Falta de agua\"}]}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ListView.class),
                            examples = @ExampleObject(name = "infrastructure", value = LIST)))
    public Response recordProjectList(@PathParam("entity") EntityCode entity, @Valid @NotNull ListRequest request) {
        var row = recordProjectList.record(
                entity,
                new RecordProjectList.Handed(
                        request.area(),
                        request.kind(),
                        request.fiscalYear(),
                        request.document(),
                        request.receivedOn(),
                        request.projects().stream()
                                .map(each -> new RecordProjectList.Project(
                                        each.code(), each.name(), each.cost(), each.problem()))
                                .toList()));
        return Response.created(URI.create("/v1/entities/" + entity + "/project-bank?fiscalYear=" + row.fiscalYear))
                .entity(new ListView(
                        row.id,
                        row.entity,
                        row.area,
                        row.kind,
                        row.fiscalYear,
                        row.document,
                        row.receivedOn,
                        row.entries.size()))
                .build();
    }

    @GET
    @Path("/entities/{entity}/project-bank")
    @RolesAllowed({
        Roles.BUDGET_OFFICER,
        Roles.EVALUATOR,
        Roles.FACILITATOR,
        Roles.VIGILANCE_MEMBER,
        Roles.AUDITOR,
        Roles.REGIONAL_READER,
        Roles.PLATFORM_ADMIN
    })
    @Scope(Scope.ANY)
    @Operation(
            summary = "The project bank of an entity",
            description =
                    "The lists of all areas merged: what carries one code is one project, with the areas that"
                            + " list it; projects whose names say the same are shown as suspicions, and nothing is merged by name.")
    @APIResponse(
            responseCode = "200",
            description = "The bank",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BankView.class),
                            examples = @ExampleObject(name = "one suspicion", value = BANK)))
    public BankView getProjectBank(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Of the lists.", example = "2017")
                    @QueryParam("fiscalYear")
                    @NotNull
                    @Min(2003)
                    @Max(2100)
                    Integer fiscalYear,
            @Parameter(description = "Likeness of two names, in percent, from which they are suspected to be one.")
                    @QueryParam("similarity")
                    @DefaultValue("90")
                    @Min(50)
                    @Max(100)
                    int similarity) {
        var year = new FiscalYear(fiscalYear);
        var standing = lists.standing(entity, year);
        var bank = ProjectBank.of(
                standing.stream().flatMap(row -> row.projects().stream()).toList(), similarity);
        return new BankView(entity, year, standing.size(), bank.projects(), bank.suspicions());
    }

    @GET
    @Path("/processes/{process}/reports/programme-votes")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "How the whole programme fared in a vote",
            description = "Each project of a programme list with its votes in a round, found by its code or its name;"
                    + " those that were not put to the vote are shown and count against the share validated.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = VoteView.class),
                            examples = @ExampleObject(name = "validated", value = VOTE)))
    public VoteView getProgrammeVote(
            @PathParam("process") ProcessId process,
            @Parameter(description = "The programme's list.", example = "d1aa0b0c-8d0e-4b8e-9f7a-0a1b2c3d4e01")
                    @QueryParam("list")
                    @NotNull
                    UUID list,
            @Parameter(description = "A tallied round.", example = "c6dae4f8-2051-4f92-a7db-51607f8e9801")
                    @QueryParam("round")
                    @NotNull
                    UUID round) {
        processes.require(process);
        var programme = lists.require(list).projects();
        var vote = ProgrammeVote.of(
                programme, rounds.requireTallied(process, round).tallies());
        return new VoteView(
                list,
                round,
                programme.size(),
                vote.put(),
                vote.validated(),
                vote.validatedShare().orElse(null),
                vote.projects());
    }
}
