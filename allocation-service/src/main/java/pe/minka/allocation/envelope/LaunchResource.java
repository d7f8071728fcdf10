package pe.minka.allocation.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;

import java.util.List;
import java.util.Map;

/** What to know of the money before a process is launched, over HTTP. */
@Path("/v1/processes/{process}/launch-warnings")
@Tag(name = "Envelopes")
public class LaunchResource {

    private final Processes processes;
    private final Envelopes envelopes;

    LaunchResource(Processes processes, Envelopes envelopes) {
        this.processes = processes;
        this.envelopes = envelopes;
    }

    @Schema(name = "LaunchWarning")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WarningView(
            @Schema(description = "A purse of the ordinance, such as a thematic table; WHOLE where it separates none.")
            String purse,

            @Nullable Map<String, String> title,

            @Schema(description = "Who would decide on it.") String decidedBy,

            @Schema(description = "NO_MONEY: whoever deliberates there has nothing to decide on.")
            String warning) {}

    @Schema(name = "LaunchWarningList")
    record WarningList(
            @Schema(description = "Whether every body that is to deliberate has money to decide on.")
            boolean ready,

            List<WarningView> items) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Who would deliberate without money",
            description = "Before the launch: the envelopes that the ordinance separates, thematic tables among them,"
                    + " for which no money is declared in the fiscal year of the process.")
    @APIResponse(
            responseCode = "200",
            description = "The warnings; none where all have money",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WarningList.class),
                            examples =
                                    @ExampleObject(
                                            name = "a table without budget",
                                            value =
                                                    "{\"ready\":false,\"items\":[{\"purse\":\"TABLE_HEALTH\",\"title\":{\"es\":\"Mesa temática de salud\"},\"decidedBy\":\"AGENTS\",\"warning\":\"NO_MONEY\"}]}")))
    public WarningList listLaunchWarnings(@PathParam("process") ProcessId process) {
        var called = processes.require(process);
        var declared = envelopes.of(process).stream()
                .filter(envelope -> envelope.fiscalYear().equals(called.fiscalYear()))
                .map(Envelope::purse)
                .toList();
        var warnings = Declaration.purses(called.regulation()).stream()
                .filter(purse -> !declared.contains(purse.envelope()))
                .map(purse -> new WarningView(purse.envelope(), purse.title(), purse.decidedBy(), "NO_MONEY"))
                .toList();
        return new WarningList(warnings.isEmpty(), warnings);
    }
}
