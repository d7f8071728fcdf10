package pe.minka.transparency.indicator;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
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
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.transparency.process.Processes;

import java.util.List;

/** The indicators of one process. */
@Path("/v1/processes/{process}/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Indicators",
        description = "The same figures by the same formula for every place; what is missing is said.")
public class ProcessIndicatorResource {

    static final String EXAMPLE =
            "{\"code\":\"WOMEN_SHARE\",\"dimension\":\"PARTICIPATORY\",\"component\":\"RESPONSIVENESS\",\"unit\":\"PERCENT\","
                    + "\"title\":{\"es\":\"Mujeres en el padrón\"},\"value\":\"35.0\",\"of\":\"women\",\"ofFigure\":\"105\","
                    + "\"in\":\"agents\",\"inFigure\":\"300\",\"missing\":[]}";

    private final Processes processes;
    private final Indicators indicators;

    ProcessIndicatorResource(Processes processes, Indicators indicators) {
        this.processes = processes;
        this.indicators = indicators;
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Read the indicators of a process",
            description =
                    "Each with the two figures it was computed from, under the four dimensions of participatory budgeting and "
                            + "the three components of good governance. A missing figure is named, never taken as zero.")
    @APIResponse(
            responseCode = "200",
            description = "The indicators.",
            content =
                    @Content(
                            schema = @Schema(implementation = IndicatorsOfProcess.class),
                            examples =
                                    @ExampleObject(
                                            name = "indicators",
                                            value = "{\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"items\":["
                                                    + EXAMPLE + "]}")))
    @APIResponse(responseCode = "404", description = "`not-found`: unknown, or not yet called")
    public IndicatorsOfProcess readIndicators(@PathParam("process") ProcessId process) {
        return processes
                .find(process)
                .map(found -> new IndicatorsOfProcess(process, indicators.of(found, null)))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    @Schema(name = "IndicatorsOfProcess")
    record IndicatorsOfProcess(ProcessId process, List<Indicator> items) {}
}
