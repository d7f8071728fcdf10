package pe.minka.registry.outreach;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.organisation.OrganisationKind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Someone with a stake in a process: a leader's organisation, an institution. The map is the staff's working paper. */
@Entity
@Table(name = "stakeholder")
class Stakeholder {

    /** How they stand towards the process; never published. */
    enum Attitude {
        SUPPORTS,
        NEUTRAL,
        OPPOSES,
        UNKNOWN
    }

    @Id
    private UUID id;

    private ProcessId process;

    private String name;

    private String nameKey;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private @Nullable String zone;

    @Enumerated(EnumType.STRING)
    private Attitude attitude;

    private @Nullable String resources;

    private @Nullable LocalDate invitedOn;

    private @Nullable String invitedBy;

    private Instant mappedAt;

    protected Stakeholder() {}

    Stakeholder(
            ProcessId process,
            String name,
            String nameKey,
            OrganisationKind kind,
            @Nullable String zone,
            Attitude attitude,
            @Nullable String resources,
            Instant mappedAt) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.name = name;
        this.nameKey = nameKey;
        this.kind = kind;
        this.zone = zone;
        this.attitude = attitude;
        this.resources = resources;
        this.mappedAt = mappedAt;
    }

    /** @param channel by which the invitation went */
    void invited(LocalDate on, String channel) {
        invitedOn = on;
        invitedBy = channel;
    }

    void takes(Attitude another) {
        attitude = another;
    }

    UUID id() {
        return id;
    }

    ProcessId process() {
        return process;
    }

    String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    OrganisationKind kind() {
        return kind;
    }

    @Nullable
    String zone() {
        return zone;
    }

    Attitude attitude() {
        return attitude;
    }

    @Nullable
    String resources() {
        return resources;
    }

    @Nullable
    LocalDate invitedOn() {
        return invitedOn;
    }

    @Nullable
    String invitedBy() {
        return invitedBy;
    }
}
