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
public class Organisation {

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

    private Instant registeredAt;

    protected Organisation() {}

    public UUID id() {
        return id;
    }

    public EntityCode entity() {
        return entity;
    }

    public String name() {
        return name;
    }

    public OrganisationKind kind() {
        return kind;
    }

    Sector sector() {
        return sector;
    }

    public @Nullable String zone() {
        return zone;
    }

    public @Nullable LocalDate foundedOn() {
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
}
