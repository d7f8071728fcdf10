package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.SmallCells;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.imports.ImportJobs;
import pe.minka.platform.runtime.imports.ImportRequest;
import pe.minka.registry.process.Processes;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The roll of a process: brought as a file, watched while registration is open, published, counted for anyone. */
@Path("/v1/processes/{process}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roll")
class RollResource {

    private final Agents agents;
    private final Rolls rolls;
    private final PublishRoll publishRoll;
    private final Sanctions sanctions;
    private final Processes processes;
    private final ImportJobs imports;
    private final Caller caller;

    RollResource(
            Agents agents,
            Rolls rolls,
            PublishRoll publishRoll,
            Sanctions sanctions,
            Processes processes,
            ImportJobs imports,
            Caller caller) {
        this.agents = agents;
        this.rolls = rolls;
        this.publishRoll = publishRoll;
        this.sanctions = sanctions;
        this.processes = processes;
        this.imports = imports;
        this.caller = caller;
    }

    /**
     * @param agents absent where the group is so small that somebody could be recognised
     * @param percent of all accredited agents, with one decimal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RollCell")
    record CellView(
            String key, @Nullable Integer agents, @Nullable String percent) {}

    /**
     * @param women absent with men and percentage where one of both is a group under five
     * @param womenPercent with one decimal
     * @param publishedAt absent while registration is open
     * @param disqualified organisations that a sanction keeps out; absent where there are none
     * @param byOrganisationKind and the other breakdowns: groups under five are named without their count
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Roll")
    record RollView(
            int agents,
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable String womenPercent,
            int organisations,
            @Nullable Instant publishedAt,
            List<CellView> byOrganisationKind,
            List<CellView> bySector,
            List<CellView> byRole,
            List<CellView> byAgeBand,
            List<CellView> byLanguage,
            List<CellView> byZone,
            @Nullable List<DisqualifiedView> disqualified) {}

    /** An organisation that sends no more agents to the process. */
    @Schema(name = "DisqualifiedOrganisation")
    record DisqualifiedView(UUID organisation, LocalDate since, String law) {}

    /** @param need how many it takes among those accredited now */
    @Schema(name = "QuotaGap")
    record GapView(String group, int have, int need, int missing, boolean blocks, String law) {

        static GapView of(Composition.Gap gap) {
            return new GapView(
                    gap.quota().group(),
                    gap.have(),
                    gap.need(),
                    gap.missing(),
                    gap.quota().blocks(),
                    gap.quota().law());
        }
    }

    @Schema(name = "Composition")
    record CompositionView(int agents, int organisations, List<GapView> gaps) {}

    @Schema(name = "RollPublication")
    record PublicationView(
            int agents,
            int women,
            int men,
            String womenPercent,
            int organisations,
            Instant publishedAt,
            List<GapView> warnings) {}

    @GET
    @Path("/roll")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getRoll",
            summary = "The roll in figures",
            description =
                    "Accredited agents as they stand now, counted; no names. Groups of fewer than five are not counted out.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            schema = @Schema(implementation = RollView.class),
                            examples = @ExampleObject(name = "roll", value = AgentExamples.ROLL)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public RollView getRoll(@PathParam("process") ProcessId id) {
        processes.get(id);
        var figures = agents.figures(id);
        var composition = figures.composition();
        boolean told = SmallCells.publish(Map.of("WOMEN", composition.women(), "MEN", composition.men())).stream()
                .allMatch(cell -> cell.count() != null);
        return new RollView(
                composition.agents(),
                told ? composition.women() : null,
                told ? composition.men() : null,
                told ? composition.womenPercent() : null,
                composition.organisations(),
                rolls.published(id).map(Roll::publishedAt).orElse(null),
                cells(figures.of(RollFigures.Fact.ORGANISATION_KIND), composition.agents()),
                cells(figures.of(RollFigures.Fact.SECTOR), composition.agents()),
                cells(figures.of(RollFigures.Fact.ROLE), composition.agents()),
                cells(figures.of(RollFigures.Fact.AGE_BAND), composition.agents()),
                cells(figures.of(RollFigures.Fact.LANGUAGE), composition.agents()),
                cells(figures.of(RollFigures.Fact.ZONE), composition.agents()),
                disqualified(id));
    }

    private @Nullable List<DisqualifiedView> disqualified(ProcessId id) {
        var organisations = sanctions.organisations(id).stream()
                .map(out -> new DisqualifiedView(out.organisation(), out.on(), out.law()))
                .toList();
        return organisations.isEmpty() ? null : organisations;
    }

    private static List<CellView> cells(Map<String, Integer> counts, int all) {
        return SmallCells.publish(counts).stream()
                .map(cell -> new CellView(
                        cell.key(), cell.count(), cell.count() == null ? null : Composition.percent(cell.count(), all)))
                .toList();
    }

    @GET
    @Path("/composition")
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN, Roles.AUDITOR, Roles.REGIONAL_READER})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "getComposition",
            summary = "Targets and gaps of the roll",
            description =
                    "What the regulation wants of each group, what is there, and what is missing, while there is time to act.")
    @APIResponse(
            responseCode = "200",
            description = "The gap of each target",
            content =
                    @Content(
                            schema = @Schema(implementation = CompositionView.class),
                            examples = @ExampleObject(name = "composition", value = AgentExamples.COMPOSITION)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public CompositionView getComposition(@PathParam("process") ProcessId id) {
        var process = processes.get(id);
        caller.mustRead(process.entity(), process.territory());
        var composition = agents.composition(id);
        return new CompositionView(
                composition.agents(),
                composition.organisations(),
                composition.gaps(process.regulation().quotas("ROLL")).stream()
                        .map(GapView::of)
                        .toList());
    }

    @POST
    @Path("/roll/publication")
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "publishRoll",
            summary = "Publish the roll",
            description =
                    "From then on agents come in only by replacement. Quotas that block and delegations that are not complete are named; targets that only warn come back as warnings.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content =
                    @Content(
                            schema = @Schema(implementation = PublicationView.class),
                            examples = @ExampleObject(name = "publication", value = AgentExamples.PUBLISHED)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`roll-already-published`, `roll-empty`, `applications-undecided`, `roll-against-quota`")
    public Response publishRoll(@PathParam("process") ProcessId id) {
        var published = publishRoll.publish(id);
        var roll = published.roll();
        var composition = published.composition();
        return Response.status(Response.Status.CREATED)
                .entity(new PublicationView(
                        roll.agents(),
                        composition.women(),
                        composition.men(),
                        composition.womenPercent(),
                        roll.organisations(),
                        roll.at(),
                        published.warnings().stream().map(GapView::of).toList()))
                .build();
    }

    @POST
    @Path("/roll-imports")
    @Consumes({"text/csv", "application/x-ndjson"})
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Operation(
            operationId = "importRoll",
            summary = "Bring a roll",
            description =
                    "A file of agents with their organisations, in CSV (comma or semicolon, with or without BOM) or JSON lines. Columns: organisation,"
                            + " organisation_kind, document_kind, document_number, names, sex (F, M), birth_date (2016-03-31 or 31/03/2016), language, zone, role"
                            + " (PRINCIPAL where absent), founded_on, supporters, contact; where the ordinance asks for them phone, email, address,"
                            + " position, education_level; for a new organisation also organisation_scope, government_level, registry_entry, members, legal_representative."
                            + " An organisation that is not known yet is registered. Each row is held to the ordinance;"
                            + " follow the job and its rows at `Location`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "roll", value = AgentExamples.ROLL_CSV)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; follow the job at `Location`",
            content =
                    @Content(
                            schema = @Schema(ref = "ImportJob"),
                            examples = @ExampleObject(name = "job", value = AgentExamples.JOB)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response importRoll(@PathParam("process") ProcessId id, @BeanParam ImportRequest request, InputStream file) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        return imports.start(RollImporter.KIND, process.entity(), Map.of("process", id.toString()), request, file);
    }
}
