package pe.minka.registry.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.registry.process.Processes;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What each area of the entity does for a process: the whole municipality and not one official. */
@Path("/v1/processes/{process}/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
class TaskResource {

    private static final String TASK = """
            {"task":"3f504d67-a0c1-4e94-8d61-8c405f6e7d44","area":"Desarrollo Social","what":"Visitar a los comités de Vaso de Leche","dueOn":"2016-03-15"}""";

    private final OutreachRecords records;
    private final Processes processes;
    private final Caller caller;

    TaskResource(OutreachRecords records, Processes processes, Caller caller) {
        this.records = records;
        this.processes = processes;
        this.caller = caller;
    }

    @Schema(name = "TaskEntry")
    record TaskRequest(
            @NotBlank @Size(max = 160) String area,
            @NotBlank @Size(max = 500) String what,
            @NotNull LocalDate dueOn) {}

    @Schema(name = "TaskDone")
    record DoneRequest(@NotNull LocalDate doneOn) {}

    @Schema(name = "Task")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskView(
            UUID task,
            String area,
            String what,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {

        static TaskView of(AreaTask task) {
            return new TaskView(task.id(), task.area(), task.task(), task.dueOn(), task.doneOn());
        }
    }

    /** One area with its tasks. */
    @Schema(name = "AreaTasks")
    record AreaView(String area, int done, List<TaskView> tasks) {}

    @Schema(name = "Tasks")
    record TasksView(List<AreaView> areas) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(operationId = "assignTask", summary = "Give an area a task", description = "With the day it is due.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TaskRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "task",
                                            value =
                                                    "{\"area\":\"Desarrollo Social\",\"what\":\"Visitar a los comités de Vaso de Leche\",\"dueOn\":\"2016-03-15\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Given",
            content =
                    @Content(
                            schema = @Schema(implementation = TaskView.class),
                            examples = @ExampleObject(name = "task", value = TASK)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response assignTask(@PathParam("process") ProcessId id, @Valid @NotNull TaskRequest request) {
        caller.mustActFor(processes.get(id).entity());
        var task = new AreaTask(id, request.area().strip(), request.what(), request.dueOn());
        records.add(task);
        return Response.created(URI.create("/v1/processes/" + id + "/tasks"))
                .entity(TaskView.of(task))
                .build();
    }

    @POST
    @Path("/{task}/completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REGISTRAR, Roles.FACILITATOR, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(operationId = "completeTask", summary = "Record that a task is done", description = "With the day.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DoneRequest.class),
                            examples = @ExampleObject(name = "done", value = "{\"doneOn\":\"2016-03-14\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content =
                    @Content(
                            schema = @Schema(implementation = TaskView.class),
                            examples = @ExampleObject(name = "task", value = TASK)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response completeTask(
            @PathParam("process") ProcessId id, @PathParam("task") UUID taskId, @Valid @NotNull DoneRequest request) {
        caller.mustActFor(processes.get(id).entity());
        var task = records.task(id, taskId);
        task.done(request.doneOn());
        return Response.ok(TaskView.of(task)).build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listTasks",
            summary = "Tasks by area",
            description = "Which areas of the entity take part, with what, and how much of it is done.")
    @APIResponse(
            responseCode = "200",
            description = "All areas",
            content =
                    @Content(
                            schema = @Schema(implementation = TasksView.class),
                            examples =
                                    @ExampleObject(
                                            name = "tasks",
                                            value = "{\"areas\":[{\"area\":\"Desarrollo Social\",\"done\":0,\"tasks\":["
                                                    + TASK + "]}]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public TasksView listTasks(@PathParam("process") ProcessId id) {
        processes.get(id);
        var byArea = new TreeMap<String, List<TaskView>>();
        records.tasks(id)
                .forEach(task -> byArea.merge(
                        task.area(),
                        List.of(TaskView.of(task)),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return new TasksView(byArea.entrySet().stream()
                .map(area -> new AreaView(
                        area.getKey(),
                        (int) area.getValue().stream()
                                .filter(task -> task.doneOn() != null)
                                .count(),
                        area.getValue()))
                .toList());
    }
}
