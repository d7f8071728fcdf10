package pe.minka.registry.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.process.Processes;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Who read personal fields of a process, for those who watch over the readers. */
@Path("/v1/processes/{process}/personal-readings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class PersonalReadingResource {

    private static final String READING =
            "{\"reading\":41,\"at\":\"2016-03-22T15:00:00Z\",\"by\":\"4f3c7c3e-8a4e-4c57-8c4b-1d5e6f7a8b90\",\"purpose\":\"list-credentials\",\"agents\":300}";

    private final AccessLog accessLog;
    private final Processes processes;
    private final Caller caller;

    PersonalReadingResource(AccessLog accessLog, Processes processes, Caller caller) {
        this.accessLog = accessLog;
        this.processes = processes;
        this.caller = caller;
    }

    /**
     * @param by the account that saw them
     * @param agents of how many people: agents, applicants or supporters
     */
    @Schema(name = "PersonalReading")
    record ReadingView(long reading, Instant at, String by, String purpose, int agents) {

        static ReadingView of(AccessLog.Entry entry) {
            return new ReadingView(entry.reading(), entry.at(), entry.by(), entry.purpose(), entry.agents());
        }
    }

    /** The shape of a page, for the contract. */
    record PersonalReadingPage(
            List<ReadingView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.ENTITY_ADMIN, Roles.AUDITOR})
    @Scope(Scope.OWN)
    @Transactional
    @Operation(
            operationId = "listPersonalReadings",
            summary = "Who read personal fields",
            description =
                    "Each reading with its account, its purpose and of how many agents; not of whom, which each person learns by an export of the own data.")
    @APIResponse(
            responseCode = "200",
            description = "One page, the oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = PersonalReadingPage.class),
                            examples = @ExampleObject(name = "readings", value = "{\"items\":[" + READING + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response listPersonalReadings(
            @PathParam("process") ProcessId id, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        caller.mustActFor(processes.get(id).entity());
        long after = Objects.requireNonNullElse(page.after(Long::valueOf), 0L);
        return Page.of(accessLog.of(id, after, page.limit + 1), page, AccessLog.Entry::reading)
                .map(ReadingView::of)
                .toResponse(uri);
    }
}
