package pe.minka.registry.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An organisation as anyone sees it.
 *
 * @param version how often it was corrected; in the ETag too
 */
@Schema(name = "Organisation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationView(
        UUID organisation,
        String name,
        OrganisationKind kind,
        Sector sector,
        @Nullable String zone,
        @Nullable LocalDate foundedOn,
        @Nullable String registryEntry,
        @Nullable String ruc,
        @Nullable Integer members,
        @Nullable OrganisationScope scope,
        @Nullable GovernmentLevel governmentLevel,
        long version) {

    static final String EXAMPLE = """
            {"organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201","name":"Comunidad Campesina de Ñahuinlla",\
            "kind":"PEASANT_COMMUNITY","sector":"CIVIL_SOCIETY","zone":"Z2","foundedOn":"1975-06-24","members":180,"version":0}""";

    static OrganisationView of(Organisation organisation) {
        return new OrganisationView(
                organisation.id(),
                organisation.name(),
                organisation.kind(),
                organisation.sector(),
                organisation.zone(),
                organisation.foundedOn(),
                organisation.registryEntry(),
                organisation.ruc(),
                organisation.members(),
                organisation.scope(),
                organisation.governmentLevel(),
                organisation.version());
    }
}
