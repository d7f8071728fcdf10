package pe.minka.registry.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.registry.calendar.LateCalls.LateCall;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Calls that are not out by the day that the regulation sets. */
@Path("/v1/late-calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
class LateCallResource {

    private static final String LATE =
            "{\"items\":[{\"entity\":\"300307\",\"name\":\"Municipalidad Distrital de Coyllurqui\",\"ubigeo\":\"030503\","
                    + "\"regulation\":\"coyllurqui-2016\",\"callBy\":\"2016-03-31\",\"daysLate\":12}]}";

    private final LateCalls lateCalls;
    private final Clock clock;

    LateCallResource(LateCalls lateCalls, Clock clock) {
        this.lateCalls = lateCalls;
        this.clock = clock;
    }

    @Schema(name = "LateCalls")
    record LateCallPage(List<LateCall> items, @Nullable String next) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "listLateCalls",
            summary = "Late calls",
            description =
                    "Entities without a process for a fiscal year although the day has passed by which their regulation wants the call"
                            + " (`cycle.callBy`, in the year before). It warns; a late call is still admitted.")
    @APIResponse(
            responseCode = "200",
            description = "One page, by code of the entity",
            content =
                    @Content(
                            schema = @Schema(implementation = LateCallPage.class),
                            examples = @ExampleObject(name = "late", value = LATE)))
    public Response listLateCalls(
            @Parameter(example = "2017") @QueryParam("fiscalYear") @NotNull @Min(2004) @Max(2100) Integer fiscalYear,
            @Parameter(description = "INEI code of a territory that the entities lie in.", example = "03")
                    @QueryParam("ubigeo")
                    @DefaultValue("")
                    @Pattern(regexp = "|\\d{2}|\\d{4}|\\d{6}")
                    String ubigeo,
            @Parameter(description = "As of which day; today in Peru where it is left out.", example = "2016-04-12")
                    @QueryParam("on")
                    @Nullable
                    LocalDate on,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        var day = Objects.requireNonNullElseGet(on, () -> Peru.today(clock));
        var after = Objects.requireNonNullElse(page.after(), "");
        var found = lateCalls.list(new FiscalYear(fiscalYear), ubigeo, day, after, page.limit + 1);
        return Page.of(found, page, LateCall::entity).toResponse(uri);
    }
}
