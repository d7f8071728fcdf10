package pe.minka.allocation.coordination;

import com.fasterxml.jackson.core.type.TypeReference;
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
import pe.minka.allocation.bank.ProjectLists;
import pe.minka.allocation.joint.JointProject;
import pe.minka.allocation.joint.JointProjects;
import pe.minka.allocation.process.KnownEntity;
import pe.minka.allocation.process.PublicEntities;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Coordination between levels over HTTP. */
@Path("/v1")
@Tag(name = "Coordination", description = "What levels of government agree on together, and the problems they share.")
public class CoordinationResource {

    private static final String MEETING =
            "{\"meeting\":\"e2bb1c1d-9e1f-4c9f-8a8b-1b2c3d4e5f01\",\"entity\":\"300305\",\"heldOn\":\"2016-05-12\",\"minutes\":\"Acta de coordinación 2-2016\",\"participants\":[{\"entity\":\"300305\",\"level\":\"DISTRICT\",\"office\":\"Alcaldía\"},{\"entity\":\"300306\",\"level\":\"PROVINCE\",\"office\":\"Alcaldía provincial\"}],\"jointProjects\":[{\"jointProject\":\"2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901\",\"title\":\"Camino Coyllurqui–Pfaco\",\"cost\":{\"amount\":\"100.00\",\"currency\":\"PEN\"},\"payers\":[{\"entity\":\"300305\",\"percent\":\"60\",\"amount\":{\"amount\":\"60.00\",\"currency\":\"PEN\"}},{\"entity\":\"300306\",\"percent\":\"40\",\"amount\":{\"amount\":\"40.00\",\"currency\":\"PEN\"}}],\"maintainer\":\"Municipalidad Provincial de Cotabambas\"}]}";
    private static final String SHARED =
            "{\"items\":[{\"problem\":\"Falta de agua\",\"projects\":[{\"entity\":\"300305\",\"level\":\"DISTRICT\",\"name\":\"Agua de Pfaco\",\"cost\":{\"amount\":\"300000.00\",\"currency\":\"PEN\"}},{\"entity\":\"300306\",\"level\":\"PROVINCE\",\"name\":\"Sistema de agua provincial\",\"cost\":{\"amount\":\"900000.00\",\"currency\":\"PEN\"}}],\"suggestion\":{\"title\":\"Falta de agua\",\"cost\":{\"amount\":\"900000.00\",\"currency\":\"PEN\"},\"parts\":[{\"entity\":\"300305\",\"percent\":\"25\"},{\"entity\":\"300306\",\"percent\":\"75\"}]}}]}";

    private final RecordMeeting recordMeeting;
    private final Meetings meetings;
    private final JointProjects projects;
    private final ProjectLists lists;
    private final PublicEntities entities;
    private final Documents documents;

    CoordinationResource(
            RecordMeeting recordMeeting,
            Meetings meetings,
            JointProjects projects,
            ProjectLists lists,
            PublicEntities entities,
            Documents documents) {
        this.recordMeeting = recordMeeting;
        this.meetings = meetings;
        this.projects = projects;
        this.lists = lists;
        this.entities = entities;
        this.documents = documents;
    }

    @Schema(name = "CoordinationMeetingRequest")
    record MeetingRequest(
            @Schema(description = "Who called it and records it.") @NotNull
            EntityCode entity,

            @NotNull LocalDate heldOn,

            @Schema(description = "Number of the minutes.") @NotBlank @Size(max = 160)
            String minutes,

            @NotEmpty @Size(max = 500) List<@Valid @NotNull ParticipantRequest> participants,

            @Schema(description = "Joint projects that were agreed on; each says who pays and who maintains.")
            @NotNull
            @Size(max = 500)
            List<@NotNull UUID> jointProjects) {}

    @Schema(name = "CoordinationParticipant")
    record ParticipantRequest(
            @NotNull EntityCode entity,

            @NotNull @Pattern(regexp = "DISTRICT|PROVINCE|REGION")
            String level,

            @Schema(description = "Who spoke for it, by office and never by name.") @NotBlank @Size(max = 120)
            String office) {}

    @Schema(name = "CoordinatedProject")
    record ProjectView(
            UUID jointProject, String title, Soles cost, List<JointProject.Payer> payers, String maintainer) {}

    @Schema(name = "CoordinationMeeting")
    record MeetingView(
            UUID meeting,
            EntityCode entity,
            LocalDate heldOn,
            String minutes,
            List<ParticipantRequest> participants,
            List<ProjectView> jointProjects) {}

    @Schema(name = "CoordinationMeetingList")
    record MeetingList(List<MeetingView> items) {}

    @Schema(name = "ProjectOfALevel")
    record LevelProject(EntityCode entity, String level, String name, Soles cost) {}

    @Schema(name = "SharedProblem")
    record SharedView(
            String problem,
            List<LevelProject> projects,

            @Schema(description = "What the two could agree on as one joint project.")
            JointProposal suggestion) {}

    @Schema(name = "SharedProblemList")
    record SharedList(List<SharedView> items) {}

    @POST
    @Path("/coordination-meetings")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record a meeting of levels of government",
            description =
                    "At least two levels take part. Whoever pays a joint project that was agreed on was there; the"
                            + " record shows who pays what part of it and who maintains it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "district and province",
                                            value =
                                                    "{\"entity\":\"300305\",\"heldOn\":\"2016-05-12\",\"minutes\":\"Acta de coordinación 2-2016\",\"participants\":[{\"entity\":\"300305\",\"level\":\"DISTRICT\",\"office\":\"Alcaldía\"},{\"entity\":\"300306\",\"level\":\"PROVINCE\",\"office\":\"Alcaldía provincial\"}],\"jointProjects\":[\"2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901\"]}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MeetingView.class),
                            examples = @ExampleObject(name = "one project", value = MEETING)))
    public Response recordCoordinationMeeting(@Valid @NotNull MeetingRequest request) {
        var row = recordMeeting.record(new RecordMeeting.Held(
                request.entity(),
                request.heldOn(),
                request.minutes(),
                request.participants().stream()
                        .map(each -> new Participant(each.entity(), each.level(), each.office()))
                        .toList(),
                request.jointProjects()));
        return Response.created(URI.create("/v1/coordination-meetings/" + row.id))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/coordination-meetings/{meeting}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One coordination meeting",
            description = "Who took part, and of each joint project who pays and who maintains.")
    @APIResponse(
            responseCode = "200",
            description = "The meeting",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MeetingView.class),
                            examples = @ExampleObject(name = "one project", value = MEETING)))
    public MeetingView getCoordinationMeeting(@Parameter(description = "Its id.") @PathParam("meeting") UUID meeting) {
        return view(meetings.require(meeting));
    }

    @GET
    @Path("/entities/{entity}/coordination-meetings")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Coordination meetings of an entity",
            description = "All that it took part in, the newest first.")
    @APIResponse(
            responseCode = "200",
            description = "The meetings",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MeetingList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + MEETING + "]}")))
    public MeetingList listCoordinationMeetings(@PathParam("entity") EntityCode entity) {
        return new MeetingList(
                meetings.attendedBy(entity).stream().map(this::view).toList());
    }

    @GET
    @Path("/entities/{entity}/shared-problems")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Problems that two levels want to solve",
            description = "Where the project lists of this entity and of another level over the same territory answer"
                    + " the same problem: both projects, and a joint one that could take their place.")
    @APIResponse(
            responseCode = "200",
            description = "The problems",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SharedList.class),
                            examples = @ExampleObject(name = "water", value = SHARED)))
    public SharedList listSharedProblems(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Of the lists.", example = "2017")
                    @QueryParam("fiscalYear")
                    @NotNull
                    @Min(2003)
                    @Max(2100)
                    Integer fiscalYear) {
        var own = entities.known(entity).orElseThrow(() -> Problem.notFound().toException());
        return new SharedList(lists.sharedProblems(entity, new FiscalYear(fiscalYear)).stream()
                .flatMap(
                        shared -> entities
                                .known(shared.other())
                                .filter(own::sharesTerritoryWith)
                                .map(other -> view(shared, own, other))
                                .stream())
                .toList());
    }

    private static SharedView view(ProjectLists.SharedProblem shared, KnownEntity own, KnownEntity other) {
        return new SharedView(
                shared.problem(),
                List.of(
                        new LevelProject(shared.entity(), own.level(), shared.name(), shared.cost()),
                        new LevelProject(shared.other(), other.level(), shared.otherName(), shared.otherCost())),
                JointProposal.of(shared));
    }

    private MeetingView view(MeetingRow row) {
        return new MeetingView(
                row.id,
                row.entity,
                row.heldOn,
                row.minutes,
                documents.read(row.participants, new TypeReference<List<Participant>>() {}).stream()
                        .map(each -> new ParticipantRequest(each.entity(), each.level(), each.office()))
                        .toList(),
                documents.read(row.projects, new TypeReference<List<UUID>>() {}).stream()
                        .map(projects::agreed)
                        .map(each ->
                                new ProjectView(each.id(), each.title(), each.cost(), each.payers(), each.maintainer()))
                        .toList());
    }
}
