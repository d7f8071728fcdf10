package pe.minka.registry.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An organisation registered with an entity. It stays registered from one process to the next. */
@Entity
@Table(name = "organisation")
class Organisation {

    @Id
    private UUID id;

    private EntityCode entity;

    private String name;

    private String nameKey;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    @Enumerated(EnumType.STRING)
    private Sector sector;

    private @Nullable String zone;

    private @Nullable LocalDate foundedOn;

    private @Nullable String registryEntry;

    private @Nullable String ruc;

    private @Nullable Integer members;

    @Enumerated(EnumType.STRING)
    private @Nullable OrganisationScope scope;

    @Enumerated(EnumType.STRING)
    private @Nullable GovernmentLevel governmentLevel;

    private Instant registeredAt;

    protected Organisation() {}

    UUID id() {
        return id;
    }

    EntityCode entity() {
        return entity;
    }

    String name() {
        return name;
    }

    OrganisationKind kind() {
        return kind;
    }

    KnownOrganisation known() {
        return new KnownOrganisation(id, name, kind, zone, foundedOn);
    }

    Sector sector() {
        return sector;
    }

    @Nullable
    String zone() {
        return zone;
    }

    @Nullable
    LocalDate foundedOn() {
        return foundedOn;
    }

    @Nullable
    String registryEntry() {
        return registryEntry;
    }

    @Nullable
    String ruc() {
        return ruc;
    }

    @Nullable
    Integer members() {
        return members;
    }

    @Nullable
    OrganisationScope scope() {
        return scope;
    }

    @Nullable
    GovernmentLevel governmentLevel() {
        return governmentLevel;
    }
}
