package pe.minka.registry.organisation;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** An organisation as the other features see it. */
public record KnownOrganisation(
        UUID id,
        String name,
        OrganisationKind kind,
        @Nullable String zone,
        @Nullable LocalDate foundedOn) {}
