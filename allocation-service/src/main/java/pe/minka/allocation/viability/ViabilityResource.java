package pe.minka.allocation.viability;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Lists sent to evaluators over HTTP. */
@Path("/v1")
@Tag(
        name = "Viability",
        description = "What evaluators answered on each project; refusals with rule, author and appeal.")
public class ViabilityResource {

    private static final String EXAMPLE =
            "{\"viabilityRequest\":\"a4dd3e3f-b031-4eb1-8cad-3d4e5f6a7b01\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"addressee\":\"MEF\",\"document\":\"Oficio 44-2003\",\"sentOn\":\"2003-09-15\",\"sent\":1,\"answered\":1,\"returned\":1,\"projects\":[{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\",\"title\":\"Puente peatonal de Huancacalla\",\"answer\":\"NOT_VIABLE\",\"document\":\"Informe técnico 9-2003-EF\",\"answeredOn\":\"2003-10-02\",\"rule\":\"Ley 27293 art. 6\",\"explanation\":\"No identifica el problema.\",\"returnedTo\":\"Equipo técnico\"}]}";

    private final AskForViability askForViability;
    private final ViabilityRequests requests;

    ViabilityResource(AskForViability askForViability, ViabilityRequests requests) {
        this.askForViability = askForViability;
        this.requests = requests;
    }

    @Schema(name = "ViabilityRequestRequest")
    record SendRequest(
            @Schema(examples = "MEF") @NotBlank @Size(max = 120)
            String addressee,

            @Schema(description = "With which the list was sent.") @NotBlank @Size(max = 160)
            String document,

            @NotNull LocalDate sentOn,
            @NotEmpty @Size(max = 5000) List<@Valid @NotNull SentProject> projects) {}

    @Schema(name = "ProjectSent")
    record SentProject(
            @NotNull UUID proposal,
            @NotBlank @Size(max = 400) String title) {}

    @Schema(name = "ViabilityAnswerRequest")
    record AnswerRequest(
            @NotNull UUID proposal,
            @NotNull ViabilityAnswer answer,
            @NotBlank @Size(max = 160) String document,
            @NotNull LocalDate answeredOn,

            @Schema(description = "The rule that an answer other than VIABLE rests on.") @Size(max = 400) @Nullable
            String rule,

            @Schema(description = "Needed with an answer other than VIABLE.") @Size(max = 2000) @Nullable
            String explanation,

            @Schema(description = "Who takes a project that is not viable back; the technical team when left out.")
            @Size(max = 120)
            @Nullable
            String returnedTo,

            @Schema(description = "Only where the regulation says nothing of appeals.") @Valid @Nullable
            AppealTo appeal) {}

    @Schema(name = "AppealTo")
    record AppealTo(
            @NotBlank @Size(max = 200) String to, @NotNull LocalDate until) {}

    @Schema(name = "ProjectAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectView(
            UUID proposal,
            String title,

            @Schema(description = "Absent while none came.") @Nullable
            ViabilityAnswer answer,

            @Nullable String document,
            @Nullable LocalDate answeredOn,
            @Nullable String rule,
            @Nullable String explanation,
            @Nullable String returnedTo) {}

    @Schema(name = "ViabilityRequest")
    record RequestView(
            UUID viabilityRequest,
            ProcessId process,
            String addressee,
            String document,
            LocalDate sentOn,
            int sent,
            int answered,

            @Schema(description = "Not viable, and with the technical team again.")
            int returned,

            List<ProjectView> projects) {}

    @POST
    @Path("/processes/{process}/viability-requests")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.EVALUATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record that a list went to an evaluator",
            description = "The projects whose viability another body judges, for example the Ministry of Economy.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "to the ministry",
                                            value =
                                                    "{\"addressee\":\"MEF\",\"document\":\"Oficio 44-2003\",\"sentOn\":\"2003-09-15\",\"projects\":[{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\",\"title\":\"Puente peatonal de Huancacalla\"}]}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestView.class),
                            examples = @ExampleObject(name = "answered", value = EXAMPLE)))
    public Response sendForViability(@PathParam("process") ProcessId process, @Valid @NotNull SendRequest request) {
        var projects = new LinkedHashMap<UUID, String>();
        for (int position = 0; position < request.projects().size(); position++) {
            var project = request.projects().get(position);
            if (projects.put(project.proposal(), project.title()) != null) {
                throw Problem.unprocessable("viability-request-unsound")
                        .error("/projects/" + position + "/proposal", "sent-twice", "title", project.title())
                        .toException();
            }
        }
        var row = askForViability.send(
                process, new AskForViability.Sent(request.addressee(), request.document(), request.sentOn(), projects));
        return Response.created(URI.create("/v1/viability-requests/" + row.id))
                .entity(view(row))
                .build();
    }

    @POST
    @Path("/viability-requests/{request}/answers")
    @RolesAllowed({Roles.BUDGET_OFFICER, Roles.EVALUATOR})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record an answer on one project",
            description = "A project that is not viable goes back to the technical team, with the rule, the author and"
                    + " the way to appeal; one that was observed may be answered again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "not viable",
                                            value =
                                                    "{\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702\",\"answer\":\"NOT_VIABLE\",\"document\":\"Informe técnico 9-2003-EF\",\"answeredOn\":\"2003-10-02\",\"rule\":\"Ley 27293 art. 6\",\"explanation\":\"No identifica el problema.\",\"appeal\":{\"to\":\"Dirección General de Inversión\",\"until\":\"2003-10-23\"}}")))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestView.class),
                            examples = @ExampleObject(name = "answered", value = EXAMPLE)))
    public Response answerViability(
            @Parameter(description = "Its id.") @PathParam("request") UUID request,
            @Valid @NotNull AnswerRequest answer) {
        if (answer.answer() != ViabilityAnswer.VIABLE) {
            refuseUnfounded(answer);
        }
        var appeal = answer.appeal();
        var row = askForViability.answer(
                request,
                new AskForViability.Answer(
                        answer.proposal(),
                        answer.answer(),
                        answer.document(),
                        answer.answeredOn(),
                        answer.rule(),
                        answer.explanation(),
                        answer.returnedTo(),
                        appeal == null ? null : new RefuseProject.Appeal(appeal.to(), appeal.until())));
        return Response.ok(view(row)).build();
    }

    private static void refuseUnfounded(AnswerRequest answer) {
        var problem = Problem.unprocessable("refusal-unfounded");
        if (answer.rule() == null || answer.rule().isBlank()) {
            problem.error("/rule", "rule-missing");
        }
        if (answer.explanation() == null || answer.explanation().isBlank()) {
            problem.error("/explanation", "explanation-missing");
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    @GET
    @Path("/viability-requests/{request}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One list sent to an evaluator",
            description = "With the answer on each project, as far as it came.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestView.class),
                            examples = @ExampleObject(name = "answered", value = EXAMPLE)))
    public RequestView getViabilityRequest(@Parameter(description = "Its id.") @PathParam("request") UUID request) {
        return view(requests.require(request));
    }

    private static RequestView view(RequestRow row) {
        var projects = row.projects.stream()
                .map(each -> new ProjectView(
                        each.proposal,
                        each.title,
                        each.answer,
                        each.document,
                        each.answeredOn,
                        each.rule,
                        each.explanation,
                        each.returnedTo))
                .toList();
        return new RequestView(
                row.id,
                row.process,
                row.addressee,
                row.document,
                row.sentOn,
                projects.size(),
                (int) projects.stream().filter(each -> each.answer() != null).count(),
                (int) projects.stream()
                        .filter(each -> each.returnedTo() != null)
                        .count(),
                projects);
    }
}
