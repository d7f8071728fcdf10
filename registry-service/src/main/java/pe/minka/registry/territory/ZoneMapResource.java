package pe.minka.registry.territory;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.problem.Problem;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Maps of sections, sectors and blocks. */
@Path("/v1/entities/{entity}/zone-maps/{scheme}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class ZoneMapResource {

    private static final String MAP = """
            {"effectiveFrom":"2001-06-15","act":"Ordenanza 100-2001","units":[{"code":"S1","name":"Sector 1","level":"SECTION","delegates":0},\
            {"code":"G1","name":"Grupo 1","level":"SECTOR","parent":"S1","delegates":2},{"code":"M1","name":"Manzana 1","level":"BLOCK","parent":"G1","delegates":1}]}""";
    private static final String VIEW = "{\"map\":" + MAP
            + ",\"electors\":{\"G1\":1,\"S1\":2},\"delegatesByLevel\":{\"BLOCK\":1,\"SECTION\":0,\"SECTOR\":2}}";

    private final ZoneMaps maps;
    private final Entities entities;
    private final Caller caller;
    private final Clock clock;

    ZoneMapResource(ZoneMaps maps, Entities entities, Caller caller, Clock clock) {
        this.maps = maps;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param electors who elects the council of each unit: the delegates of the units directly in it
     * @param delegatesByLevel delegates of all units of a level
     */
    @Schema(name = "ZoneMapInForce")
    record ZoneMapView(ZoneMap map, Map<String, Integer> electors, Map<String, Integer> delegatesByLevel) {

        static ZoneMapView of(ZoneMap map) {
            return new ZoneMapView(map, map.electors(), map.delegatesByLevel());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRAR)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "publishZoneMap",
            summary = "Publish a map of zones",
            description =
                    "From a day on, each unit in exactly one larger one; a block or neighbourhood never stands alone. A published map never changes; a later one takes its place from its own day.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ZoneMap.class),
                            examples = @ExampleObject(name = "map", value = MAP)))
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content =
                    @Content(
                            schema = @Schema(implementation = ZoneMapView.class),
                            examples = @ExampleObject(name = "map", value = VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`zone-map-exists`")
    @APIResponse(responseCode = "422", description = "`zone-map-incoherent`")
    public Response publishZoneMap(
            @Parameter(example = "301291") @PathParam("entity") EntityCode entity,
            @Parameter(example = "sections") @PathParam("scheme") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
                    String scheme,
            @Valid @NotNull ZoneMap map) {
        caller.mustActFor(entity);
        entities.known(entity);
        maps.publish(entity, scheme, map);
        return Response.created(
                        URI.create("/v1/entities/" + entity + "/zone-maps/" + scheme + "?on=" + map.effectiveFrom()))
                .entity(ZoneMapView.of(map))
                .build();
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getZoneMap",
            summary = "The map of zones on a day",
            description = "Today's in Peru where no day is asked for, with the electors of each unit.")
    @APIResponse(
            responseCode = "200",
            description = "The map in force that day",
            content =
                    @Content(
                            schema = @Schema(implementation = ZoneMapView.class),
                            examples = @ExampleObject(name = "map", value = VIEW)))
    @APIResponse(responseCode = "404", description = "`not-found`: no map was in force that day")
    public ZoneMapView getZoneMap(
            @Parameter(example = "301291") @PathParam("entity") EntityCode entity,
            @Parameter(example = "sections") @PathParam("scheme") String scheme,
            @Parameter(example = "2002-03-01") @QueryParam("on") @Nullable String on) {
        return maps.on(entity, scheme, day(on))
                .map(ZoneMapView::of)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    private LocalDate day(@Nullable String on) {
        try {
            return on == null ? Peru.today(clock) : LocalDate.parse(on);
        } catch (DateTimeParseException unreadable) {
            throw Problem.badRequest("malformed-request").toException();
        }
    }
}
