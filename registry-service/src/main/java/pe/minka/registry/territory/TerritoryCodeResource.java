package pe.minka.registry.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;

/** Translates the codes of districts at the edge: inside, INEI's alone is known. */
@Path("/v1/territory-codes/{system}/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class TerritoryCodeResource {

    private final EntityManager database;

    TerritoryCodeResource(EntityManager database) {
        this.database = database;
    }

    /** @param reniec absent for districts that RENIEC's list does not have yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TerritoryCodes")
    record CodesView(Ubigeo inei, @Nullable String reniec, String name) {}

    /** Who numbers the districts. */
    enum CodeSystem {
        INEI,
        RENIEC
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "translateTerritoryCode",
            summary = "A district by INEI's or RENIEC's code",
            description =
                    "The two number 1,782 of 1,893 districts differently, some within one department: 030503 is Coyllurqui to INEI and another district to RENIEC.")
    @APIResponse(
            responseCode = "200",
            description = "Both codes of the district",
            content =
                    @Content(
                            schema = @Schema(implementation = CodesView.class),
                            examples =
                                    @ExampleObject(
                                            name = "codes",
                                            value =
                                                    "{\"inei\":\"030503\",\"reniec\":\"030502\",\"name\":\"Coyllurqui\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public CodesView translateTerritoryCode(
            @Parameter(example = "RENIEC") @PathParam("system") CodeSystem system,
            @Parameter(example = "030502") @PathParam("code") @Pattern(regexp = "\\d{6}") String code) {
        return database.createQuery(
                        "from Territory where level = 'DISTRICT' and "
                                + (system == CodeSystem.INEI ? "ubigeo" : "reniec")
                                + " = :code",
                        Territory.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .map(district -> new CodesView(new Ubigeo(district.ubigeo()), district.reniec(), district.name()))
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
