package pe.minka.registry.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.process.Processes;
import pe.minka.registry.training.Training.Audience;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Training of agents, staff and authorities. */
@Path("/v1/processes/{process}/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training")
class TrainingResource {

    private static final String REQUEST = """
            {"title":"Conceptos y fases","topics":["PB_CONCEPT_AND_PHASES","PROJECT_CYCLE"],"heldOn":"2016-03-30","place":"Local comunal de Pfaco",\
            "language":"qu","audience":"AGENTS","agents":["b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101"],"credentials":["7K3M-9Q2X-4TBC"],\
            "materials":["3a7c1e52-6f0d-4b8e-9a41-2c5d7e9f1b60"]}""";
    private static final String TRAINING = """
            {"training":"e2f6a0b4-8c1d-4b5e-a3f7-1d2c3b4a5301","title":"Conceptos y fases","topics":["PB_CONCEPT_AND_PHASES","PROJECT_CYCLE"],\
            "heldOn":"2016-03-30","place":"Local comunal de Pfaco","language":"qu","audience":"AGENTS","staffAreas":[],"attended":251,\
            "materials":["3a7c1e52-6f0d-4b8e-9a41-2c5d7e9f1b60"]}""";
    private static final String TRAININGS =
            "{\"items\":[" + TRAINING + "],\"trainedAgents\":251,\"topicsMissing\":[\"AGREEMENTS\"]}";

    private final RecordTraining recordTraining;
    private final Trainings trainings;
    private final TrainingMaterials materials;
    private final Processes processes;

    TrainingResource(
            RecordTraining recordTraining, Trainings trainings, TrainingMaterials materials, Processes processes) {
        this.recordTraining = recordTraining;
        this.trainings = trainings;
        this.materials = materials;
        this.processes = processes;
    }

    /**
     * @param topics codes of the regulation's programme, or others
     * @param audience agents where absent
     * @param staffAreas areas of the entity whose staff attended
     * @param agents who attended, by id
     * @param credentials who attended, by the code on the card
     * @param materials of the process that the session used
     */
    @Schema(name = "TrainingRecord")
    record TrainingRequest(
            @NotBlank @Size(min = 3, max = 200) String title,
            @NotEmpty @Size(max = 40) List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String> topics,
            @NotNull LocalDate heldOn,
            @Nullable @Size(max = 200) String place,
            @Nullable @Pattern(regexp = "[a-z]{2,3}") String language,
            @Nullable Audience audience,
            @Nullable @Size(max = 60) List<@NotBlank @Size(max = 160) String> staffAreas,
            @Nullable @Size(max = 20000) List<@NotNull AgentId> agents,
            @Nullable @Size(max = 20000) List<@NotBlank @Size(max = 40) String> credentials,
            @Nullable @Size(max = 100) List<@NotNull UUID> materials) {

        RecordTraining.Session session() {
            return new RecordTraining.Session(
                    title,
                    topics,
                    heldOn,
                    place,
                    Objects.requireNonNullElse(language, "es"),
                    Objects.requireNonNullElse(audience, Audience.AGENTS),
                    Objects.requireNonNullElse(staffAreas, List.of()),
                    Objects.requireNonNullElse(agents, List.of()),
                    Objects.requireNonNullElse(credentials, List.of()),
                    Objects.requireNonNullElse(materials, List.<UUID>of()).stream()
                            .distinct()
                            .toList());
        }
    }

    @Schema(name = "Training")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrainingView(
            UUID training,
            String title,
            List<String> topics,
            LocalDate heldOn,
            @Nullable String place,
            String language,
            Audience audience,
            List<String> staffAreas,
            int attended,
            List<UUID> materials) {

        static TrainingView of(Training training, int attended, List<UUID> materials) {
            return new TrainingView(
                    training.id(),
                    training.title(),
                    training.topics(),
                    training.heldOn(),
                    training.place(),
                    training.language(),
                    training.audience(),
                    training.staffAreas(),
                    attended,
                    materials);
        }
    }

    /**
     * @param trainedAgents accredited agents with at least one session
     * @param topicsMissing topics of the regulation that no session for agents has covered yet
     */
    @Schema(name = "Trainings")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrainingsView(
            List<TrainingView> items, @Nullable String next, int trainedAgents, List<String> topicsMissing) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "recordTraining",
            summary = "Record a training session",
            description =
                    "After it was held, with its topics and who attended: agents by id, or by the credential on their card, 20,000 in all. Each agent counts once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TrainingRequest.class),
                            examples = @ExampleObject(name = "session", value = REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            schema = @Schema(implementation = TrainingView.class),
                            examples = @ExampleObject(name = "session", value = TRAINING)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`attendance-unknown` with each id or credential that is nobody's, `attendance-too-long`, `training-ahead`, `materials-unknown`")
    public Response recordTraining(@PathParam("process") ProcessId id, @Valid @NotNull TrainingRequest request) {
        var session = request.session();
        var recorded = recordTraining.record(id, session);
        return Response.created(URI.create("/v1/processes/" + id + "/trainings"))
                .entity(TrainingView.of(recorded.training(), recorded.attended(), session.materials()))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listTrainings",
            summary = "Training sessions",
            description = "Those held, how many attended, and which topics of the regulation are still missing.")
    @APIResponse(
            responseCode = "200",
            description = "One page, by day, with what all sessions of the process cover",
            content =
                    @Content(
                            schema = @Schema(implementation = TrainingsView.class),
                            examples = @ExampleObject(name = "sessions", value = TRAININGS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listTrainings(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        var process = processes.get(id);
        var covered = trainings.of(id).stream()
                .filter(training -> training.audience() == Audience.AGENTS)
                .flatMap(training -> training.topics().stream())
                .collect(Collectors.toSet());
        var shown = Page.of(trainings.of(id, page.after(UUID::fromString), page.limit + 1), page, Training::id);
        var ids = shown.items().stream().map(Training::id).toList();
        var attended = trainings.attendance(ids);
        var used = materials.usedBy(ids);
        var view = new TrainingsView(
                shown.items().stream()
                        .map(training -> TrainingView.of(
                                training,
                                attended.getOrDefault(training.id(), 0),
                                used.getOrDefault(training.id(), List.of())))
                        .toList(),
                shown.next(),
                trainings.trainedAgents(id),
                process.regulation().trainingTopics().stream()
                        .filter(topic -> !covered.contains(topic))
                        .toList());
        return shown.toResponse(uri, view);
    }
}
