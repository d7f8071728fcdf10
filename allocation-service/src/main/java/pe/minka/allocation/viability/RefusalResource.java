package pe.minka.allocation.viability;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Technical refusals over HTTP. */
@Path("/v1")
@Tag(
        name = "Viability",
        description = "What evaluators answered on each project; refusals with rule, author and appeal.")
public class RefusalResource {

    private static final String EXAMPLE =
            "{\"refusal\":\"b5ee4f40-c142-4fc2-9dbe-4e5f6a7b8c01\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\",\"title\":\"Puente peatonal de Huancacalla\",\"rule\":\"DS 284-2018-EF art. 16\",\"explanation\":\"El terreno no está saneado.\",\"author\":\"Unidad formuladora\",\"document\":\"Informe 31-2020\",\"decidedOn\":\"2020-02-10\",\"appealTo\":\"Gerencia municipal\",\"appealUntil\":\"2020-03-02\",\"appealLaw\":\"TUO Ley 27444 art. 218\",\"appeal\":{\"document\":\"Expediente 77\",\"grounds\":\"El terreno es comunal y está inscrito.\",\"filedOn\":\"2020-02-20\",\"outcome\":\"REVOKED\",\"decision\":\"Resolución 12-2020\",\"decidedOn\":\"2020-03-05\"},\"stands\":false}";

    private final RefuseProject refuseProject;
    private final AppealRefusal appealRefusal;
    private final Refusals refusals;
    private final Appeals appeals;
    private final Processes processes;

    RefusalResource(
            RefuseProject refuseProject,
            AppealRefusal appealRefusal,
            Refusals refusals,
            Appeals appeals,
            Processes processes) {
        this.refuseProject = refuseProject;
        this.appealRefusal = appealRefusal;
        this.refusals = refusals;
        this.appeals = appeals;
        this.processes = processes;
    }

    @Schema(name = "TechnicalRefusalRequest")
    record RefusalRequest(
            @NotNull UUID proposal,
            @NotBlank @Size(max = 400) String title,

            @Schema(description = "The article it rests on.") @NotBlank @Size(max = 400)
            String rule,

            @Schema(description = "Why, in plain words.") @NotBlank @Size(max = 2000)
            String explanation,

            @Schema(description = "The office that decided; never a name.") @NotBlank @Size(max = 200)
            String author,

            @NotBlank @Size(max = 160) String document,
            @NotNull LocalDate decidedOn,

            @Schema(description = "Only where the regulation says nothing of appeals.") @Valid @Nullable
            AppealRoute appeal) {}

    @Schema(name = "AppealRoute")
    record AppealRoute(
            @NotBlank @Size(max = 200) String to, @NotNull LocalDate until) {}

    @Schema(name = "TechnicalAppealRequest")
    record AppealRequest(
            @NotBlank @Size(max = 160) String document,

            @Schema(description = "No names of persons.") @NotBlank @Size(max = 2000)
            String grounds,

            @NotNull LocalDate filedOn) {}

    @Schema(name = "TechnicalAppealDecision")
    record AppealDecision(
            @NotNull AppealOutcome outcome,

            @Schema(description = "The document that decides it.") @NotBlank @Size(max = 160)
            String decision,

            @NotNull LocalDate decidedOn) {}

    @Schema(name = "TechnicalAppeal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AppealView(
            String document,
            String grounds,
            LocalDate filedOn,
            @Nullable AppealOutcome outcome,
            @Nullable String decision,
            @Nullable LocalDate decidedOn) {}

    @Schema(name = "TechnicalRefusal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefusalView(
            UUID refusal,
            ProcessId process,
            UUID proposal,
            String title,
            String rule,
            String explanation,
            String author,
            String document,
            LocalDate decidedOn,
            String appealTo,
            LocalDate appealUntil,
            String appealLaw,
            @Nullable AppealView appeal,

            @Schema(description = "Whether it stands: an appeal may have revoked it.")
            boolean stands) {}

    @Schema(name = "TechnicalRefusalList")
    record RefusalList(List<RefusalView> items) {}

    @POST
    @Path("/processes/{process}/technical-refusals")
    @RolesAllowed({Roles.EVALUATOR, Roles.BUDGET_OFFICER})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record a technical refusal",
            description = "A refusal names its rule, the office that decided it and where and until when to appeal; one"
                    + " without a way to appeal is not taken.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "unregistered land",
                                            value =
                                                    "{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\",\"title\":\"Puente peatonal de Huancacalla\",\"rule\":\"DS 284-2018-EF art. 16\",\"explanation\":\"El terreno no está saneado.\",\"author\":\"Unidad formuladora\",\"document\":\"Informe 31-2020\",\"decidedOn\":\"2020-02-10\",\"appeal\":{\"to\":\"Gerencia municipal\",\"until\":\"2020-03-02\"}}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefusalView.class),
                            examples = @ExampleObject(name = "revoked", value = EXAMPLE)))
    public Response refuseProject(@PathParam("process") ProcessId process, @Valid @NotNull RefusalRequest request) {
        var appeal = request.appeal();
        var row = refuseProject.refuse(
                process,
                new RefuseProject.Decision(
                        request.proposal(),
                        request.title(),
                        request.rule(),
                        request.explanation(),
                        request.author(),
                        request.document(),
                        request.decidedOn(),
                        appeal == null ? null : new RefuseProject.Appeal(appeal.to(), appeal.until())));
        return Response.created(URI.create("/v1/technical-refusals/" + row.id))
                .entity(view(row))
                .build();
    }

    @POST
    @Path("/technical-refusals/{refusal}/appeal")
    @RolesAllowed({Roles.COUNCIL_SECRETARY, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "File an appeal",
            description = "Once, and until the day that the refusal names; that day counts.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "in time",
                                            value =
                                                    "{\"document\":\"Expediente 77\",\"grounds\":\"El terreno es comunal y está inscrito.\",\"filedOn\":\"2020-02-20\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Filed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefusalView.class),
                            examples = @ExampleObject(name = "revoked", value = EXAMPLE)))
    public Response appealRefusal(
            @Parameter(description = "Its id.") @PathParam("refusal") UUID refusal,
            @Valid @NotNull AppealRequest request) {
        var row = appealRefusal.file(refusal, request.document(), request.grounds(), request.filedOn());
        return Response.created(URI.create("/v1/technical-refusals/" + refusal))
                .entity(view(row))
                .build();
    }

    @POST
    @Path("/technical-refusals/{refusal}/appeal/decision")
    @RolesAllowed(Roles.COUNCIL_SECRETARY)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(summary = "Decide an appeal", description = "Once: the refusal stands, or it does not.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "revoked",
                                            value =
                                                    "{\"outcome\":\"REVOKED\",\"decision\":\"Resolución 12-2020\",\"decidedOn\":\"2020-03-05\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefusalView.class),
                            examples = @ExampleObject(name = "revoked", value = EXAMPLE)))
    public Response decideAppeal(
            @Parameter(description = "Its id.") @PathParam("refusal") UUID refusal,
            @Valid @NotNull AppealDecision request) {
        return Response.ok(
                        view(appealRefusal.decide(refusal, request.outcome(), request.decision(), request.decidedOn())))
                .build();
    }

    @GET
    @Path("/technical-refusals/{refusal}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One technical refusal",
            description = "Its rule, its author, the way to appeal and what became of the appeal.")
    @APIResponse(
            responseCode = "200",
            description = "The refusal",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefusalView.class),
                            examples = @ExampleObject(name = "revoked", value = EXAMPLE)))
    public RefusalView getTechnicalRefusal(@Parameter(description = "Its id.") @PathParam("refusal") UUID refusal) {
        return view(refusals.require(refusal));
    }

    @GET
    @Path("/processes/{process}/technical-refusals")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Technical refusals of a process",
            description = "All of them, the newest first, those of other bodies too.")
    @APIResponse(
            responseCode = "200",
            description = "The refusals",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefusalList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + EXAMPLE + "]}")))
    public RefusalList listTechnicalRefusals(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new RefusalList(refusals.of(process).stream().map(this::view).toList());
    }

    private RefusalView view(RefusalRow row) {
        var appeal = appeals.findByIdOptional(row.id).orElse(null);
        return new RefusalView(
                row.id,
                row.process,
                row.proposal,
                row.title,
                row.rule,
                row.explanation,
                row.author,
                row.document,
                row.decidedOn,
                row.appealTo,
                row.appealUntil,
                row.appealLaw,
                appeal == null
                        ? null
                        : new AppealView(
                                appeal.document,
                                appeal.grounds,
                                appeal.filedOn,
                                appeal.outcome,
                                appeal.decision,
                                appeal.decidedOn),
                appeal == null || appeal.outcome != AppealOutcome.REVOKED);
    }
}
