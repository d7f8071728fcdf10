package pe.minka.workshop.election;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** The choice of a committee among the agents, from the candidates to the proclamation. */
@Entity
class Election {

    /** Which committee; {@link #committee} is its name in the regulation. */
    enum Kind {
        VIGILANCE_COMMITTEE("VIGILANCE"),
        MANAGEMENT_COMMITTEE("MANAGEMENT");

        private final String committee;

        Kind(String committee) {
            this.committee = committee;
        }

        String committee() {
            return committee;
        }
    }

    @Id
    UUID election;

    ProcessId process;
    EntityCode entity;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String title;

    @Nullable
    UUID project;

    @Nullable
    UUID round;

    @Column(name = "proclaimed_at")
    @Nullable
    Instant proclaimedAt;

    @Version
    long version;

    protected Election() {}

    Election(ProcessId process, EntityCode entity, Kind kind, String title, @Nullable UUID project) {
        this.election = UUID.randomUUID();
        this.process = process;
        this.entity = entity;
        this.kind = kind;
        this.title = title;
        this.project = project;
        this.version = 1;
    }
}
