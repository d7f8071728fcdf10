package pe.minka.registry.body;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.regulation.Regulations;
import pe.minka.registry.territory.Entities;
import pe.minka.registry.territory.EntityKind;

import java.time.Clock;

/** How many seats an entity's coordination council has. */
@Path("/v1/entities/{entity}/coordination-council-seats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bodies")
class CouncilSeatsResource {

    private final Entities entities;
    private final Regulations regulations;
    private final Clock clock;

    CouncilSeatsResource(Entities entities, Regulations regulations, Clock clock) {
        this.entities = entities;
        this.regulations = regulations;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getCouncilSeats",
            summary = "Seats of the coordination council",
            description =
                    "Derived from the size of the municipal council (`PUT …/council`) and the other mayors, by the regulation's percentage and rounding;"
                            + " of a regional government from the mayors of its provinces.")
    @APIResponse(
            responseCode = "200",
            description = "The seats",
            content =
                    @Content(
                            schema = @Schema(implementation = CouncilSeats.class),
                            examples =
                                    @ExampleObject(
                                            name = "seats",
                                            value =
                                                    "{\"officials\":6,\"civilSociety\":2,\"computed\":\"2\",\"rounding\":\"UP\",\"law\":\"Ley 27972 arts. 98 and 102\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`council-size-unknown`")
    @APIResponse(responseCode = "422", description = "`regulation-not-in-force`")
    public CouncilSeats getCouncilSeats(
            @Parameter(example = "300782") @PathParam("entity") EntityCode code,
            @Parameter(description = "The regulation that rounds.", example = "national-2009")
                    @QueryParam("regulation")
                    @DefaultValue("national-2009")
                    String regulation,
            @Parameter(description = "Mayors of populated centres, for a district.")
                    @QueryParam("populatedCentreMayors")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(500)
                    int populatedCentreMayors) {
        var entity = entities.known(code);
        var today = Peru.today(clock);
        var rules = regulations
                .binding(regulation, code, entity.kind().level(), today)
                .orElseThrow(() -> Problem.unprocessable("regulation-not-in-force")
                        .with("regulation", regulation)
                        .with("calledOn", today)
                        .toException());
        if (entity.kind() == EntityKind.REGIONAL_GOVERNMENT) {
            return CouncilSeats.regional(
                    entities.provincialMunicipalities(entity.seat().region()),
                    rules.body("REGIONAL_COORDINATION_COUNCIL"));
        }
        var councillors = entity.councilSize();
        if (councillors == null) {
            throw Problem.conflict("council-size-unknown").toException();
        }
        boolean province = entity.kind() == EntityKind.PROVINCIAL_MUNICIPALITY;
        return CouncilSeats.derived(
                councillors,
                province ? entities.districtMunicipalities(entity.seat().province()) : populatedCentreMayors,
                province,
                rules.body("LOCAL_COORDINATION_COUNCIL"));
    }
}
