package pe.minka.transparency.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import pe.minka.transparency.process.ListedProcess;
import pe.minka.transparency.process.Processes;
import pe.minka.transparency.process.Processes.Wanted;
import pe.minka.transparency.process.PublicProcess;

import java.util.List;

/** The same indicators of many processes. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Indicators",
        description = "The same figures by the same formula for every place; what is missing is said.")
public class IndicatorResource {

    private final Processes processes;
    private final Indicators indicators;

    IndicatorResource(Processes processes, Indicators indicators) {
        this.processes = processes;
        this.indicators = indicators;
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Compare processes",
            description =
                    "One indicator, or all, of many processes by territory and year: computed alike everywhere, with what is "
                            + "missing named.")
    @APIResponse(
            responseCode = "200",
            description = "A page of processes with their indicators.",
            content =
                    @Content(
                            schema = @Schema(implementation = ComparisonPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "comparison",
                                            value =
                                                    "{\"items\":[{\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"ubigeo\":\"030503\",\"fiscalYear\":2017,\"indicators\":["
                                                            + ProcessIndicatorResource.EXAMPLE + "]}]}")))
    @APIResponse(responseCode = "400", description = "`unknown-cursor`, `invalid-request`")
    public Response compareProcesses(
            @QueryParam("code") @Parameter(description = "Only this indicator.", example = "WOMEN_SHARE") @Nullable
                    String code,
            @QueryParam("ubigeo") @Parameter(description = "A region, province or district.", example = "03") @Nullable
                    Ubigeo ubigeo,
            @QueryParam("year")
                    @Parameter(description = "Fiscal year that is decided on.", example = "2017")
                    @Min(2003)
                    @Max(2100)
                    @Nullable
                    Integer year,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = processes.list(new Wanted(ubigeo, null, year, null), page.after(), page.limit + 1);
        var keys = Page.of(found, page, Processes::keyOf);
        return keys.map(listed -> compared(listed, code)).toResponse(uri);
    }

    private Compared compared(ListedProcess listed, @Nullable String code) {
        List<Indicator> values = processes
                .find(listed.process())
                .map((PublicProcess process) -> indicators.of(process, code))
                .orElse(List.of());
        return new Compared(listed.process(), listed.entity(), listed.ubigeo(), listed.fiscalYear(), values);
    }

    @Schema(name = "ComparedProcess")
    record Compared(ProcessId process, EntityCode entity, Ubigeo ubigeo, int fiscalYear, List<Indicator> indicators) {}

    /** How a page looks. */
    @Schema(name = "ComparisonPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComparisonPage(List<Compared> items, @Nullable String next) {}
}
