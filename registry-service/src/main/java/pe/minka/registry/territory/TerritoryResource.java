package pe.minka.registry.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Territories by INEI's code. */
@Path("/v1/territories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities and territories")
class TerritoryResource {

    private final Entities entities;

    TerritoryResource(Entities entities) {
        this.entities = entities;
    }

    /**
     * @param population persons; of a province or region the sum of its districts
     * @param reniec the code that RENIEC gives the same district
     * @param validFrom since when there is the territory; absent where no list says
     * @param validUntil its last day
     * @param governedBy entities that may run a process for it
     * @param parts territories one level below
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TerritoryView(
            Ubigeo ubigeo,
            String level,
            String name,
            long population,
            @Nullable String capital,
            @Nullable Integer altitude,
            @Nullable BigDecimal povertyPercent,
            @Nullable String reniec,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<Governor> governedBy,
            List<Part> parts) {}

    record Governor(EntityCode entity, String name, EntityKind kind) {}

    /** @param capitalDistrict whether it is the capital district (cercado), governed by the provincial municipality itself */
    record Part(Ubigeo ubigeo, String name, boolean capitalDistrict) {}

    @GET
    @Path("/{ubigeo}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            operationId = "getTerritory",
            summary = "One territory",
            description =
                    "With what lies in it and who governs it. A province lists its districts and tells its capital district"
                            + " from the others; the capital district is governed by the provincial municipality.")
    @APIResponse(
            responseCode = "200",
            description = "The territory",
            content =
                    @Content(
                            schema = @Schema(implementation = TerritoryView.class),
                            examples = @ExampleObject(name = "province", value = TerritoryExamples.PROVINCE)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public TerritoryView getTerritory(@Parameter(example = "0803") @PathParam("ubigeo") Ubigeo ubigeo) {
        var territory = entities.territory(ubigeo.value())
                .orElseThrow(() -> Problem.notFound().toException());
        var governors = entities.governing(ubigeo.value());
        return new TerritoryView(
                ubigeo,
                territory.level(),
                territory.name(),
                entities.population(ubigeo.value()),
                territory.capital(),
                territory.altitude(),
                territory.povertyPercent(),
                territory.reniec(),
                territory.validFrom(),
                territory.validUntil(),
                governors.stream()
                        .map(entity -> new Governor(entity.code(), entity.name(), entity.kind()))
                        .toList(),
                entities.parts(ubigeo.value()).stream()
                        .map(part -> new Part(
                                new Ubigeo(part.ubigeo()),
                                part.name(),
                                governors.stream()
                                        .anyMatch(
                                                entity -> entity.seat().value().equals(part.ubigeo()))))
                        .toList());
    }
}
