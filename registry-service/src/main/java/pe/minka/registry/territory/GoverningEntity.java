package pe.minka.registry.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A public entity that runs processes. It is not a territory: a provincial municipality governs its province and its
 * capital district, and Lima has one that also acts as a region.
 */
@Entity
@Table(name = "entity")
class GoverningEntity {

    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private EntityKind kind;

    private String name;

    private String ubigeo;

    private @Nullable Integer councilSize;

    private @Nullable LocalDate councilTermFrom;

    private @Nullable LocalDate councilTermUntil;

    private @Nullable LocalDate validFrom;

    private @Nullable LocalDate validUntil;

    private Instant changedAt;

    @Version
    private long version;

    protected GoverningEntity() {}

    GoverningEntity(
            EntityCode code,
            EntityKind kind,
            String name,
            Ubigeo seat,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            Instant now) {
        this.code = code.value();
        this.kind = kind;
        this.name = name;
        this.ubigeo = seat.value();
        this.validFrom = validFrom;
        this.validUntil = validUntil;
        this.changedAt = now;
    }

    /** @param councillors the legal number of councillors, without the mayor */
    void hasCouncil(int councillors, LocalDate from, LocalDate until, Instant now) {
        councilSize = councillors;
        councilTermFrom = from;
        councilTermUntil = until;
        changedAt = now;
    }

    EntityCode code() {
        return new EntityCode(code);
    }

    EntityKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** The district of its seat. */
    Ubigeo seat() {
        return new Ubigeo(ubigeo);
    }

    /** The territories it may run a process for; the first is its own level. */
    List<Ubigeo> governs() {
        return Municipality.governedFrom(kind, seat());
    }

    /** As the other features see it. */
    KnownEntity known() {
        return new KnownEntity(code(), kind, name, seat(), councilSize, validFrom, validUntil);
    }

    @Nullable
    Integer councilSize() {
        return councilSize;
    }

    @Nullable
    LocalDate councilTermFrom() {
        return councilTermFrom;
    }

    @Nullable
    LocalDate councilTermUntil() {
        return councilTermUntil;
    }

    /** Since when there is the entity; absent where no list or act says. */
    @Nullable
    LocalDate validFrom() {
        return validFrom;
    }

    /** Its last day. */
    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }

    long version() {
        return version;
    }
}
