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

    private byte @Nullable [] wrappedKey;

    private byte @Nullable [] legalRepresentative;

    private Instant registeredAt;

    private long version;

    protected Organisation() {}

    /** What it states of itself from now on. Who represents it before the law stays as it is. */
    void corrected(Organisations.Statement statement) {
        name = statement.name();
        nameKey = Organisations.nameKey(statement.name());
        kind = statement.kind();
        sector = statement.kind().sector();
        zone = statement.zone();
        foundedOn = statement.foundedOn();
        registryEntry = statement.registryEntry();
        ruc = statement.ruc() == null ? null : statement.ruc().value();
        members = statement.members();
        scope = statement.scope();
        governmentLevel = statement.governmentLevel();
        version++;
    }

    /** @param key a new one: with the old one goes whatever was written under it */
    void represented(byte[] key, byte[] names) {
        wrappedKey = key;
        legalRepresentative = names;
        version++;
    }

    /** Nobody can read any more who represented it, in copies of the database neither. */
    void unrepresented() {
        wrappedKey = null;
        legalRepresentative = null;
        version++;
    }

    long version() {
        return version;
    }

    byte @Nullable [] wrappedKey() {
        return wrappedKey;
    }

    byte @Nullable [] legalRepresentative() {
        return legalRepresentative;
    }

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
