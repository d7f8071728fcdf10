package pe.minka.registry.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.process.Processes;

import java.util.List;
import java.util.Map;

/** What the application of the Ministry of Economy asks of a process, with what is there and what is not. */
@Path("/v1/processes/{process}/mef-application")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
class MefApplicationResource {

    private static final String VIEW = """
            {"process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","complete":false,"groups":[\
            {"group":"ENTITY","status":"COMPLETE","fields":{"sec_ejec":"300305","nombre":"Municipalidad Distrital de Coyllurqui","anio":"2016"},"missing":[]},\
            {"group":"TECHNICAL_TEAM","status":"MISSING","fields":{},"missing":["acto","integrantes"]}]}""";

    private final MefApplication application;
    private final Processes processes;

    MefApplicationResource(MefApplication application, Processes processes) {
        this.application = application;
        this.processes = processes;
    }

    /** @param fields under the names of the form; counts where another service holds the details */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MefGroup")
    record GroupView(String group, Status status, Map<String, String> fields, List<String> missing) {}

    /** How much of a group is there. */
    enum Status {
        COMPLETE,
        PARTIAL,
        MISSING
    }

    /** @param complete whether nothing is missing */
    @Schema(name = "MefApplication")
    record ApplicationView(ProcessId process, boolean complete, List<GroupView> groups) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getMefApplication",
            summary = "The fields of the Ministry's application",
            description =
                    "Group by group as the interactive application asks for them, filled from what is on record here, and each field that is missing."
                            + " Details of workshops, projects and agreements are held by the other services; here stands whether they are on record, the amount of the declared envelopes, and how many were elected to the vigilance committee.")
    @APIResponse(
            responseCode = "200",
            description = "The groups in the order of the form",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "application", value = VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public ApplicationView getMefApplication(@PathParam("process") ProcessId id) {
        var groups = application.of(processes.get(id)).stream()
                .map(MefApplicationResource::view)
                .toList();
        return new ApplicationView(id, groups.stream().allMatch(group -> group.status() == Status.COMPLETE), groups);
    }

    private static GroupView view(MefApplication.Group group) {
        var status = group.missing().isEmpty()
                ? Status.COMPLETE
                : group.fields().isEmpty() ? Status.MISSING : Status.PARTIAL;
        return new GroupView(group.name(), status, group.fields(), group.missing());
    }
}
