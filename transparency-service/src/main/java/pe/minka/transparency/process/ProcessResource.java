package pe.minka.transparency.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.transparency.agreement.Agreement;
import pe.minka.transparency.process.Processes.Wanted;

import java.util.List;
import java.util.function.Function;

/** Processes as anyone may read them. */
@Path("/v1/processes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes", description = "Everything public about each process, as data.")
public class ProcessResource {

    private final Processes processes;
    private final Answers answers;
    private final ObjectMapper json;

    ProcessResource(Processes processes, Answers answers, ObjectMapper json) {
        this.processes = processes;
        this.answers = answers;
        this.json = json;
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "List processes",
            description =
                    "Processes that were called, the newest fiscal year first; by territory (a prefix of the UBIGEO), "
                            + "entity, year, or words of their names.")
    @APIResponse(
            responseCode = "200",
            description = "A page of processes.",
            content =
                    @Content(
                            schema = @Schema(implementation = ProcessPage.class),
                            examples = @ExampleObject(name = "processes", value = ProcessExamples.PAGE)))
    @APIResponse(responseCode = "400", description = "`unknown-cursor`, `invalid-request`")
    public Response listProcesses(
            @QueryParam("ubigeo")
                    @Parameter(description = "A region (2 digits), province (4) or district (6).", example = "0305")
                    @Nullable
                    Ubigeo ubigeo,
            @QueryParam("entity") @Parameter(description = "Code of the entity.") @Nullable EntityCode entity,
            @QueryParam("year") @Parameter(description = "Fiscal year that is decided on.", example = "2017") @Nullable
                    Integer year,
            @QueryParam("q")
                    @Parameter(description = "Words of the name of process, entity or place.", example = "coyllurqui")
                    @Nullable
                    String text,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var wanted = new Wanted(ubigeo, entity, year, text);
        var found = processes.list(wanted, page.after(), page.limit + 1);
        return Page.of(found, page, ListedProcess::key).toResponse(uri);
    }

    @GET
    @Path("/{process}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read a process",
            description =
                    "The same facts as on the public page: phases, roll with the women's share, workshops, rounds, money, "
                            + "agreements, findings. Answers 304 to an `If-None-Match` that names what is current.")
    @APIResponse(
            responseCode = "200",
            description = "The process.",
            content =
                    @Content(
                            schema = @Schema(implementation = PublicProcess.class),
                            examples = @ExampleObject(name = "process", value = ProcessExamples.PROCESS)))
    @APIResponse(responseCode = "304", description = "Nothing changed.")
    @APIResponse(responseCode = "404", description = "`not-found`: unknown, or not yet called")
    public Response readProcess(@PathParam("process") ProcessId process, @Context Request request) {
        return answer("process", process, request, picture -> picture);
    }

    @GET
    @Path("/{process}/agreements")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the agreements of a process",
            description =
                    "Each agreement with its votes, the money agreed, modified and spent, its progress and state; the most voted first.")
    @APIResponse(
            responseCode = "200",
            description = "The agreements.",
            content =
                    @Content(
                            schema = @Schema(implementation = AgreementList.class),
                            examples = @ExampleObject(name = "agreements", value = ProcessExamples.AGREEMENTS)))
    @APIResponse(responseCode = "304", description = "Nothing changed.")
    @APIResponse(responseCode = "404", description = "`not-found`: unknown, or not yet called")
    public Response readAgreements(@PathParam("process") ProcessId process, @Context Request request) {
        return answer("agreements", process, request, picture -> new AgreementList(picture.agreements()));
    }

    private Response answer(String name, ProcessId process, Request request, Function<PublicProcess, Object> view) {
        var stamp =
                processes.stamp(process).orElseThrow(() -> Problem.notFound().toException());
        return answers.respond(
                name + "/" + process,
                stamp,
                MediaType.APPLICATION_JSON,
                request,
                () -> write(view.apply(processes
                        .find(process)
                        .orElseThrow(() -> Problem.notFound().toException()))));
    }

    private byte[] write(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not plain data: " + view, impossible);
        }
    }

    @Schema(name = "AgreementList")
    record AgreementList(List<Agreement> items) {}

    /** How a page of processes looks. */
    @Schema(name = "ProcessPage")
    record ProcessPage(List<ListedProcess> items, @Nullable String next) {}
}
