package pe.minka.execution.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import pe.minka.platform.core.ProcessId;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One who won an election that the workshop service proclaimed. */
@Entity
class Elected {

    @EmbeddedId
    Id id;

    ProcessId process;
    String kind;

    @Column(name = "proclaimed_at")
    Instant proclaimedAt;

    /** A post won in an election. */
    @Embeddable
    record Id(UUID election, UUID agent, String post) implements Serializable {}

    protected Elected() {}

    Elected(Id id, ProcessId process, String kind, Instant proclaimedAt) {
        this.id = id;
        this.process = process;
        this.kind = kind;
        this.proclaimedAt = proclaimedAt;
    }
}
